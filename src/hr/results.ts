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

/** The published results of a campaign. */
export interface Results {
  readonly title: string;
  /** Answers that a group must have before it is shown. */
  readonly least: number;
  /** Whether there is anything that can be counted. */
  readonly counted: boolean;
  /** The published runs, latest first. */
  readonly occurrences: readonly Occurrence[];
  /** For an invitation there is only the number of people who have begun. */
  readonly isInvitation: boolean;
  /** How everybody together answered each time, earliest first, where there are several times. */
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
  /**
   * The least number of people who have begun the guide that the invitation names; undefined where they were too few to be told.
   */
  readonly begun?: number;
}
export interface Trend {
  readonly question: string;
  /** The days on which the runs were sent, in words. */
  readonly days: readonly string[];
  /** Whole percent, by day. */
  readonly options: readonly { readonly label: string; readonly percents: readonly number[] }[];
}

/** The number of people who have begun is rounded down to a multiple of this, so that one person more or less does not show. */
const roundedTo = 6;

/**
 * The published results of a campaign. A run that still takes answers shows nothing: each run is published once
 * (campaigns/publish.ts).
 * @throws {Declined} `notFound`
 */
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
    // A question that too few people answered on one day is left out of that day.
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

/**
 * The results as rows of a sheet, exactly what the page shows: the headings, the figures, then the words that people share. Writes
 * the export into the audit log.
 * @throws {Declined} `notFound`
 */
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

/** "Minst 12", or that too few people have begun. */
const begunInWords = ({ begun }: Occurrence, least: number): string =>
  begun === undefined ? fill(hrTexts.results.fewerThan, { least }) : fill(hrTexts.results.atLeast, { begun });

/** The sections of a report in the order in which they are shown, each with its name. */
export const sectionsOf = ({ together, groups, rest }: Report): (readonly [name: string, section: Section])[] => [
  ...(together ? [[hrTexts.shared.together, together] as const] : []),
  // A single group is the same as everybody together.
  ...(groups.length > 1 || rest
    ? groups.map((group) => [group.group || hrTexts.shared.withoutGroup, group] as const)
    : []),
  ...(rest ? [[hrTexts.shared.otherGroups, rest] as const] : []),
];
