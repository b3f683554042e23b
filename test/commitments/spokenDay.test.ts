import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { readDay } from '../../src/commitments/spokenDay';

/** A Friday. */
const today = '2026-11-27';
const day = (text: string, from = today) => {
  const read = readDay(text, from);
  return 'day' in read ? read.day : read.problem;
};

describe('a day as it is said', () => {
  it.each([
    ['i dag', '2026-11-27'],
    ['idag', '2026-11-27'],
    ['i morgon', '2026-11-28'],
    ['Imorgon!', '2026-11-28'],
    ['i övermorgon', '2026-11-29'],
    ['på måndag', '2026-11-30'],
    ['till på måndag', '2026-11-30'],
    ['till den 3 mars', '2027-03-03'],
    ['måndag', '2026-11-30'],
    ['på fredag', '2026-12-04'],
    ['på torsdagen', '2026-12-03'],
    ['nästa måndag', '2026-11-30'],
    ['nästa fredag', '2026-12-04'],
    ['på torsdag nästa vecka', '2026-12-03'],
    ['om tre dagar', '2026-11-30'],
    ['om 14 dagar', '2026-12-11'],
    ['om en vecka', '2026-12-04'],
    ['om två veckor', '2026-12-11'],
    ['om ett par veckor', '2026-12-11'],
    ['om 2 veckor', '2026-12-11'],
    ['om en månad', '2026-12-27'],
    ['om ett halvår', '2027-05-27'],
    ['nästa vecka', '2026-11-30'],
    ['nästa månad', '2026-12-01'],
    ['efter helgen', '2026-11-30'],
    ['i slutet av månaden', '2026-11-30'],
    ['den 3 mars', '2027-03-03'],
    ['3 mars', '2027-03-03'],
    ['3:e mars', '2027-03-03'],
    ['3 mar', '2027-03-03'],
    ['onsdag 3 mars', '2027-03-03'],
    ['3 mars 2027', '2027-03-03'],
    ['3/3', '2027-03-03'],
    ['den 3/3', '2027-03-03'],
    ['3/3 2027', '2027-03-03'],
    ['2027-03-03', '2027-03-03'],
    ['20270303', '2027-03-03'],
    ['den 3', '2026-12-03'],
    ['den 31', '2026-12-31'],
    ['v 12', '2027-03-22'],
    ['v. 12', '2027-03-22'],
    ['v12', '2027-03-22'],
    ['vecka 12', '2027-03-22'],
    ['på torsdag vecka 12', '2027-03-25'],
    ['27 november', '2026-11-27'],
    ['vecka 53', '2026-12-28'],
  ])('%s is %s', (text, expected) => expect(day(text)).toBe(expected));

  it.each([
    ['2026-11-26', 'past'],
    ['3 mars 2026', 'past'],
    ['v 12 2026', 'past'],
    ['om 400 dagar', 'tooFar'],
    ['om 13 månader', 'tooFar'],
    ['2029-01-01', 'tooFar'],
    ['29 februari', 'tooFar'],
    ['31/2', 'noSuchDay'],
    ['30 februari', 'noSuchDay'],
    ['0/3', 'noSuchDay'],
    ['3/13', 'noSuchDay'],
    ['2027-02-29', 'noSuchDay'],
    ['v 54', 'noSuchDay'],
    ['v 0', 'noSuchDay'],
    ['snart', 'unknown'],
    ['', 'unknown'],
  ])('%s is refused: %s', (text, problem) => expect(day(text)).toBe(problem));

  it('keeps to the end of shorter months, and to leap days', () => {
    expect(day('om en månad', '2027-01-31')).toBe('2027-02-28');
    expect(day('om en månad', '2028-01-31')).toBe('2028-02-29');
    expect(day('29 februari', '2027-11-27')).toBe('2028-02-29');
    expect(day('om ett år', '2028-02-29')).toBe('2029-02-28');
    expect(day('i slutet av månaden', '2028-02-10')).toBe('2028-02-29');
  });

  it('counts days over both clock changes', () => {
    for (const [from, to] of [
      ['2026-10-24', '2026-10-25'],
      ['2026-10-25', '2026-10-26'],
      ['2027-03-27', '2027-03-28'],
      ['2027-03-28', '2027-03-29'],
    ])
      expect(day('i morgon', from)).toBe(to);
  });

  const anyDay = fc
    .integer({ min: 0, max: 6000 })
    .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString());
  const ahead = fc.integer({ min: 0, max: 360 });

  it('is the same day however it is written', () => {
    fc.assert(
      fc.property(anyDay, ahead, (from, days) => {
        const date = Temporal.PlainDate.from(from).add({ days });
        const month = date.toLocaleString('sv-SE', { month: 'long' });
        const weekday = date.toLocaleString('sv-SE', { weekday: 'long' });
        for (const text of [
          date.toString(),
          `${date.day}/${date.month} ${date.year}`,
          `den ${date.day} ${month} ${date.year}`,
          `${date.day} ${month}`,
          `${date.day}/${date.month}`,
          `${weekday} v ${date.weekOfYear} ${date.yearOfWeek}`,
        ])
          expect([from, text, day(text, from)]).toEqual([from, text, date.toString()]);
      }),
    );
  });

  it('is never before today, and never more than a year ahead', () => {
    const words = fc.constantFrom(
      ...[
        'om',
        'en',
        'två',
        '12',
        'vecka',
        'dagar',
        'nästa',
        'på',
        'måndag',
        '3/3',
        '31',
        'februari',
        'v',
        '53',
        'den',
      ],
    );
    fc.assert(
      fc.property(anyDay, fc.array(words, { maxLength: 5 }), (from, said) => {
        const read = readDay(said.join(' '), from);
        if (!('day' in read)) return;
        const aYearOn = Temporal.PlainDate.from(from).add({ months: 12 }).toString();
        expect(read.day >= from && read.day <= aYearOn).toBe(true);
      }),
    );
  });

  it('takes no time to refuse what nobody says', () => {
    const started = performance.now();
    for (const text of ['om '.repeat(5000), '3/'.repeat(5000), `${' '.repeat(20_000)}x`, '9'.repeat(20_000)]) day(text);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
