import { randomUUID } from 'node:crypto';
import { submission } from '../localTeams/inputs';
import { makeMove, beginSession } from '../../src/coaching/coach';
import { type Flow, type Line, type Source, type Step } from '../../src/coaching/flow';
import { type Inputs } from '../../src/coaching/response';
import { chosenLine, hasSlots, type MoveKind } from '../../src/coaching/session';
import { summaryOf } from '../../src/coaching/summary';
import { place, remedy, worded } from '../../src/coaching/stepText';
import { programmeCard } from '../../src/coaching/programme';
import { dayInWords, dayOf, daysLater } from '../../src/shared/localTime';
import { askFields } from '../terminal/fields';
import { choicesOf } from '../terminal/inputText';
import { plain, wrap } from '../terminal/layout';
import { fill, type Texts } from '../../src/shared/texts';
import { fieldsOf } from './stepFields';
import { type CoachDeps, type Session, type SessionStore } from '../../src/coaching/ports';
import { type Guidance, type SessionState } from '../../src/coaching/guidance';

/** What a walk in the terminal needs from the service, and from the person at the terminal. */
export interface Walker {
  readonly texts: Texts['coaching'];
  /** Where a quote stands: "Region Gävleborg, Goda exempel, 2022". */
  readonly sourceLine: (source: Source) => string;
  /** The next line that the person types; undefined when there are no more. */
  readonly read: (prompt: string) => Promise<string | undefined>;
  readonly show: (text: string) => void;
}

/** What a line may say in place of a response. */
const commands = new Map<string, MoveKind>([
  ['/tillbaka', 'back'],
  ['/paus', 'pause'],
  ['/avbryt', 'stop'],
]);

/** Walks through a guide until it or the lines end, with the same code as in Teams. Nothing is stored. */
export async function walk(flow: Flow, walker: Walker): Promise<void> {
  const { texts, read, sourceLine } = walker;
  const { scale } = texts;
  let passed = 0;
  const now = () => daysLater(new Date(), passed);
  const coaching: CoachDeps = { flows: new Map([[flow.id, flow]]), store: forOneWalk(), scale, now };
  const show = (...lines: readonly (string | undefined)[]) => {
    const text = lines.filter(Boolean).map((line) => plain(line!));
    if (text.length) walker.show(wrap(text.join('\n'), 80).join('\n'));
  };
  const cite = (source?: Source) => source && show(`Källa: ”${source.quote}” (${sourceLine(source)})`);

  /** What followed on the line before; for a line that the manager wrote, where the other lines may lead. */
  function tellScene(step: Step, { state, card }: Extract<Guidance, { kind: 'step' }>) {
    tellLine(chosenLine(state.path[state.path.findIndex(({ id }) => id === card.id) - 1], state.answered));
    const value = state.responses.get(step.id)?.value ?? null;
    if (step.kind !== 'scene' || !hasSlots(value) || !value.own) return;
    for (const { say, reply } of Object.values(step.lines)) show(`”${say}”`, fill(texts.rehearsals.mayLead, { reply }));
  }

  function tellLine(line?: Line) {
    if (!line) return;
    show(line.reply);
    cite(line.source);
  }

  /** What the person fills in on a card, and how the person leaves it. */
  async function respond(shown: Extract<Guidance, { kind: 'step' }>) {
    const { card, state, problems, inputs } = shown;
    let kind: MoveKind = 'next';
    const listen = async (prompt: string) => {
      const line = await read(prompt);
      kind = line === undefined ? 'stop' : (commands.get(line.trim()) ?? 'next');
      return kind === 'next' ? line : undefined;
    };
    let filled: Inputs = {};
    show(place(texts, shown, card));
    for (const step of card.steps) {
      const fields = fieldsOf(step, state, texts, inputs);
      const asked = worded(step, state.answered);
      const problem = problems[step.id];
      if (kind === 'next') {
        tellScene(step, shown);
        show(
          asked.ask,
          asked.text,
          step.kind === 'scene' ? `– ${step.says}` : undefined,
          problem && remedy(texts, step, problem, state.answered, dayOf(new Date())),
        );
        cite(step.source);
        for (const field of fields) show(...choicesOf(field).map(({ title }, at) => `${at + 1}) ${title}`));
      }
      const entered = kind === 'next' ? await askFields(fields, listen, show) : {};
      filled = { ...filled, ...submission({ fields }, {}, entered ?? {}) };
    }
    if (card.steps.every((step) => step.kind === 'message')) await listen('Enter går vidare: ');
    return { kind, inputs: filled };
  }

  show(flow.title, flow.purpose, `${flow.minutes} minuter. ${flow.seenBy}`);
  cite(flow.source);
  let shown = await beginSession(coaching, '', flow);
  const goesOn = (shown: Guidance): shown is Extract<Guidance, { kind: 'step' | 'wait' | 'paused' | 'programme' }> =>
    ['step', 'wait', 'paused', 'programme'].includes(shown.kind) && !!(shown as SessionState).state.at;
  while (goesOn(shown)) {
    const { session, state } = shown;
    if (shown.kind === 'programme') {
      const card = programmeCard(flow)!;
      // The page comes first, then each look back on its day, so that a walk reaches the end.
      if (state.at?.id === card.id) shown = { ...shown, kind: 'step', card, problems: {} };
      else passed += state.at?.steps[0]?.afterDays ?? 0;
    }
    const about = { session: session.id, card: state.at?.id ?? '', key: randomUUID() };
    if (shown.kind === 'step') shown = (await makeMove(coaching, '', { ...about, ...(await respond(shown)) })).guidance;
    else {
      const why =
        shown.kind === 'wait'
          ? `Guiden väntar till ${dayInWords(shown.until)}`
          : shown.kind === 'programme'
            ? `Nästa avstämning är ${dayInWords(now())}`
            : 'Guiden är pausad';
      const line = await read(`${why}. Enter fortsätter: `);
      const kind = line === undefined ? 'stop' : (commands.get(line.trim()) ?? 'resume');
      shown = (await makeMove(coaching, '', { ...about, kind, inputs: {} })).guidance;
    }
  }
  if (!('state' in shown)) return;
  const { end, path, answered } = shown.state;
  if (end) {
    tellLine(chosenLine(path.at(-1), answered));
    show(end.title, end.text);
    cite(end.source);
  }
  show(flow.summary, ...summaryLines(shown));
}

/** What stands on the summary card, line by line. */
const summaryLines = (standing: SessionState): string[] =>
  summaryOf(standing).flatMap(({ label, words, entries }) => [
    [`${label}:`, ...words].join(' '),
    ...entries.flatMap((entry) => [
      `- ${entry.words}${entry.chosen.map((label) => ` (${label})`).join('')}`,
      ...entry.notes.map((note) => `  ${note.label}: ${note.words}`),
    ]),
  ]);

/** Keeps the one session of a walk as long as the walk lasts. */
function forOneWalk(): SessionStore {
  let kept: Session | undefined;
  return {
    begin: (_person, { id, title, version }) => {
      kept = { id, flow: id, title, version, startedAt: new Date().toISOString(), ended: false, moves: [] };
      return Promise.resolve(kept);
    },
    find: () => Promise.resolve(kept),
    latestOpen: () => Promise.resolve(undefined),
    latest: () => Promise.resolve(undefined),
    list: () => Promise.resolve(kept ? [kept] : []),
    listEnded: () => Promise.resolve([]),
    append: (_person, session, move, ended) => {
      kept = { ...session, ended, moves: [...session.moves, move] };
      return Promise.resolve(true);
    },
    erase: () => Promise.resolve(),
  };
}
