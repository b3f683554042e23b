import { z } from 'zod';
import {
  answered,
  answers,
  longestWhat,
  moved,
  shortWhat,
  type CommitmentAnswer,
  type Commitment,
} from '../commitments/commitment';
import { type Calendar } from '../campaigns/calendar';
import { type CommitmentStore } from '../commitments/ports';
import { readDay } from '../commitments/spokenDay';
import { type CoachDeps } from '../coaching/ports';
import { dayAfter, dayInWords, dayOf } from '../shared/localTime';
import { fill, type Texts } from '../shared/texts';
import { type Sender } from './pressGuide';
import { reminderDayInWords } from './reminderDay';
import { commitmentsOnCard, type Reply } from './reply';

/** What commitments need from the rest of the service. */
export interface CommitmentDeps {
  readonly texts: Texts;
  readonly coaching: CoachDeps;
  readonly commitments: CommitmentStore;
  readonly calendar: Calendar;
  readonly isConcern: (text: string) => Promise<boolean>;
}

/** Buttons on the cards of commitments. The reply replaces their card, and each may be pressed twice. */
const verbs = [
  'commitments',
  'commitment',
  'howItWent',
  'moveCommitment',
  'remindWhen',
  'remindOn',
  'remindersOn',
] as const;
type Verb = (typeof verbs)[number];

/** Whether a press belongs to the cards of commitments. `verb` comes from the wire and may be any text. */
export const isCommitmentVerb = (verb: string): verb is Verb => (verbs as readonly string[]).includes(verb);

const Id = z.string().max(100);
const Page = z.object({ skip: z.number().int().min(0).max(10_000) });
const OfCommitment = z.object({ commitment: Id });
const OnCard = OfCommitment.extend({ revision: z.number().int().nonnegative() });
const HowItWent = OnCard.extend({ answer: z.enum(answers) });
const When = z.object({ to: z.enum(['tomorrow', 'week', 'weeks', 'date']), day: z.string().max(100).optional() });
const Move = OnCard.and(When);
const RemindWhen = z.object({ session: Id.optional() });
const RemindOn = z.object({ session: Id.optional(), what: z.string().max(5000).optional() }).and(When);

/**
 * Handles a button on a card of commitments, and returns the replies. `data` comes from the wire and is checked; where it is not
 * ours, the reply says so.
 */
export async function pressCommitment(
  deps: CommitmentDeps,
  sender: Sender,
  verb: Verb,
  data: unknown,
): Promise<Reply[]> {
  const { texts, commitments } = deps;
  const { person } = sender;
  const unclear: Reply[] = [{ kind: 'notice', text: texts.notUnderstood }];
  if (!sender.personal) return [{ kind: 'sentence', text: texts.commitments.personalOnly }];
  switch (verb) {
    case 'commitments':
      return [await listCommitments(deps, person, Page.safeParse(data).data?.skip)];
    case 'commitment': {
      const about = OfCommitment.safeParse(data);
      const commitment = about.success ? await commitments.find(person, about.data.commitment) : undefined;
      return [commitment ? { kind: 'commitment', commitment, asks: 'how' } : lost(deps)];
    }
    case 'howItWent': {
      const said = HowItWent.safeParse(data);
      return said.success ? [await answer(deps, person, said.data)] : unclear;
    }
    case 'moveCommitment': {
      const said = Move.safeParse(data);
      return said.success ? [await move(deps, person, said.data)] : unclear;
    }
    case 'remindWhen': {
      const about = RemindWhen.safeParse(data);
      const session =
        about.data?.session === undefined ? undefined : await deps.coaching.store.find(person, about.data.session);
      return [{ kind: 'remindWhen', session }];
    }
    case 'remindOn': {
      const said = RemindOn.safeParse(data);
      return said.success ? remindOn(deps, person, said.data) : unclear;
    }
    case 'remindersOn':
      await commitments.resume(person);
      return [{ kind: 'notice', text: texts.commitments.resumed }];
  }
}

/** One page of a person's commitments ("mina åtaganden"). `skip` is how many come before the page. */
export async function listCommitments(deps: CommitmentDeps, person: string, skip = 0): Promise<Reply> {
  const { commitments } = deps;
  const [found, { paused }] = await Promise.all([
    commitments.list(person, skip, commitmentsOnCard + 1),
    commitments.settings(person),
  ]);
  // An old card may ask for a page that no longer exists.
  if (!found.length && skip) return listCommitments(deps, person);
  return {
    kind: 'commitments',
    at: 'list',
    commitments: found.slice(0, commitmentsOnCard),
    skip,
    more: found.length > commitmentsOnCard,
    paused,
  };
}

const lost = ({ texts }: CommitmentDeps): Reply => ({ kind: 'notice', text: texts.commitments.lost });

