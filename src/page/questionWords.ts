import { type Principle } from '../coaching/flow';
import { type OwnQuestion } from '../coaching/questionSet';
import { type QuestionSetEntry } from '../hr/questionSets';
import { texts } from './texts';

/** What the principles are called, in their order. */
export const principleWords: Readonly<Record<Principle, string>> = texts.principles;

export const setStateWords: Readonly<
  Record<QuestionSetEntry['state'], { readonly label: string; readonly color: string }>
> = {
  ready: { label: texts.ownQuestions.states.readyOne, color: 'success' },
  draft: { label: texts.words.draft, color: 'subtle' },
  retired: { label: texts.ownQuestions.states.withdrawn, color: 'informative' },
};

export const kindWords: Readonly<Record<OwnQuestion['kind'], string>> = texts.questionKinds;
