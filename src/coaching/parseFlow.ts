import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { isCollection, isNode, LineCounter, parseDocument } from 'yaml';
import { type z } from 'zod';
import { isTooLarge, longestYaml, mostNested, unusableIn } from '../shared/contentFile';
import { Explained } from '../shared/errors';
import { type Fault, type Place } from './fault';
import { kinds, type Card, type Condition, type Flow, type Step } from './flow';
import { remindFaults } from './remind';
import { checkScenes, withWays } from './scenes';
import { formFault } from './summaryForm';
import { allowed, guide, id } from './vocabulary';

/** A flow's file that cannot be used: each fault on a line of its own, with file, line, what is wrong and what is allowed. */
export class FlowError extends Explained {}

/** Characters that all texts of a guide may have together: so much fits the summary card in any script. */
export const mostText = 7000;
/** What a card sends beside its inputs, and what every object has: no step's response may be called so. */
const taken = ['session', 'card', 'revision', 'verb', 'msteams', 'constructor'];

/** Reads a flow out of its file's name and text. Throws FlowError. */
export function parseFlow(file: string, text: string): Flow {
  if (isTooLarge(text))
    throw new FlowError(
      `${file}: filen är för stor. Tillåtet: ${longestYaml} tecken och ${mostNested} punkter. Dela guiden.`,
    );
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const faults = new Set<string>();
  const note = (at: number, what: string) => faults.add(`${file}, rad ${lines.linePos(at).line}: ${what}`);
  const stopIfFaulty = () => {
    if (faults.size) throw new FlowError([...faults].join('\n'));
  };

  for (const at of unusableIn(document))
    note(at, 'går inte att läsa som YAML. Skriv varje fält en gång; text med kolon, * eller & inom "…".');
  stopIfFaulty();

  /** The node at a place; of what is missing, the one that it is missing from. */
  const reach = (place: Place) =>
    place.reduce<{ node: unknown; isThere: boolean }>(
      ({ node }, key) => {
        const inner: unknown = isCollection(node) ? node.get(key, true) : undefined;
        return { node: inner ?? node, isThere: inner !== undefined };
      },
      { node: document.contents, isThere: true },
    );
  const fault: Fault = (place, what) => {
    const { node } = reach(place);
    note((isNode(node) && node.range?.[0]) || 0, what);
  };
  const name = basename(file, '.yaml');
  if (!id.safeParse(name).success) fault([], `filens namn är guidens id. Tillåtet: ${id.description}.`);
  const read = guide.safeParse(document.toJS());
  for (const issue of read.error?.issues ?? []) complain(issue, (place) => reach(place).isThere, fault);
  stopIfFaulty();
  const { retention, retired, steps, summary, ends: named, rehearse: offered, ...rest } = read.data!;
  const { title: summaryTitle, ...form } = summary;
  const rehearse = offered as Condition | undefined;
  const cards = withWays(steps.map((steps): Card => ({ id: steps[0]!.id, steps })));
  const ends = Object.entries(named).map(([id, end]) => ({ id, ...end }));
  check(cards, retired, fault);
  checkScenes(cards, ends, retired, fault);
  const unfit = formFault(form, cards);
  if (unfit) fault(['summary'], `summary är fel: ${unfit}`);
  const asked = cards.flatMap((card) => card.steps).find(({ id }) => id === rehearse?.step);
  if (rehearse && !(asked?.kind === 'choice' && rehearse.is.every((option) => option in asked.options)))
    fault(['rehearse'], `rehearse är fel. Tillåtet: ${allowed.get('rehearse')}.`);
  stopIfFaulty();
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { ...rest, id: name, retentionDays: retention, summary: summaryTitle, form, cards, ends, rehearse, version };
}

/** What zod found, in the words of the one who writes the file. */
function complain(issue: z.ZodIssue, isThere: (place: Place) => boolean, fault: Fault): void {
  const { path } = issue;
  const inStep = path[0] === 'steps' && path.length > 2;
  const field = path[inStep ? 3 : 0];
  if (issue.code === 'unrecognized_keys' && field === undefined)
    return issue.keys.forEach((key) => fault([...path, key], `${JSON.stringify(key)} ${issue.message}`));
  if (field === undefined)
    return inStep
      ? fault(path, `steget ska skrivas som fält. Tillåtet: kind: ${kinds.join(', ')}.`)
      : fault(path, `guiden ska skrivas som fält. Tillåtet: ${Object.keys(guide.shape).join(', ')}.`);
  const wrong = isThere(path.slice(0, inStep ? 4 : 1)) ? 'är fel' : 'saknas';
  fault(path, `${field} ${wrong}. Tillåtet: ${allowed.get(String(field))}.`);
}

