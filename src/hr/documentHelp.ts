import { warningLines } from '../documents/readWarning';
import { type SuggestionRule } from '../knowledge/coldStart/rules';
import { suggestQuestions } from '../knowledge/coldStart/suggestQuestions';
import { type Texts } from '../shared/texts';
import { type DocumentLibrary } from './documentLibrary';

/**
 * What HR gets besides a document that was read: in words what was uncertain, and questions that people may ask, made by these
 * rules.
 */
export function documentHelp(
  rules: readonly SuggestionRule[],
  texts: Texts['readWarnings'],
): Pick<DocumentLibrary, 'suggest' | 'warningsIn'> {
  return {
    suggest: (passage) => suggestQuestions(rules, passage).map(({ question }) => question),
    warningsIn: (warnings) =>
      [...new Set(warnings.map(({ kind }) => kind))].flatMap((kind) => {
        const same = warnings.filter((warning) => warning.kind === kind);
        const pages = [...new Set(same.flatMap(({ page }) => page ?? []))];
        const [page] = pages;
        return warningLines(texts, same).map((words) => ({ kind, words, ...(pages.length === 1 && { page }) }));
      }),
  };
}
