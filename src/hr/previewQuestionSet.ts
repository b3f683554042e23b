import { randomUUID } from 'node:crypto';
import { type Finding } from '../coaching/questionCheck';
import { flowOfVersion, stepsOf } from '../coaching/questionSet';
import { type HrService } from './hrService';
import { isSaid, readWords, refuseUnreadable } from './questionSets';
import { hrTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** What a person sees beside the form. */
export interface QuestionSetPreview {
  readonly card: unknown;
  readonly findings: readonly Finding[];
}

/** The placeholder for a text that is not written yet. */
const toCome = {
  ask: hrTexts.preview.ask,
  pole: '…',
  option: (number: number) => fill(hrTexts.preview.option, { number }),
};

/**
 * The card of what HR has written so far, and what the check finds. Nothing is stored.
 * @throws {Declined} `invalid` where a field is wrong
 */
export function previewQuestionSet(hr: HrService, json: unknown): QuestionSetPreview {
  const words = readWords(withPlaceholders(json));
  // A quotation that the document does not hold is shown on no card.
  const said = words.questions.map((question) =>
    isSaid(hr, question) ? question : { ...question, source: undefined },
  );
  const version = { set: randomUUID(), version: 1, ...words, steps: stepsOf(said, hr.ownTexts) };
  refuseUnreadable(hr, version);
  return { card: hr.cardOf(flowOfVersion(version, hr.ownTexts)), findings: hr.checkQuestions(words) };
}

/** Fills in what is not written yet, so that a half-written set can be read. */
function withPlaceholders(json: unknown): unknown {
  const { questions = [], ...words } = Object(json) as { questions?: unknown };
  const isEmpty = (text: unknown) => typeof text === 'string' && !text.trim();
  const filled = (text: unknown, instead: string) => (isEmpty(text) ? instead : text);
  return {
    ...words,
    questions: !Array.isArray(questions)
      ? questions
      : questions.map((each: unknown) => {
          const question = Object(each) as Record<string, unknown>;
          const { ask, options, poles } = question;
          return {
            ...question,
            ask: filled(ask, toCome.ask),
            ...(Array.isArray(options) && { options: enough(options.filter((one) => !isEmpty(one))) }),
            ...(Array.isArray(poles) && { poles: poles.map((pole) => filled(pole, toCome.pole)) }),
          };
        }),
  };
}

/** At least two options. */
const enough = (options: readonly unknown[]): unknown[] =>
  Array.from({ length: Math.max(2, options.length) }, (_, at) => options[at] ?? toCome.option(at + 1));
