import { type Options, type Source, type Step, type Value } from '../coaching/flow';
import { mostText } from '../coaching/parseFlow';
import { typedValue, inputId, slotsOf } from '../coaching/response';
import { entriesOf, optionsOf } from '../coaching/session';
import { isShareable } from '../coaching/sharing';
import { place, remedy, timeNeeded, titlesOf, worded } from '../coaching/stepText';
import { dayOf } from '../shared/localTime';
import { type SentByHr } from '../bot/reply';
import { fill } from '../shared/texts';
import { button, inert, oneRow, plainTitle } from './button';
import { sentButtons, sentLead, shareToggle } from './campaignFooter';
import { sourceView, type CardContext } from './cardContext';
import { followedBy, isComparing, paragraphsOf, sceneBefore, sceneInputs, spoken } from './sceneView';
import { shortened } from './citedQuote';
import { type Guidance } from '../coaching/guidance';
import { beginning } from '../shared/beginning';

type StepGuidance = Extract<Guidance, { kind: 'step' }>;

/** The most characters of an option's title that a phone shows without scrolling. */
const longestTitle = 120;
/** Up to this many characters a text gets a field of one line. */
const oneLine = 120;

/** What layouts/step.json shows: one card of a guide, with what the person has written in its fields. */
export function stepCard(setting: CardContext, shown: StepGuidance, notice?: string, sent?: SentByHr) {
  const { texts, now } = setting;
  const { session, flow, state, card } = shown;
  const { buttons: titles, facts } = texts.coaching;
  const data = { session: session.id, card: card.id, revision: state.revision };
  const isFirst = state.path[0]?.id === card.id;
  const isNew = state.revision === 0;
  const asking = card.steps.filter(({ kind }) => kind !== 'message');
  const invented = asking.some(({ kind }) => kind === 'scene');
  const isLast = !invented && state.total !== undefined && state.path.at(-1)?.id === card.id;
  const sources = [...(isNew ? [flow.source] : []), ...card.steps.map(({ source }) => source)].filter(
    (source) => source !== undefined,
  );
  const viewsOf = (all: readonly Source[]) => all.flatMap((source) => sourceView(setting, source) ?? []);
  const seen = fill(facts, { time: timeNeeded(texts.coaching, flow), seenBy: flow.seenBy });
  const about = [flow.purpose, ...(invented ? [texts.coaching.rehearsals.invented] : []), seen];
  const goOn = flow.invites === undefined ? (isLast ? titles.done : titles.next) : texts.invitation.begin;
  const go = button(goOn, 'next', data, 'positive');
  const others = [
    ...(asking.length && asking.every(({ optional }) => optional) ? [button(titles.skip, 'next', data)] : []),
    ...(isFirst ? [] : [button(titles.back, 'back', data)]),
  ];
  const aside = [button(titles.pause, 'pause', data), button(titles.stop, 'stop', data)];
  return {
    place: place(texts.coaching, shown, card),
    progress: progressOn(shown),
    notices: notice ? [{ text: notice }] : [],
    followed: followedBy(setting, sceneBefore(state, card), state),
    lead: (sent ? [sentLead(setting, flow, sent)] : isNew ? about : []).map(asText),
    fields: card.steps.map((step) => field(setting, step, shown, dayOf(now()), sent)),
    // A source that the card is about is open. All others are folded away.
    open: viewsOf(sources.filter(({ open }) => open)),
    sources: viewsOf(sources.filter(({ open }) => !open)),
    buttons: sent && isNew ? oneRow([go, ...sentButtons(setting, session)]) : oneRow([go, ...others], aside),
    labels: { source: texts.coaching.source },
  };
}

const asText = (text: string) => ({ text });

/** How far the guide has come, as a bar. The words above it say the same. Empty while a coming choice decides the length. */
function progressOn({ state, card }: StepGuidance) {
  const { total, path } = state;
  if (total === undefined || total < 2) return [];
  return [{ value: path.findIndex(({ id }) => id === card.id) + 1, max: total }];
}

/** From this many scales on one card, each is a list that unfolds. As buttons they would fill several screens of a phone. */
const manyScales = 3;

