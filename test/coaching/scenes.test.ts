import { readStep, nearestInput, ownInput } from '../../src/coaching/response';
import { replay, type Move } from '../../src/coaching/session';
import { type Value } from '../../src/coaching/flow';
import { faults } from './flow';
import { ends, rehearsal, rehearsalHead, scene } from './rehearsal';

const told = (steps: string, end = ends('slut')) => faults('ova.yaml', `${rehearsalHead}steps:\n${steps}${end}`);
const toEnd = { ja: 'slut', nej: 'slut' };

describe('a rehearsal is refused, with file, line and what is allowed', () => {
  it.each([
    [
      'where a line leads nowhere',
      scene('a', { ja: 'b', nej: 'slut' }),
      'ova.yaml, rad 15: steget a: to i repliken ja är b. Tillåtet: en scen längre ner i filen eller ett avslut: slut.',
    ],
    [
      'where a line leads back, so that a path might never end',
      scene('a', { ja: 'b', nej: 'slut' }) + scene('b', { ja: 'a', nej: 'slut' }),
      'ova.yaml, rad 22: steget b: to i repliken ja är a. Tillåtet: en scen längre ner i filen eller ett avslut: slut.',
    ],
    [
      'where no line leads to a scene',
      scene('a', toEnd) + scene('b', toEnd),
      'ova.yaml, rad 17: steget b: ingen replik leder hit.',
    ],
    [
      'where there is another step among the scenes',
      `${scene('a', toEnd)}  - { id: b, kind: date, ask: När? }\n`,
      'ova.yaml, rad 17: kortet står fel. Tillåtet: i en övning är varje kort en scene, ensam på sitt kort.',
    ],
    ['where a scene has one line alone', scene('a', { ja: 'slut' }), 'lines är fel. Tillåtet: två eller tre repliker'],
    [
      'where a scene has four lines',
      scene('a', { a: 'slut', b: 'slut', c: 'slut', d: 'slut' }),
      'lines är fel. Tillåtet: två eller tre repliker',
    ],
    [
      'where a line lacks what might follow',
      scene('a', toEnd).replace('reply: Efter ja., ', ''),
      'lines är fel. Tillåtet: två eller tre repliker',
    ],
    [
      'where a scene may be left out',
      scene('a', toEnd).replace('ask:', 'optional: true\n    ask:'),
      '"optional" finns inte. Tillåtet: kind, id, ask, text, label, says, lines, max.',
    ],
  ])('%s', (_what, steps, what) => {
    const [first, ...others] = told(steps).split('\n');
    expect(first).toContain(what);
    expect(others).toEqual([]);
  });

  it('where no line leads to an end', () => {
    expect(told(scene('a', toEnd), ends('slut', 'annat'))).toBe(
      'ova.yaml, rad 19: avslutet annat: ingen replik leder hit. Tillåtet: något som en replik har som to.',
    );
  });

  it('where an end is called like a scene', () => {
    const steps = scene('a', { ja: 'b', nej: 'slut' }) + scene('b', toEnd);
    expect(told(steps, ends('slut', 'b'))).toContain('avslutet b: id är upptaget.');
  });

  it('where a guide has ends', () => {
    expect(told('  - { id: a, kind: date, ask: När? }\n')).toContain('ends står fel. Tillåtet: i en övning');
  });

  it('where an end names both a guide and a question', () => {
    const both = ends('slut').replace(' }', ', guide: a, ask: B? }');
    expect(told(scene('a', toEnd), both)).toContain('ends är fel. Tillåtet: avslut som');
  });
});

it('a guide offers to rehearse for a choice that it has', () => {
  const choice = '  - { id: vag, kind: choice, ask: Vad?, options: { kort: Kort, lang: Lång } }\n';
  expect(told(choice, 'rehearse: { vag: kort }\n')).toBe('');
  expect(told(choice, 'rehearse: { vag: snabb }\n')).toContain('rehearse är fel. Tillåtet: ett tidigare val');
  expect(told(choice, 'rehearse: { stig: kort }\n')).toContain('rehearse är fel.');
});

const next = (card: string, value: Value, at: number, kind: Move['kind'] = 'next'): Move => ({
  revision: at + 1,
  kind,
  card,
  given: value ? { [card]: { value, asked: '', label: '', words: [] } } : {},
  madeAt: '2026-11-20T12:00:00.000Z',
  key: `k${at}`,
});
const after = (...lines: (readonly [string, Value])[]) =>
  replay(
    rehearsal,
    lines.map(([card, value], at) => next(card, value, at)),
  );
