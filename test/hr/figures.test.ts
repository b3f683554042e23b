import { figuresOf, type UsageCounts } from '../../src/hr/figures';

const counted = (over: Partial<UsageCounts> = {}): UsageCounts => ({
  people: 0,
  questions: [],
  reactions: [],
  reasons: [],
  sessions: [],
  ...over,
});
const title = (flow: string) => (flow === 'borta' ? undefined : `Guiden ${flow}`);

describe('the figures of use', () => {
  it('tell of no fewer than six people', () => {
    expect(figuresOf(counted({ people: 5 }), title)).not.toHaveProperty('people');
    expect(figuresOf(counted({ people: 6 }), title)).toHaveProperty('people', 6);
  });

  it('name the guides that at least six people have begun, and that are there', () => {
    const session = (flow: string, people: number) => ({ flow, begun: 20, finished: 3, people });
    const sessions = [session('a', 5), session('b', 6), session('borta', 9)];
    expect(figuresOf(counted({ sessions }), title).flows).toEqual([{ title: 'Guiden b', begun: 20, finished: 3 }]);
  });

  it('tell what did not help where at least six people have said so, in the order of the form', () => {
    const reasons = [
      { reason: 'unclear', count: 9, people: 6 },
      { reason: 'outdated', count: 20, people: 5 },
      { reason: 'wrongDocument', count: 7, people: 7 },
    ] as const;
    expect(figuresOf(counted({ reasons }), title).reasons).toEqual([
      { reason: 'wrongDocument', count: 7 },
      { reason: 'unclear', count: 9 },
    ]);
  });

  it('add up questions by month and outcome, the latest first', () => {
    const questions = [
      { month: '2026-10', outcome: 'found', count: 4 },
      { month: '2026-11', outcome: 'none', count: 2 },
      { month: '2026-11', outcome: 'found', count: 3 },
    ];
    expect(figuresOf(counted({ questions }), title).questions).toEqual([
      { month: '2026-11', found: 3, unsure: 0, none: 2 },
      { month: '2026-10', found: 4, unsure: 0, none: 0 },
    ]);
  });
});
