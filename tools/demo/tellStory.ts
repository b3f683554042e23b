import { type Calendar } from '../../src/campaigns/calendar';
import { type Plan } from '../../src/campaigns/schedule';
import { type AskedPage } from '../../src/hr/askedQuestions';
import { type CampaignView } from '../../src/hr/campaigns';
import { type Group } from '../../src/hr/ports';
import { dayAfter, dayOf, momentAt } from '../../src/shared/localTime';
import { chanceOf, drawn } from './chance';
import { morningOf, workingDayBefore } from './clock';
import { type InHr } from './hrOverHttp';
import { type Manager, type Managers } from './managers';
import { type DemoFiles, type Story } from './readDemo';

/** The days of the story, around the day that the demo opens on. */
export interface StoryDays {
  readonly start: string;
  readonly today: string;
  /** The day of the month on which the recurring campaign is sent. */
  readonly monthly: number;
  /** On which the question went out that is being answered. */
  readonly sent: string;
}

/**
 * Three runs of the monthly campaign have been, and the next is in less than two weeks, never in the week of the other campaign.
 */
export function storyDays(calendar: Calendar, day: string): StoryDays {
  const today = workingDayBefore(calendar, day, 0);
  const monthly = Math.min(28, Number(dayAfter(today, 12).slice(-2)));
  return {
    start: workingDayBefore(calendar, dayAfter(today, -88), 0),
    today,
    monthly,
    sent: workingDayBefore(calendar, today, 2),
  };
}

/** The people who take part in the story, and what moves its time. */
export interface Cast {
  readonly hr: InHr;
  readonly managers: Managers;
  readonly files: DemoFiles;
  readonly calendar: Calendar;
  readonly now: () => Date;
  /** Lets the time pass, and people do what they do. */
  readonly moveTo: (moment: Date) => Promise<void>;
}

/** Everything that has happened before the demo is opened, in order. */
export async function tellStory(cast: Cast, days: StoryDays): Promise<void> {
  const { hr, managers, calendar, now, moveTo } = cast;
  const { story } = cast.files;
  await managers.install();
  const groups = await keepLists(hr, managers, story, days.today);
  const [everyone, care] = groups as [Group, Group, ...Group[]];
  await hr.call('PUT', 'asked', { text: story.promise });
  const from = dayAfter(dayOf(now()));
  await launch(hr, { ...story.repeating, plan: { kind: 'monthly', day: days.monthly, time: '09:00', from } }, everyone);
  const workingDay = (day: string) => workingDayBefore(calendar, day, 0);
  const events = [
    ...story.asked.flatMap((asked) =>
      asked.at.map((at) => ({ on: workingDay(dayAfter(days.today, at)), act: () => ask(cast, asked) })),
    ),
    ...story.questions.map((question) => ({
      on: workingDay(dayAfter(days.today, question.at)),
      act: () => askHr(cast, question),
    })),
    {
      on: workingDay(dayAfter(days.sent, -1)),
      act: () => launch(hr, { ...story.open, plan: { kind: 'once', at: `${days.sent}T09:00` } }, everyone),
    },
  ].sort((one, other) => one.on.localeCompare(other.on));
  for (const { on, act } of events) {
    await moveTo(morningOf(on));
    await act();
  }
  await moveTo(morningOf(days.today));
  await draft(hr, { ...story.draft, plan: { kind: 'once', at: `${dayAfter(days.today, 21)}T09:00` } }, care);
}

type About = { readonly title: string; readonly flow: string; readonly plan: Plan };

const draft = (hr: InHr, about: About, { id }: Group): Promise<CampaignView> =>
  hr.call('POST', 'campaigns', { ...about, audience: { kind: 'group', group: id } });

async function launch(hr: InHr, about: About, group: Group): Promise<void> {
  const { id, revision } = await draft(hr, about, group);
  await hr.call('POST', `campaigns/${id}/launch?revision=${revision}`);
}

/** The groups, and who is away: lists as HR uploads them. */
async function keepLists(hr: InHr, { all }: Managers, { groups, absences }: Story, today: string): Promise<Group[]> {
  const kept: Group[] = [];
  for (const { title, units } of groups) {
    const members = all.filter(({ unit }) => units.includes(unit));
    const listed = members.map(({ person, unit }) => ({ listedAs: person.email, unit }));
    kept.push(await hr.call('POST', 'groups', { title, members: listed }));
  }
  const emailOf = (name: string) => all.find(({ person }) => person.name === name)?.person.email;
  const lines = absences.map(({ name, from, until }) =>
    [emailOf(name), dayAfter(today, from), dayAfter(today, until)].join(';'),
  );
  await hr.call('PUT', 'absences', ['E-post;Från;Till', ...lines].join('\n'));
  return kept;
}

/** What some managers ask the bot, and what they think of what it says. */
async function ask({ managers, files: { answers }, now }: Cast, { text, by }: Story['asked'][number]): Promise<void> {
  const today = dayOf(now());
  const chance = ({ person: { name } }: Manager) => chanceOf(name, text, now().getMonth());
  const askers = [...managers.withBot].sort((one, other) => chance(one) - chance(other)).slice(0, by);
  for (const manager of askers) {
    const turn = await managers.say(manager, text, today);
    const thumb = drawn(answers.thumbs, chanceOf(manager.person.name, 'thumb', text));
    if (thumb !== 'none') await managers.rate(manager, turn, thumb);
  }
}

/** Questions that nothing answers go to HR, who takes them after lunch and answers some. */
async function askHr({ hr, managers, now, moveTo }: Cast, { by, text, answer, taken }: Story['questions'][number]) {
  const today = dayOf(now());
  const manager = managers.named(by);
  await managers.say(manager, text, today);
  await managers.press(manager, 'askHr');
  await managers.press(manager, 'sendToHr');
  if (!taken && answer === undefined) return;
  await moveTo(momentAt(today, '13:20'));
  const { questions } = await hr.call<AskedPage>('GET', 'asked');
  const { id } = questions.find(({ name, state }) => name === by && state === 'new')!;
  await hr.call('POST', `asked/${id}/take`, {});
  if (answer !== undefined) await hr.call('POST', `asked/${id}/answer`, { text: answer });
}
