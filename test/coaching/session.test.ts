import { type Flow, type Value } from '../../src/coaching/flow';
import { parseFlow } from '../../src/coaching/parseFlow';
import { replay, type Move, type MoveKind } from '../../src/coaching/session';
import { everything } from './flow';

const flowOf = (steps: string): Flow =>
  parseFlow(
    'prov.yaml',
    `{ title: P, purpose: P, minutes: 5, seenBy: Du, retention: P30D, starts: [p], summary: S, steps: [${steps}] }`,
  );

/** A move on a card: `next` with what it gives, or any other kind of button. */
type Made = readonly [card: string, given: Readonly<Record<string, Value>>, kind?: MoveKind];

const movesOf = (made: readonly Made[]): Move[] =>
  made.map(([card, given, kind = 'next'], at) => ({
    revision: at + 1,
    kind,
    card,
    given: Object.fromEntries(
      Object.entries(given).map(([step, value]) => [step, { value, asked: '', label: '', words: [] }]),
    ),
    madeAt: '2026-11-23T12:00:00.000Z',
    key: String(at),
  }));

const after = (flow: Flow, ...made: readonly Made[]) => {
  const state = replay(flow, movesOf(made));
  return { ...state, at: state.at?.id, path: state.path.map(({ id }) => id) };
};

const short: Made = ['vag', { vag: 'kort' }];
const long: Made = ['vag', { vag: 'lang' }];
const fraga: Made = ['fraga', { fraga: 'Bemanningen' }];
const two: Made = ['alternativ', { alternativ: { '1': 'Vänta', '2': 'Byta' } }];
const both: Made = ['konsekvens', { konsekvens: { '1': 'Lugnt', '2': 'Oroligt' } }];
const rest: readonly Made[] = [
  ['skala', { skala: '3' }],
  ['lista', { lista: ['tid'] }],
  ['modig', { modig: null }],
  ['datum', { datum: '2026-12-24' }],
];

describe('a person', () => {
  it('stands on the first card that the manager has not answered', () => {
    expect(after(everything).at).toBe('vag');
    expect(after(everything, short).at).toBe('fraga');
    expect(after(everything, short, fraga, ['forord', { varfor: null }]).at).toBe('skala');
  });

  it('is through when every card is answered', () => {
    expect(after(everything, short, fraga, ['forord', { varfor: null }], ...rest)).toMatchObject({
      at: undefined,
      status: 'finished',
    });
  });

  it('comes to a message too, and past it only by a press', () => {
    const seen = after(everything, short, fraga, ['forord', { varfor: null }], rest[0]!, rest[1]!);
    expect(seen.at).toBe('modig');
  });

  it('goes back to the card before the pressed one, and on again from there', () => {
    const back: Made = ['fraga', {}, 'back'];
    expect(after(everything, short, fraga, back).at).toBe('vag');
    expect(after(everything, short, fraga, back, short).at).toBe('forord');
    expect(after(everything, ['vag', {}, 'back']).at).toBe('vag');
  });

  it('goes back to the last card from the summary', () => {
    const all = [short, fraga, ['forord', { varfor: null }], ...rest] as const;
    expect(after(everything, ...all, ['', {}, 'back'])).toMatchObject({ at: 'datum', status: 'open' });
  });

  it('pauses, resumes and stops where the manager is', () => {
    expect(after(everything, short, ['fraga', {}, 'pause'])).toMatchObject({ at: 'fraga', status: 'paused' });
    expect(after(everything, short, ['fraga', {}, 'pause'], ['', {}, 'resume'])).toMatchObject({
      at: 'fraga',
      status: 'open',
    });
    expect(after(everything, short, ['fraga', {}, 'stop'])).toMatchObject({ at: 'fraga', status: 'stopped' });
  });

  it('has not answered what the manager only left lying', () => {
    const state = after(everything, short, ['fraga', { fraga: 'Bem' }, 'pause']);
    expect(state.at).toBe('fraga');
    expect(state.responses.get('fraga')).toMatchObject({ value: 'Bem', draft: true });
  });
});

