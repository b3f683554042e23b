import { usualHours, readHours, type OfficeHours } from '../commitments/officeHours';
import { readReminderRequest } from '../commitments/reminderRequest';
import { longestWhat } from '../commitments/commitment';
import { readDay } from '../commitments/spokenDay';
import { dayAfter, dayOf, timeInWords } from '../shared/localTime';
import { fill } from '../shared/texts';
import { makeReminder, type CommitmentDeps } from './pressCommitment';
import { type Sender } from './pressGuide';
import { type Reply } from './reply';

/**
 * Replies to "Påminn mig på torsdag att …", "kontorstid 9–15" and "påminn mig på förmiddagen", and stores what they ask for; undefined
 * where a message asks for nothing of that kind. What cannot be understood changes nothing, and is answered with examples. `inGuide`
 * is whether the text may be an answer.
 */
export async function askReminder(
  deps: CommitmentDeps,
  sender: Sender,
  text: string,
  inGuide: boolean,
): Promise<Reply[] | undefined> {
  const { coaching, texts } = deps;
  const today = dayOf(coaching.now());
  const hours = readHours(text);
  const asked = hours ? undefined : readReminderRequest(text, today, inGuide);
  if (!hours && !asked) return inGuide || !sender.personal ? undefined : askAboutDay(deps, text, today);
  if (!sender.personal) return [{ kind: 'sentence', text: texts.commitments.personalOnly }];
  if (hours) return [{ kind: 'notice', text: await setHours(deps, sender.person, hours) }];
  return asked && remind(deps, sender.person, asked, today);
}

/** A day and nothing else was typed beside a card, or means a reminder. The reply says how to write either. */
function askAboutDay({ texts }: CommitmentDeps, text: string, today: string): Reply[] | undefined {
  const read = readDay(text, today);
  const day = text.replace(/[\s.!?]+$/, '').toLowerCase();
  return 'day' in read ? [{ kind: 'sentence', text: fill(texts.commitments.dayAlone, { day }) }] : undefined;
}

async function remind(
  deps: CommitmentDeps,
  person: string,
  asked: NonNullable<ReturnType<typeof readReminderRequest>>,
  today: string,
): Promise<Reply[]> {
  const { problems } = deps.texts.commitments;
  const example = dayAfter(today, 14);
  if ('problem' in asked) {
    const text = fill(problems[asked.problem], { example, max: String(longestWhat) });
    return [{ kind: 'sentence', text }];
  }
  if (asked.day === today) return [{ kind: 'sentence', text: fill(problems.today, { example }) }];
  // Where the person names no guide, the reminder is about the one that the person used last.
  const [session] = asked.what ? [] : await deps.coaching.store.list(person, 0, 1);
  const made = await makeReminder(deps, person, { session, what: asked.what, due: asked.day });
  if (!asked.clock) return made;
  const { hours } = await deps.commitments.settings(person);
  return [...made, { kind: 'sentence', text: fill(deps.texts.commitments.noClock, spoken(hours)) }];
}

async function setHours(
  { commitments, texts }: CommitmentDeps,
  person: string,
  request: NonNullable<ReturnType<typeof readHours>>,
): Promise<string> {
  const { hours: words } = texts.commitments;
  switch (request.kind) {
    case 'unclear':
      return words.unclear;
    case 'show':
      return fill(words.now, spoken((await commitments.settings(person)).hours));
    case 'reset':
      await commitments.keepHours(person, undefined);
      return fill(words.kept, spoken(usualHours));
    case 'set':
      await commitments.keepHours(person, request.hours);
      return fill(words.kept, spoken(request.hours));
  }
}

const spoken = ({ from, to }: OfficeHours) => ({ from: timeInWords(from), to: timeInWords(to) });
