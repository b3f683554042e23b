import { parseFlow } from '../../src/coaching/parseFlow';
import { isAtPage, programmeCard, programmeOf, standsOn } from '../../src/coaching/programme';
import { type Move, replay } from '../../src/coaching/session';
import { everything, faults } from './flow';

const file = `
title: Sex veckor
purpose: Prövar ett program.
minutes: 1
seenBy: Bara du.
retention: P30D
starts: [sex veckor]
summary: Mina veckor
steps:
  - { id: hej, kind: message, ask: Hej }
  - - { id: forst, kind: checklist, ask: Först, optional: true, weeks: [1, 2], options: { a: Ett, b: Två }, about: { a: { question: Hur? } } }
    - { id: sedan, kind: checklist, ask: Sedan, optional: true, weeks: [3, 6], options: { c: Tre } }
  - { id: tva, kind: choice, ask: Hur går det?, options: { bra: Bra }, after: P2W }
  - { id: sex, kind: choice, ask: Hur gick det?, options: { bra: Bra }, after: P4W }
`;
const flow = parseFlow('sex-veckor.yaml', file);
const startedAt = '2026-01-05T12:00:00.000Z';
const onDay = (day: number) => new Date(Date.parse(startedAt) + day * 24 * 60 * 60 * 1000);

type Step = readonly [kind: Move['kind'], card: string, values?: Record<string, string | readonly string[] | null>];
function after(...steps: readonly Step[]) {
  const moves = steps.map(([kind, card, values = {}], at): Move => {
    const given = Object.entries(values).map(
      ([id, value]) => [id, { value, asked: '', label: '', words: [] }] as const,
    );
    return { revision: at + 1, kind, card, given: Object.fromEntries(given), madeAt: startedAt, key: `k${at}` };
  });
  const session = { id: 's', flow: flow.id, title: '', version: '', startedAt, ended: false, moves };
  return { session, flow, state: replay(flow, moves) };
}
const hello: Step = ['next', 'hej', { hej: null }];
/** What there is to show on a day. */
const cardOf = (current: ReturnType<typeof after>, now: Date) =>
  isAtPage(current, now) ? 'the page' : standsOn(current, now)?.id;
const ticked = (forst: readonly string[], sedan: readonly string[] = []): Step => ['next', 'forst', { forst, sedan }];

describe('a programme', () => {
  it('is a guide whose lists have weeks', () => {
    expect(programmeCard(flow)?.id).toBe('forst');
    expect(programmeCard(everything)).toBeUndefined();
    expect(programmeOf({ ...after(), flow: everything }, onDay(0))).toBeUndefined();
  });

  it.each([
    [0, 1, false],
    [6.9, 1, false],
    [7, 2, false],
    [41.9, 6, false],
    [42, 6, true],
    [400, 6, true],
  ])('is on day %d in week %d', (day, week, isOver) =>
    expect(programmeOf(after(hello), onDay(day))).toMatchObject({ week, weeks: 6, isOver }),
  );

  it('tells which weeks are now, what is done and what is next', () => {
    const { periods, next } = programmeOf(after(hello, ticked(['a'])), onDay(15))!;
    expect(periods.map(({ label, isNow }) => [label, isNow])).toEqual([
      ['Först', false],
      ['Sedan', true],
    ]);
    expect(periods[0]!.items).toEqual([
      { option: 'a', title: 'Ett', isDone: true, question: 'Hur?' },
      { option: 'b', title: 'Två', isDone: false },
    ]);
    expect(next?.option).toBe('b');
    expect(programmeOf(after(hello, ticked(['a', 'b'], ['c'])), onDay(1))!.next).toBeUndefined();
  });

  it('forgets a tick that is taken away', () =>
    expect(programmeOf(after(hello, ticked(['a', 'b']), ticked(['b'])), onDay(1))!.next?.option).toBe('a'));

  it('looks back when the day has come, counted from the beginning, however late the ticks are', () => {
    const due = (day: number, ...steps: Step[]) => programmeOf(after(hello, ...steps), onDay(day))!.due?.id;
    expect(due(13, ticked(['a']))).toBeUndefined();
    expect(due(14, ticked(['a']), ticked(['a', 'b']))).toBe('tva');
    const twice: Step[] = [ticked([]), ['next', 'tva', { tva: 'bra' }]];
    expect(due(41, ...twice)).toBeUndefined();
    expect(due(42, ...twice)).toBe('sex');
    expect(due(99, ...twice, ['next', 'sex', { sex: 'bra' }])).toBeUndefined();
  });

  it('looks back as well when the page has never been saved', () => {
    const due = (day: number, ...steps: Step[]) => programmeOf(after(hello, ...steps), onDay(day))!.due?.id;
    const opened: Step = ['resume', ''];
    const answered: Step = ['next', 'tva', { tva: 'bra' }];
    expect(due(13)).toBeUndefined();
    expect(due(14)).toBe('tva');
    expect(cardOf(after(hello, opened), onDay(13))).toBe('the page');
    expect(cardOf(after(hello), onDay(14))).toBe('the page');
    expect(cardOf(after(hello, opened), onDay(14))).toBe('tva');
    expect(cardOf(after(hello, opened, answered), onDay(14))).toBe('the page');
    expect(due(41, opened, answered)).toBeUndefined();
    expect(due(42, opened, answered)).toBe('sex');
    expect(programmeOf(after(), onDay(14))!.due).toBeUndefined();
  });

  it('shows its page from the first card on, unless the manager opens a look back whose day has come', () => {
    const at = (day: number, ...steps: Step[]) => isAtPage(after(...steps), onDay(day));
    expect(at(0)).toBe(false);
    expect(at(0, hello)).toBe(true);
    expect(at(0, hello, ticked([]))).toBe(true);
    expect(at(20, hello, ticked([]))).toBe(true);
    expect(at(20, hello, ticked([]), ['resume', ''])).toBe(false);
    expect(at(2, hello, ticked([]), ['resume', ''])).toBe(true);
    const all: Step[] = [hello, ticked([]), ['next', 'tva', { tva: 'bra' }], ['next', 'sex', { sex: 'bra' }]];
    expect(at(50, ...all)).toBe(true);
  });
});

describe('a file of a programme', () => {
  it.each([
    ['weeks: [1, 2]', 'weeks: [2, 1]', 'weeks är fel. Tillåtet: två veckor från 1 till 52'],
    ['weeks: [1, 2]', 'weeks: [0, 2]', 'weeks är fel'],
    [', weeks: [1, 2]', '', 'alla steg på ett kort har weeks, eller inget'],
    ['optional: true, weeks: [1', 'weeks: [1', 'weeks kräver optional: true'],
    ['about: { a:', 'about: { q:', 'about nämner alternativet q. Tillåtet: a, b'],
    ['{ question: Hur? }', '{ svar: Hur? }', 'about är fel'],
  ])('is refused where %s is %s', (right, wrong, fault) =>
    expect(faults('sex-veckor.yaml', file.replace(right, wrong))).toContain(fault),
  );
});
