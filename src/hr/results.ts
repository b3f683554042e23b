import { totalOf } from '../campaigns/publish';
import { reportOf, type Report, type Section } from '../campaigns/report';
import { isShareable } from '../coaching/sharing';
import { countableQuestions } from '../coaching/countable';
import { dayInWords, dayOf } from '../shared/localTime';
import { type HrService } from './hrService';
import { type Actor } from '../campaigns/ports';
import { Declined } from './declined';
import { hrTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** What has been published of a campaign. */
export interface Results {
  readonly title: string;
  /** Answers that a group has before it is shown. */
  readonly least: number;
  /** Whether there is anything that can be counted. */
  readonly counted: boolean;
  /** Of the runs that have been published; the latest first. */
  readonly occurrences: readonly Occurrence[];
  /** Of an invitation there is nothing but how many have begun. */
  readonly isInvitation: boolean;
  /** How all together answered from time to time, where there have been several; the earliest first. */
  readonly trend: readonly Trend[];
}
interface Occurrence {
  /** The day that the plan names, as 2027-01-05. */
  readonly id: string;
  /** The day in words; both days where the run was sent on another day than planned. */
  readonly day: string;
  /** The local day on which the run was sent, as 2027-01-07. */
  readonly sentOn: string;
  readonly report: Report;
  /** At least so many have begun the guide that they were invited to; undefined where they were too few to be told. */
  readonly begun?: number;
}
export interface Trend {
  readonly question: string;
  /** The days on which the runs were sent, in words. */
  readonly days: readonly string[];
  /** Whole percent, by day. */
  readonly options: readonly { readonly label: string; readonly percents: readonly number[] }[];
}

/** A number of people who have begun is rounded down to a whole number of these: one more or less tells of nobody. */
const roundedTo = 6;

/** Nothing of a run that still takes answers: each is published once (campaigns/publish.ts). */
export async function resultsOf(hr: HrService, id: string): Promise<Results> {
  const { store, coaching } = hr.campaigning;
  const campaign = await store.find(id);
  if (!campaign) throw new Declined('notFound', hrTexts.gone.campaign);
  const flow = await coaching.flows.get(campaign.flow);
  const questions = flow ? countableQuestions(flow, coaching.scale) : [];
  const texts = flow ? flow.cards.flatMap(({ steps }) => steps).filter(isShareable) : [];
  const [results, runs] = await Promise.all([store.publishedOf(id), store.runsOf(id)]);
  const sentDays = new Map(runs.map((run) => [run.day, dayOf(run.sentAt ?? run.dueAt)]));
  const isInvitation = flow?.invites !== undefined;
  const occurrences = [...results].map(([day, published]): Occurrence => {
    const sentOn = sentDays.get(day) ?? day;
    const about = { id: day, day: plannedAndSent(day, sentOn), sentOn };
    if (!isInvitation) return { ...about, report: reportOf(published, questions, texts) };
    const begun = roundedTo * Math.floor(totalOf(published).people / roundedTo);
    return { ...about, report: { groups: [] }, ...(begun > 0 && { begun }) };
  });
  const { title, least } = campaign;
  return {
    title,
    least,
    isInvitation,
    counted: isInvitation || questions.length > 0,
    trend: trendOf(occurrences),
    occurrences: occurrences.reverse(),
  };
}

/** "torsdag 7 januari 2027", or where the run was moved "planerad tisdag 5 januari, skickad torsdag 7 januari 2027". */
function plannedAndSent(planned: string, sent: string): string {
  if (planned === sent) return dayInWords(sent);
  const isSameYear = planned.slice(0, 4) === sent.slice(0, 4);
  return fill(hrTexts.results.plannedAndSent, {
    planned: dayInWords(planned, isSameYear ? 'short' : 'long'),
    sent: dayInWords(sent),
  });
}

function trendOf(occurrences: Results['occurrences']): Trend[] {
  const shown = occurrences.flatMap(({ sentOn, report: { together } }) =>
    together ? [{ day: dayInWords(sentOn), rows: together.rows }] : [],
  );
  if (shown.length < 2) return [];
  return shown[0]!.rows.flatMap(({ question, options }) => {
    // A question that too few answered on one day is left out of that day.
    const asked = shown.flatMap(({ day, rows }) => {
      const row = rows.find((each) => each.question === question);
      return row ? [{ day, row }] : [];
    });
    if (asked.length < 2) return [];
    return [
      {
        question,
        days: asked.map(({ day }) => day),
        options: options.map(({ label }, at) => ({
          label,
          percents: asked.map(({ row }) => row.options[at]?.percent ?? 0),
        })),
      },
    ];
  });
}

/** The results as a sheet, the words first: exactly what the page shows. */
export async function resultRows(hr: HrService, id: string, by: Actor): Promise<(string | number)[][]> {
  const { occurrences, isInvitation, least } = await resultsOf(hr, id);
  await hr.record(by, 'export', id);
  if (isInvitation)
    return [
      [hrTexts.shared.occasion, hrTexts.results.sentOn, hrTexts.results.begun],
      ...occurrences.map((each) => [each.id, each.sentOn, begunInWords(each, least)]),
    ];
  const head = [
    hrTexts.shared.occasion,
    hrTexts.results.sentOn,
    hrTexts.shared.group,
    hrTexts.results.question,
    hrTexts.shared.answer,
    hrTexts.shared.count,
    hrTexts.results.percent,
    hrTexts.results.people,
  ];
  const rows = occurrences.flatMap(({ id: occurrence, sentOn, report }) =>
    sectionsOf(report).flatMap(([group, { rows: asked, people }]) =>
      asked.flatMap(({ question, options }) =>
        options.map(({ label, count, percent }) => [
          occurrence,
          sentOn,
          group,
          question,
          label,
          count,
          percent,
          people,
        ]),
      ),
    ),
  );
  const words = occurrences.flatMap(({ id: occurrence, sentOn, report: { shared = [] } }) =>
    shared.flatMap(({ question, words: all }) => all.map((own) => [occurrence, sentOn, '', question, own, '', '', ''])),
  );
  return [head, ...rows, ...words];
}

/** "Minst 12", or that they were too few to be told. */
const begunInWords = ({ begun }: Occurrence, least: number): string =>
  begun === undefined ? fill(hrTexts.results.fewerThan, { least }) : fill(hrTexts.results.atLeast, { begun });

/** The sections of a report in the order in which they are shown, each with its name. */
export const sectionsOf = ({ together, groups, rest }: Report): (readonly [name: string, section: Section])[] => [
  ...(together ? [[hrTexts.shared.together, together] as const] : []),
  // One group is all together.
  ...(groups.length > 1 || rest
    ? groups.map((group) => [group.group || hrTexts.shared.withoutGroup, group] as const)
    : []),
  ...(rest ? [[hrTexts.shared.otherGroups, rest] as const] : []),
];
