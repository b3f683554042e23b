import path from 'node:path';
import { type Value } from '../../src/coaching/flow';
import { type SessionState } from '../../src/coaching/guidance';
import { parseFlow } from '../../src/coaching/parseFlow';
import { othersFor } from '../../src/coaching/profile';
import { replay, type Move } from '../../src/coaching/session';
import { summaryParts, type SummaryPart } from '../../src/coaching/summaryParts';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';

const texts = readTexts(path.join(projectRoot, 'cards'));

const flowWith = (summary: string) =>
  parseFlow(
    'prov.yaml',
    `
title: Prov
purpose: Prövar formerna.
minutes: 5
seenBy: Bara du.
retention: P30D
starts: [prov]
summary: ${summary}
steps:
  - { id: fraga, kind: text, ask: Vad gäller det?, label: Frågan, max: 200 }
  - { id: alternativ, kind: list, ask: Vilka?, label: Alternativ, entry: Alternativ, least: 2, most: 3, max: 80 }
  - { id: foljd, kind: text, ask: Vad händer?, label: Konsekvenser, each: alternativ, max: 100 }
  - { id: forord, kind: choice, ask: Vad förordar du?, label: Förordas, each: alternativ }
  - - id: mal
      kind: scale
      ask: Mål
      label: Mål
      poles: [Många, Få]
      others: [{ document: d, quote: ett }, { document: d, quote: två }]
      guide: delegering
    - { id: takt, kind: scale, ask: Takt, label: Takt, poles: [Efterhand, Löpande], others: [{ document: d, quote: tre }] }
  - { id: sedan, kind: text, ask: Och sedan?, label: Sedan, max: 100 }
  - { id: eget, kind: text, ask: Och du?, label: Eget, private: true, max: 100 }
`,
  );

/** A session, made in a month, in which these values were given. */
function sessionOf(summary: string, given: Readonly<Record<string, Value>>, month = '11'): SessionState {
  const flow = flowWith(summary);
  const all = Object.entries(given).map(([id, value]) => {
    const words = typeof value === 'string' ? [value] : Object.values(value ?? {}).map(String);
    const label = flow.cards.flatMap(({ steps }) => steps).find((step) => step.id === id)!.label;
    return [id, { value, asked: '', label, words }] as const;
  });
  const madeAt = `2026-${month}-20T12:00:00.000Z`;
  const moves: Move[] = [{ revision: 1, kind: 'next', card: '', given: Object.fromEntries(all), madeAt, key: 'k' }];
  const session = { id: month, flow: 'prov', title: 'Prov', version: 'v', startedAt: madeAt, ended: true, moves };
  return { session, flow, state: replay(flow, moves) };
}

const given = {
  fraga: 'Schemat',
  alternativ: { 1: 'Vänta', 2: 'Byta' },
  foljd: { 1: 'Lugnt', 2: 'Dyrt' },
  forord: '2',
  mal: '2',
  takt: '3',
  sedan: 'Varje vecka',
  eget: 'Våga',
};

/** A part as lines: labels of blocks, cells of rows with `|` between, words of a profile. */
const told = (part: SummaryPart): string[] => {
  if (part.kind === 'blocks') return part.blocks.map(({ label }) => `${part.framed ? '# ' : ''}${label}`);
  if (part.kind === 'others') return [`Andra: ${part.label}`];
  if (part.kind === 'profile') return part.lines.map(({ label, words }) => `${label}: ${words}`);
  const cell = ({ lines }: (typeof part.rows)[number]['cells'][number]) =>
    lines.map(({ label, words }) => [label, ...words].filter(Boolean).join(' ')).join(', ');
  return [part.columns.join(' | '), ...part.rows.map(({ cells, marks }) => [...cells.map(cell), ...marks].join(' | '))];
};
const toldOf = (current: SessionState, earlier?: readonly SessionState[]) =>
  summaryParts(texts, current, earlier).map(told);

