import fc from 'fast-check';
import { type Flow, type Step, type Value } from '../../src/coaching/flow';
import { replay, type Move, type MoveKind } from '../../src/coaching/session';
import { earlierOf, summaryOf } from '../../src/coaching/summary';
import { everything } from './flow';
import { type Session } from '../../src/coaching/ports';
import { type SessionState } from '../../src/coaching/guidance';

type Values = Readonly<Record<string, Value>>;

const wordsOf = (value: Value): string[] =>
  value === null ? [] : typeof value === 'string' ? [value] : Object.values(value).map(String);

/** A move that gives these values to steps called after them. */
const move = (given: Values, kind: MoveKind = 'next') => ({ given, kind });

function sessionOf(made: readonly { readonly given: Values; readonly kind: MoveKind }[]): Session {
  const moves = made.map(({ given, kind }, at): Move => {
    const all = Object.entries(given).map(([id, value]) => {
      return [id, { value, asked: `${id}?`, label: id, words: wordsOf(value) }] as const;
    });
    const madeAt = `2026-11-2${at}T12:00:00.000Z`;
    return { revision: at + 1, kind, card: '', given: Object.fromEntries(all), madeAt, key: String(at) };
  });
  const { id: flow, title, version } = everything;
  return { id: 's', flow, title, version, startedAt: '2026-11-20T12:00:00.000Z', ended: false, moves };
}

const current = (made: Parameters<typeof sessionOf>[0], flow: Flow = everything): SessionState => {
  const session = sessionOf(made);
  return { session, flow, state: replay(flow, session.moves) };
};

/** The summary as lines, and the earlier words. */
function shown(made: Parameters<typeof sessionOf>[0], flow?: Flow) {
  const at = current(made, flow);
  return {
    lines: summaryOf(at).flatMap(({ label, words, entries }) => [
      ...(words.length ? [`${label}: ${words.join(', ')}`] : []),
      ...entries.map(({ words, notes, chosen }) => [words, ...notes.map((note) => note.words), ...chosen].join(' | ')),
    ]),
    earlier: earlierOf(at.session, at).map(({ asked, words }) => `${asked} ${words.join(', ')}`),
  };
}

/** Everything, with one of its steps otherwise. */
const altered = (id: string, step?: Partial<Step>): Flow => ({
  ...everything,
  cards: everything.cards.flatMap((card) => {
    const steps = card.steps.flatMap((one) => (one.id !== id ? one : step ? ({ ...one, ...step } as Step) : []));
    return steps.length ? [{ ...card, steps }] : [];
  }),
});

const [oneAndTwo, notes] = [
  { 1: 'Vänta', 2: 'Byta' },
  { 1: 'Lugnt', 2: 'Dyrt' },
];
const decided = [
  move({ vag: 'lang' }),
  move({ fraga: 'Schemat' }),
  move({ alternativ: oneAndTwo }),
  move({ konsekvens: notes }),
  move({ forord: '2', varfor: 'Det är dags' }),
];

describe('the summary', () => {
  it('has what was given in the order of the cards, and is silent about what was left empty', () => {
    expect(
      shown([move({ vag: 'kort' }), move({ fraga: 'Schemat' }), move({ varfor: null, skala: '2' })]).lines,
    ).toEqual(['Vilken väg?: kort', 'Vad gäller det?: Schemat', 'Hur är det?: 2']);
  });

  it('sets what was said of a list’s entry beside it, and marks the one that was chosen', () => {
    const { lines } = shown(decided);
    expect(lines.slice(2)).toEqual(['Vänta | Lugnt', 'Byta | Dyrt | Vad förordar du?', 'Varför?: Det är dags']);
  });

  it('has drafts too, and what is private with its mark', () => {
    const blocks = summaryOf(current([move({ vag: 'kort' }), move({ fraga: 'Sch' }, 'pause'), move({ varfor: 'Så' })]));
    expect(blocks.map(({ words, private: own }) => [words[0], own])).toEqual([
      ['kort', false],
      ['Sch', false],
      ['Så', true],
    ]);
  });

  it('marks a note as private where its step is', () => {
    const at = current(decided, altered('konsekvens', { private: true }));
    expect(summaryOf(at)[2]?.entries[0]?.notes[0]).toMatchObject({ words: 'Lugnt', private: true });
  });
});

