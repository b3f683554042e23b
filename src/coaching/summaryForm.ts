import { type Card, type Step, type SummaryForm } from './flow';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** The forms that consist of a name only. */
export const plainForms = ['list', 'alternatives', 'agreement', 'profile'] as const;

/**
 * Why a summary's form does not fit the steps of its guide, in the words of a person who writes flow files; undefined where it
 * fits.
 */
export function formFault(form: SummaryForm, cards: readonly Card[]): string | undefined {
  const steps = cards.flatMap((card) => card.steps);
  const needs = (kind: Step['kind']) =>
    steps.some((step) => step.kind === kind)
      ? undefined
      : fill(editorTexts.guides.formNeeds, { form: form.form, kind });
  switch (form.form) {
    case 'alternatives':
      return needs('list');
    case 'profile':
      return needs('scale');
    case 'table': {
      const known = steps.filter((step) => step.kind !== 'message' && step.kind !== 'list' && !isOfEntries(step));
      const ids = known.map(({ id }) => id);
      const named = form.rows.flatMap(({ cells }) => cells.flat());
      const wrong = named.find((id, at) => !ids.includes(id) || named.indexOf(id) !== at);
      return wrong && fill(editorTexts.guides.formRows, { step: wrong, allowed: ids.join(', ') });
    }
    default:
      return undefined;
  }
}

const isOfEntries = (step: Step): boolean => 'each' in step && step.each !== undefined;
