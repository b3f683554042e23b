import { loadPassages } from '../../../src/knowledge/library';
import { scopeQuestions } from '../../../src/knowledge/index/buildIndex';
import { readOutOfScope } from '../../../src/knowledge/scope/outOfScope';
import { scopeOf, trainScope, type ScopeModel } from '../../../src/knowledge/scope/scopeModel';
import { wordsOf } from '../../../src/knowledge/text/swedish';
import { readTopics } from '../../../src/knowledge/topics/readTopics';
import { knowledge } from '../library';

const all = scopeQuestions(loadPassages(knowledge), readTopics(knowledge), readOutOfScope(knowledge));
const isLeftOut = (_: string, at: number) => at % 5 === 0;
const isKept = (text: string, at: number) => !isLeftOut(text, at);
const kept = trainScope({
  asked: all.asked.filter(isKept),
  ways: all.ways.filter(isKept),
  outOfScope: all.outOfScope.filter(isKept),
})!;
const read = (text: string, model: ScopeModel = kept) => scopeOf(model, wordsOf(text));
const share = (texts: readonly string[], holds: (text: string) => boolean) => texts.filter(holds).length / texts.length;

describe('what tells questions that are answered from others', () => {
  const [asked, ways, out] = [all.asked, all.ways, all.outOfScope].map((texts) => texts.filter(isLeftOut)) as [
    string[],
    string[],
    string[],
  ];

  it('tells most questions that it has not seen apart, by passages and by topics', () => {
    expect(share(asked, (text) => read(text).passages > 0)).toBeGreaterThan(0.75);
    expect(share(out, (text) => read(text).passages < 0)).toBeGreaterThan(0.75);
    expect(share(ways, (text) => read(text).topics > 0)).toBeGreaterThan(0.75);
    expect(share(out, (text) => read(text).topics < 0)).toBeGreaterThan(0.75);
  });

  it('knows an out-of-scope question again, also with a word misspelt', () => {
    const question = all.outOfScope.find((text, at) => isKept(text, at) && wordsOf(text).length > 5)!;
    expect(read(question).outOfScope).toBeCloseTo(0.7, 3);
    expect(read(`${question}n`).outOfScope).toBeGreaterThan(0.4);
  });

  it('is the same each time for the same questions', () => {
    const few = { asked: asked.slice(0, 30), ways: ways.slice(0, 30), outOfScope: out.slice(0, 30) };
    expect(trainScope(few)).toEqual(trainScope(few));
  });

  it('says nothing where there is too little to learn from, and little of no words', () => {
    expect(trainScope({ asked, ways, outOfScope: out.slice(0, 3) })).toBeUndefined();
    expect(trainScope({ asked: [], ways, outOfScope: out })).toBeUndefined();
    expect(read('?').outOfScope).toBe(0);
  });
});
