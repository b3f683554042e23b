import { nothingPublished, publishNext, type CountedAnswer } from '../../src/campaigns/publish';
import { reportOf, type ReportQuestion } from '../../src/campaigns/report';

const questions: ReportQuestion[] = [
  {
    id: 'q',
    ask: 'Används den?',
    options: [
      { id: 'ja', label: 'Ja' },
      { id: 'nej', label: 'Nej' },
    ],
  },
];
const answers = (group: string, ja: number, nej: number): CountedAnswer[] =>
  [...Array<string>(ja).fill('ja'), ...Array<string>(nej).fill('nej')].map((chosen, n) => ({
    by: `${group}${n}`,
    group,
    values: { q: [chosen] },
  }));
const report = (all: readonly CountedAnswer[], sizes: Record<string, number>, closing = false) =>
  reportOf(publishNext(nothingPublished, all, 6, closing), questions, new Map(Object.entries(sizes)), 6);

describe('a report', () => {
  it('tells how each group answered and how all did, in the order of the options', () => {
    const { groups, together } = report([...answers('Öron', 6, 2), ...answers('Kirurgi', 0, 8)], {
      Öron: 20,
      Kirurgi: 20,
    });
    expect(groups.map(({ group, people, rate }) => [group, people, rate])).toEqual([
      ['Kirurgi', 8, 40],
      ['Öron', 8, 40],
    ]);
    expect(groups[1]!.rows).toEqual([
      {
        question: 'Används den?',
        options: [
          { label: 'Ja', count: 6, percent: 75 },
          { label: 'Nej', count: 2, percent: 25 },
        ],
      },
    ]);
    expect(together).toMatchObject({ people: 16, rate: 40 });
  });

  it('says which groups it does not show, and not how many have answered in them', () => {
    const whole = report([...answers('A', 6, 0), ...answers('B', 5, 0)], { A: 20, B: 20 });
    expect(whole.hidden).toEqual(['B']);
    expect(whole.together).toMatchObject({ people: 6 });
    expect(whole.together!.rate).toBeUndefined();
  });

  it('does not tell how many have answered where nearly all have: it would tell who has not', () => {
    expect(report(answers('A', 6, 2), { A: 9 }).groups[0]).not.toHaveProperty('people');
    expect(report(answers('A', 6, 2), { A: 8 }).groups[0]).not.toHaveProperty('rate');
    expect(report(answers('A', 6, 2), { A: 14 }).groups[0]).toMatchObject({ people: 8, rate: 57 });
  });

  it('has rounded percents and no counts where nearly all have answered, nor in a sum that would give them away', () => {
    const { groups, together } = report([...answers('A', 5, 2), ...answers('B', 6, 6)], { A: 8, B: 30 });
    const [first, second] = groups;
    expect(first!.rows[0]!.options).toEqual([
      { label: 'Ja', percent: 70 },
      { label: 'Nej', percent: 30 },
    ]);
    expect(second!.rows[0]!.options[0]).toEqual({ label: 'Ja', count: 6, percent: 50 });
    expect(together).not.toHaveProperty('people');
    expect(together!.rows[0]!.options[0]).toEqual({ label: 'Ja', percent: 60 });
  });

  it('does not tell at the close how many answered in small groups where nearly all did', () => {
    const all = [...answers('A', 3, 0), ...answers('B', 0, 3)];
    expect(report(all, { A: 3, B: 4 }, true).rest).not.toHaveProperty('people');
    expect(report(all, { A: 9, B: 9 }, true).rest).toHaveProperty('people', 6);
  });

  it('is empty while nothing may be shown', () => {
    expect(report(answers('A', 5, 0), { A: 20 })).toEqual({ groups: [], hidden: ['A'] });
  });

  it('shows the words that are shared below what was asked, of all groups together', () => {
    const published = {
      ...publishNext(nothingPublished, answers('A', 6, 0), 6, false),
      words: { tankar: ['Mod', 'Tid'] },
    };
    const asked = [
      { id: 'tankar', ask: 'Vad tänker du?' },
      { id: 'annat', ask: 'Något annat?' },
    ];
    expect(reportOf(published, questions, new Map(), 6, asked).shared).toEqual([
      { question: 'Vad tänker du?', words: ['Mod', 'Tid'] },
    ]);
    expect(reportOf({ ...published, words: {} }, questions, new Map(), 6, asked)).not.toHaveProperty('shared');
  });

  it('shows at the close what small groups answered together', () => {
    expect(report([...answers('A', 3, 0), ...answers('B', 0, 3)], { A: 9, B: 9 }, true).rest).toMatchObject({
      people: 6,
    });
  });
});
