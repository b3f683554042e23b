import path from 'node:path';
import fc from 'fast-check';
import { countableQuestions } from '../../src/coaching/countable';
import { withOwnFlows } from '../../src/coaching/ownFlows';
import {
  flowIdOf,
  flowOfVersion,
  OwnQuestion,
  questionsOf,
  stepsOf,
  versionNamed,
  type QuestionSetVersion,
} from '../../src/coaching/questionSet';
import { isShareable } from '../../src/coaching/sharing';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';

const texts = readTexts(path.join(projectRoot, 'cards'));
const own = texts.ownQuestions;
const set = '123e4567-e89b-42d3-a456-426614174000';
const version = (questions: readonly OwnQuestion[]): QuestionSetVersion => ({
  set,
  version: 3,
  title: '',
  steps: stepsOf(questions, own),
});
const flowOf = (...questions: OwnQuestion[]) => flowOfVersion(version(questions), own);

/** Anything that HR may write, whatever signs it has. */
const written = fc
  .record({
    kind: fc.constantFrom('choice', 'scale', 'text', 'yesNo'),
    ask: fc.string({ maxLength: 200 }),
    intro: fc.string({ maxLength: 200 }),
    options: fc.array(fc.string({ maxLength: 80 }), { maxLength: 7 }),
    poles: fc.tuple(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 })),
  })
  .map(({ kind, ask, intro, options, poles }) =>
    OwnQuestion.safeParse({
      kind,
      ask,
      intro,
      ...(kind === 'choice' && { options }),
      ...(kind === 'scale' && { poles }),
    }),
  )
  .filter(({ success }) => success)
  .map(({ data }) => data!);

describe("a question set of HR's own", () => {
  it('is read back as it was written, by the parser of the ready-made ones', () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 3 }), (questions) => {
        expect(questionsOf(flowOf(...questions), own)).toEqual(questions);
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, OwnQuestion, string[]]>([
    ['a choice', { kind: 'choice', ask: 'Vad?', intro: '', options: ['A', 'B'] }, ['A', 'B', 'Vill inte svara']],
    ['yes or no', { kind: 'yesNo', ask: 'Vad?', intro: '' }, ['Ja', 'Nej', 'Vill inte svara']],
    ['a scale', { kind: 'scale', ask: 'Vad?', intro: '', poles: ['a', 'b'] }, ['a', 'Närmare ”a”', 'Mitt emellan', 'Närmare ”b”', 'b', 'Vet inte', 'Vill inte svara']], // oxfmt-ignore
  ])('lets nobody answer against their will: %s', (_, question, labels) => {
    const [counted] = countableQuestions(flowOf(question), texts.coaching.scale);
    expect(counted!.options.map(({ label }) => label)).toEqual(labels);
  });

  it('asks for own words as the ready-made ones do: of things, freely, and shared only by the manager', () => {
    const flow = flowOf({ kind: 'text', ask: 'Vad?', intro: '' });
    const step = flow.cards[0]!.steps[0]!;
    expect(step).toMatchObject({ kind: 'text', optional: true, private: false, text: own.aboutThings });
    expect([isShareable(step), flow.seenBy]).toEqual([true, own.seenBy.written]);
  });

  it('is named by its set and its version, and by nothing that only looks like it', () => {
    expect(versionNamed(flowIdOf({ set, version: 3 }))).toEqual({ set, version: 3 });
    for (const id of [
      'egen-',
      `egen-${set}`,
      `egen-${set}-0`,
      `egen-${set}-1.5`,
      `egen-x${set}-1`,
      'tydliga-ramar',
      '__proto__',
    ])
      expect(versionNamed(id)).toBeUndefined();
  });

  it('is read from the store once, and asked for only by its own name', async () => {
    const asked: object[] = [];
    const kept = version([{ kind: 'yesNo', ask: 'Vad?', intro: '' }]);
    const flows = withOwnFlows(
      new Map(),
      (at) => {
        asked.push(at);
        return Promise.resolve(at.version === 3 ? kept : undefined);
      },
      own,
    );
    for (let times = 0; times < 3; times++) expect((await flows.get(flowIdOf(kept)))?.id).toBe(flowIdOf(kept));
    expect(await flows.get(flowIdOf({ set, version: 4 }))).toBeUndefined();
    expect(await flows.get('delegering')).toBeUndefined();
    expect(asked).toEqual([
      { set, version: 3 },
      { set, version: 4 },
    ]);
  });
});
