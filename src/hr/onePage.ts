import { type Actor } from '../campaigns/ports';
import { type OnePage, type ShareTable } from '../sheets/writeOnePage';
import { Declined } from './declined';
import { type HrService } from './hrService';
import { resultsOf, sectionsOf, type Results, type Trend } from './results';

/** Percent units below which a change is none: a few answers more or less make as much. */
const noChange = 5;

/**
 * The latest results on one page, for those who lead: what the page of results shows, but no words of anybody's, which stay in HR.
 */
export async function onePageOf(hr: HrService, id: string, by: Actor): Promise<Buffer> {
  const results = await resultsOf(hr, id);
  const [latest] = results.occurrences;
  if (results.isInvitation)
    throw new Declined('conflict', 'En inbjudan har bara en siffra. Den står på sidan och i Excel-filen.');
  if (!results.counted)
    throw new Declined(
      'conflict',
      'Frågan besvaras med egna ord, och de stannar i HR. Det finns inga siffror att visa.',
    );
  if (!latest) throw new Declined('conflict', 'Det finns inget resultat ännu. Det kommer när svarstiden är över.');
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
        ? `Tillfälle: ${day}`
        : `Senaste tillfället: ${day} · ${occurrences.length} tillfällen hittills`,
      ...(tables.length ? [] : ['För få svarade för att något ska kunna visas.']),
    ],
    tables,
    notes: [
      {
        heading: 'Över tid',
        text: trend.length
          ? trend.map(trendInWords).join(' ')
          : 'Det går att se en förändring först när två tillfällen har ett resultat.',
      },
      {
        heading: 'Så visas svaren',
        text:
          `En grupp visas för sig om minst ${least} har svarat, annars tillsammans med andra små grupper. ` +
          'Ingen ser vem som har svarat vad: svaren räknades en gång, när svarstiden var över, och är sedan raderade. ' +
          'Om alla i en grupp svarar lika går det ändå att veta vad var och en har svarat.',
      },
    ],
    left: {
      row: '{count} grupp till',
      rows: '{count} grupper till',
      table: '{count} fråga till',
      tables: '{count} frågor till',
      and: ' och ',
      end: ' får inte plats här. Hela resultatet finns i Excel-filen.',
    },
  };
};

/** A table for each question, with a row for each section that shows it. */
function tablesOf(sections: ReturnType<typeof sectionsOf>): ShareTable[] {
  const [all] = sections;
  return (all?.[1].rows ?? []).map(({ question, options }) => ({
    heading: question,
    columns: ['Grupp', 'Svar', ...options.map(({ label }) => label)],
    rows: sections.flatMap(([name, { people, rows }]) => {
      const row = rows.find((each) => each.question === question);
      return row ? [{ name, count: people, percents: row.options.map(({ percent }) => percent) }] : [];
    }),
  }));
}

/** From the first time to the latest: what has changed most, at most three options of a question. */
export function trendInWords({ question, days, options }: Trend): string {
  const changes = options
    .map(({ label, percents }) => ({ label, from: percents[0] ?? 0, to: percents.at(-1) ?? 0 }))
    .filter(({ from, to }) => Math.abs(to - from) >= noChange)
    .sort((one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from))
    .slice(0, 3)
    .map(({ label, from, to }) => `”${label}” har ${to > from ? 'ökat' : 'minskat'} från ${from} till ${to} procent`);
  const since = `${question} Sedan ${days[0]}:`;
  return changes.length ? `${since} ${changes.join(', ')}.` : `${since} ungefär som då.`;
}