/** What no shape can say: ids are unique, references point back to the right kind, nobody gets stuck, the texts fit a card. */
function check(cards: readonly Card[], retired: readonly string[], fault: Fault): void {
  const earlier: Step[] = [];
  const ids = new Set([...taken, ...retired]);
  for (const [card, { steps }] of cards.entries()) {
    for (const [at, step] of steps.entries()) {
      const wrong = (field: string, what: string) => fault(['steps', card, at, field], `steget ${step.id}: ${what}`);
      const refer = (field: string, to: string, kind: 'choice' | 'list', chosen: readonly string[] = []) => {
        const fit = earlier.filter((other) => other.kind === kind);
        const found = fit.find((other) => other.id === to);
        const names = fit.map((other) => other.id).join(', ') || `inget, för ingen ${kind} står på ett tidigare kort`;
        if (!found) wrong(field, `${field} är ${to}. Tillåtet: ${names}.`);
        const known = found?.kind === 'choice' ? Object.keys(found.options) : [];
        for (const option of chosen.filter((option) => found && !known.includes(option)))
          wrong(field, `${field} har alternativet ${option}. Tillåtet: ${known.join(', ')}.`);
        return found;
      };
      if (ids.has(step.id)) wrong('id', 'id är upptaget. Tillåtet: ett som inget annat steg har eller har haft.');
      ids.add(step.id);
      if (step.when) refer('when', step.when.step, 'choice', step.when.is);
      if (step.variant) refer('variant', step.variant.step, 'choice', Object.keys(step.variant.is));
      if ('each' in step && step.each) {
        const list = refer('each', step.each, 'list');
        if (list && (list.optional || !isAskedBefore(list, step)))
          wrong('each', `${list.id} kan sakna svar här. Tillåtet: en lista som inte är optional, med samma when.`);
      } else if ('options' in step && !Object.keys(step.options).length)
        wrong('options', 'options saknas. Tillåtet: minst ett alternativ.');
      if (step.kind === 'checklist') {
        const known = Object.keys(step.options);
        for (const option of Object.keys(step.about ?? {}).filter((option) => !known.includes(option)))
          wrong('about', `about har alternativet ${option}. Tillåtet: ${known.join(', ')}.`);
        if (step.weeks && !step.optional) wrong('weeks', 'weeks kräver optional: true.');
      }
      if (hasWeeks(step) !== hasWeeks(steps[0]!))
        wrong('weeks', 'alla steg på ett kort har weeks, eller inget. Tillåtet: checklistor med weeks, utan when.');
      if (hasWeeks(step) && (step.when || cards.findIndex((other) => hasWeeks(other.steps[0]!)) < card))
        wrong('weeks', 'weeks står fel. Tillåtet: på ett enda kort, utan when.');
      if (step.kind === 'list' && step.least > step.most)
        wrong('least', 'least är större än most. Tillåtet: högst most.');
      if (step.afterDays && (at > 0 || card === 0))
        wrong('after', 'after står fel. Tillåtet: på ett korts första steg, men inte på guidens första kort.');
      for (const what of remindFaults(step, [...earlier, ...steps.slice(0, at)])) wrong('remind', what);
    }
    earlier.push(...steps);
  }
  const lengths = earlier.map((step) => {
    const list = 'each' in step && step.each ? earlier.find(({ id }) => id === step.each) : step;
    return 'max' in step ? step.max * (list?.kind === 'list' ? list.most : 1) : 0;
  });
  const total = lengths.reduce((sum, each) => sum + each, 0);
  if (total > mostText)
    fault(['steps'], `svaren kan bli ${total} tecken. Tillåtet: ${mostText}; sänk max på något steg.`);
}

const hasWeeks = (step: Step): boolean => step.kind === 'checklist' && !!step.weeks;

/** Whether everybody who comes to the step has been asked the list. */
const isAskedBefore = ({ when }: Step, step: Step): boolean =>
  !when || (when.step === step.when?.step && step.when.is.every((option) => when.is.includes(option)));
