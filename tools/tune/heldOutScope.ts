import { noScope, scopeOf, trainScope, type Scope, type ScopeQuestions } from '../../src/knowledge/scope/scopeModel';
import { wordsOf } from '../../src/knowledge/text/swedish';

const folds = 10;

const sameWords = (text: string): string => [...new Set(wordsOf(text).map(({ stem }) => stem))].sort().join(' ');

/**
 * Scores judged questions with a model that has seen none of them, nor any other question with the same words in another order.
 */
export function unseenScope(questions: ScopeQuestions, judged: readonly string[]): (text: string) => Scope {
  const known = new Set(judged.map(sameWords));
  const isUnseen = (text: string) => !known.has(sameWords(text));
  const model = trainScope({
    asked: questions.asked.filter(isUnseen),
    ways: questions.ways.filter(isUnseen),
    outOfScope: questions.outOfScope.filter(isUnseen),
  });
  return (text) => (model ? scopeOf(model, wordsOf(text)) : noScope);
}

/** Scores the out-of-scope questions, each with a model that was trained without its tenth of them. */
export function crossFitted(questions: ScopeQuestions): { readonly text: string; readonly scope: Scope }[] {
  const { outOfScope } = questions;
  const parts = Array.from({ length: folds }, (_, fold) => outOfScope.filter((_, at) => at % folds === fold));
  return parts.flatMap((part) => {
    const unseen = unseenScope(questions, part);
    return part.map((text) => ({ text, scope: unseen(text) }));
  });
}
