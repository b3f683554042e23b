import { ask } from '../../src/knowledge/answer';
import { documentsOf } from '../../src/knowledge/index/buildIndex';
import { type Passage } from '../../src/knowledge/documents/passages';
import { libraryOf, type Library } from '../../src/knowledge/library';
import { type SearchResources } from '../../src/knowledge/ranking/question';
import { search } from '../../src/knowledge/search';
import { isRightPassage, type EvaluationQuestion } from './evaluationFiles';
import { type Judged } from './metrics';

/** A passage without its known questions. */
export const cold = ({ asked: _, ...passage }: Passage): Passage => passage;

/** The questions of each document. Only those that no other document answers, so that known questions elsewhere do not help. */
export function questionsByDocument(
  passages: readonly Passage[],
  questions: readonly EvaluationQuestion[],
): Map<string, EvaluationQuestion[]> {
  const own = new Map<string, EvaluationQuestion[]>();
  for (const question of questions) {
    const right = documentsOf(passages.filter(isRightPassage(question)));
    const [document] = right;
    if (document && right.length === 1) own.set(document.id, [...(own.get(document.id) ?? []), question]);
  }
  return own;
}

/** The settings that are compared. */
export const settings = ['warm', 'all cold', 'this one cold', 'beside a cold one'] as const;

/**
 * What the search does with each document's questions where all documents, none, or all but this one have known questions; with
 * the others' questions where one document has none; and with questions that nothing answers.
 */
export function judgeCold(
  passages: readonly Passage[],
  wording: SearchResources,
  questions: readonly EvaluationQuestion[],
): Judged[] {
  const own = questionsByDocument(passages, questions);
  const documents = [...own.keys()];
  const everyOne = [...own.values()].flat();
  const unanswerable = questions.filter((question) => !question.answerable);
  // Topics quote the documents in words that people use. A new document has no topics.
  const among = (isCold: (document: string) => boolean): Library =>
    libraryOf(
      passages.map((passage) => (isCold(passage.document.id) ? cold(passage) : passage)),
      wording,
    );
  const judge = (kind: string, library: Library, asked: readonly EvaluationQuestion[]) =>
    asked.map((question) => judged(kind, library, question));
  const [warm, allCold, thisCold, beside] = settings;
  const left = documents.map((id) => ({ id, library: among((one) => one === id) }));
  return [
    ...judge(
      warm,
      among(() => false),
      [...everyOne, ...unanswerable],
    ),
    ...judge(
      allCold,
      among(() => true),
      [...everyOne, ...unanswerable],
    ),
    ...left.flatMap(({ id, library }) => judge(thisCold, library, [...(own.get(id) ?? []), ...unanswerable])),
    ...left.flatMap(({ id, library }) =>
      judge(
        beside,
        library,
        everyOne.filter((one) => !own.get(id)?.includes(one)),
      ),
    ),
  ];
}

function judged(kind: string, library: Library, question: EvaluationQuestion): Judged {
  const isRight = isRightPassage(question);
  const at = search(library.index, question.q, 10).findIndex(({ passage }) => isRight(passage));
  const { outcome } = ask(library, question.q);
  return {
    kind,
    answerable: question.answerable,
    outcome: outcome === 'topic' ? 'found' : outcome,
    rank: at < 0 ? undefined : at + 1,
  };
}
