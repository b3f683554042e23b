import fc from 'fast-check';
import ICAL from 'ical.js';
import { pseudonymiser } from '../../src/store/pseudonym';
import { calendarFile } from '../../src/web/calendarFile';
import { calendarLinks } from '../../src/web/calendarRoute';

const made = { uid: 'x1', day: '2027-03-03', nextDay: '2027-03-04', title: 'Avstämning (Tillitscoachen)' };
const write = (more: Partial<typeof made> = {}) =>
  calendarFile({ ...made, ...more, madeAt: new Date('2026-11-27T12:00:00Z') });
/** As another program reads it. */
const read = (file: string) => {
  const event = new ICAL.Component(ICAL.parse(file) as unknown[]).getFirstSubcomponent('vevent')!;
  return new ICAL.Event(event);
};

describe('a calendar file', () => {
  it('is a whole day, as another program reads it', () => {
    const { uid, summary, startDate, endDate } = read(write());
    expect({ uid, summary, from: startDate.toString(), to: endDate.toString(), isDay: startDate.isDate }).toEqual({
      uid: 'x1@tillitscoachen',
      summary: made.title,
      from: '2027-03-03',
      to: '2027-03-04',
      isDay: true,
    });
  });

  it('holds any title on lines of at most 75 octets, and nothing that a title could add', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const title = `${text}\r\nEND:VEVENT; a, b\\n åäö 🙂`.replace(/\p{Cc}/gu, (sign) =>
          sign === '\n' ? sign : ' ',
        );
        const file = write({ title });
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(read(file).summary).toBe(title);
      }),
    );
  });
});

describe('a link to a calendar file', () => {
  let now = new Date('2026-11-27T12:00:00Z');
  const links = calendarLinks(pseudonymiser(Buffer.alloc(32, 1)), () => now);
  const path = () =>
    links.linkTo('https://coach.region.se', '2027-03-03', 'c1')!.slice('https://coach.region.se'.length);

  it('ends after the next day, and says nothing when it is changed', () => {
    const link = path();
    expect(links.read(link)).toMatchObject({ day: '2027-03-03' });
    expect(links.read(link.replace('2027-03-03', '2027-03-04'))).toBeUndefined();
    expect(links.read('/kalender/')).toBeUndefined();
    now = new Date('2026-11-28T23:59:00Z');
    expect(links.read(link)).toMatchObject({ day: '2027-03-03' });
    now = new Date('2026-11-29T00:00:00Z');
    expect(links.read(link)).toBe('expired');
  });

  it('is none where no address leads to the service', () => {
    expect(links.linkTo(undefined, '2027-03-03', 'c1')).toBeUndefined();
  });
});
