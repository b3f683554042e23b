import { type Move } from '../../src/coaching/session';

/** A first move with the person's own words. */
export const next: Move = {
  revision: 1,
  kind: 'next',
  card: 'fraga',
  given: { fraga: { value: 'Schemat', asked: 'Vad gäller det?', label: 'Frågan', words: ['Schemat'] } },
  madeAt: '2026-11-23T12:00:00.000Z',
  key: 'press 1',
};
