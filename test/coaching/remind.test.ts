import { type Flow } from '../../src/coaching/flow';
import { parseFlow } from '../../src/coaching/parseFlow';
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
function after(...made: readonly (readonly [card: string, given: Record<string, StepInput>, kind?: MoveKind])[]) {
  const moves = made.map(([card, given, kind = 'next'], at): Move => ({
    revision: at + 1,
    kind,
    card,
    given,
    madeAt,
    key: String(at),
  }));
  return commitmentChanges(flow, replay(flow, moves), moves.at(-1)!);
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
