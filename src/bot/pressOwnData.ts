import { z } from 'zod';
import { linkMinutes, newCode, ownDataFormats, summaryFormats, type Order } from '../downloads/order';
import { type OwnDataStore } from '../people/ownData';
import { type CoachDeps } from '../coaching/ports';
import { fill, type Texts } from '../shared/texts';
import { type Sender } from './pressGuide';
import { type PreviousQuestions } from './previousQuestions';
import { type FileLink, type Reply } from './reply';

/** What a person's own data needs from the rest of the service. */
export interface OwnDataDeps {
  readonly texts: Texts;
  readonly hrContact: string;
  readonly coaching: CoachDeps;
  readonly ownData: OwnDataStore;
  readonly previous: PreviousQuestions;
  /** Orders a file. Returns the link to it and the code; undefined where people cannot reach the service. */
  readonly linkTo: (order: Order, code: string) => Promise<string | undefined>;
}

/** Buttons about a person's own data. The reply replaces their card, and each may be pressed twice. */
const verbs = ['download', 'ownData', 'exportOwnData', 'eraseAll', 'eraseAllForGood'] as const;
type Verb = (typeof verbs)[number];

/** Whether a press concerns what the service keeps about the person. `verb` comes from the wire and may be any text. */
export const isOwnDataVerb = (verb: string): verb is Verb => (verbs as readonly string[]).includes(verb);

const About = z.object({ session: z.string().max(100) });
const Confirmed = z.object({ since: z.string().max(40) });

/**
 * Handles a button on the card about a person's own data, in the personal chat, and returns the replies. `data` comes from the
 * wire and is checked.
 */
export async function pressOwnData(deps: OwnDataDeps, speaker: Sender, verb: Verb, data: unknown): Promise<Reply[]> {
  const { texts, coaching, ownData } = deps;
  const { person } = speaker;
  if (!speaker.personal) return [{ kind: 'sentence', text: texts.ownData.personalOnly }];
  switch (verb) {
    case 'download': {
      const about = About.safeParse(data);
      const session = about.success ? await coaching.store.find(person, about.data.session) : undefined;
      if (!session) return [{ kind: 'guidance', guidance: { kind: 'lost' } }];
      const orders = summaryFormats.map(
        (format) => ({ what: 'summary', person, session: session.id, format }) as const,
      );
      return [await fileLinks(deps, orders, session.id)];
    }
    case 'ownData':
      return [await showOwnData(deps, person)];
    case 'exportOwnData':
      return [await exportOwnData(deps, person)];
    case 'eraseAll': {
      const known = await ownData.of(person);
      return [known ? { kind: 'erasingAll', since: known.firstSeenAt } : notice(texts.ownData.nothing)];
    }
    case 'eraseAllForGood':
      return [await eraseAll(deps, speaker, data)];
  }
}

const notice = (text: string): Reply => ({ kind: 'notice', text });

/** Shows what is kept about the person ("visa allt om mig"): kinds and numbers, no words. */
export async function showOwnData({ ownData, texts }: OwnDataDeps, person: string): Promise<Reply> {
  const data = await ownData.of(person);
  return data ? { kind: 'ownData', data } : notice(texts.ownData.nothing);
}

/** Links to files with all that is kept about the person, in clear ("exportera"). */
export const exportOwnData = (deps: OwnDataDeps, person: string): Promise<Reply> =>
  fileLinks(
    deps,
    ownDataFormats.map((format) => ({ what: 'ownData', person, format })),
  );

async function fileLinks(deps: OwnDataDeps, orders: readonly Order[], session?: string): Promise<Reply> {
  const until = new Date(deps.coaching.now().getTime() + linkMinutes * 60_000);
  const links: FileLink[] = [];
  const code = newCode();
  for (const order of orders) {
    const url = await deps.linkTo(order, code);
    if (url === undefined) return notice(fill(deps.texts.ownData.file.noAddress, { hrContact: deps.hrContact }));
    links.push({ format: order.format, url });
  }
  return { kind: 'fileLinks', links, code, until, session };
}

/**
 * Handles the second press. The card that asks holds the moment when the person was first seen. Teams may deliver a press again
 * after half a minute, and then it must not erase what the person has begun meanwhile.
 */
async function eraseAll({ texts, ownData, previous }: OwnDataDeps, speaker: Sender, data: unknown): Promise<Reply> {
  const { person } = speaker;
  const confirmed = Confirmed.safeParse(data);
  if (!confirmed.success) return notice(texts.notUnderstood);
  const known = await ownData.of(person);
  if (known && known.firstSeenAt !== confirmed.data.since) return notice(texts.ownData.erasedBefore);
  if (known) await ownData.erase(person);
  previous.forget(person);
  return notice(texts.ownData.erased);
}
