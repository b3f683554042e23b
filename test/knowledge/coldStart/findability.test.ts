import path from 'node:path';
import { explainOutcome } from '../../../src/knowledge/coldStart/explainOutcome';
import { findability } from '../../../src/knowledge/coldStart/findability';
import { readSuggestionRules } from '../../../src/knowledge/coldStart/rules';
import { passagesOf, type Passage } from '../../../src/knowledge/documents/passages';
import { libraryOf, readWording } from '../../../src/knowledge/library';
import { documentOf, knowledge } from '../library';

const rules = readSuggestionRules(path.join(knowledge, 'suggestions.yaml'));
const documentWith = (id: string, body: string, asked?: readonly string[]): Passage[] =>
  passagesOf(documentOf(body, { id, title: id })).map((one) => (asked ? { ...one, asked } : one));

const cats = documentWith(
  'katter',
  '## Katter\n\nKatten jagar möss om natten och sover hela dagen på soffan i vardagsrummet.',
);
const dogs = documentWith(
  'hundar',
  '## Hundar\n\nHunden vaktar dörren om natten och skäller på brevbäraren varje morgon.',
  ['Vem väsnas när posten kommer?'],
);
const library = libraryOf([...cats, ...dogs], readWording(knowledge));

describe('findability', () => {
  it('says of each passage which of its questions find it', () => {
    const [dog] = findability(library, rules, 'hundar');
    expect(dog!.questions[0]).toMatchObject({ question: 'Vem väsnas när posten kommer?', from: 'asked', rank: 1 });
    expect(dog!.isFound).toBe(true);
  });

  it('says which passage stands in the place of one that is not first', () => {
    const same = documentWith('andra-katter', '## Katter\n\nDetta vet alla redan.', ['Vad gäller för katter?']);
    const [cat] = findability(libraryOf([...cats, ...same], readWording(knowledge)), rules, 'katter');
    const beaten = cat!.questions.find(({ question }) => question === 'Vad gäller för katter?');
    expect(beaten).toMatchObject({ beatenBy: 'andra-katter#1', rank: 2 });
  });

  it('names the words of a passage that lead elsewhere', () => {
    const many = Array.from({ length: 4 }, (_, at) =>
      documentWith(`soffor-${at}`, '## Soffan\n\nSoffan.', ['soffan', 'Var står soffan?']),
    ).flat();
    const [cat] = findability(libraryOf([...cats, ...many], readWording(knowledge)), rules, 'katter');
    expect(cat!.failing.map(({ word }) => word)).toContain('soffan');
    expect(findability(library, rules, 'katter')[0]!.failing).toEqual([]);
  });

  it('is empty for a document that does not exist', () => expect(findability(library, rules, 'fiskar')).toEqual([]));
});

describe('why a question has its outcome', () => {
  it('is the passage that decides, and what spoke for and against it', () => {
    const { outcome, asksFor, best, against } = explainOutcome(library, 'Hur många möss jagar katten?');
    expect(outcome).not.toBe('found');
    expect(asksFor).toContain('number');
    expect(best!.passage.id).toBe('katter#1');
    expect(against).toContain('lacksFact');
    const added = best!.grounds.map((ground) => ground.added);
    expect(added).toEqual([...added].sort((one, other) => other - one));
  });

  it('is nothing against where it is found, and no passage where nothing has its words', () => {
    const found = explainOutcome(library, 'Vem väsnas när posten kommer?');
    expect(found).toMatchObject({ outcome: 'found', against: [] });
    expect(explainOutcome(library, '!!')).toEqual({ outcome: 'none', asksFor: [], absent: [], against: [], near: [] });
  });
});