describe('a condition', () => {
  it('leads only those who chose so over its cards', () => {
    expect(after(everything, short).path).not.toContain('alternativ');
    expect(after(everything, long).path).toContain('alternativ');
    expect(after(everything).path).not.toContain('alternativ');
  });

  it('keeps what was given on the other way, for a person who turns back', () => {
    const turned = [long, fraga, two, both, ['vag', { vag: 'kort' }]] as const;
    expect(after(everything, ...turned).path).not.toContain('alternativ');
    expect(after(everything, ...turned).responses.get('konsekvens')?.value).toEqual({ '1': 'Lugnt', '2': 'Oroligt' });
    expect(after(everything, ...turned, long)).toMatchObject({ at: 'forord', path: after(everything, long).path });
  });

  it('leaves the number of cards open until its choice is made', () => {
    expect(after(everything).total).toBeUndefined();
    expect(after(everything, short).total).toBe(7);
    expect(after(everything, long).total).toBe(9);
  });

  it('is not met by what every object has', () => {
    expect(after(everything, ['vag', { vag: 'constructor' }])).toMatchObject({ at: 'vag' });
    expect(after(everything, long, fraga, two, both, ['forord', { forord: 'toString', varfor: null }]).at).toBe(
      'forord',
    );
    expect(
      after(
        everything,
        short,
        fraga,
        ['forord', { varfor: null }],
        ['skala', { skala: '1' }],
        ['lista', { lista: ['valueOf'] }],
      ).at,
    ).toBe('lista');
  });
});

describe('what is asked of each entry', () => {
  const three: Made = ['alternativ', { alternativ: { '1': 'Vänta', '2': 'Byta', '3': 'Fråga' } }];
  const one: Made = ['alternativ', { alternativ: { '1': 'Vänta', '3': 'Fråga' } }];
  const chosen: Made = ['forord', { forord: '2', varfor: null }];

  it('is asked again when the list has got one more', () => {
    expect(after(everything, long, fraga, two, both, chosen).at).toBe('skala');
    expect(after(everything, long, fraga, two, both, chosen, three).at).toBe('konsekvens');
  });

  it('is asked again when the entry that was chosen is gone', () => {
    const all: Made = ['konsekvens', { konsekvens: { '1': 'Lugnt', '2': 'Oroligt', '3': 'Svar' } }];
    expect(after(everything, long, fraga, three, all, chosen, one).at).toBe('forord');
  });

  it('keeps what was said of an entry that comes back', () => {
    expect(after(everything, long, fraga, two, both, chosen, one, two).at).toBe('skala');
  });
});

describe('a changed file', () => {
  const steps = [
    '{ id: vem, kind: choice, ask: Vem?, options: { jag: Jag, vi: Vi } }',
    '{ id: vad, kind: text, ask: Vad? }',
    '{ id: dag, kind: date, ask: När?, optional: true }',
  ];
  const given: readonly Made[] = [['vem', { vem: 'vi' }], ['vad', { vad: 'Schemat' }], ['dag', { dag: null }]]; // oxfmt-ignore
  const changed = (change: (steps: readonly string[]) => readonly string[]) =>
    after(flowOf(change(steps).join(', ')), ...given);

  it('asks what is new, and keeps all the rest', () => {
    const state = changed(([vem, ...others]) => [vem!, '{ id: varfor, kind: text, ask: Varför? }', ...others]);
    expect(state.at).toBe('varfor');
    expect([...state.answered.keys()]).toEqual(['vem', 'vad', 'dag']);
  });

  it('asks again where the option that was chosen is gone', () => {
    expect(changed((all) => all.map((step) => step.replace(', vi: Vi', ', alla: Alla'))).at).toBe('vem');
  });

  it('asks again where what was left empty must be filled in', () => {
    expect(changed((all) => all.map((step) => step.replace(', optional: true', ''))).at).toBe('dag');
  });

  it('asks again where a step has become of another kind', () => {
    expect(changed((all) => all.with(1, '{ id: vad, kind: checklist, ask: Vad?, options: { a: A } }')).at).toBe('vad');
    expect(changed((all) => all.with(1, '{ id: vad, kind: list, ask: Vad?, entry: Sak, least: 1, most: 3 }')).at).toBe(
      'vad',
    );
    expect(changed((all) => all.with(0, '{ id: vem, kind: scale, ask: Vem?, poles: [Jag, Vi] }')).at).toBe('vem');
    expect(changed((all) => all.with(0, '{ id: vem, kind: date, ask: När? }')).at).toBe('vem');
    const listed: readonly Made[] = [['vad', { vad: { '1': 'Schemat' } }]];
    expect(after(flowOf('{ id: vad, kind: text, ask: Vad? }'), ...listed).at).toBe('vad');
  });

  it('leads on where a step is gone, with its response kept', () => {
    const state = changed(([vem, , dag]) => [vem!, dag!]);
    expect(state.status).toBe('finished');
    expect(state.responses.get('vad')?.value).toBe('Schemat');
  });
});
