import { z } from 'zod';
import { longestUnderstanding, type Share, type ShareStore } from '../shares/share';
import { type Texts } from '../shared/texts';
import { type Reply } from './reply';

/** The input on the card of a shared draft. */
export const understandingField = 'forstaelse';

/** Buttons of what the receiver of a draft writes back. The reply replaces their card, and each may be pressed twice. */
export const understandingVerbs = ['writeBack', 'takeBack', 'openAnswered'] as const;
type Verb = (typeof understandingVerbs)[number];

/**
 * Whether a press belongs to the answer of a manager with whom a text was shared. `verb` comes from the wire and may be any text.
 */
export const isUnderstandingVerb = (verb: string): verb is Verb =>
  (understandingVerbs as readonly string[]).includes(verb);

const Ref = z.object({ share: z.string().uuid() });
const Written = Ref.extend({ [understandingField]: z.string().default('') });

/**
 * Handles the buttons of "Så här förstår jag det", in the personal chat, and returns the reply. `data` comes from the wire and
 * is checked.
 */
export async function pressUnderstanding(
  { texts, shares }: { readonly texts: Texts; readonly shares: ShareStore },
  person: string,
  verb: Verb,
  data: unknown,
): Promise<Reply> {
  const about = Ref.safeParse(data);
  if (!about.success) return { kind: 'notice', text: texts.notUnderstood };
  const { share } = about.data;
  const shown = (found: Share | undefined, more: object = {}): Reply =>
    found ? { kind: 'sharedText', share: found, ...more } : { kind: 'notice', text: texts.sharing.gone };
  switch (verb) {
    case 'writeBack': {
      const written = Written.safeParse(data);
      const words = written.success ? written.data[understandingField].trim() : '';
      if (!words) return shown(await shares.open(person, share), { problem: 'missing' });
      if (words.length > longestUnderstanding)
        return shown(await shares.open(person, share), {
          problem: 'tooLong',
          draft: words.slice(0, longestUnderstanding),
        });
      return shown(await shares.writeBack(person, share, words));
    }
    case 'takeBack':
      return shown(await shares.takeBack(person, share));
    case 'openAnswered': {
      const found = await shares.openAnswered(person, share);
      return found ? { kind: 'answeredText', share: found } : { kind: 'notice', text: texts.understanding.gone };
    }
  }
}
