import { isOpen, isWorkingDay } from '../../src/campaigns/calendar';
import { type Campaign } from '../../src/campaigns/campaign';
import { runDates } from '../../src/campaigns/schedule';
import { dayAfter, dayOf, timeOf } from '../../src/shared/localTime';
import { addGroup } from '../../src/store/groups';
import { temporaryDatabase } from '../store/temporary';
import { aCampaign } from './aCampaign';
import { calendar, live, weekOf, type Event } from './years';

const weekly = (id: string, weekday: number, from: string, group: string): Campaign =>
  aCampaign({ id, plan: { kind: 'weekly', weekday, time: '09:00', from }, audience: { kind: 'group', group } });
const people = Array.from({ length: 12 }, (_, n) => `p${String(n).padStart(2, '0')}`);

/** Commitments of one person in a year: about one a week on changing weekdays, and the days on which calendars are hard. */
const duesOf = (year: number, nth: number): string[] => {
  const every = Array.from({ length: 44 }, (_, week) => dayAfter(`${year}-01-11`, week * 8 + nth));
  const lastSunday = (month: string) => {
    const last = `${year}-${month}-31`;
    return dayAfter(last, -new Date(last).getUTCDay());
  };
  const clocks = ['03', '10'].map(lastSunday).flatMap((day) => [dayAfter(day, -1), day, dayAfter(day)]);
  const ends = [dayAfter(`${year}-03-01`, -1), `${year}-04-30`, `${year}-12-24`, `${year}-12-31`];
  return [...new Set([...every, ...clocks, ...ends])].filter((day) => day <= `${year + 1}-01-10`);
};

/** What happens in a year, as it does in a region. */
const yearOf = (year: number): [string, Event][] => [
  ...people.slice(0, 8).map((joins): [string, Event] => [`${year}-01-07`, { joins }]),
  [`${year}-01-07`, { launches: weekly('torsdag', 4, `${year}-01-07`, 'alla') }],
  [`${year}-01-08`, { launches: { ...weekly('måndag', 1, `${year}-01-07`, 'halva'), id: 'mandag' } }],
  [
    `${year}-01-07`,
    {
      launches: aCampaign({
        id: 'manad',
        plan: { kind: 'monthly', day: 'last', time: '14:00', from: `${year}-01-07` },
        answerDays: 10,
      }),
    },
  ],
  [`${year}-02-16`, { away: 'p01', until: `${year}-03-20` }],
  [`${year}-03-17`, { joins: 'p08' }],
  [`${year}-04-15`, { optsOut: 'p02' }],
  [`${year}-05-20`, { leaves: 'p03' }],
  [`${year}-06-17`, { does: 'pause', campaign: 'torsdag' }],
  [`${year}-08-12`, { does: 'resume', campaign: 'torsdag' }],
  [`${year}-09-09`, { optsIn: 'p02' }],
  [`${year}-10-14`, { joins: 'p09' }],
  [`${year}-11-25`, { does: 'cancel', campaign: 'mandag' }],
  ...people
    .slice(0, 8)
    .map((promises, nth): [string, Event] => [`${year}-01-07`, { promises, due: duesOf(year, nth) }]),
  [`${year}-06-30`, { reminders: 'paused', of: 'p04' }],
  [`${year}-08-05`, { reminders: 'on', of: 'p04' }],
];

async function lived(year: number) {
  const db = await temporaryDatabase();
  const members = people.map((listedAs) => ({ listedAs, unit: 'Vård' }));
  await addGroup(db, { id: 'alla', title: 'Alla', now: new Date(`${year}-01-01Z`) }, members);
  await addGroup(db, { id: 'halva', title: 'Halva', now: new Date(`${year}-01-01Z`) }, members.slice(0, 6));
  const events = new Map<string, Event[]>();
  for (const [day, event] of yearOf(year)) events.set(day, [...(events.get(day) ?? []), event]);
  return live(db, events, `${year}-01-05`, `${year + 1}-01-20`);
}

