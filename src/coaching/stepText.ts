import { insideQuotes } from '../shared/insideQuotes';
import { fill, type Texts } from '../shared/texts';
import { type Card, type Flow, type Options, type Step, type Value } from './flow';
import { programmeCard } from './programme';
import { type Problem } from './response';
import { entriesOf } from './session';
import { type Scale } from './ports';
import { type SessionState } from './guidance';

type Sentences = Pick<Texts['coaching'], 'step' | 'stepOpen' | 'place' | 'placeAlone' | 'problems'>;

/**
 * The values of a sentence about where a person is: {title}, {position}, and {where}. {where} is "steg 3 av 8", or "steg 3" while
 * a coming choice decides how many steps there are.
 */
export function placeIn(
  { step, stepOpen }: Sentences,
  { state, flow }: SessionState,
  card: Card | undefined = state.at,
): Readonly<Record<'title' | 'position' | 'where', string>> {
  const at = state.path.findIndex(({ id }) => id === card?.id);
  const position = String((at < 0 ? state.path.length - 1 : at) + 1);
  const where =
    state.total === undefined ? fill(stepOpen, { position }) : fill(step, { position, total: String(state.total) });
  return { title: flow.title, position, where };
}

/** "Lämna över ett uppdrag · steg 3 av 8". A programme and a flow of one card have no steps to count. */
export const place = (texts: Sentences, current: SessionState, card?: Card): string =>
  fill(
    current.flow.cards.length > 1 && !programmeCard(current.flow) ? texts.place : texts.placeAlone,
    placeIn(texts, current, card),
  );

/** "1 minut", "5–10 minuter". */
export const timeNeeded = (
  { minute, minutes }: Pick<Texts['coaching'], 'minute' | 'minutes'>,
  flow: Pick<Flow, 'minutes'>,
): string => (flow.minutes === '1' ? minute : fill(minutes, flow));

/** Why a response was not taken, and what the person can do. `today` is a local ISO date. */
export function remedy(
  { problems }: Sentences,
  step: Step,
  problem: Problem,
  answered: ReadonlyMap<string, Value>,
  today: string,
): string {
  const entries = 'each' in step && step.each ? Object.keys(entriesOf(step.each, answered)).length : 0;
  return fill(problems[problem], {
    max: 'max' in step ? String(step.max) : '',
    least: String(step.kind === 'list' ? step.least : entries),
    example: today,
  });
}

/** A step's question and text for this person: those of the variant that an earlier choice has picked, else the step's own. */
export function worded(
  step: Step,
  answered: ReadonlyMap<string, Value>,
): { readonly ask: string; readonly text?: string } {
  const option = step.variant && answered.get(step.variant.step);
  const other = typeof option === 'string' ? step.variant?.is[option] : undefined;
  return { ask: other?.ask ?? step.ask, text: other?.text ?? step.text };
}

/** The titles of a scale's places: place -> what it is called, from one pole to the other. */
export function titlesOf({ poles: [left, right], between, declines }: ScaleStep, scale: Scale): Options {
  const toPole = (place: keyof Scale, pole: string) => fill(scale[place], { left: pole, right: pole });
  const titles: Scale = {
    ...scale,
    '1': toPole('1', left),
    '2': between?.[0] ?? toPole('2', insideQuotes(left)),
    '4': between?.[1] ?? toPole('4', insideQuotes(right)),
    '5': toPole('5', right),
  };
  return Object.fromEntries(Object.entries(titles).filter(([place]) => declines || place !== 'declined'));
}

type ScaleStep = Extract<Step, { kind: 'scale' }>;
