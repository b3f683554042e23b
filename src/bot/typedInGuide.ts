import { typedInputOf } from '../coaching/coach';
import { type Card, type Step } from '../coaching/flow';
import { type SessionState } from '../coaching/guidance';
import { type CoachDeps } from '../coaching/ports';
import { inputsFor, type Inputs } from '../coaching/response';
import { optionsOf } from '../coaching/session';
import { shareInput, ticked } from '../coaching/sharing';
import { placeIn, titlesOf } from '../coaching/stepText';
import { readDay } from '../commitments/spokenDay';
import { dayOf } from '../shared/localTime';
import { fill } from '../shared/texts';
import { bare, type Command } from './commands';
import { respond, resumeGuide, type GuideDeps, type Sender } from './pressGuide';
import { type Reply } from './reply';

/** The session that a person is in the middle of, and its card. */
type Current = SessionState & { readonly at: Card };

/**
 * Takes a text that a person typed while a guide was open as the response to the card, and returns the replies.
 * Returns undefined where the open card has no text field, or has not been shown yet: then nothing has changed.
 * `text` is surely no question; the caller has decided that.
 */
export async function typedResponse(
  guiding: GuideDeps,
  sender: Sender,
  current: Current,
  text: string,
): Promise<Reply[] | undefined> {
  const input = typedInputOf(current.at);
  return input !== undefined && takesText(current)
    ? take(guiding, sender, current, {
        ...answered(current, current.at.steps.slice(1)),
        [input]: text,
      })
    : undefined;
}

/** Whether any text may be the response to the open card. */
export const takesText = (current: Current): boolean => !isWaiting(current) && typedInputOf(current.at) !== undefined;

/**
 * Takes the title of an option, or a day, as the response to a card that asks for nothing else; undefined where the text is none
 * of these. It is so surely a response that it goes before a command: "ja" answers a question.
 */
export async function typedOption(
  guiding: GuideDeps,
  sender: Sender,
  current: Current,
  text: string,
): Promise<Reply[] | undefined> {
  const inputs = isWaiting(current) ? undefined : inputsOfOption(guiding.coaching, current, text);
  return inputs && take(guiding, sender, current, inputs);
}

/** Takes "ja", "kanske" and the like as the response to the card; where the card takes no text, asks whether to go on. */
export const answerOrOffer = async (guiding: GuideDeps, sender: Sender, current: Current, text: string) =>
  (await typedResponse(guiding, sender, current, text)) ?? [{ kind: 'offer' as const, current, typed: text }];

/** Commands that a manager may just as well say to the other person in a rehearsal. */
const talk = new Set<Command>(['greeting', 'about', 'thanks', 'human', 'wrongAnswer', 'cannot', 'trouble', 'english']);

/** Takes "tack" and the like as the manager's own line in a rehearsal; undefined elsewhere. */
export const typedLine = async (
  guiding: GuideDeps,
  sender: Sender,
  current: Current,
  { command, text }: { readonly command: Command; readonly text: string },
): Promise<Reply[] | undefined> =>
  current.at.steps[0]?.kind === 'scene' && talk.has(command)
    ? typedResponse(guiding, sender, current, text)
    : undefined;

/** "Nästa", "hoppa över" or "tillbaka" in words: the same as the button on the card that is open. */
export async function moveByWord(
  guiding: GuideDeps,
  sender: Sender,
  current: Current,
  kind: 'next' | 'back',
): Promise<Reply[]> {
  // The card that comes later has no answer to give yet.
  if (kind === 'next' && isWaiting(current)) return resumeGuide(guiding, sender);
  const { at, session } = current;
  const inputs = answered(current, at.steps);
  return respond(guiding, sender.person, { session: session.id, card: at.id, kind, inputs, key: sender.key });
}

/** What these steps of the open card hold already. */
function answered({ state }: Current, steps: readonly Step[]): Inputs {
  let inputs: Inputs = {};
  for (const step of steps) {
    const { value = null, shared } = state.responses.get(step.id) ?? {};
    inputs = { ...inputs, ...inputsFor(step, value), ...(shared && { [shareInput(step.id)]: ticked }) };
  }
  return inputs;
}

function inputsOfOption(coaching: CoachDeps, { at: { steps }, state }: Current, text: string): Inputs | undefined {
  const [step, ...others] = steps.filter(({ kind }) => kind !== 'message');
  if (!step || others.length) return undefined;
  if (step.kind === 'date') {
    const read = readDay(text, dayOf(coaching.now()));
    return 'day' in read ? { [step.id]: read.day } : undefined;
  }
  if (step.kind !== 'choice' && step.kind !== 'scale') return undefined;
  const options = Object.entries(
    step.kind === 'choice' ? optionsOf(step, state.answered) : titlesOf(step, coaching.scale),
  );
  const said = bare(text);
  // "Samverkan: rätt fråga på rätt plats" is chosen with "samverkan" too.
  const chosen = options.find(([, title]) => bare(title) === said || bare(title.split(':')[0] ?? '') === said);
  return chosen && { [step.id]: chosen[0] };
}

function take(guiding: GuideDeps, { person, key }: Sender, current: Current, inputs: Inputs): Promise<Reply[]> {
  const { at, session } = current;
  const texts = guiding.texts.coaching;
  const notice =
    at.steps[0]?.kind === 'scene' ? texts.rehearsals.takenAsLine : fill(texts.takenAsResponse, placeIn(texts, current));
  return respond(guiding, person, { session: session.id, card: at.id, kind: 'next', inputs, key }, notice);
}

/** Whether the card comes some days later, and the person has not asked for it yet. */
const isWaiting = ({ at, session }: Current): boolean =>
  at.steps[0]?.afterDays !== undefined && session.moves.at(-1)?.kind === 'next';
