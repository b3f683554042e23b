import { roundTakes, textsOf, writtenAnswer, type Dialogue } from '../../src/dialogue/dialogue';
import { inPages } from '../../src/dialogue/pages';
import { summaryOf } from '../../src/dialogue/summary';

const dialogue: Dialogue = {
  id: 'd',
  content: 'ledningsgrupp',
  phase: 'learning',
  startedByAsker: false,
  answers: [
    { round: 'question', text: 'Ökad tid', late: false, own: false },
    { round: 'question', text: 'åter', late: true, own: false },
    { round: 'question', text: 'Alla', late: false, own: true },
    { round: 'question', text: 'Ärlighet', late: false, own: false },
    { round: 'closing', text: 'Mod', late: false, own: false },
  ],
};

describe('the texts of a round', () => {
  it('stand in the order of the Swedish alphabet, those that came late by themselves', () => {
    expect(textsOf(dialogue, 'question')).toEqual(['Alla', 'Ärlighet', 'Ökad tid']);
    expect(textsOf(dialogue, 'question', true)).toEqual(['åter']);
  });

  it('are taken on time before the round is opened, late until the closing question, then no more', () => {
    expect(
      (['writing', 'opened', 'closing', 'learning', 'ended'] as const).map((at) => roundTakes(at, 'question')),
    ).toEqual(['onTime', 'late', undefined, undefined, undefined]);
    expect((['writing', 'opened', 'closing', 'learning'] as const).map((at) => roundTakes(at, 'closing'))).toEqual([
      undefined,
      undefined,
      'onTime',
      undefined,
    ]);
  });
});

describe('a text that somebody writes', () => {
  it('keeps its lines and loses what cannot be seen', () => {
    expect(writtenAnswer(' \u2060Ett\u0000\r\ntvå\u202e \n\n\n\ntre\ud83d ')).toBe('Ett \ntvå \n\ntre');
  });
});

describe('pages', () => {
  const long = Array.from({ length: 30 }, (_, n) => `${n} ${'"丈'.repeat(250)}`);

  it('hold every text once, in order, and none more than a card takes', () => {
    const pages = inPages(long, (text) => text);
    expect(pages.flat()).toEqual(long);
    for (const page of pages) expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(16_000);
  });

  it('are one, and empty, where there is nothing', () => {
    expect(inPages([], String)).toEqual([[]]);
  });
});

it('a summary has both questions with all answers, and the lesson last', () => {
  const [lines, ...more] = summaryOf(dialogue, { chosen: 'forum', how: '' });
  expect(more).toEqual([]);
  expect(lines!.map((line) => (line.kind === 'answer' ? line.text : line.kind))).toEqual([
    'title',
    'asked',
    'Alla',
    'åter',
    'Ärlighet',
    'Ökad tid',
    'asked',
    'Mod',
    'lesson',
  ]);
});
