import { dayInWords, dayOf } from '../shared/localTime';
import { type Card, type Step, type Value } from './flow';
import { typedValue, type Inputs, type Problem, readStep } from './response';
import { hasSlots, type StepInput, optionsOf } from './session';
import { isTick, isTicked } from './sharing';
import { titlesOf, worded } from './stepText';
import { type CoachDeps } from './ports';
import { type SessionState, type Press } from './guidance';

/**
 * Problems of responses that are worth keeping: a list that is half filled in, a day in the past, a line that is not compared
 * yet.
 */
const isHalf = (step: Step, problem: Problem): boolean =>
  problem === 'tooFew' || problem === 'past' || (step.kind === 'scene' && problem !== 'tooLong');

/**
 * Reads what a press gives: step id -> input, and step id -> why it is not taken. "Nästa" gives every step of the card; any other
 * button gives what has changed, as a draft. Where the flow has no such card, the inputs are kept as they were typed.
 */
export function readStepInput(
  coaching: CoachDeps,
  { session, state }: SessionState,
  card: Card | undefined,
  press: Press,
) {
  const { kind, inputs } = press;
  const given: Record<string, StepInput> = {};
  const problems: Record<string, Problem> = {};
  const answered = new Map(state.answered);
  for (const step of card?.steps ?? []) {
    const before = state.responses.get(step.id);
    const read = readStep(step, inputs, answered, dayOf(coaching.now()), before?.value);
    const value = 'value' in read ? read.value : isHalf(step, read.problem) ? typedValue(step, inputs) : null;
    const shared = value !== null && isTicked(session, step, inputs) ? true : undefined;
    if ('problem' in read && (kind === 'next' || read.problem === 'tooLong')) problems[step.id] = read.problem;
    else if (kind === 'next' || shared !== before?.shared || !same(value, before?.value ?? null))
      given[step.id] = {
        value,
        asked: worded(step, answered).ask,
        label: step.label,
        words: wordsOf(coaching, step, value, answered),
        ...(shared && { shared }),
      };
    answered.set(step.id, value);
  }
  return { given: card ? given : inputsOfRemovedCard(inputs), problems };
}

/**
 * The inputs of a card that the flow no longer has. They are kept as they were typed, within the limits of any card: twelve inputs
 * of 2,000 characters each.
 */
const inputsOfRemovedCard = (inputs: Inputs): Record<string, StepInput> =>
  Object.fromEntries(
    Object.entries(inputs)
      .filter(([id, text]) => text.length <= 2000 && !isTick(id))
      .slice(0, 12)
      .map(([id, text]) => [id, { value: text, asked: '', label: '', words: [text] }]),
  );

const same = (one: Value, other: Value): boolean => JSON.stringify(one) === JSON.stringify(other);

function wordsOf({ scale }: CoachDeps, step: Step, value: Value, answered: ReadonlyMap<string, Value>): string[] {
  if (value === null) return [];
  if (step.kind === 'scene') return hasSlots(value) ? [value.own ?? step.lines[value.line ?? '']?.say ?? ''] : [];
  if (typeof value !== 'string') {
    if (step.kind !== 'checklist') return Object.values(value);
    return Object.values(value).map((option: string) => step.options[option] ?? option);
  }
  switch (step.kind) {
    case 'choice':
      return [optionsOf(step, answered)[value] ?? value];
    case 'scale':
      return [titlesOf(step, scale)[value] ?? value];
    case 'date':
      return [dayInWords(value)];
    default:
      return [value];
  }
}