async function answer(
  deps: CommitmentDeps,
  person: string,
  said: { readonly commitment: string; readonly revision: number; readonly answer: CommitmentAnswer },
): Promise<Reply> {
  const found = await deps.commitments.find(person, said.commitment);
  if (!found) return lost(deps);
  const isMade =
    found.revision === said.revision && (await deps.commitments.change(person, answered(found, said.answer)));
  const now = isMade ? answered(found, said.answer) : await deps.commitments.find(person, said.commitment);
  if (!now) return lost(deps);
  // The same press twice shows the same card.
  const isSame = now.state === said.answer && now.revision === said.revision + 1;
  return isSame ? shownAnswer(deps, person, now, said.answer) : old(deps, now);
}

async function shownAnswer(
  { texts, commitments }: CommitmentDeps,
  person: string,
  commitment: Commitment,
  said: CommitmentAnswer,
): Promise<Reply> {
  const asks = said === 'partly' || said === 'notYet' ? 'when' : 'nothing';
  const besides = await commitments.besides(person, commitment.id);
  return { kind: 'commitment', commitment, asks, notice: texts.commitments.answered[said], besides };
}

async function move(deps: CommitmentDeps, person: string, said: z.infer<typeof Move>): Promise<Reply> {
  const { texts, commitments } = deps;
  const found = await commitments.find(person, said.commitment);
  if (!found) return lost(deps);
  if (found.revision !== said.revision) {
    const isSame = found.revision === said.revision + 1 && found.state === 'open' && dayIn(deps, said) === found.due;
    return isSame ? shownMove(deps, person, found) : old(deps, found);
  }
  const due = dayIn(deps, said);
  if (due === undefined)
    return {
      kind: 'commitment',
      commitment: found,
      asks: 'when',
      notice: texts.commitments.dayProblem,
    };
  const isMade = await commitments.change(person, moved(found, due));
  const now = isMade ? moved(found, due) : await commitments.find(person, said.commitment);
  return now ? shownMove(deps, person, now) : lost(deps);
}

async function shownMove(deps: CommitmentDeps, person: string, commitment: Commitment): Promise<Reply> {
  const besides = await deps.commitments.besides(person, commitment.id);
  return { kind: 'commitment', commitment, asks: 'nothing', notice: await willAsk(deps, person, commitment), besides };
}

/** "På tisdag 8 december 2026 frågar jag hur det gick". Where reminders are paused, it says that too. */
async function willAsk(
  { texts, commitments, calendar }: CommitmentDeps,
  person: string,
  commitment: Commitment,
): Promise<string> {
  const { paused } = await commitments.settings(person);
  const when = reminderDayInWords(texts.commitments, calendar, commitment);
  return paused ? `${when} ${texts.commitments.list.paused}` : when;
}

/** The reply to a press on an old card: the commitment as it is now, and that it has changed. */
const old = ({ texts }: CommitmentDeps, commitment: Commitment): Reply => ({
  kind: 'commitment',
  commitment,
  asks: 'how',
  notice: fill(texts.commitments.old, {
    state: texts.commitments.states[commitment.state],
    day: dayInWords(commitment.due),
  }),
});

/** The day that a press names, tomorrow at the earliest; undefined where the press names none that can be used. */
function dayIn({ coaching }: CommitmentDeps, { to, day = '' }: z.infer<typeof When>): string | undefined {
  const today = dayOf(coaching.now());
  if (to !== 'date') return dayAfter(today, { tomorrow: 1, week: 7, weeks: 14 }[to]);
  const read = readDay(day, today);
  return 'day' in read && read.day > today ? read.day : undefined;
}

async function remindOn(deps: CommitmentDeps, person: string, said: z.infer<typeof RemindOn>): Promise<Reply[]> {
  const { texts, coaching } = deps;
  const session = said.session === undefined ? undefined : await coaching.store.find(person, said.session);
  if (said.session !== undefined && !session) return [lost(deps)];
  const what = (said.what ?? '').replace(/\u2060/g, '').trim();
  const due = dayIn(deps, said);
  const again = (problem: string): Reply[] => [{ kind: 'remindWhen', session, problem, what: shortWhat(what) }];
  if (due === undefined) return again(texts.commitments.dayProblem);
  if (what.length > longestWhat) return again(fill(texts.commitments.problems.tooLong, { max: String(longestWhat) }));
  return makeReminder(deps, person, { session, what, due });
}

/**
 * Stores a reminder that the person has asked for, and returns the reply that says when it comes. `due` is its local day
 * (YYYY-MM-DD). Where what is written is a concern, a card that refers to people follows.
 */
export async function makeReminder(
  deps: CommitmentDeps,
  person: string,
  { session, what, due }: { session?: { id: string; title: string }; what: string; due: string },
): Promise<Reply[]> {
  const own = { ...(session && { session: session.id }), title: session?.title ?? '', what, due };
  const commitment = await deps.commitments.add(person, own);
  const shown: Reply = {
    kind: 'commitment',
    commitment,
    asks: 'nothing',
    notice: await willAsk(deps, person, commitment),
  };
  return what && (await deps.isConcern(what)) ? [shown, { kind: 'concern' }] : [shown];
}
