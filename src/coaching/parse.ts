import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { kinds, type Card, type Flow, type Step } from './flow';

/** A flow's file that cannot be used: each fault on a line of its own, with file, line, what is wrong and what is allowed. */
export class FlowError extends Error {}

/** Characters that the texts of one way through may have together: so much fits the summary card in any script. */
const mostText = 7000;

// What a field may hold stands in its description, in the words that a person who writes a guide reads.
const id = z
  .string()
  .regex(/^[a-zåäö0-9]+(-[a-zåäö0-9]+)*$/)
  .describe('ett id av a–ö, siffror och bindestreck, till exempel vem-beslutar');
const line = z.string().trim().min(1).max(200).describe('text, högst 200 tecken');
const prose = z.string().trim().min(1).max(1500).describe('text, högst 1500 tecken');
const flag = z.boolean().default(false).describe('true eller false');
const count = z.number().int().min(1).max(6).describe('ett heltal från 1 till 6');
const length = z.number().int().min(20).max(2000).describe('antal tecken, från 20 till 2000');
const days = z
  .string()
  .regex(/^P\d{1,3}[DW]$/)
  .transform((period) => Number(period.slice(1, -1)) * (period.endsWith('W') ? 7 : 1))
  .describe('en tid i dagar eller veckor, till exempel P7D eller P2W');
const source = z
  .strictObject({ document: id, quote: prose })
  .describe('{ document: dokumentets id, quote: ordagranna ord }');
const options = z
  .record(id, line)
  .refine((all) => Object.keys(all).length > 0)
  .describe('alternativ som "id: det som syns", minst ett');
const byChoice = <T extends z.ZodTypeAny>(what: T) =>
  z.record(id, what).refine((all) => Object.keys(all).length === 1, 'one');

const common = {
  id,
  kind: z.enum(kinds).describe(kinds.join(', ')),
  ask: line,
  text: prose.optional(),
  label: line.optional(),
  source: source.optional(),
  optional: flag,
  private: flag,
  when: byChoice(z.union([id, z.array(id).min(1)]).transform((is) => [is].flat()))
    .describe('ett tidigare val och dess alternativ: { vem: medarbetaren } eller { vem: [vi, jag] }')
    .optional(),
  variant: byChoice(z.record(id, z.strictObject({ ask: line, text: prose }).partial()))
    .describe('ett tidigare val, och för dess alternativ en annan ask eller text')
    .optional(),
  after: days.optional(),
};
const each = id.describe('id för en lista på ett tidigare kort').optional();

/** What each kind of step may say. */
const shapes = {
  message: z.strictObject(common),
  text: z.strictObject({ ...common, max: length.default(800), each }),
  choice: z.strictObject({ ...common, options: z.record(id, line).default({}), each }),
  scale: z.strictObject({ ...common, poles: z.tuple([line, line]).describe('två texter: [det ena, det andra]') }),
  list: z.strictObject({ ...common, entry: line, least: count, most: count, max: length.default(200) }),
  date: z.strictObject(common),
  checklist: z.strictObject({ ...common, options }),
};

const head = z.strictObject({
  title: line,
  purpose: prose,
  minutes: z.coerce.string().pipe(line).describe('minuter, till exempel 10 eller 5–10'),
  seenBy: prose,
  retention: days,
  starts: z.array(line).min(1).describe('en lista med uttryck som startar guiden'),
  source: source.optional(),
  summary: line,
  retired: z.array(id).default([]).describe('en lista med id som inte får användas igen'),
  steps: z.array(z.unknown()).min(1).describe('en lista med steg; steg på samma kort skrivs som en lista i listan'),
});

type Path = readonly (string | number)[];
/** Notes that something is wrong at a place in the file. */
type Fault = (path: Path, what: string) => undefined;

/** Reads a flow out of its file's name and text. Throws FlowError. */
export function parseFlow(file: string, text: string): Flow {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const faults: string[] = [];
  const fault: Fault = (path, what) => void faults.push(`${file}, rad ${lineOf(document, lines, path)}: ${what}`);
  const settled = <T>(value: T): NonNullable<T> => {
    if (!faults.length && value) return value;
    throw new FlowError([...new Set(faults)].join('\n'));
  };
  for (const { message, linePos } of [...document.errors, ...document.warnings])
    faults.push(`${file}, rad ${linePos?.[0].line ?? 1}: går inte att läsa som YAML: ${message.split('\n')[0]}`);
  const raw: unknown = settled({ read: document.toJS() as unknown }).read;
  const name = basename(file, '.yaml');
  if (!id.safeParse(name).success) fault([], `filens namn är guidens id. Tillåtet: ${id.description}.`);
  const { retention, retired, steps, ...rest } = settled(read(head, raw, [], 'guiden', fault));

  const placed = steps.map((entry, at) =>
    Array.isArray(entry)
      ? entry.map((step: unknown, inner) => ({ step, path: ['steps', at, inner] }))
      : [{ step: entry, path: ['steps', at] }],
  );
  const paths = new Map<Step, Path>();
  const cards = placed.map((card): Card => {
    const parsed = card.flatMap(({ step, path }) => {
      const one = readStep(step, path, fault);
      if (one) paths.set(one, path);
      return one ?? [];
    });
    return { id: parsed[0]?.id ?? '', steps: parsed };
  });
  settled(cards);
  check(cards, retired, (step, what) => fault(paths.get(step) ?? [], `steget "${step.id}" ${what}`));
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return settled({ ...rest, id: name, retentionDays: retention, cards, version });
}

