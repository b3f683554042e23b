import path from 'node:path';
import { readSuggestionRules } from '../../src/knowledge/coldStart/rules';
import { documentHelp } from '../../src/hr/documentHelp';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';
import { theLibrary } from '../knowledge/library';

const texts = readTexts(path.join(projectRoot, 'cards'));
const help = documentHelp(
  readSuggestionRules(path.join(projectRoot, 'knowledge', 'suggestions.yaml')),
  texts.readWarnings,
);

describe('beside a document that was read', () => {
  it('HR gets one line for each kind of warning, and the page where it is on one', () => {
    const told = help.warningsIn([
      { kind: 'columns', page: 3 },
      { kind: 'hidden', count: 4 },
      { kind: 'noText', page: 5 },
      { kind: 'noText', page: 6 },
    ]);
    expect(told.map(({ kind, page }) => [kind, page])).toEqual([
      ['columns', 3],
      ['hidden', undefined],
      ['noText', undefined],
    ]);
    expect(told.every(({ words }) => words.length > 10)).toBe(true);
    expect(help.warningsIn([])).toEqual([]);
  });

  it('HR gets questions for passages of our own documents, and none that is asked already', () => {
    const passages = [...theLibrary().passages];
    const suggested = passages.map((passage) => help.suggest(passage));
    expect(suggested.filter((questions) => questions.length).length).toBeGreaterThan(passages.length / 4);
    for (const [at, questions] of suggested.entries())
      for (const question of questions) expect(passages[at]!.asked ?? []).not.toContain(question);
  });
});