describe('what was given earlier', () => {
  it('is nothing while all that was given stands in the summary', () => {
    expect(shown(decided).earlier).toEqual([]);
  });

  it('is each wording that was replaced, newest first, once, with its question and its time', () => {
    const made = ['Ett', 'Två', 'Ett', 'Tre'].map((fraga) => move({ fraga }));
    const at = current([move({ vag: 'kort' }), ...made]);
    expect(earlierOf(at.session, at)).toEqual([
      { asked: 'fraga?', words: ['Ett'], givenAt: '2026-11-23T12:00:00.000Z' },
      { asked: 'fraga?', words: ['Två'], givenAt: '2026-11-22T12:00:00.000Z' },
    ]);
  });

  it('is what was given on the other way', () => {
    const { earlier } = shown([...decided, move({ vag: 'kort' })]);
    expect(earlier).toEqual(['forord? 2', 'konsekvens? Lugnt, Dyrt', 'alternativ? Vänta, Byta', 'vag? lang']);
  });

  it('is what steps held that the file has lost, or has as a message now', () => {
    expect(shown([move({ fraga: 'Schemat' })], altered('fraga')).earlier).toEqual(['fraga? Schemat']);
    expect(shown([move({ fraga: 'Schemat' })], altered('fraga', { kind: 'message' })).earlier).toEqual([
      'fraga? Schemat',
    ]);
  });

  it('is what was said of an entry that was taken out of its list', () => {
    expect(shown([...decided, move({ alternativ: { 1: 'Vänta' } })]).earlier).toEqual([
      'konsekvens? Lugnt, Dyrt',
      'alternativ? Vänta, Byta',
    ]);
  });

  it('is all that was given where the guide is gone', () => {
    expect(earlierOf(sessionOf(decided)).map(({ asked }) => asked)).toEqual([
      'forord?',
      'varfor?',
      'konsekvens?',
      'alternativ?',
      'fraga?',
      'vag?',
    ]);
  });
});

describe('what was given', () => {
  it('of a list’s entries stands by itself where the list is empty now', () => {
    const { lines, earlier } = shown([...decided, move({ alternativ: null }, 'pause')]);
    expect(lines).toContain('Vad händer?: Lugnt, Dyrt');
    expect(earlier).toEqual(['alternativ? Vänta, Byta']);
  });

  it('stands somewhere, also when the file has made another kind of its step', () => {
    const kinds: Flow[] = [
      altered('alternativ', { kind: 'text' }),
      altered('fraga', { kind: 'list', least: 1, most: 3 }),
      altered('fraga', { kind: 'text', each: 'alternativ' }),
      altered('konsekvens', { kind: 'text', each: undefined }),
      altered('forord', { kind: 'text' }),
    ];
    for (const flow of kinds) {
      const { lines, earlier } = shown(decided, flow);
      const all = [...lines, ...earlier].join('\n');
      for (const words of ['lang', 'Schemat', 'Vänta', 'Byta', 'Lugnt', 'Dyrt', 'dags']) expect(all).toContain(words);
    }
  });

  it('stands somewhere, in whatever order it was given, changed and left', () => {
    const slots = fc.uniqueArray(fc.constantFrom('1', '2', '3'), { maxLength: 3 });
    const kind = fc.constantFrom<MoveKind>('next', 'back', 'pause', 'stop');
    const what = fc.constantFrom('vag', 'fraga', 'alternativ', 'konsekvens', 'varfor');
    fc.assert(
      fc.property(fc.array(fc.tuple(what, slots, kind), { maxLength: 9 }), (all) => {
        const made = all.map(([step, filled, kind], at) => {
          const slotted = Object.fromEntries(filled.map((slot) => [slot, `ord${at}-${slot}`]));
          const value = step === 'vag' ? (filled.length > 1 ? 'kort' : 'lang') : `ord${at}`;
          const isSlotted = step === 'alternativ' || step === 'konsekvens';
          return move({ [step]: isSlotted ? (filled.length ? slotted : null) : value }, kind);
        });
        const { lines, earlier } = shown(made);
        const words = [...lines, ...earlier].flatMap((line) => line.split(/[ ,|]+/));
        const given = made.flatMap((one) => Object.values(one.given).flatMap(wordsOf));
        expect(given.filter((one) => !words.includes(one))).toEqual([]);
      }),
    );
  });
});