function readStep(raw: unknown, path: Path, fault: Fault): Step | undefined {
  const kind = kinds.find((known) => known === (Object(raw) as { kind?: unknown }).kind);
  if (!kind) return fault([...path, 'kind'], `steget har ingen kind som finns. Tillåtet: ${kinds.join(', ')}.`);
  const step = read<z.infer<(typeof shapes)['message']>>(shapes[kind], raw, path, `steget (${kind})`, fault);
  if (!step) return undefined;
  const { when = {}, variant = {}, after, label, ...rest } = step;
  const reference = <T>(by: Readonly<Record<string, T>>) => Object.entries(by).map(([step, is]) => ({ step, is }))[0];
  return {
    ...rest,
    label: label ?? step.ask,
    when: reference(when),
    variant: reference(variant),
    afterDays: after,
  } as Step;
}

function read<T>(
  shape: z.ZodObject<z.ZodRawShape, z.UnknownKeysParam, z.ZodTypeAny, T, unknown>,
  raw: unknown,
  path: Path,
  what: string,
  fault: Fault,
): T | undefined {
  const result = shape.safeParse(raw);
  if (result.success) return result.data;
  const fields = Object.keys(shape.shape).join(', ');
  for (const issue of result.error.issues) {
    const unknown = issue.code === 'unrecognized_keys' && issue.keys.length > 0 ? issue.keys : [];
    const at = [...path, ...issue.path];
    for (const key of unknown) fault([...at, key], `${what} har "${key}", som inte finns. Tillåtet: ${fields}.`);
    const field = String(issue.path[0] ?? '');
    const allowed = shape.shape[field]?.description ?? fields;
    const missing = field && (Object(raw) as Record<string, unknown>)[field] === undefined;
    if (!unknown.length)
      fault(at, `${what}: ${field || 'innehållet'} ${missing ? 'saknas' : 'är fel'}. Tillåtet: ${allowed}.`);
  }
  return undefined;
}

/** What no shape can say: ids are unique, references point back to the right kind, the texts fit a card. */
function check(
  cards: readonly Card[],
  retired: readonly string[],
  fault: (step: Step, what: string) => undefined,
): void {
  const earlier: Step[] = [];
  for (const { steps } of cards) {
    for (const [at, step] of steps.entries()) {
      const refer = (field: string, to: string | undefined, kind: Step['kind'], chosen: readonly string[] = []) => {
        if (to === undefined) return;
        const fit = earlier.filter((other) => other.kind === kind);
        const found = fit.find((other) => other.id === to);
        const names = fit.map((other) => other.id).join(', ') || `inget, ingen ${kind} står på ett tidigare kort`;
        if (!found) return fault(step, `har ${field}: ${to}. Tillåtet: ${names}.`);
        const known = found.kind === 'choice' ? Object.keys(found.options) : [];
        for (const option of chosen.filter((option) => !known.includes(option)))
          fault(step, `har ${field} med "${option}". Tillåtet: ${known.join(', ')}.`);
      };
      refer('when', step.when?.step, 'choice', step.when?.is);
      refer('variant', step.variant?.step, 'choice', Object.keys(step.variant?.is ?? {}));
      if ('each' in step) refer('each', step.each, 'list');
      if (step.kind === 'choice' && !step.each && !Object.keys(step.options).length)
        fault(step, `saknar options. Tillåtet: ${options.description}, eller each.`);
      if (step.kind === 'list' && step.least > step.most) fault(step, 'har least större än most.');
      if (step.afterDays !== undefined && (at > 0 || !earlier.length))
        fault(step, 'har after. Tillåtet: på ett korts första steg, utom på guidens första kort.');
      if (retired.includes(step.id)) fault(step, 'har ett id som är pensionerat (retired). Ge det ett nytt.');
      if ([...earlier, ...steps.slice(0, at)].some((other) => other.id === step.id))
        fault(step, 'finns två gånger. Ge det ena ett annat id.');
    }
    earlier.push(...steps);
  }
  const most = mostTextOf(earlier);
  if (most > mostText)
    fault(
      earlier[0]!,
      `och de andra kan få ${most} tecken tillsammans. Tillåtet: ${mostText}; sänk max så att sammanfattningen ryms.`,
    );
}

/** The longest that all texts can be together: of steps that exclude each other, those of the longest option. */
function mostTextOf(steps: readonly Step[]): number {
  const most = (id: string) =>
    steps.flatMap((step) => (step.kind === 'list' && step.id === id ? step.most : []))[0] ?? 1;
  const lengthOf = (step: Step): number =>
    step.kind === 'list'
      ? step.most * step.max
      : step.kind === 'text'
        ? step.max * (step.each ? most(step.each) : 1)
        : 0;
  const sum = (some: readonly Step[]) => some.reduce((total, step) => total + lengthOf(step), 0);
  const choices = new Set(steps.flatMap(({ when }) => when?.step ?? []));
  const longest = [...choices].map((choice) => {
    const asked = steps.filter(({ when }) => when?.step === choice);
    const ways = new Set(asked.flatMap(({ when }) => when?.is ?? []));
    return Math.max(...[...ways].map((option) => sum(asked.filter(({ when }) => when?.is.includes(option)))));
  });
  return sum(steps.filter(({ when }) => !when)) + longest.reduce((total, each) => total + each, 0);
}

/** The line of a place in the file; of what is missing, the line of what it is missing from. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  const node = document.getIn(path, true);
  if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  return path.length ? lineOf(document, lines, path.slice(0, -1)) : 1;
}
