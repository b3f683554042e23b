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
    ['påminn mej på torsdag', '2026-12-03', ''],
    ['påminnelse på torsdag', '2026-12-03', ''],
    ['Kan du lägga in en påminnelse till torsdag?', '2026-12-03', ''],
    ['sätt en påminnelse på torsdag om lönesamtalet', '2026-12-03', 'lönesamtalet'],
    ['glöm inte att påminna mig på torsdag', '2026-12-03', ''],
    ['jag vill bli påmind på torsdag om mötet', '2026-12-03', 'mötet'],
    ['påminn om mötet på torsdag', '2026-12-03', 'mötet'],
    ['hör av dig på torsdag', '2026-12-03', ''],
    ['Fråga mig på torsdag hur det gick', '2026-12-03', 'hur det gick'],
    ['påminn mig om en timme', '2026-11-27', ''],
    ['påminn mig ikväll att ringa', '2026-11-27', 'ringa'],
    ['påminn mig på torsdag och ta med budgeten', '2026-12-03', 'och ta med budgeten'],
    ['påminn mig om fjorton dagar', '2026-12-11', ''],
    ['påminn mig på torsdag om mötet vi har varje måndag', '2026-12-03', 'mötet vi har varje måndag'],
  ])('%s', (text, day, what) => expect(readReminderRequest(text, today)).toEqual({ day, what }));

  it.each([
    ['påminn mig på torsdag kl 14', ''],
    ['påminn mig torsdag klockan 9.30 att ringa Eva', 'ringa Eva'],
    ['påminn mig kl. 14 på torsdag att ringa Eva', 'ringa Eva'],
    ['påminn mig att ringa Eva på torsdag kl 14', 'ringa Eva'],
    ['påminn mig torsdag morgon', ''],
    ['påminn mig på torsdag eftermiddag om budgeten', 'budgeten'],
  ])('%s names a time of day, which is no part of what to do', (text, what) =>
    expect(readReminderRequest(text, today)).toEqual({ day: '2026-12-03', what, clock: true }),
  );

  it('leaves what may be an answer in a guide', () => {
    const read = (text: string) => readReminderRequest(text, today, true);
    expect(['hör av dig på fredag', 'påminn gruppen om ramarna'].map(read)).toEqual([undefined, undefined]);
    expect(read('påminn mig på torsdag')).toMatchObject({ day: '2026-12-03' });
  });

  it('keeps a time of day that belongs to what to do', () => {
    const found = readReminderRequest('påminn mig på torsdag att samla gruppen efter lunch', today);
    expect(found).toEqual({ day: '2026-12-03', what: 'samla gruppen efter lunch' });
  });

  it.each([
    ['påminn mig på måndag och torsdag', 'repeats'],
    ['påminn mig på måndag och på torsdag att ringa Eva', 'repeats'],
    ['påminn mig på fredagar att skriva rapport', 'repeats'],
    ['påminn Eva på fredag', 'others'],
    ['Kan du påminna gruppen om mötet på fredag?', 'others'],
    ['skicka en påminnelse till gruppen', 'others'],
    ['påminn mig den 30 februari', 'noSuchDay'],
    ['påminn mig att ringa Eva den 31 november', 'noSuchDay'],
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

  it.each(['påminnelser', 'påminnelsen', 'Hur påminner jag mina medarbetare?', 'Vad är tillit?', ''])(
    '%s asks for none',
    (text) => expect(readReminderRequest(text, today)).toBeUndefined(),
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