/** The rules for campaigns in a year, which is lived through half an hour at a time. */
export const describeYear = (year: number): void =>
  describe(`the year ${year}, half an hour at a time`, () => {
    let done: Awaited<ReturnType<typeof lived>>;
    beforeAll(async () => {
      done = await lived(year);
      // On a busy machine.
    }, 900_000);

    it('breaks nothing', () => expect(done.failures).toEqual([]));

    it('has a row for every day that a plan names, and each has been sent or says why not', async () => {
      for (const id of ['torsdag', 'mandag', 'manad']) {
        const campaign = (await done.store.find(id))!;
        const runs = await done.store.runsOf(id);
        const until = id === 'mandag' ? `${year}-11-24` : `${year + 1}-01-19`;
        const named = runDates(campaign, calendar, campaign.launchedAt!, until).map(({ day }) => day);
        expect(runs.map(({ day }) => day)).toEqual(expect.arrayContaining(named));
        for (const { state, reason, day } of runs.filter(({ dueAt }) => dueAt < new Date(`${year + 1}-01-19Z`)))
          expect([
            day,
            state === 'sent' || state === 'published' || (state === 'skipped' && reason !== undefined),
          ]).toEqual([day, true]);
      }
    });

    it('counts of every run that was sent each member once: reached, absent or over the cap', () => {
      expect(done.sentRuns.length).toBeGreaterThan(60);
      for (const { run, members } of done.sentRuns)
        expect([run.day, run.recipients + run.held.absent + run.held.capped]).toEqual([run.day, members]);
    });

    it('reaches nobody twice, nobody in quiet hours, and nobody with two campaigns in a week', () => {
      const seen = done.sent.map(({ person, campaign, day }) => `${person} ${campaign} ${day}`);
      expect(new Set(seen).size).toBe(seen.length);
      expect(done.sent.filter(({ at }) => !isOpen(calendar, at))).toEqual([]);
      const weeks = new Map<string, Set<string>>();
      for (const one of done.sent) weeks.set(weekOf(one), (weeks.get(weekOf(one)) ?? new Set()).add(one.campaign));
      expect([...weeks].filter(([, campaigns]) => campaigns.size > 1)).toEqual([]);
    });

    it('sends a weekly series every week, over holidays and both clock changes', () => {
      const to = (person: string) => done.sent.filter((one) => one.person === person && one.campaign === 'torsdag');
      const planned = runDates(
        weekly('torsdag', 4, `${year}-01-07`, 'alla'),
        calendar,
        new Date(`${year}-01-07T08:00:00Z`),
        `${year}-06-11`,
      );
      // A person in one campaign only, and not in the monthly one, which goes to everybody with the bot and takes its
      // week.
      const months = done.sent.filter(({ person, campaign }) => person === 'p07' && campaign === 'manad').length;
      const until = to('p07').filter(({ day }) => day <= `${year}-06-11`);
      expect(until.length).toBeGreaterThanOrEqual(planned.length - months);
      expect(until.length).toBeGreaterThan(15);
    });

    it('brings who joins late the newest open run, and no backlog', () => {
      const first = done.sent.filter(({ person }) => person === 'p08')[0]!;
      const onThatDay = done.sent.filter(({ person, at }) => person === 'p08' && at.getTime() === first.at.getTime());
      expect(onThatDay).toHaveLength(1);
    });

    it('sends nothing of what was due while a campaign was paused, then or later', () => {
      const paused = done.sent.filter(
        ({ campaign, day }) => campaign === 'torsdag' && day > `${year}-06-17` && day < `${year}-08-12`,
      );
      expect(paused).toEqual([]);
    });

    it('sends no reminder again whose outcome a crash lost: as many arrived as ever', () =>
      expect(done.lost.size).toBeGreaterThan(20));

    it('reminds of every commitment once, on the first working day from its own on that HR does not use', () => {
      for (const [nth, person] of people.slice(0, 8).entries()) {
        // Erased in May, with everything that the person meant to do.
        if (person === 'p03') continue;
        const own = done.reminded.filter((one) => one.person === person);
        const cards = new Set(done.sent.filter((one) => one.person === person).map(({ at }) => dayOf(at)));
        const isFree = (day: string) =>
          isWorkingDay(calendar, day) &&
          !cards.has(day) &&
          !(person === 'p04' && day > `${year}-06-30` && day < `${year}-08-05`);
        const firstFree = (day: string): string => (isFree(day) ? day : firstFree(dayAfter(day)));
        const dues = duesOf(year, nth).filter((due) => firstFree(due) <= `${year + 1}-01-20`);
        expect(own.map(({ due, at }) => `${person}: ${due} on ${dayOf(at)}`).sort()).toEqual(
          dues.map((due) => `${person}: ${due} on ${firstFree(due)}`).sort(),
        );
      }
      expect(done.reminded.filter(({ person, at }) => person === 'p03' && at > new Date(`${year}-05-21Z`))).toEqual([]);
    });

    it('reminds within office hours, and brings nobody more than one thing a day, HR’s cards counted', () => {
      expect(done.reminded.length).toBeGreaterThan(300);
      for (const { at } of done.reminded) expect([timeOf(at) >= '08:00', timeOf(at) < '17:00']).toEqual([true, true]);
      const things = new Set([
        ...done.reminded.map(({ person, at }) => `${person} reminder ${at.toISOString()}`),
        ...done.sent.map(({ person, campaign, at }) => `${person} ${campaign} ${at.toISOString()}`),
      ]);
      const days = [...things].map((one) => `${one.split(' ')[0]} ${dayOf(new Date(one.split(' ')[2]!))}`);
      expect(days.filter((one, at) => days.indexOf(one) !== at)).toEqual([]);
    });

    it('closes by itself a campaign that is over', async () => {
      expect((await done.store.find('mandag'))!.state).toBe('closed');
      expect((await done.store.find('torsdag'))!.state).toBe('running');
    });
  });
