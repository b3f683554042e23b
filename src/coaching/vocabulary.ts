import { z } from 'zod';
import { kinds, principles, type Step } from './flow';
import { plainForms } from './summaryForm';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

const { guideFields: words } = editorTexts;

// Each field's description says what it may hold, in words for a person who writes guides.
export const id = z
  .string()
  .regex(/^[a-zåäö][a-zåäö0-9]*(-[a-zåäö0-9]+)*$/)
  .describe(words.id);
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .describe(fill(words.text, { most: max }));
const [line, prose] = [text(200), text(1500)];
const flag = z.boolean().default(false).describe(words.flag);
const count = z.number().int().min(1).max(6).describe(words.count);
const length = z.number().int().min(20).max(2000).describe(words.length);
const days = z
  .string()
  .regex(/^P[1-9]\d{0,2}[DW]$/)
  .transform((period) => Number(period.slice(1, -1)) * (period.endsWith('W') ? 7 : 1))
  .describe(words.days);
const quoted = z.strictObject({ document: line, quote: prose });
const source = quoted.extend({ open: z.boolean().optional() }).describe(words.source).optional();
const week = z.number().int().min(1).max(52);
const weeks = z
  .tuple([week, week])
  .refine(([first, last]) => first <= last)
  .describe(words.weeks)
  .optional();
const about = z
  .record(id, z.strictObject({ source, guide: id, question: line }).partial())
  .describe(words.about)
  .optional();
const lineOf = z.strictObject({ say: text(140), reply: text(400), source, to: id });
const endOf = z
  .strictObject({ title: line, text: text(600), source, guide: id.optional(), ask: line.optional() })
  .refine(({ guide, ask }) => !(guide && ask));
const each = id.describe(words.each).optional();
const options = z.record(id, line).default({}).describe(words.options);

/** One earlier choice, and what its options mean: `{ vem: … }`. */
const byChoice = (meaning: z.ZodTypeAny) =>
  z
    .record(id, meaning)
    .refine((all) => Object.keys(all).length === 1)
    .transform((all) => Object.entries(all).map(([step, is]: [string, unknown]) => ({ step, is }))[0]);

const condition = byChoice(z.union([id, z.array(id).min(1)]).transform((is) => [is].flat()))
  .describe(words.condition)
  .optional();

const common = {
  id,
  ask: line,
  text: prose.optional(),
  label: line.optional(),
  source,
  optional: flag,
  private: flag,
  when: condition,
  variant: byChoice(z.record(id, z.strictObject({ ask: line, text: prose }).partial()))
    .describe(words.variant)
    .optional(),
  after: days.optional(),
  remind: z
    .strictObject({ of: id.optional(), after: days.optional() })
    .transform(({ of, after }) => ({ ...(of && { of }), ...(after && { afterDays: after }) }))
    .describe(words.remind)
    .optional(),
};

const sentences = z.array(line).max(60).default([]);

/** An object whose allowed fields depend on another field. */
const only = <T extends z.ZodRawShape>(fields: T) =>
  z.object(fields).strict(fill(editorTexts.guides.unknownField, { fields: Object.keys(fields).join(', ') }));
const kind = <K extends Step['kind']>(kind: K) => z.literal(kind).describe(kinds.join(', '));
/** What each kind of step may say. */
const shapes = [
  only({ kind: kind('message'), ...common }),
  only({ kind: kind('text'), ...common, max: length.default(800), each }),
  only({ kind: kind('choice'), ...common, options, each }),
  only({
    kind: kind('scale'),
    ...common,
    poles: z.tuple([line, line]).describe(words.poles),
    between: z.tuple([line, line]).describe(words.between).optional(),
    others: z.array(quoted).max(2).default([]).describe(words.others),
    guide: id.describe(words.guideOfPole).optional(),
    declines: flag,
  }),
  only({ kind: kind('list'), ...common, entry: line, least: count, most: count, max: length.default(200) }),
  only({ kind: kind('date'), ...common }),
  only({ kind: kind('checklist'), ...common, options, weeks, about }),
  only({
    kind: kind('scene'),
    id,
    ask: line,
    text: prose.optional(),
    label: line.optional(),
    says: text(400),
    lines: z
      .record(id, lineOf)
      .refine((lines) => [2, 3].includes(Object.keys(lines).length))
      .describe(words.lines),
    max: length.default(300),
  }),
] as const;
const step = z.discriminatedUnion('kind', [...shapes]).transform((read) => {
  if (read.kind === 'scene') return { ...read, label: read.label ?? read.ask, optional: false, private: true };
  const { label, after, ...rest } = read;
  return { ...rest, label: label ?? rest.ask, afterDays: after } as Step;
});

const ids = z.array(id).min(1).max(4);
const row = z.strictObject({ label: line, cells: z.tuple([ids, ids]) });
/** The summary's title and form. */
const summary = z
  .union([
    line.transform((title) => ({ title, form: 'list' as const })),
    z.strictObject({ title: line, form: z.enum(plainForms) }),
    z.strictObject({
      title: line,
      form: z.literal('table'),
      columns: z.tuple([line, line]),
      rows: z.array(row).min(1).max(6),
    }),
  ])
  .describe(fill(words.summary, { forms: plainForms.join(', ') }));

/** The file of a guide. Other fields are refused. */
export const guide = only({
  title: line,
  purpose: prose,
  minutes: z.union([line, z.number().transform(String)]).describe(words.minutes),
  seenBy: prose,
  retention: days,
  starts: z.array(line).min(1).describe(words.starts),
  asked: sentences.describe(words.asked),
  names: z.array(line).max(20).default([]).describe(words.names),
  notAsked: sentences.describe(words.notAsked),
  guide: id.describe(words.guideAfter).optional(),
  source,
  principle: z.enum(principles).describe(principles.join(', ')).optional(),
  summary,
  next: z.array(id).max(2).default([]).describe(words.next),
  invites: id.describe(words.invites).optional(),
  rehearse: condition,
  ends: z.record(id, endOf).default({}).describe(words.ends),
  retired: z.array(id).default([]).describe(words.retired),
  steps: z
    .array(z.preprocess((card) => [card].flat(), z.array(step).min(1)))
    .min(1)
    .describe(words.steps),
});
/** What each field may hold, by its name. */
export const allowed: ReadonlyMap<string, string | undefined> = new Map(
  [guide, ...shapes].flatMap(({ shape }) =>
    Object.entries<z.ZodTypeAny>(shape).map(([name, field]) => [name, field.description]),
  ),
);
