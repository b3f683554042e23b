import { readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readYaml } from '../shared/contentFile';
import { Explained } from '../shared/errors';
import { type DialogueContent, type Quoted } from './dialogue';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** A dialogue's file that cannot be used: file, field, what is allowed. */
export class DialogueError extends Explained {}

const { fields: words } = editorTexts.dialogues;
const text = (max: number) => z.string().trim().min(1).max(max);
const File = z
  .object({
    title: text(80).describe(words.title),
    minutes: text(20).describe(words.minutes),
    retention: z
      .string()
      .regex(/^P[1-9]\d?D$/)
      .transform((period) => Number(period.slice(1, -1)))
      .describe(words.retention),
    starts: z.array(text(60)).min(1).max(20).describe(words.starts),
    document: text(100).describe(words.document),
    question: text(300).describe(words.words),
    closing: text(300).describe(words.words),
    lessons: z
      .record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), text(120))
      .refine((all) => Object.keys(all).length >= 1 && Object.keys(all).length <= 12)
      .describe(words.lessons),
  })
  .strict();

/** The dialogues of a folder, every `.yaml` file, sorted by id. @throws {DialogueError} with all faults of all files */
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
  const { unknownField, asFields, field: wrong } = editorTexts.dialogues;
  if (field === undefined)
    return fill(code === 'unrecognized_keys' ? unknownField : asFields, {
      file: name,
      allowed: Object.keys(File.shape).join(', '),
    });
  const allowed = File.shape[field as keyof typeof File.shape].description!;
  return fill(wrong, { file: name, field, allowed });
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
