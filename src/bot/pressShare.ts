import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { openSession } from '../coaching/coach';
import { type CoachDeps } from '../coaching/ports';
import { type WrittenDocument } from '../downloads/document';
import { longestShare, type ShareStore } from '../shares/share';
import { fill, type Texts } from '../shared/texts';
import { type Sender } from './pressGuide';
import { isUnderstandingVerb, pressUnderstanding, understandingVerbs } from './pressUnderstanding';
import { type Reply } from './reply';
import { summaryDocument } from './summaryDocument';

/** What sharing needs from the rest of the service. */
export interface ShareDeps {
  readonly texts: Texts;
  readonly coaching: CoachDeps;
  readonly shares: ShareStore;
}

/** The input on the card that asks with whom to share. */
export const receiverField = 'mottagare';
/** The most characters of an e-mail or a name. */
export const longestReceiver = 200;

/** Buttons of sharing. The reply replaces their card, and each may be pressed twice. */
const verbs = [
  'share',
  'sharePreview',
  'shareSend',
  'openShare',
  'shares',
  'withdrawShare',
  ...understandingVerbs,
] as const;
type Verb = (typeof verbs)[number];

/** Whether a press belongs to a summary that a person shares. `verb` comes from the wire and may be any text. */
export const isShareVerb = (verb: string): verb is Verb => (verbs as readonly string[]).includes(verb);

const About = z.object({ session: z.string().max(100) });
const Asked = About.extend({ [receiverField]: z.string().max(longestReceiver).default('') });
const Sending = About.extend({
  share: z.string().uuid(),
  to: z.string().min(1).max(longestReceiver),
  seen: z.string().max(64),
});
const Ref = z.object({ share: z.string().uuid() });

/** Handles a button of a share, in the personal chat, and returns the replies. `data` comes from the wire and is checked. */
export async function pressShare(deps: ShareDeps, speaker: Sender, verb: Verb, data: unknown): Promise<Reply[]> {
  const { texts, shares } = deps;
  const { person } = speaker;
  const unclear = [notice(texts.notUnderstood)];
  if (!speaker.personal) return [{ kind: 'sentence', text: texts.ownData.personalOnly }];
  if (isUnderstandingVerb(verb)) return [await pressUnderstanding(deps, person, verb, data)];
  switch (verb) {
    case 'share': {
      const about = About.safeParse(data);
      const written = about.success && (await writtenOf(deps, person, about.data.session));
      return [written ? { kind: 'shareForm', session: about.data.session, isEmpty: false } : lost];
    }
    case 'sharePreview': {
      const asked = Asked.safeParse(data);
      return asked.success ? [await preview(deps, person, asked.data.session, asked.data[receiverField])] : unclear;
    }
    case 'shareSend': {
      const sending = Sending.safeParse(data);
      return sending.success ? [await send(deps, person, sending.data)] : unclear;
    }
    case 'openShare': {
      const about = Ref.safeParse(data);
      const share = about.success ? await shares.open(person, about.data.share) : undefined;
      return [share ? { kind: 'sharedText', share } : notice(texts.sharing.gone)];
    }
    case 'shares':
      return [await listShares(deps, person)];
    case 'withdrawShare': {
      const about = Ref.safeParse(data);
      if (!about.success) return unclear;
      await shares.withdraw(person, about.data.share);
      return [await listShares(deps, person)];
    }
  }
}

const lost: Reply = { kind: 'guidance', guidance: { kind: 'lost' } };
const notice = (text: string): Reply => ({ kind: 'notice', text });

/** Returns the summaries that a person shares with colleagues ("mina delningar"), or a sentence that there are none. */
export async function listShares({ texts, shares }: ShareDeps, person: string): Promise<Reply> {
  const sent = await shares.sentBy(person);
  return sent.length ? { kind: 'shares', shares: sent } : notice(texts.sharing.none);
}

/**
 * The text that would be shared: the summary without what is private. Undefined where the session is another person's or no
 * longer exists, and for an answer to HR: the store's row of a share would tell who has answered.
 */
async function writtenOf({ texts, coaching }: ShareDeps, person: string, id: string) {
  const shown = await openSession(coaching, person, id);
  if (shown.kind !== 'summary' || shown.session.delivery !== undefined) return undefined;
  const { session, earlier, flow } = shown;
  return {
    written: summaryDocument(texts, { session, current: shown, earlier, withPrivate: false }),
    isAgreement: flow.form.form === 'agreement',
  };
}

const fingerprintOf = (written: WrittenDocument): string =>
  createHash('sha256').update(JSON.stringify(written)).digest('base64url');

/** Exactly the text that the receiver would get. Where nobody is found, it is there to copy. */
async function preview(deps: ShareDeps, person: string, session: string, asked: string): Promise<Reply> {
  const { texts, shares } = deps;
  const about = await writtenOf(deps, person, session);
  if (!about) return lost;
  const { written, isAgreement } = about;
  if (!asked.trim()) return { kind: 'shareForm', session, isEmpty: true };
  if (Buffer.byteLength(JSON.stringify(written)) > longestShare) return notice(texts.sharing.tooLong);
  const receiver = await shares.findReceiver(person, asked);
  if (receiver && !(await shares.nameOf(person))) return notice(texts.sharing.noName);
  return {
    kind: 'sharePreview',
    session,
    written,
    isAgreement,
    ...(receiver && {
      sending: { share: randomUUID(), to: asked.trim(), name: receiver.name, seen: fingerprintOf(written) },
    }),
  };
}

/** Sends what was previewed. Where the text or the receiver is another by now, the new one is previewed first. */
async function send(
  deps: ShareDeps,
  person: string,
  { session, share, to, seen }: z.infer<typeof Sending>,
): Promise<Reply> {
  const { texts, shares } = deps;
  const [about, receiver, ownerName] = await Promise.all([
    writtenOf(deps, person, session),
    shares.findReceiver(person, to),
    shares.nameOf(person),
  ]);
  if (!about) return lost;
  const { written, isAgreement } = about;
  if (!receiver || !ownerName || seen !== fingerprintOf(written)) return preview(deps, person, session, to);
  await shares.send({ id: share, owner: person, ownerName, receiver, written, isAgreement });
  return notice(fill(texts.sharing.sent, { name: receiver.name.replace(/[*_`~[\]<>#|\\]/g, ' ') }));
}
