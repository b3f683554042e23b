import { type OwnQuestion } from '../coaching/questionSet';
import { type QuestionSetView } from '../hr/questionSets';

/** A question in the form. It keeps what other kinds of questions ask for, so that a change of kind loses nothing. */
export interface FormQuestion {
  readonly kind: OwnQuestion['kind'];
  readonly ask: string;
  readonly intro: string;
  readonly options: readonly string[];
  readonly poles: readonly [string, string];
  readonly source?: NonNullable<OwnQuestion['source']>;
}

/** All that stands in the form. */
export interface FormSet {
  readonly title: string;
  readonly principle: string;
  readonly questions: readonly FormQuestion[];
}

export const mostQuestions = 3;
const mostOptions = 6;
const fewestRows = 3;

export const emptyQuestion: FormQuestion = { kind: 'choice', ask: '', intro: '', options: [], poles: ['', ''] };
export const emptySet: FormSet = { title: '', principle: '', questions: [emptyQuestion] };

/** A stored question set as the form holds it. */
export const formOf = ({ title, principle, questions }: QuestionSetView): FormSet => ({
  title,
  principle: principle ?? '',
  questions: questions.map((question) => ({ ...emptyQuestion, ...question })),
});

/** The rows for options: the written ones and one empty row, at least three, up to the most that a question may have. */
export const optionRows = (options: readonly string[]): string[] => {
  const rows = [...options, ''].slice(0, mostOptions);
  return [...rows, ...Array<string>(Math.max(0, fewestRows - rows.length)).fill('')];
};

/** The options with the text of one replaced. Empty rows at the end are left out. */
export function withOption(options: readonly string[], at: number, text: string): string[] {
  const rows = optionRows(options).map((option, row) => (row === at ? text : option));
  return rows.slice(0, rows.findLastIndex((row) => row !== '') + 1);
}

/** The form as the service takes it. */
export const wordsIn = ({ title, principle, questions }: FormSet): object => ({
  title,
  ...(principle && { principle }),
  questions: questions.map(({ kind, ask, intro, options, poles, source }) => ({
    kind,
    ask,
    intro,
    ...(kind === 'choice' && { options: options.filter((option) => option.trim()) }),
    ...(kind === 'scale' && { poles }),
    ...(source && { source }),
  })),
});
