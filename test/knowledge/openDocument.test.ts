import { openDocument, placeOf } from '../../src/knowledge/openDocument';
import { passagesOf } from '../../src/knowledge/documents/passages';
import { topicPassage } from '../../src/knowledge/topics/topic';
import { documentOf, theLibrary } from './library';

const of = (...paragraphs: string[]) => {
  const passages = passagesOf(documentOf(paragraphs.map((words, at) => `# Del ${at}\n\n${words}`).join('\n\n')));
  return { passagesIn: (id: string) => passages.filter(({ document }) => document.id === id), passages };
};
const before = of('Ett.', 'Två.', 'Tre.');
const place = placeOf(before.passages[1]!);
const openedIn = (library: ReturnType<typeof of>, most?: number) => openDocument(library, place, most);

describe('openDocument', () => {
  it('gives the passages in order, and the one that was cited', () => {
    expect(openedIn(before)).toEqual({
      document: before.passages[0]!.document,
      passages: before.passages,
      cited: 'prov#2',
      isWhole: true,
    });
  });

  it('finds the words where they stand now, when passages have come or gone ahead of them', () => {
    expect(openedIn(of('Noll.', 'Ett.', 'Två.', 'Tre.'))?.cited).toBe('prov#3');
    expect(openedIn(of('Två.', 'Tre.'))?.cited).toBe('prov#1');
  });

  it('cites no other words in their place', () => {
    const opened = openedIn(of('Ett.', 'Annat.', 'Tre.'))!;
    expect([opened.cited, opened.passages.length]).toEqual([undefined, 3]);
    expect(openedIn(of('Ett.'))?.cited).toBeUndefined();
  });

  it('cites the one that was cited where the same words stand twice', () => {
    expect(openedIn(of('Två.', 'Två.', 'Två.'))?.cited).toBe('prov#2');
  });

  it('knows no document that is gone, and no topic', () => {
    expect(openDocument({ passagesIn: () => [] }, place)).toBeUndefined();
    const topic = topicPassage({ id: 'ett', title: 'Ett', question: 'Ett?', asked: [], parts: [], next: [] });
    expect(openDocument({ passagesIn: () => [topic] }, placeOf(topic))).toBeUndefined();
  });

  it.each([
    [1, 1, 4],
    [5, 3, 6],
    [9, 6, 9],
  ])('gives of a long document what stands around passage %d', (number, from, to) => {
    const long = of(...Array.from({ length: 9 }, (_, at) => `Stycke ${at}.`));
    const opened = openDocument(long, placeOf(long.passages[number - 1]!), 4)!;
    expect([opened.passages[0]?.id, opened.passages.at(-1)?.id]).toEqual([`prov#${from}`, `prov#${to}`]);
    expect([opened.cited, opened.isWhole]).toEqual([`prov#${number}`, false]);
  });

  it('opens every passage of our own documents', () => {
    const library = theLibrary();
    const opened = library.passages.map((passage) => openDocument(library, placeOf(passage))?.cited);
    expect(opened).toEqual(library.passages.map(({ id }) => id));
  });
});
