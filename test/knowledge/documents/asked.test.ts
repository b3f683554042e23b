import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ask } from '../../../src/knowledge/answer';
import { askedFile, misplacedAsked, readAsked, withAsked } from '../../../src/knowledge/documents/asked';
import { readDocuments } from '../../../src/knowledge/documents/document';
import { libraryOf, readWording } from '../../../src/knowledge/library';
import { passagesOf, type Passage } from '../../../src/knowledge/documents/passages';
import { search } from '../../../src/knowledge/search';
import { documentOf, knowledge } from '../library';

const passages = passagesOf(
  documentOf(
    '# Beslut\n\nVi delegerar beslut till den som står närmast.\n\n# Möten\n\nVi har **korta** möten på måndagar.',
  ),
);
const asked = [{ quote: 'korta  möten', questions: ['Hur slipper jag sitta i långbänk?'] }];

const folder = mkdtempSync(path.join(tmpdir(), 'asked-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('withAsked', () => {
  it('gives the questions to the passage that the quote stands in, emphasis and white space aside', () => {
    const [decisions, meetings] = withAsked(passages, asked);
    expect(decisions?.asked).toBeUndefined();
    expect(meetings?.asked).toEqual(['Hur slipper jag sitta i långbänk?']);
  });
});

describe('misplacedAsked', () => {
  it('names what stands nowhere, and what stands in two passages', () => {
    const others = ['långa möten', 'Vi'].map((quote) => ({ quote, questions: ['Varför?'] }));
    expect(misplacedAsked(passages, [...asked, ...others])).toEqual([
      { quote: 'långa möten', passages: 0 },
      { quote: 'Vi', passages: 2 },
    ]);
  });
  it('names nothing of our own documents', () => {
    expect(misplacedAsked(readDocuments(knowledge).flatMap(passagesOf), readAsked(knowledge))).toEqual([]);
  });
});

describe('readAsked', () => {
  it('has none where there is no file', () => expect(readAsked(folder)).toEqual([]));
  it.each([
    ['quote: x', 'filen'],
    ['- { quote: x }', '0.questions'],
    ['- { quote: x, questions: [] }', '0.questions'],
    ['- { quote: x, questions: [y], svar: z }', '0'],
  ])('says where %j is wrong', (yaml, where) => {
    writeFileSync(askedFile(folder), yaml);
    expect(() => readAsked(folder)).toThrow(`${askedFile(folder)}: fel i ${where}. `);
  });
});

describe('what is asked of a passage', () => {
  const wording = readWording(knowledge);
  const first = (from: readonly Passage[], question: string) => search(libraryOf(from, wording).index, question, 1)[0];

  it('finds it by words that it does not have', () => {
    const question = 'hur kommer vi ifrån långbänken?';
    expect(ask(libraryOf(passages, wording), question).outcome).toBe('none');
    expect(first(withAsked(passages, asked), question)?.passage.text).toBe('Vi har korta möten på måndagar.');
  });

  it('is never shown: the answer is the document’s own words', () => {
    const answer = ask(libraryOf(withAsked(passages, asked), wording), 'Hur slipper jag sitta i långbänk?');
    expect(answer).toMatchObject({ outcome: 'found', quote: { excerpt: 'Vi har korta möten på måndagar.' } });
  });

  it('counts less where it asks of much else than the person does', () => {
    const more = [
      { quote: 'korta möten', questions: ['Hur slipper jag långbänk, kaffe, bullar, schema, buller och stök?'] },
    ];
    const confidence = (questions: typeof asked) =>
      first(withAsked(passages, questions), 'Hur slipper jag långbänk?')?.confidence ?? 0;
    expect(confidence(more)).toBeLessThan(confidence(asked));
  });
});
