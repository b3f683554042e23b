import { z } from 'zod';
import { principles, type Flow, type Options as FlowOptions, type Principle, type Step } from './flow';
import { parseFlow } from './parseFlow';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

const { ownQuestions: texts } = editorTexts;

/** Questions that HR writes for one card. */
export const mostQuestions = 3;
/** Options that HR may write for a choice. "Vill inte svara" is added to them. */
export const mostOptions = 6;
/** The most characters that a manager may write. */
const longestAnswer = 500;

const markup = /[*_`~[\]<>{}\\|\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|:\/\/|\bwww\.|^[#+=-]/iu;
/** Refused in every text. A card reads Markdown, so a web address in a question would become a link in the name of HR. */
const { withoutMarkup } = texts;
/** A text by HR with letters and ordinary characters only. */
const words = (most: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(most, fill(texts.tooLong, { most }))
        .refine((text) => !markup.test(text), withoutMarkup),
    );
const filled = (most: number, empty: string) => words(most).refine((text) => text !== '', empty);

const common = {
  ask: filled(200, texts.noQuestion),
  /** A line below the question; may be empty. */
  intro: words(200).default(''),
  source: z.strictObject({ document: z.string().min(1).max(100), quote: z.string().trim().min(1).max(600) }).optional(),
};
const Options = z
  .array(filled(80, texts.emptyOption))
  .min(2, texts.tooFewOptions)
  .max(mostOptions, fill(texts.tooManyOptions, { most: mostOptions }))
  .refine(
    (options) => new Set(options.map((option) => option.toLowerCase())).size === options.length,
    texts.sameOptions,
  )
  .refine(
    (options) => !options.some((option) => /^(jag )?vill (inte|ej) svara\.?$/i.test(option)),
    texts.declinedComesAlong,
  );
const pole = filled(60, texts.noPole);

/** A question as HR writes it. */
export const OwnQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), ...common, options: Options }),
  z.strictObject({ kind: z.literal('scale'), ...common, poles: z.tuple([pole, pole]) }),
  z.strictObject({ kind: z.literal('text'), ...common }),
  z.strictObject({ kind: z.literal('yesNo'), ...common }),
]);
export type OwnQuestion = z.infer<typeof OwnQuestion>;

/** What HR writes for a question set: the questions of one card. The title may be empty. */
export const QuestionSetWords = z.strictObject({
  title: words(60).default(''),
  principle: z.enum(principles).optional(),
  questions: z
    .array(OwnQuestion)
    .min(1, texts.noQuestions)
    .max(mostQuestions, fill(texts.tooManyQuestions, { most: mostQuestions })),
});
export type QuestionSetWords = z.infer<typeof QuestionSetWords>;

/** The sentences on every card of HR's own questions, from cards/texts.sv.json. */
export interface OwnQuestionTexts {
  readonly title: string;
  readonly purpose: string;
  readonly seenBy: { readonly counted: string; readonly written: string };
  readonly yes: string;
  readonly no: string;
  readonly declined: string;
  readonly aboutThings: string;
}

const declined = 'vill-inte-svara';

/** The steps of a flow's file for HR's own questions. */
export function stepsOf(questions: readonly OwnQuestion[], texts: OwnQuestionTexts): object[] {
  return questions.map((question, at) => {
    const { kind, ask, intro, source } = question;
    const text = intro || (kind === 'text' ? texts.aboutThings : undefined);
    const step = { id: `fraga-${at + 1}`, ask, ...(text && { text }), ...(source && { source }) };
    switch (kind) {
      case 'choice': {
        const options = Object.fromEntries(question.options.map((option, nth) => [`svar-${nth + 1}`, option]));
        return { ...step, kind: 'choice', options: { ...options, [declined]: texts.declined } };
      }
      case 'yesNo':
        return { ...step, kind: 'choice', options: { ja: texts.yes, nej: texts.no, [declined]: texts.declined } };
      case 'scale':
        return { ...step, kind: 'scale', poles: question.poles, declines: true };
      case 'text':
        return { ...step, kind: 'text', max: longestAnswer, optional: true };
    }
  });
}

/** One version of a question set. It never changes: a change of the set makes the next version. */
export interface QuestionSetVersion {
  /** The set's id. */
  readonly set: string;
  readonly version: number;
  readonly title: string;
  readonly principle?: Principle;
  /** As in a flow's file, all on one card. */
  readonly steps: readonly object[];
}

/** The flow id of a version of a question set, which campaigns and sessions store. */
export const flowIdOf = ({ set, version }: Pick<QuestionSetVersion, 'set' | 'version'>): string =>
  `egen-${set}-${version}`;

/** The set and the version that a flow id names; undefined for a flow that is not HR's own. */
export function versionNamed(flow: string): Pick<QuestionSetVersion, 'set' | 'version'> | undefined {
  const [, set, version] = /^egen-([0-9a-f-]{36})-([1-9]\d{0,8})$/.exec(flow) ?? [];
  return set && version ? { set, version: Number(version) } : undefined;
}

/** The flow of a version. The parser of cards/reflections reads it, with the same limits. @throws {FlowError} */
export function flowOfVersion(version: QuestionSetVersion, texts: OwnQuestionTexts): Flow {
  const { title, principle, steps } = version;
  const isCounted = steps.some((step) => (step as { kind?: unknown }).kind !== 'text');
  const name = title || texts.title;
  return parseFlow(
    `${flowIdOf(version)}.yaml`,
    JSON.stringify({
      title: name,
      purpose: texts.purpose,
      minutes: String(steps.length),
      seenBy: isCounted ? texts.seenBy.counted : texts.seenBy.written,
      retention: 'P365D',
      starts: [name],
      principle,
      summary: name,
      steps: [steps],
    }),
  );
}

/** The questions of a flow as HR's form shows them, for changing or copying. */
export function questionsOf({ cards }: Flow, texts: OwnQuestionTexts): OwnQuestion[] {
  return cards.flatMap(({ steps }) => steps).map((step) => asQuestion(step, texts));
}

function asQuestion(step: Step, texts: OwnQuestionTexts): OwnQuestion {
  const { ask, text = '', source } = step;
  const own = { ask, intro: step.kind === 'text' && text === texts.aboutThings ? '' : text, ...(source && { source }) };
  if (step.kind === 'scale') return { kind: 'scale', ...own, poles: [...step.poles] };
  if (step.kind !== 'choice') return { kind: 'text', ...own };
  const ids = Object.keys(step.options);
  if (ids.join() === `ja,nej,${declined}`) return { kind: 'yesNo', ...own };
  return { kind: 'choice', ...own, options: optionsIn(step.options) };
}

const optionsIn = (options: FlowOptions): string[] =>
  Object.entries(options).flatMap(([id, title]) => (id === declined ? [] : [title]));
