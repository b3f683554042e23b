import { type Actor } from '../campaigns/ports';
import { type OnePage, type ShareTable } from '../sheets/writeOnePage';
import { Declined } from './declined';
import { type HrService } from './hrService';
import { resultsOf, sectionsOf, type Results, type Trend } from './results';
import { hrTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';
import { insideQuotes } from '../shared/insideQuotes';

/** Percentage points below which a change counts as none, because a few answers make as much. */
const noChange = 5;

/**
 * The latest results on one page (a PDF), for managers of managers: what the results page shows, without any words that people
 * wrote. Those are for HR only.
 * @throws {Declined} `notFound`, or `conflict` where the campaign invites to a guide, counts nothing or has published nothing yet
 */
export async function onePageOf(hr: HrService, id: string, by: Actor): Promise<Buffer> {
  const results = await resultsOf(hr, id);
  const [latest] = results.occurrences;
  if (results.isInvitation) throw new Declined('conflict', hrTexts.onePage.invitation);
  if (!results.counted) throw new Declined('conflict', hrTexts.onePage.inWords);
  if (!latest) throw new Declined('conflict', hrTexts.onePage.notYet);
  await hr.record(by, 'export', id);
  return hr.pdfOf(pageOf(results, latest));
}

const pageOf = (results: Results, { day, report }: Results['occurrences'][number]): OnePage => {
  const { title, least, occurrences, trend } = results;
  const tables = tablesOf(sectionsOf(report));
  return {
    title,
    lines: [
      occurrences.length === 1
        ? fill(hrTexts.onePage.occasion, { day })
        : fill(hrTexts.onePage.occasions, { day, count: occurrences.length }),
      ...(tables.length ? [] : [hrTexts.shared.tooFew]),
    ],
    tables,
    notes: [
      {
        heading: hrTexts.onePage.overTime,
        text: trend.length ? trend.map(trendInWords).join(' ') : hrTexts.onePage.noChangeYet,
      },
      {
        heading: hrTexts.onePage.rulesHeading,
        text: fill(hrTexts.onePage.rules, { least }),
      },
    ],
    left: hrTexts.onePage.left,
  };
};

/** A table for each question, with a row for each section that shows it. */
function tablesOf(sections: ReturnType<typeof sectionsOf>): ShareTable[] {
  const [all] = sections;
  return (all?.[1].rows ?? []).map(({ question, options }) => ({
    heading: question,
    columns: [hrTexts.shared.group, hrTexts.shared.answer, ...options.map(({ label }) => label)],
    rows: sections.flatMap(([name, { people, rows }]) => {
      const row = rows.find((each) => each.question === question);
      return row ? [{ name, count: people, percents: row.options.map(({ percent }) => percent) }] : [];
    }),
  }));
}

/** What has changed most between the first and the latest time, in words: at most three options of a question. */
export function trendInWords({ question, days, options }: Trend): string {
  const changes = options
    .map(({ label, percents }) => ({ label, from: percents[0] ?? 0, to: percents.at(-1) ?? 0 }))
    .filter(({ from, to }) => Math.abs(to - from) >= noChange)
    .sort((one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from))
    .slice(0, 3)
    .map(({ label, from, to }) =>
      fill(to > from ? hrTexts.onePage.increased : hrTexts.onePage.decreased, { label: insideQuotes(label), from, to }),
    );
  const about = { question, day: days[0]! };
  return changes.length
    ? fill(hrTexts.onePage.changes, { ...about, changes: changes.join(', ') })
    : fill(hrTexts.onePage.noChange, about);
}
