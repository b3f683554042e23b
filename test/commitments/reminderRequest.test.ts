import { readHours } from '../../src/commitments/officeHours';
import { readReminderRequest } from '../../src/commitments/reminderRequest';

const today = '2026-11-27';

describe('a message that asks to be reminded', () => {
  it.each([
    ['Påminn mig om en vecka', '2026-12-04', ''],
    ['påminn mig den 3 mars', '2027-03-03', ''],
    ['påminn mig på torsdag att ringa Eva', '2026-12-03', 'ringa Eva'],
    ['Kan du påminna mig på torsdag om att ringa Eva?', '2026-12-03', 'ringa Eva'],
    ['påminn mig att ringa Eva på torsdag', '2026-12-03', 'ringa Eva'],
    ['påminn mig om samtalet i morgon', '2026-11-28', 'samtalet'],
    ['påminn mig om det här om två veckor', '2026-12-11', ''],
    ['påminn mig: 2027-03-03', '2027-03-03', ''],
    ['påminn mig nästa vecka, boka lokal', '2026-11-30', 'boka lokal'],
    ['påminn mig v 12 om budgeten', '2027-03-22', 'budgeten'],
    ['påminn mig på torsdag om mötet vi har varje måndag', '2026-12-03', 'mötet vi har varje måndag'],
  ])('%s', (text, day, what) => expect(readReminderRequest(text, today)).toEqual({ day, what }));

  it.each([
    ['påminn mig', 'unknown'],
    ['påminn mig snart', 'unknown'],
    ['påminn mig om att ringa Eva', 'unknown'],
    ['påminn mig den 3 mars 2026', 'past'],
    ['påminn mig 2031-01-01', 'tooFar'],
    ['påminn mig varje måndag', 'repeats'],
    ['påminn mig varannan vecka att ringa Eva', 'repeats'],
    ['Kan du påminna mig en gång i månaden om budgeten?', 'repeats'],
    [`påminn mig i morgon att ${'x'.repeat(600)}`, 'tooLong'],
  ])('%s is refused', (text, problem) => expect(readReminderRequest(text, today)).toEqual({ problem }));

  it.each(['påminnelser', 'Hur påminner jag mina medarbetare?', 'Vad är tillit?', ''])('%s asks for none', (text) =>
    expect(readReminderRequest(text, today)).toBeUndefined(),
  );
});

describe('a message about office hours', () => {
  it.each([
    ['kontorstid 9-15', '09:00', '15:00'],
    ['Kontorstid 08.30–16', '08:30', '16:00'],
    ['min kontorstid är 7 till 16', '07:00', '16:00'],
    ['påminn mig på förmiddagen', '08:00', '12:00'],
    ['Påminn mig helst på eftermiddagen', '12:00', '17:00'],
  ])('%s', (text, from, to) => expect(readHours(text)).toEqual({ kind: 'set', hours: { from, to } }));

  it.each([
    ['kontorstid', 'show'],
    ['kontorstid som vanligt', 'reset'],
    ['kontorstid 3-5', 'unclear'],
    ['kontorstid 15-9', 'unclear'],
    ['kontorstid 9-9', 'unclear'],
    ['kontorstid 9-25', 'unclear'],
    ['kontorstid ibland', 'unclear'],
  ])('%s', (text, kind) => expect(readHours(text)).toMatchObject({ kind }));

  it.each(['påminn mig på måndag', 'Vad är kontorstid?'])('%s is about something else', (text) =>
    expect(readHours(text)).toBeUndefined(),
  );
});
