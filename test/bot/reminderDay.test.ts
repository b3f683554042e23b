import { reminderDayInWords } from '../../src/bot/reminderDay';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';
import { calendar } from '../ourCalendar';

const { commitments } = readTexts(`${projectRoot}/cards`);

describe('when a reminder comes', () => {
  it.each([
    ['a working day', '2026-12-04', 'På fredag 4 december 2026 frågar jag hur det gick.'],
    ['a Saturday', '2026-12-05', 'På måndag 7 december 2026 frågar jag hur det gick. Dagen du valde är ledig.'],
    ['Christmas Day', '2026-12-25', 'På måndag 28 december 2026 frågar jag hur det gick. Dagen du valde är ledig.'],
  ])('is said as it will be, also for %s', (_, due, said) =>
    expect(reminderDayInWords(commitments, calendar, { kind: 'answer', due })).toBe(said),
  );

  it('is said of a reminder that the person asked for', () =>
    expect(reminderDayInWords(commitments, calendar, { kind: 'own', due: '2026-12-05' })).toBe(
      'På måndag 7 december 2026 påminner jag dig. Dagen du valde är ledig.',
    ));
});
