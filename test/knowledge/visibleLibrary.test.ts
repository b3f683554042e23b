import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { passagesOf } from '../../src/knowledge/documents/passages';
import { writeIndex, openIndex } from '../../src/knowledge/index/indexFile';
import { ask, cite } from '../../src/knowledge/answer';
import { libraryOf, readWording, type Library } from '../../src/knowledge/library';
import { openDocument, placeOf } from '../../src/knowledge/openDocument';
import { visibleLibrary } from '../../src/knowledge/visibleLibrary';
import { temporaryFolder } from '../store/temporary';
import { documentOf, knowledge } from './library';

const wording = readWording(knowledge);
const sentence = (day: string) => `Kaffebryggaren avkalkas varje ${day} av den som senast bryggde kaffe på enheten.`;
const open = documentOf(sentence('måndag'), { id: 'alla', title: 'Öppen handbok' });
const party = 'Den som heter Balthazar leder bönfestivalen varje fredag, och ansvarar för kaffet på enheten.';
const hidden = documentOf(
  Array.from({ length: 300 }, (_, at) => `## Del ${at}\n\n${sentence(`fredag ${at}`)}`)
    .concat(`## Fest\n\n${party}`)
    .join('\n\n'),
  {
    id: 'grupp',
    title: 'Hemlig handbok',
    publisher: 'Kafferådet',
    group: 'g1',
  },
);
const passages = [hidden, open].flatMap(passagesOf);
const question = 'När avkalkas kaffebryggaren?';

/** The same library in memory, and on disk as a small and as a large one is kept. */
const libraries: [string, () => Library][] = [
  ['in memory', () => libraryOf(passages, wording)],
  ['of postings', () => onDisk()],
  ['of full text', () => onDisk(10)],
];
function onDisk(largest?: number): Library {
  const file = path.join(temporaryFolder(), `${randomUUID()}.index`);
  writeIndex(file, { passages }, largest);
  const { index, passage, passagesIn } = openIndex(file, wording);
  return { documents: index.vocabulary.documents, index, passage, passagesIn, topics: new Map(), followUps: () => [] };
}

describe.each(libraries)('a library %s', (_, made) => {
  const library = made();
  const others = visibleLibrary(library, []);

  it('answers who may not read a document out of the others, however many of its passages are nearer', () => {
    const told = JSON.stringify(ask(others, question));
    expect(told).toContain('varje måndag');
    expect(told).not.toContain('fredag');
  });

  it('answers a member and HR out of it too', () => {
    for (const sight of [['g0', 'g1'], 'all'] as const)
      expect(JSON.stringify(ask(visibleLibrary(library, sight), question))).toContain('fredag');
  });

  it('neither cites, lists nor opens it for who is in another group', () => {
    const seen = visibleLibrary(library, ['g2']);
    const [first] = passages;
    expect(seen.documents.map(({ id }) => id)).toEqual(['alla']);
    expect([cite(seen, first!.id), openDocument(seen, placeOf(first!))]).toEqual([undefined, undefined]);
    expect(cite(visibleLibrary(library, ['g1']), first!.id)).toBeDefined();
  });

  it('does not know it by the name of its publisher', () => {
    const told = JSON.stringify(ask(others, 'Vad säger Kafferådet om kaffebryggaren?'));
    expect(told).not.toContain('Hemlig');
    expect(told).not.toContain('fredag');
  });

  it('tells who may not read a document nothing by a word that stands in it alone', () => {
    const alone = visibleLibrary(libraryOf(passagesOf(open), wording), []);
    const asked = ['Vad säger Balthazar om kaffebryggaren?', 'Hur ofta avkalkar Balthazar kaffebryggaren?'];
    const all = asked.map((one) => JSON.stringify(ask(others, one)));
    expect(all).toEqual(asked.map((one) => JSON.stringify(ask(alone, one))));
  });
});
