import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDocuments } from '../../../src/knowledge/documents/document';
import { wordsOf } from '../../../src/knowledge/text/swedish';
import { readSynonyms } from '../../../src/knowledge/text/synonyms';
import { knowledge, theLibrary } from '../library';

const folder = mkdtempSync(path.join(tmpdir(), 'synonyms-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('readSynonyms', () => {
  it('keeps words and phrases as stems', () => {
    const file = path.join(folder, 'a.yaml');
    writeFileSync(file, 'gå emot: [kritiken]\n');
    expect([...readSynonyms(file)]).toEqual([['ga emot', ['kritik']]]);
  });

  it.each(['- folk', 'folk: medarbetare', 'folk: []'])('refuses "%s", naming the file and what it may hold', (text) => {
    const file = path.join(folder, 'b.yaml');
    writeFileSync(file, text);
    expect(() => readSynonyms(file)).toThrow(/b\.yaml: varje rad ska vara "ord: \[ord, ord\]"/);
  });

  it('leads only to words that stand in the documents, or in handbooks as a region has them', () => {
    const handbooks = ['uploads', 'cold'].flatMap((set) => readDocuments(path.join(__dirname, '..', set)));
    const said = handbooks.flatMap(({ title, body }) => wordsOf(`${title}\n${body}`).map(({ stem }) => stem));
    const known = [...new Set([...theLibrary().index.vocabulary.lexicon.ids.keys(), ...said])];
    const meant = [...readSynonyms(path.join(knowledge, 'synonyms.yaml')).values()].flat();
    expect(meant.filter((stem) => !known.some((word) => word.startsWith(stem)))).toEqual([]);
  });
});
