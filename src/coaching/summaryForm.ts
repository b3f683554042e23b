import { type Card, type Step } from './flow';

/** How a guide's summary is set out, as its file says. */
export type SummaryForm =
  /** The responses, one under the other. */
  | { readonly form: 'list' }
  /** The entries of a list beside what was said of each, the chosen one marked. */
  | { readonly form: 'alternatives' }
  /** A draft for two: what is private stands apart from it. */
  | { readonly form: 'agreement' }
  /** The scales between their poles, with earlier times beside. */
  | { readonly form: 'profile' }
  /** A row of responses for each heading: how it is, and how it shall be. */
  | { readonly form: 'table'; readonly columns: readonly [string, string]; readonly rows: readonly TableRow[] };

export interface TableRow {
  readonly label: string;
  /** The ids of the steps whose responses stand in the first and in the second column. */
  readonly cells: readonly [readonly string[], readonly string[]];
}

export const plainForms = ['list', 'alternatives', 'agreement', 'profile'] as const;

/** Why a form does not fit the steps of its guide, in the words of the one who writes the file; undefined where it fits. */
export function formFault(form: SummaryForm, cards: readonly Card[]): string | undefined {
  const steps = cards.flatMap((card) => card.steps);
  const needs = (kind: Step['kind']) =>
    steps.some((step) => step.kind === kind)
      ? undefined
      : `formen ${form.form} behöver minst ett steg av sorten ${kind}. Tillåtet: list, agreement eller table.`;
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
      return wrong && `rows har ${wrong}. Tillåtet: vart och ett av ${ids.join(', ')}, en gång.`;
    }
    default:
      return undefined;
  }
}

const isOfEntries = (step: Step): boolean => 'each' in step && step.each !== undefined;
