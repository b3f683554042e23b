import { type Flow } from '../../src/coaching/flow';
import { parseFlow } from '../../src/coaching/parseFlow';
import { programmeOf } from '../../src/coaching/programme';
import { commitmentChanges } from '../../src/coaching/remind';
import { replay, type Move, type MoveKind, type StepInput } from '../../src/coaching/session';

const flow: Flow = parseFlow(
  'prov.yaml',
  `
title: Prov
purpose: Prövar.
minutes: 5
seenBy: Bara du.
retention: P30D
starts: [prov]
summary: Sammanfattning
steps:
  - { id: vag, kind: choice, ask: Vilken?, options: { kort: Kort, lang: Lång } }
  - { id: uppdrag, kind: text, ask: Vad?, when: { vag: lang } }
  - { id: dag, kind: date, ask: När?, optional: true, remind: { of: uppdrag }, when: { vag: lang } }
  - { id: vana, kind: choice, ask: Vilken vana?, options: { a: Fråga först }, remind: { after: P2W } }
  - { id: gick, kind: choice, ask: Hur gick det?, options: { bra: Bra }, after: P7D, remind: { of: vana } }
  - { id: sist, kind: choice, ask: Och nu?, options: { bra: Bra }, after: P4W }
`,
);

/** Friday noon before the clocks go back. */
const madeAt = '2026-10-23T10:00:00.000Z';
const input = (value: string | null, words = value ?? ''): StepInput => ({
  value,
  asked: '',
  label: '',
  words: value === null ? [] : [words],
});

/** What the last of these moves means. */
const after = (...made: readonly MadeMove[]) => changesOf(flow, movesOf(made));

type MadeMove = readonly [card: string, given: Record<string, StepInput>, kind?: MoveKind];

const movesOf = (made: readonly MadeMove[]): Move[] =>
  made.map(([card, given, kind = 'next'], at) => ({ revision: at + 1, kind, card, given, madeAt, key: String(at) }));

function changesOf(of: Flow, moves: readonly Move[], begun = madeAt) {
  const [before, all] = [replay(of, moves.slice(0, -1)), replay(of, moves)];
  return commitmentChanges(of, { move: moves.at(-1)!, before, after: all, begun });
}
const lang = ['vag', { vag: input('lang') }] as const;
const uppdrag = ['uppdrag', { uppdrag: input('Schemat') }] as const;
const dag = ['dag', { dag: input('2026-12-01') }] as const;
const vana = ['vana', { vana: input('a', 'Fråga först') }] as const;
const schemat = { kind: 'answer', title: 'Prov', what: 'Schemat', due: '2026-12-01' };

describe('what a move means for commitments', () => {
  it('is nothing before a step that says so is answered', () => {
    expect(after(lang)).toEqual([]);
    expect(after(lang, uppdrag)).toEqual([]);
    expect(after(lang, uppdrag, ['dag', { dag: input('2026-12-01') }, 'pause'])).toEqual([]);
  });

  it('is a commitment on the day that was chosen, in the words of another step', () => {
    expect(after(lang, uppdrag, dag)).toEqual([{ step: 'dag', ...schemat }]);
  });

  it('changes with the words and with the day, and is taken back with the day, or with the way', () => {
    const all = [lang, uppdrag, dag] as const;
    expect(after(...all, ['uppdrag', { uppdrag: input('Budgeten') }])).toEqual([
      { step: 'dag', ...schemat, what: 'Budgeten' },
    ]);
    expect(after(...all, ['dag', { dag: input('2026-12-02') }])).toEqual([
      { step: 'dag', ...schemat, due: '2026-12-02' },
    ]);
    expect(after(...all, ['dag', { dag: input(null) }])).toEqual([{ step: 'dag', over: 'withdrawn' }]);
    expect(after(...all, ['vag', { vag: input('kort') }])).toEqual([{ step: 'dag', over: 'withdrawn' }]);
  });

  it('comes so many local days later, over the change of the clocks, and a card that waits brings itself', () => {
    expect(after(lang, uppdrag, dag, vana)).toEqual([
      { step: 'vana', kind: 'answer', title: 'Prov', what: 'Fråga först', due: '2026-11-06' },
      { step: 'gick', kind: 'step', title: 'Prov', what: 'Fråga först', due: '2026-10-30' },
    ]);
  });

  it('is over when the card has been answered, and the next one waits in its turn, without words of its own', () => {
    expect(after(lang, uppdrag, dag, vana, ['gick', { gick: input('bra') }])).toEqual([
      { step: 'gick', over: 'done' },
      { step: 'sist', kind: 'step', title: 'Prov', what: '', due: '2026-11-20' },
    ]);
  });

  it('is dropped, as far as the guide itself would ask, when the guide is stopped', () => {
    expect(after(lang, uppdrag, dag, vana, ['gick', {}, 'stop'])).toEqual([
      { step: 'gick', over: 'dropped' },
      { step: 'sist', over: 'dropped' },
    ]);
  });
});