const ids = ({ path }: ReturnType<typeof after>) => path.map(({ id }) => id);

describe('the way through a rehearsal', () => {
  it('is what the lines lead to, and ends where the last one leads', () => {
    expect(ids(after())).toEqual(['dorren']);
    expect(after(['dorren', { line: 'svara' }]).at?.id).toBe('lunch');
    expect(after(['dorren', { line: 'fraga' }]).at?.id).toBe('kvall');
    const long = after(['dorren', { line: 'svara' }], ['lunch', { line: 'backa' }], ['kvall', { line: 'ja' }]);
    expect([ids(long), long.status, long.end?.id]).toEqual([['dorren', 'lunch', 'kvall'], 'finished', 'langt']);
    const short = after(['dorren', { line: 'svara' }], ['lunch', { line: 'halla' }]);
    expect([ids(short), short.status, short.end?.id]).toEqual([['dorren', 'lunch'], 'finished', 'kort']);
  });

  it('does not tell how many scenes are left while a line decides it', () => {
    expect(after().total).toBeUndefined();
    expect(after(['dorren', { line: 'fraga' }]).total).toBe(2);
  });

  it('is another one where an earlier line is changed, and keeps what was said on the first', () => {
    const state = after(['dorren', { line: 'svara' }], ['lunch', { line: 'halla' }], ['dorren', { line: 'fraga' }]);
    expect([ids(state), state.status, state.end]).toEqual([['dorren', 'kvall'], 'open', undefined]);
    expect(state.responses.get('lunch')?.value).toEqual({ line: 'halla' });
  });

  it('stays at a scene whose own line is not compared yet', () => {
    const state = after(['dorren', { own: 'Hur tänker du?' }]);
    expect([state.at?.id, state.status]).toEqual(['dorren', 'open']);
    expect(after(['dorren', { own: 'Hur tänker du?', line: 'fraga' }]).at?.id).toBe('kvall');
  });

  it('goes back to the last scene from the end', () => {
    const moves = [next('dorren', { line: 'fraga' }, 0), next('kvall', { line: 'ja' }, 1), next('', null, 2, 'back')];
    const state = replay(rehearsal, moves);
    expect([state.at?.id, state.end]).toEqual(['kvall', undefined]);
  });

  it('is asked again where the line is gone from the file', () => {
    expect(after(['dorren', { line: 'borta' }]).at?.id).toBe('dorren');
  });
});

describe('what is said in a scene', () => {
  const step = rehearsal.cards[0]!.steps[0]!;
  const own = ownInput('dorren');
  const nearest = nearestInput('dorren');
  const read = (inputs: Record<string, string>, before: Value = null) =>
    readStep(step, inputs, new Map(), '2026-11-27', before);

  it.each([
    ['one of the lines', { dorren: 'svara' }, null, { value: { line: 'svara' } }],
    ['an own line, to be compared', { [own]: ' Jaså? ' }, null, { value: { own: 'Jaså?' } }],
    [
      'an own line, compared also where a line is chosen',
      { dorren: 'svara', [own]: 'Jaså?' },
      null,
      { value: { own: 'Jaså?' } },
    ],
    [
      'the line most like it',
      { [own]: 'Jaså?', [nearest]: 'fraga' },
      { own: 'Jaså?' },
      { value: { own: 'Jaså?', line: 'fraga' } },
    ],
    ['an own line that is written anew', { [own]: 'Jaha?' }, { own: 'Jaså?' }, { value: { own: 'Jaha?' } }],
    ['nothing', {}, null, { problem: 'missing' }],
    ['nothing new on what is compared', { [own]: 'Jaså?' }, { own: 'Jaså?' }, { problem: 'missing' }],
    ['a line that is none', { dorren: 'constructor' }, null, { problem: 'notAnOption' }],
    ['an own line that is too long', { [own]: 'x'.repeat(301) }, null, { problem: 'tooLong' }],
    [
      'a line in the place of an own one',
      { [own]: '', [nearest]: 'svara' },
      { own: 'Jaså?' },
      { value: { line: 'svara' } },
    ],
  ] as const)('is %s', (_what, inputs, before, expected) => expect(read(inputs, before)).toEqual(expected));
});
