import { type Reply } from '../../src/bot/reply';
import { answers, longestWhat, type Commitment } from '../../src/commitments/commitment';

const commitment: Commitment = {
  id: 'c1',
  kind: 'answer',
  session: 's1',
  title: 'Lämna över ett uppdrag',
  what: 'Schemat',
  due: '2027-03-03',
  state: 'open',
  revision: 3,
};

/** Cards of commitments: every kind and state, with words that try to be more than words. */
export function commitmentReplies(hostile: string): Reply[] {
  const wide = '丈'.repeat(longestWhat);
  const every = (['answer', 'step', 'own'] as const).flatMap((kind) =>
    [hostile, wide, ''].map((what): Commitment => ({
      ...commitment,
      kind,
      what,
      ...(!what && { session: undefined, title: '' }),
    })),
  );
  const besides = every.slice(0, 5);
  const list = { kind: 'commitments', at: 'list' } as const;
  return [
    ...every.flatMap((one): Reply[] => [
      { kind: 'commitments', at: 'reminder', commitments: [one] },
      { kind: 'commitment', commitment: one, asks: 'nothing', notice: 'Jag frågar igen.', besides },
    ]),
    ...answers.flatMap((state): Reply[] =>
      (['how', 'when', 'nothing'] as const).map((asks) => ({
        kind: 'commitment',
        commitment: { ...commitment, state },
        asks,
      })),
    ),
    { kind: 'commitments', at: 'reminder', commitments: every },
    { ...list, commitments: besides, skip: 5, more: true, paused: true },
    { ...list, commitments: [], skip: 0, more: false, paused: false },
    { kind: 'remindWhen' },
    { kind: 'remindWhen', session: { id: 's1', title: 'Lämna över' }, problem: 'Välj en dag.', what: hostile },
  ];
}