function field(setting: CardContext, step: Step, shown: StepGuidance, today: string, sent?: SentByHr) {
  const { texts } = setting;
  const { card, state, problems, inputs } = shown;
  const { optional, private: own } = texts.coaching;
  const { answered } = state;
  const { ask, text } = worded(step, answered);
  const compact = card.steps.filter(({ kind }) => kind === 'scale').length >= manyScales && step.kind === 'scale';
  const problem = problems[step.id];
  const kept = state.responses.get(step.id)?.value ?? null;
  const value = inputs ? typedValue(step, inputs) : kept;
  return {
    ask,
    paragraphs: text ? paragraphsOf(text) : [],
    spoken: spoken(texts, step),
    hints:
      step.kind === 'scene' ? [] : [...(step.optional ? [optional] : []), ...(step.private ? [own] : [])].map(asText),
    poles: compact ? [{ left: step.poles[0], right: step.poles[1] }] : [],
    problems: problem ? [asText(remedy(texts.coaching, step, problem, answered, today))] : [],
    inputs: [
      ...inputsOf(texts, labelled(setting, step, card.steps), value, {
        answered,
        today,
        compact,
        spare: spareOn(card.steps, answered),
        comparing: isComparing(kept, value),
      }),
      ...(sent && isShareable(step) ? [shareToggle(setting, step, shown)] : []),
    ],
  };
}

/** A step whose response has no label. The question stands above its input, so the input does not repeat it. */
function labelled({ texts: { ownQuestions } }: CardContext, step: Step, steps: readonly Step[]): Step {
  if (step.label !== step.ask) return step;
  const number = String(steps.indexOf(step) + 1);
  return { ...step, label: steps.length > 1 ? fill(ownQuestions.answerTo, { number }) : ownQuestions.answer };
}

/** A field takes this many more characters than the limit, so that a text that is too long can come back and be shortened. */
function spareOn(steps: readonly Step[], answered: ReadonlyMap<string, Value>): number {
  const lengths = steps.flatMap((step) => {
    if (step.kind === 'list') return slotsOf(step).map(() => step.max);
    if (step.kind !== 'text') return [];
    return step.each ? Object.values(entriesOf(step.each, answered)).map((words) => step.max + words.length) : step.max;
  });
  const filled = lengths.reduce((sum, each) => sum + each, 0);
  return Math.max(0, Math.floor((mostText - filled) / lengths.length));
}

/** The inputs of one step, as layouts/step.json tells them apart by type. */
function inputsOf(
  all: CardContext['texts'],
  step: Step,
  value: Value,
  {
    answered,
    today,
    compact,
    spare,
    comparing,
  }: { answered: ReadonlyMap<string, Value>; today: string; compact: boolean; spare: number; comparing: boolean },
): object[] {
  const texts = all.coaching;
  const one = typeof value === 'string' ? value : '';
  const slotted = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Options) : {};
  const input = (id: string, label: string, more: object) => ({ id, label, above: [], value: one, ...more });
  const choices = (options: Options, many = false, chosen: readonly string[] = [one]) =>
    input(step.id, step.label, {
      type: 'choices',
      many,
      style: compact ? 'compact' : 'expanded',
      placeholder: compact ? texts.choose : '',
      value: Object.keys(options)
        .filter((option) => chosen.includes(option))
        .join(','),
      choices: Object.entries(options).map(([id, title]) => ({ title: plainTitle(title), value: id })),
    });
  const text = (id: string, label: string, max: number, kept: string, above: readonly string[] = []) =>
    input(id, label, {
      type: 'text',
      max,
      multiline: max > oneLine,
      value: inert(beginning(kept, max + spare)),
      above: above.map((words) => ({ text: inert(words) })),
    });
  switch (step.kind) {
    case 'message':
      return [];
    case 'text':
      if (!step.each) return [text(step.id, step.label, step.max, typeof value === 'string' ? value : '')];
      return Object.entries(entriesOf(step.each, answered)).map(([slot, words], at) => {
        const label = fill(texts.noteLabel, { label: step.label, number: String(at + 1) });
        return text(inputId(step.id, slot), label, step.max, slotted[slot] ?? '', [words]);
      });
    case 'list':
      return slotsOf(step).map((slot) => {
        const label = fill(texts.entryLabel, { entry: step.entry, number: slot });
        return text(inputId(step.id, slot), label, step.max, slotted[slot] ?? '');
      });
    case 'choice': {
      const entries = step.each ? entriesOf(step.each, answered) : {};
      const numbered = Object.entries(optionsOf(step, answered)).map(([id, words], at) => {
        const title = fill(texts.entryTitle, { number: String(at + 1), words: shortened(words, longestTitle) });
        return [id, id in entries ? title : words] as const;
      });
      return [choices(Object.fromEntries(numbered))];
    }
    case 'scale':
      return [choices(titlesOf(step, texts.scale))];
    case 'checklist':
      return [choices(step.options, true, Array.isArray(value) ? value : [])];
    case 'scene':
      return sceneInputs(all, step, value, comparing, input);
    case 'date':
      return [input(step.id, step.label, { type: 'date', min: today, value: /^[\d-]{10}$/.test(one) ? one : '' })];
  }
}