describe('the look backs of a programme', () => {
  const programme: Flow = parseFlow(
    'program.yaml',
    `
title: Program
purpose: Prövar.
minutes: 5
seenBy: Bara du.
retention: P365D
starts: [program]
summary: Sammanfattning
steps:
  - { id: forst, kind: message, ask: Hej }
  - { id: lista, kind: checklist, ask: Vecka 1, optional: true, weeks: [1, 12], options: { a: Läs, b: Fråga } }
  - { id: tva, kind: choice, ask: Två veckor?, options: { bra: Bra }, after: P2W }
  - { id: sex, kind: choice, ask: Sex veckor?, options: { bra: Bra }, after: P4W }
`,
  );
  const ticked = (...value: string[]): StepInput => ({ ...input(null), value });
  /** Ten days pass between what is done. */
  const begun = '2026-10-23T18:30:00.000Z';
  const later = (days: number) => new Date(Date.parse(begun) + days * 24 * 60 * 60 * 1000).toISOString();
  const made = movesOf([
    ['forst', { forst: input(null) }],
    ['lista', { lista: ticked('a') }],
    ['lista', { lista: ticked('a', 'b') }],
    ['tva', { tva: input('bra') }],
  ]).map((move, at) => ({ ...move, madeAt: later(10 * at) }));
  const changes = (count: number) => changesOf(programme, made.slice(0, count), begun);
  const step = { kind: 'step', title: 'Program', what: '' };

  it('are asked for on days that are counted from when the person began, whenever what comes before is done', () => {
    expect(changes(1)).toEqual([{ ...step, step: 'tva', due: '2026-11-06' }]);
    expect(changes(4)).toEqual([
      { step: 'tva', over: 'done' },
      { ...step, step: 'sex', due: '2026-12-04' },
    ]);
  });

  it('are asked for one after the other, also where the page has never been saved', () => {
    const unsaved = made.filter(({ card }) => card !== 'lista').map((move, at) => ({ ...move, revision: at + 1 }));
    expect(changesOf(programme, unsaved.slice(0, 1), begun)).toEqual([{ ...step, step: 'tva', due: '2026-11-06' }]);
    expect(changesOf(programme, unsaved, begun)).toEqual([
      { step: 'tva', over: 'done' },
      { ...step, step: 'sex', due: '2026-12-04' },
    ]);
  });

  it('stay on their day when something is ticked: the person may have moved them', () => {
    expect(changes(2)).toEqual([]);
    expect(changes(3)).toEqual([]);
  });

  it('open on the page on the very day when they are asked for, at any time of it', () => {
    const session = { id: 's', flow: 'program', title: '', version: '', startedAt: begun, ended: false, moves: made };
    const dueAt = (time: string) =>
      programmeOf({ flow: programme, session, state: replay(programme, made.slice(0, 2)) }, new Date(time))?.due?.id;
    expect(dueAt('2026-11-05T22:59:00Z')).toBeUndefined();
    expect(dueAt('2026-11-05T23:00:00Z')).toBe('tva');
  });
});
