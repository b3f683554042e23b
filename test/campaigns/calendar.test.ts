import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nextMorning, readCalendar } from '../../src/campaigns/calendar';

const folder = mkdtempSync(path.join(tmpdir(), 'calendar-'));
afterAll(() => rmSync(folder, { recursive: true }));
const read = (text: string) => {
  const file = path.join(folder, 'calendar.yaml');
  writeFileSync(file, text);
  return readCalendar(file);
};
const whole = { tystFrån: '"18:00"', tystTill: '"07:00"', helger: 'false', helgdagar: '{ 2026-12-24: Julafton }' };
const written = (change: object) =>
  Object.entries({ ...whole, ...change })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

describe('calendar.yaml', () => {
  it('says when nothing is sent', () => {
    expect(read(written({}))).toEqual({
      quiet: { from: '18:00', to: '07:00' },
      weekends: false,
      holidays: new Set(['2026-12-24']),
    });
  });

  it.each([
    [{ tystFrån: 'kvällen' }, /calendar\.yaml: tystFrån ska vara en tid/],
    [{ tystTill: '"18:00"' }, /tystTill ska vara en annan tid än tystFrån/],
    [{ helger: 'ibland' }, /helger ska vara true eller false/],
    [{ helgdagar: '{ jul: Julafton }' }, /helgdagar ska vara rader som 2026-12-24: Julafton/],
    [{ semester: 'juli' }, /semester ska vara borta; tillåtet är tystFrån/],
  ])('that cannot be read says what is wrong: %j', (change, message) => {
    expect(() => read(written(change))).toThrow(message);
  });
});

describe('the next working morning', () => {
  const calendar = read(written({}));
  it.each([
    ['2026-11-24T10:00:00Z', '2026-11-25T08:00:00Z', 'is tomorrow'],
    ['2026-11-24T05:00:00Z', '2026-11-25T08:00:00Z', 'is tomorrow, also before nine'],
    ['2026-11-27T10:00:00Z', '2026-11-30T08:00:00Z', 'is Monday after a Friday'],
    ['2026-12-23T10:00:00Z', '2026-12-25T08:00:00Z', 'is no holiday'],
    ['2026-03-27T10:00:00Z', '2026-03-30T07:00:00Z', 'is nine by the clock when summer time has begun'],
  ])('after %s: %s %s', (at, morning, _) => {
    expect(nextMorning(calendar, new Date(at))).toEqual(new Date(morning));
  });

  it('is as early as anything may be sent where nine is too early', () => {
    const late = read(written({ tystTill: '"10:00"' }));
    expect(nextMorning(late, new Date('2026-11-24T10:00:00Z'))).toEqual(new Date('2026-11-25T09:00:00Z'));
  });
});
