import { type Json } from '../localTeams/activity';
import { type Step, type Value } from '../../src/coaching/flow';
import { inputId, nearestInput, ownInput, slotsOf, type Inputs } from '../../src/coaching/response';
import { entriesOf, hasSlots, optionsOf, type FlowProgress } from '../../src/coaching/session';
import { titlesOf } from '../../src/coaching/stepText';
import { type Texts } from '../../src/shared/texts';

/**
 * A step's fields as a card shows them, filled in with `inputs`, what the person entered last; without it, with the stored
 * response.
 */
export function fieldsOf(
  step: Step,
  { answered, responses }: FlowProgress,
  { scale, rehearsals: words }: Words,
  inputs?: Inputs,
): Json[] {
  const kept = inputs ?? savedIn(step, responses.get(step.id)?.value ?? null);
  const field = (type: string, label: string, more: Json = {}, id = step.id): Json => ({
    type,
    id,
    label,
    value: kept[id],
    ...more,
  });
  const choices = (options: Readonly<Record<string, string>>) =>
    Object.entries(options).map(([value, title]) => ({ value, title }));
  switch (step.kind) {
    case 'message':
      return [];
    case 'text':
      if (!step.each) return [field('Input.Text', step.label, { maxLength: step.max })];
      return Object.entries(entriesOf(step.each, answered)).map(([slot, entry]) =>
        field('Input.Text', entry, { maxLength: step.max }, inputId(step.id, slot)),
      );
    case 'list':
      return slotsOf(step).map((slot) =>
        field('Input.Text', `${step.entry} ${slot}`, { maxLength: step.max }, inputId(step.id, slot)),
      );
    case 'choice':
      return [field('Input.ChoiceSet', step.label, { choices: choices(optionsOf(step, answered)) })];
    case 'checklist':
      return [field('Input.ChoiceSet', step.label, { choices: choices(step.options), isMultiSelect: true })];
    case 'scale':
      return [field('Input.ChoiceSet', step.poles.join(' – '), { choices: choices(titlesOf(step, scale)) })];
    case 'scene': {
      const lines = choices(Object.fromEntries(Object.entries(step.lines).map(([id, { say }]) => [id, say])));
      const own = (label: string) => field('Input.Text', label, { maxLength: step.max }, ownInput(step.id));
      return kept[ownInput(step.id)]
        ? [own(words.yours), field('Input.ChoiceSet', words.nearest, { choices: lines }, nearestInput(step.id))]
        : [field('Input.ChoiceSet', words.lines, { choices: lines }), own(words.own)];
    }
    case 'date':
      return [field('Input.Date', step.label)];
  }
}

type Words = Pick<Texts['coaching'], 'scale' | 'rehearsals'>;

/** What the fields held that gave this value. */
function savedIn({ id, kind }: Step, value: Value): Inputs {
  if (value === null) return {};
  if (typeof value === 'string') return { [id]: value };
  if (kind === 'scene' && hasSlots(value)) {
    const { own, line } = value;
    if (own === undefined) return { ...(line && { [id]: line }) };
    return { [ownInput(id)]: own, ...(line && { [nearestInput(id)]: line }) };
  }
  if (kind === 'checklist') return { [id]: Object.values(value).join(',') };
  return Object.fromEntries(Object.entries(value).map(([slot, text]) => [inputId(id, slot), String(text)]));
}
