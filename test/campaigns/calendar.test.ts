import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCalendar } from '../../src/campaigns/calendar';

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