describe('the parts of a summary', () => {
  it('are one list where the guide chooses no form', () => {
    expect(toldOf(sessionOf('Svar', given))).toEqual([['Frågan', 'Alternativ', 'Mål', 'Takt', 'Sedan', 'Eget']]);
  });

  it('set alternatives beside their consequences, with the one that is recommended marked', () => {
    expect(toldOf(sessionOf('{ title: Svar, form: alternatives }', given))).toEqual([
      ['Frågan'],
      ['Alternativ | Konsekvenser', 'Vänta | Lugnt', 'Byta | Dyrt | Förordas'],
      ['Mål', 'Takt', 'Sedan', 'Eget'],
    ]);
  });

  it('keep what is private out of the draft of an agreement', () => {
    const [draft, own] = toldOf(sessionOf('{ title: Svar, form: agreement }', given));
    expect(draft).toEqual(['# Frågan', '# Alternativ', '# Mål', '# Takt', '# Sedan']);
    expect(own).toEqual(['Eget']);
  });

  it('set how it is beside how it shall be, and leave out a row that has nothing', () => {
    const form =
      '{ title: Svar, form: table, columns: [I dag, Framåt], rows: [{ label: När, cells: [[takt], [sedan]] }, { label: Vad, cells: [[mal], [fraga]] }] }';
    expect(toldOf(sessionOf(form, { takt: '3', sedan: 'Varje vecka', eget: 'Våga' }))).toEqual([
      [' | I dag | Framåt', 'När | Takt Mitt emellan: Efterhand ↔ Löpande | Varje vecka'],
      ['Eget'],
    ]);
  });
});

describe('a profile', () => {
  const form = '{ title: Svar, form: profile }';
  const at = (mal: string, takt: string, month?: string) => sessionOf(form, { fraga: 'Mötet', mal, takt }, month);
  const profileOf = (current: SessionState, earlier?: readonly SessionState[]) =>
    summaryParts(texts, current, earlier).find((part) => part.kind === 'profile');

  it('tells where each line stands now, between what was asked before and after', () => {
    expect(toldOf(sessionOf(form, given))).toEqual([
      ['Frågan', 'Alternativ'],
      ['Mål: Nu: till vänster', 'Takt: Nu: i mitten'],
      ['Sedan', 'Eget'],
      ['Andra: Mål'],
    ]);
  });

  it('tells of the last time the second time, and of each day from the third', () => {
    const [now, may, feb] = [at('4', 'unknown'), at('3', '3', '05'), at('1', '5', '02')];
    expect(told(profileOf(now, [may])!)).toEqual([
      'Mål: Förra gången: i mitten → Nu: till höger',
      'Takt: Förra gången: i mitten → Nu: vet inte',
    ]);
    expect(told(profileOf(now, [may, feb])!)[0]).toBe(
      'Mål: 20 feb. 2026: längst till vänster → 20 maj 2026: i mitten → Nu: till höger',
    );
  });

  it('holds four times at most, the latest', () => {
    const all = ['10', '09', '08', '07'].map((month) => at('1', '1', month));
    expect(profileOf(at('1', '1'), all)?.times).toHaveLength(4);
    expect(profileOf(at('1', '1'), all)?.times[0]).toMatch('2026-08');
  });

  it('says how others do it for the line nearest its first pole; of two, for the first', () => {
    expect(othersFor(at('2', '3'))).toEqual({
      kind: 'others',
      label: 'Mål',
      sources: [expect.objectContaining({ quote: 'ett' }), expect.objectContaining({ quote: 'två' })],
      guide: 'delegering',
    });
    expect(othersFor(at('3', '1'))?.label).toBe('Takt');
    expect(othersFor(at('1', '1'))?.label).toBe('Mål');
  });

  it('says nothing of others where all stand at the second pole, or are not known', () => {
    expect(othersFor(at('5', 'unknown'))).toBeUndefined();
  });

  it('has no figure: neither sum nor grade', () => {
    const words = toldOf(at('2', '4'), [at('1', '1', '05')])
      .flat()
      .join(' ');
    expect(words).not.toMatch(/\d|poäng|betyg|medel/);
  });
});

describe('a guide’s file', () => {
  const faultOf = (summary: string) => {
    try {
      flowWith(summary);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each([
    ['{ title: Svar, form: radar }', 'summary är fel. Tillåtet: text, eller { title, form }'],
    [
      '{ title: Svar, form: table, columns: [I dag, Framåt], rows: [{ label: När, cells: [[takt], [finns-inte]] }] }',
      'rows nämner finns-inte. Tillåtet: vart och ett av fraga, mal, takt, sedan, eget, en gång.',
    ],
    [
      '{ title: Svar, form: table, columns: [I dag, Framåt], rows: [{ label: När, cells: [[takt], [takt]] }] }',
      'rows nämner takt.',
    ],
  ])('with a form that does not fit says what is allowed: %s', (summary, fault) => {
    expect(faultOf(summary)).toMatch(/^prov\.yaml, rad \d+: /);
    expect(faultOf(summary)).toContain(fault);
  });
});
