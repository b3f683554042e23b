import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { readSuggestionRules } from '../../src/knowledge/coldStart/rules';
import { suggestQuestions } from '../../src/knowledge/coldStart/suggestQuestions';
import { askedFile } from '../../src/knowledge/documents/asked';
import { readDocuments } from '../../src/knowledge/documents/document';
import { passagesOf, type Passage } from '../../src/knowledge/documents/passages';
import { libraryOf, withQuestions, type Library } from '../../src/knowledge/library';
import { type SearchResources } from '../../src/knowledge/ranking/question';
import { type Topic } from '../../src/knowledge/topics/topic';
import { type EvaluationQuestion } from './evaluationFiles';
import { type Judged } from './metrics';

/**
 * What the search does with questions to documents that are put beside a library: as they are, with every suggestion
 * accepted, and with what an editor has written in the folder's asked.yaml, where there is one. The library's own topics answer too.
 */
export function judgeNewDocuments(
  own: { readonly passages: readonly Passage[]; readonly topics: readonly Topic[]; readonly wording: SearchResources },
  folder: string,
  questions: readonly EvaluationQuestion[],
  judge: (library: Library, question: EvaluationQuestion) => Judged,
): Judged[] {
  const rules = readSuggestionRules(path.join(projectRoot, 'knowledge/suggestions.yaml'));
  const uploaded = readDocuments(folder).flatMap(passagesOf);
  const accepted = uploaded.map((passage): Passage => {
    const suggested = suggestQuestions(rules, passage).map(({ question }) => question);
    return suggested.length > 0 ? { ...passage, asked: suggested } : passage;
  });
  const judged = (kind: string, added: readonly Passage[]) => {
    const library = libraryOf([...own.passages, ...added], own.wording, [], own.topics);
    return questions.map((question) => ({ ...judge(library, question), kind }));
  };
  const edited = existsSync(askedFile(folder)) ? judged('edited', withQuestions(uploaded, folder)) : [];
  return [...judged('uploaded', uploaded), ...judged('suggestions accepted', accepted), ...edited];
}
