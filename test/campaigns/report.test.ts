import { publishResults, type CountedAnswer } from '../../src/campaigns/publish';
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
const answers = (group: string, ja: number, nej: number, skipped = 0): CountedAnswer[] =>
  [
    ...Array<string[]>(ja).fill(['ja']),
    ...Array<string[]>(nej).fill(['nej']),
    ...Array<string[]>(skipped).fill([]),
  ].map((chosen) => ({ group, values: { q: chosen }, shared: {} }));
const report = (all: readonly CountedAnswer[]) => reportOf(publishResults(all, 6), questions);

describe('a report', () => {
  it('tells how each group answered and how all did, in the order of the options', () => {
    const { groups, together } = report([...answers('Öron', 6, 2), ...answers('Kirurgi', 0, 8)]);
    expect(groups.map(({ group, people }) => [group, people])).toEqual([
      ['Kirurgi', 8],
      ['Öron', 8],
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
    expect(together).toMatchObject({ people: 16 });
  });

  it('leaves out a question that too few in the group have answered', () =>
    expect(report(answers('A', 3, 2, 4)).groups[0]).toMatchObject({ people: 9, rows: [] }));

  it('has in no sum what it leaves out in a group', () => {
    const { together } = report([...answers('A', 3, 2, 4), ...answers('B', 6, 2)]);
    expect(together!.people).toBe(17);
    expect(together!.rows[0]!.options).toEqual([
      { label: 'Ja', count: 6, percent: 75 },
      { label: 'Nej', count: 2, percent: 25 },
    ]);
  });

  it('is empty where nothing may be shown', () => expect(report(answers('A', 5, 0))).toEqual({ groups: [] }));

  it('shows the words that are shared below what was asked, of all groups together', () => {
    const published = { ...publishResults(answers('A', 6, 0), 6), words: { tankar: ['Mod', 'Tid'] } };
    const asked = [
      { id: 'tankar', ask: 'Vad tänker du?' },
      { id: 'annat', ask: 'Något annat?' },
    ];
    expect(reportOf(published, questions, asked).shared).toEqual([
      { question: 'Vad tänker du?', words: ['Mod', 'Tid'] },
    ]);
    expect(reportOf({ ...published, words: {} }, questions, asked)).not.toHaveProperty('shared');
  });

  it('shows what small groups answered together', () =>
    expect(report([...answers('A', 3, 0), ...answers('B', 0, 3)]).rest).toMatchObject({ people: 6 }));
});
