import path from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../src/shared/contentFile';
import { projectRoot } from '../../src/shared/config';

/** Where the demo's own files lie, also when it runs compiled. */
export const demoFolder = path.join(projectRoot, 'tools/demo');

const Shares = z.record(z.number());
const Campaign = z.strictObject({ title: z.string(), flow: z.string() });

const Managers = z.record(z.array(z.string()));
const Answers = z.strictObject({
  choices: z.record(z.array(Shares).min(1)),
  leans: z.record(z.record(z.number().min(-1).max(1))),
  words: z.array(z.string()).min(1),
  reasons: Shares,
  thumbs: z.strictObject({ like: z.number(), dislike: z.number(), none: z.number() }),
  habits: z.strictObject({
    sameDay: z.number(),
    nextDay: z.number(),
    putOff: z.number(),
    late: z.number(),
    silent: z.number(),
  }),
});
const Story = z.strictObject({
  hr: z.string(),
  groups: z.array(z.strictObject({ title: z.string(), units: z.array(z.string()) })).min(2),
  repeating: Campaign,
  open: Campaign,
  draft: Campaign,
  notYet: z.string(),
  optsOut: z.string(),
  absences: z.array(z.strictObject({ name: z.string(), from: z.number(), until: z.number() })),
  promise: z.string(),
  questions: z.array(
    z.strictObject({
      by: z.string(),
      at: z.number().negative(),
      text: z.string(),
      answer: z.string().optional(),
      taken: z.boolean().optional(),
    }),
  ),
  asked: z.array(z.strictObject({ text: z.string(), by: z.number(), at: z.array(z.number().negative()) })),
});

export type Answers = z.infer<typeof Answers>;
export type Story = z.infer<typeof Story>;

/** Who there is, how they answer, and what has happened. */
export interface DemoFiles {
  /** Unit -> names. */
  readonly managers: z.infer<typeof Managers>;
  readonly answers: Answers;
  readonly story: Story;
}

/** Reads the files of the demo. @throws where one has a field too many or too few */
export const readDemo = (): DemoFiles => ({
  managers: Managers.parse(readYaml(path.join(demoFolder, 'managers.yaml'))),
  answers: Answers.parse(readYaml(path.join(demoFolder, 'answers.yaml'))),
  story: Story.parse(readYaml(path.join(demoFolder, 'story.yaml'))),
});
