import { z } from 'zod';
import { defaultsInWords, settingsInWords, Teams } from '../../src/shared/settings';

/** The marks around the table in docs/operations.md. */
const marks = ['<!-- inställningar: skrivs av npm run settings -->', '<!-- slut på inställningarna -->'] as const;

/** The settings as a Markdown table, laid out as `npm run format` does. */
export function settingsTable(): string {
  const rows = Object.entries(Teams.shape).map(([name, schema]) => {
    const setting = name as keyof typeof Teams.shape;
    return [`\`${name}\``, settingsInWords[setting], defaultsInWords[setting] ?? defaultOf(schema)];
  });
  const all = [['variabel', 'betydelse', 'förval'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)));
  const line = (cells: readonly string[], filler = ' ') =>
    `| ${cells.map((cell, n) => cell + filler.repeat((widths[n] ?? 0) - [...cell].length)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), line(['', '', ''], '-'), ...body.map((row) => line(row))].join('\n');
}

/** The page with the table as it should be. @throws where a mark is missing */
export function withSettingsTable(page: string): string {
  const [begin, end] = marks;
  const [before, rest, ...more] = page.split(begin);
  const [old, after] = rest?.split(end) ?? [];
  if (before === undefined || old === undefined || after === undefined || more.length)
    throw new Error(`docs/operations.md must hold these two lines once each: ${marks.join(' and ')}`);
  return `${before}${begin}\n\n${settingsTable()}\n\n${end}${after}`;
}

/** The default that the schema holds; empty where there is none. */
const defaultOf = (schema: z.ZodTypeAny): string =>
  schema instanceof z.ZodDefault ? String((schema as z.ZodDefault<z.ZodTypeAny>)._def.defaultValue()) : '';
