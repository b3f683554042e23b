import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { ask } from '../../../src/knowledge/answer';
import { openIndex, writeIndex } from '../../../src/knowledge/index/indexFile';
import { libraryOf, loadPassages, readWording, type Library } from '../../../src/knowledge/library';
import { readOutOfScope } from '../../../src/knowledge/scope/outOfScope';
import { readTopics } from '../../../src/knowledge/topics/readTopics';
import { isLongWay, topicPassage } from '../../../src/knowledge/topics/topic';
import { wordsOf } from '../../../src/knowledge/text/swedish';
import { search } from '../../../src/knowledge/search';
import { readQuestions } from '../../../tools/evaluate/evaluationFiles';
import { knowledge } from '../library';
import { runs } from '../../runs';

const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
afterAll(() => rmSync(folder, { recursive: true }));

const passages = loadPassages(knowledge);
/** Some of them: what all of them weigh, content/topics tells. */
const topics = readTopics(knowledge).slice(0, 10);
const wording = readWording(knowledge);
const outOfScope = readOutOfScope(knowledge);
const inMemory = libraryOf(passages, wording, [], topics, outOfScope);
/** Every sixth: each is asked of several indexes. */
const questions = readQuestions(path.join(__dirname, '../questions.jsonl')).flatMap(({ q }, at) => (at % 6 ? [] : [q]));

/** Written and opened; lunr weighs at most `largest` passages. */
function written(name: string, largest?: number) {
  const file = path.join(folder, name);
  writeIndex(file, { passages, topics, outOfScope }, largest);
  return openIndex(file, wording);
}

const opened = ({ index, passage, passagesIn, topics: stored }: ReturnType<typeof written>): Library => ({
  documents: index.vocabulary.documents,
  index,
  passage,
  passagesIn,
  topics: new Map(stored.map((topic) => [topic.id, topic])),
  followUps: () => [],
});

describe('an index on disk', () => {
  const onDisk = written('lunr');
  afterAll(onDisk.close);

  it('answers every question as the one in memory, passage by passage', () => {
    for (const question of questions) expect(ask(opened(onDisk), question)).toEqual(ask(inMemory, question));
  });

  it('has every passage as it was, and none that was not', () => {
    for (const passage of passages) expect(onDisk.passage(passage.id)).toEqual(passage);
    expect(onDisk.passage('borta#1')).toBeUndefined();
  });
});

describe('what was learned of topics', () => {
  const onDisk = written('learned');
  afterAll(onDisk.close);
  const long = topics.flatMap(({ id, asked }) => asked.filter(isLongWay).map((way) => ({ id, way })));

  it('says on disk what it says in memory, of any text', () => {
    const margins = ({ topics: judge }: Library['index'], text: string) => [...judge.margins(wordsOf(text))];
    const text = fc.oneof(fc.constantFrom(...questions), fc.string({ unit: 'binary', maxLength: 200 }));
    fc.assert(
      fc.property(text, (one) => expect(margins(onDisk.index, one)).toEqual(margins(inMemory.index, one))),
      { numRuns: runs(200) },
    );
  });

  it('leads a long story in known words to its topic, whatever their case, order and signs', () => {
    expect(long.length).toBeGreaterThan(50);
    for (const { id, way } of long)
      for (const { topics: judge } of [onDisk.index, inMemory.index]) {
        expect(judge.knownBy(wordsOf(way))).toBe(id);
        const other = way.toUpperCase().replace(/[.,?]/g, ' ').split(' ').reverse().join(' ');
        expect(judge.knownBy(wordsOf(other))).toBe(id);
      }
    expect(onDisk.index.topics.knownBy(wordsOf('vad är tillit'))).toBeUndefined();
  });

  it('keeps long stories out of what is evidence for a topic', () => {
    const indexed = topics.flatMap((topic) => topicPassage(topic).asked ?? []);
    expect(indexed.filter(isLongWay)).toEqual([]);
  });
});

describe('a library too large for lunr', () => {
  const fullText = written('full text', 1);
  afterAll(fullText.close);

  it('has the same first passage for nineteen questions of twenty: what weighs the candidates is the same', () => {
    const same = questions.filter((question) => {
      const first = (index: Library['index']) => search(index, question, 1)[0]?.passage.id;
      return first(fullText.index) === first(inMemory.index);
    });
    expect(same.length / questions.length).toBeGreaterThan(0.95);
  });

  it.each(['tillit', 'tilit i ledarskap', 'uppfoljning', 'Vad säger Region Skåne om detaljstyrning?'])(
    'finds without å and ä, misspelt, and by the name of a document: %s',
    (question) => expect(ask(opened(fullText), question).outcome).not.toBe('none'),
  );

  it.each(['', '?', '"', 'NEAR(a b)', 'stems:tillit*', 'a AND NOT b', "'; drop table terms; --", '@0 ·^till -"'])(
    'has no query language: %j',
    (question) => expect(() => ask(opened(fullText), question)).not.toThrow(),
  );
});
