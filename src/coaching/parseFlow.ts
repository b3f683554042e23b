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
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

const { guides: words } = editorTexts;

/** A flow's file that cannot be used. Each fault is one line, with file, line, what is wrong and what is allowed. */
export class FlowError extends Explained {}

/** The most characters of all texts of a guide together, so that they fit the summary card. */
export const mostText = 7000;
/** Names that no step may have: those that a card sends besides its inputs, and those that every JavaScript object has. */
const taken = ['session', 'card', 'revision', 'verb', 'msteams', 'constructor'];

/** Reads a flow from its file's name and text. @throws {FlowError} with all faults, one a line */
export function parseFlow(file: string, text: string): Flow {
  if (isTooLarge(text))
    throw new FlowError(fill(words.tooLarge, { file, characters: longestYaml, nested: mostNested }));
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const faults = new Set<string>();
  const note = (at: number, what: string) =>
    faults.add(fill(words.atLine, { file, line: lines.linePos(at).line, what }));
  const stopIfFaulty = () => {
    if (faults.size) throw new FlowError([...faults].join('\n'));
  };

  for (const at of unusableIn(document)) note(at, words.yaml);
  stopIfFaulty();

  /** The YAML node at a place. For a missing one, it is the node in which it is missing. */
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
  if (!id.safeParse(name).success) fault([], fill(words.fileName, { allowed: id.description! }));
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
  if (unfit) fault(['summary'], fill(words.wrongSummary, { what: unfit }));
  const asked = cards.flatMap((card) => card.steps).find(({ id }) => id === rehearse?.step);
  if (rehearse && !(asked?.kind === 'choice' && rehearse.is.every((option) => option in asked.options)))
    fault(['rehearse'], fill(words.wrong, { field: 'rehearse', allowed: allowed.get('rehearse')! }));
  stopIfFaulty();
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { ...rest, id: name, retentionDays: retention, summary: summaryTitle, form, cards, ends, rehearse, version };
}

/** What zod found, in the words of a person who writes flow files. */
function complain(issue: z.ZodIssue, isThere: (place: Place) => boolean, fault: Fault): void {
  const { path } = issue;
  const inStep = path[0] === 'steps' && path.length > 2;
  const field = path[inStep ? 3 : 0];
  if (issue.code === 'unrecognized_keys' && field === undefined)
    return issue.keys.forEach((key) => fault([...path, key], `${JSON.stringify(key)} ${issue.message}`));
  if (field === undefined)
    return inStep
      ? fault(path, fill(words.stepAsFields, { kinds: kinds.join(', ') }))
      : fault(path, fill(words.guideAsFields, { fields: Object.keys(guide.shape).join(', ') }));
  const what = isThere(path.slice(0, inStep ? 4 : 1)) ? words.wrong : words.missing;
  fault(path, fill(what, { field, allowed: allowed.get(String(field))! }));
}

/**
 * Checks what the schema cannot say: ids are unique, references name an earlier step of the right kind, nobody gets stuck, and
 * the texts fit a card.
 */
function check(cards: readonly Card[], retired: readonly string[], fault: Fault): void {
  const earlier: Step[] = [];
  const ids = new Set([...taken, ...retired]);
  for (const [card, { steps }] of cards.entries()) {
    for (const [at, step] of steps.entries()) {
      const wrong = (field: string, what: string) =>
        fault(['steps', card, at, field], fill(words.inStep, { step: step.id, what }));
      const refer = (field: string, to: string, kind: 'choice' | 'list', chosen: readonly string[] = []) => {
        const fit = earlier.filter((other) => other.kind === kind);
        const found = fit.find((other) => other.id === to);
        const names = fit.map((other) => other.id).join(', ') || fill(words.noneBefore, { kind });
        if (!found) wrong(field, fill(words.named, { field, named: to, allowed: names }));
        const known = found?.kind === 'choice' ? Object.keys(found.options) : [];
        for (const option of chosen.filter((option) => found && !known.includes(option)))
          wrong(field, fill(words.option, { field, option, allowed: known.join(', ') }));
        return found;
      };
      if (ids.has(step.id)) wrong('id', words.idTaken);
      ids.add(step.id);
      if (step.when) refer('when', step.when.step, 'choice', step.when.is);
      if (step.variant) refer('variant', step.variant.step, 'choice', Object.keys(step.variant.is));
      if ('each' in step && step.each) {
        const list = refer('each', step.each, 'list');
        if (list && (list.optional || !isAskedBefore(list, step)))
          wrong('each', fill(words.eachMayBeEmpty, { list: list.id }));
      } else if ('options' in step && !Object.keys(step.options).length) wrong('options', words.noOptions);
      if (step.kind === 'checklist') {
        const known = Object.keys(step.options);
        for (const option of Object.keys(step.about ?? {}).filter((option) => !known.includes(option)))
          wrong('about', fill(words.option, { field: 'about', option, allowed: known.join(', ') }));
        if (step.weeks && !step.optional) wrong('weeks', words.weeksOptional);
      }
      if (hasWeeks(step) !== hasWeeks(steps[0]!)) wrong('weeks', words.weeksOnAll);
      if (hasWeeks(step) && (step.when || cards.findIndex((other) => hasWeeks(other.steps[0]!)) < card))
        wrong('weeks', words.weeksOnce);
      if (step.kind === 'list' && step.least > step.most) wrong('least', words.leastAboveMost);
      if (step.afterDays && (at > 0 || card === 0)) wrong('after', words.afterPlace);
      for (const what of remindFaults(step, [...earlier, ...steps.slice(0, at)])) wrong('remind', what);
    }
    earlier.push(...steps);
  }
  const lengths = earlier.map((step) => {
    const list = 'each' in step && step.each ? earlier.find(({ id }) => id === step.each) : step;
    return 'max' in step ? step.max * (list?.kind === 'list' ? list.most : 1) : 0;
  });
  const total = lengths.reduce((sum, each) => sum + each, 0);
  if (total > mostText) fault(['steps'], fill(words.tooMuchText, { characters: total, most: mostText }));
}

const hasWeeks = (step: Step): boolean => step.kind === 'checklist' && !!step.weeks;

/** Whether everybody who reaches the step has been asked the list. */
const isAskedBefore = ({ when }: Step, step: Step): boolean =>
  !when || (when.step === step.when?.step && step.when.is.every((option) => when.is.includes(option)));
