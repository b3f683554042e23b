import { readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readYaml } from '../shared/contentFile';
import { Explained } from '../shared/errors';
import { type DialogueContent, type Quoted } from './dialogue';

/** A dialogue's file that cannot be used: file, field, what is allowed. */
export class DialogueError extends Explained {}

const text = (max: number) => z.string().trim().min(1).max(max);
const File = z
  .object({
    title: text(80).describe('text, högst 80 tecken'),
    minutes: text(20).describe('minuter som text, till exempel 20–30'),
    retention: z
      .string()
      .regex(/^P[1-9]\d?D$/)
      .transform((period) => Number(period.slice(1, -1)))
      .describe('en tid i dagar, från P1D till P99D'),
    starts: z.array(text(60)).min(1).max(20).describe('en lista med det man skriver för att börja, 1 till 20'),
    document: text(100).describe('dokumentets id'),
    question: text(300).describe('dokumentets ordagranna ord, högst 300 tecken'),
    closing: text(300).describe('dokumentets ordagranna ord, högst 300 tecken'),
    lessons: z
      .record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), text(120))
      .refine((all) => Object.keys(all).length >= 1 && Object.keys(all).length <= 12)
      .describe('1 till 12 lärdomar som "id: dokumentets ordagranna ord", högst 120 tecken'),
  })
  .strict();

/** The dialogues of a folder, every `.yaml` file, sorted by id. Throws DialogueError with all faults of all files. */
export function readDialogues(folder: string): DialogueContent[] {
  const faults: string[] = [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const dialogues = names.sort().flatMap((name) => {
    const read = File.safeParse(readYaml(path.join(folder, name)));
    if (read.success) return [contentOf(path.basename(name, '.yaml'), read.data)];
    for (const { path: place, code } of read.error.issues) faults.push(faultIn(name, place, code));
    return [];
  });
  if (faults.length) throw new DialogueError(faults.join('\n'));
  return dialogues;
}

function faultIn(name: string, [field]: readonly (string | number)[], code: string): string {
  const known = Object.keys(File.shape).join(', ');
  if (field === undefined) {
    const what = code === 'unrecognized_keys' ? 'har ett fält som inte finns' : 'ska skrivas som fält';
    return `${name}: filen ${what}. Tillåtet: ${known}.`;
  }
  return `${name}: ${field} saknas eller är fel. Tillåtet: ${File.shape[field as keyof typeof File.shape].description}.`;
}

function contentOf(id: string, { retention, document, question, closing, lessons, ...rest }: z.infer<typeof File>) {
  const quoted = (quote: string): Quoted => ({ document, quote });
  return {
    ...rest,
    id,
    retentionDays: retention,
    question: quoted(question),
    closing: quoted(closing),
    lessons: Object.fromEntries(Object.entries(lessons).map(([name, words]) => [name, quoted(words)])),
  };
}

/** All that a dialogue quotes. */
export const quotesIn = ({ question, closing, lessons }: DialogueContent): Quoted[] => [
  question,
  closing,
  ...Object.values(lessons),
];
