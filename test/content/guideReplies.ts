import { type Flow, type Step, type Value } from '../../src/coaching/flow';
import { type Inputs, inputId, ownInput, slotsOf } from '../../src/coaching/response';
import { replay, type StepInput, type Move } from '../../src/coaching/session';
import { mostTimes } from '../../src/coaching/profile';
import { programmeCard } from '../../src/coaching/programme';
import { type Reply } from '../../src/bot/reply';
import { type Guidance, type SessionState } from '../../src/coaching/guidance';
import { type Session } from '../../src/coaching/ports';

/** The worst that a person may write: what a template, Markdown or a mention would change, and what takes most bytes. */
export const hostile =
  '${if(true, 1, 2)} [länk](http://x.example) ![bild](http://y.example) <at>Chefen</at> **fet** "citat" \\ \n rad ';
const longest = '丈'.repeat(2000);

const valueOf = (step: Step, words: string, entries: readonly string[]): Value => {
  switch (step.kind) {
    case 'message':
      return null;
    case 'text':
      return step.each
        ? Object.fromEntries(entries.map((slot) => [slot, words.slice(0, step.max)]))
        : words.slice(0, step.max);
    case 'choice':
      return step.each ? (entries[0] ?? null) : (Object.keys(step.options)[0] ?? null);
    case 'scale':
      return '2';
    case 'list':
      return Object.fromEntries(slotsOf(step).map((slot) => [slot, words.slice(0, step.max)]));
    case 'date':
      return '2026-12-24';
    case 'scene':
      return { own: words.slice(0, step.max), line: Object.keys(step.lines)[0]! };
    case 'checklist':
      return Object.keys(step.options);
  }
};

const given = (step: Step, value: Value): StepInput => ({
  value,
  asked: step.ask,
  label: step.label,
  words: value === null ? [] : typeof value === 'string' ? [value] : Object.values(value).map(String),
});

/** A session in which every step of a flow was answered, with the option that is `way` at its first choice. */
function moves(flow: Flow, words: string, way: number): Move[] {
  let entries: readonly string[] = [];
  return flow.cards.map((card, at): Move => {
    const all = card.steps.map((step) => {
      const value =
        at === 0 && step.kind === 'choice' ? Object.keys(step.options)[way]! : valueOf(step, words, entries);
      if (step.kind === 'list') entries = slotsOf(step);
      return [step.id, given(step, value)] as const;
    });
    const madeAt = '2026-11-20T12:00:00.000Z';
    return { revision: at + 1, kind: 'next', card: card.id, given: Object.fromEntries(all), madeAt, key: `k${at}` };
  });
}

const sessionStateFor = (flow: Flow, made: readonly Move[]): SessionState => {
  const { title, version, id } = flow;
  const session: Session = {
    id: 'a1b2',
    flow: id,
    title,
    version,
    startedAt: '2026-11-20T12:00:00.000Z',
    ended: false,
    moves: made,
  };
  return { session, flow, state: replay(flow, made) };
};

const asSent = (current: SessionState): SessionState => ({
  ...current,
  session: { ...current.session, delivery: 'd1' },
});

const problemInputs = (steps: readonly Step[]): Inputs =>
  Object.fromEntries(
    steps
      .flatMap(({ id }) => [id, inputId(id, '1'), inputId(id, '2'), ownInput(id)])
      .map((id) => [id, hostile] as const),
  );

/**
 * Every reply that guides bring: each card of each flow, empty, filled to the brim and with problems, and all between. `some` may leave
 * out cards of steps.
 */
export function guideReplies(flows: readonly Flow[], some: <T>(all: readonly T[]) => readonly T[]): Reply[] {
  const all: Reply[] = flows.flatMap((flow) =>
    [hostile, longest].flatMap((words) =>
      [0, 1].flatMap((way) => {
        const whole = moves(flow, words, way);
        const done = sessionStateFor(flow, whole);
        const on = ({ kind, ...more }: Partial<Guidance> & { kind: string }): Reply => ({
          kind: 'guidance',
          guidance: { ...done, kind, ...more } as Guidance,
        });
        const steps = flow.cards.flatMap((card, at): Reply[] => {
          const current = sessionStateFor(flow, whole.slice(0, at));
          const shown = { ...current, kind: 'step' as const, card, problems: {} };
          const problems = Object.fromEntries(card.steps.map((step) => [step.id, 'tooLong' as const]));
          const onPath = current.state.path.find(({ id }) => id === card.id) ?? card;
          return [
            { kind: 'guidance', guidance: { ...shown, card: onPath }, notice: 'Välkommen tillbaka!' },
            {
              kind: 'guidance',
              guidance: { ...done, kind: 'step', card: onPath, problems, inputs: problemInputs(card.steps) },
            },
            { kind: 'guidance', guidance: { ...done, kind: 'step', card: onPath, problems: {} } },
            // For a scene: the three lines, before the manager has written one.
            { kind: 'guidance', guidance: { ...done, kind: 'step', card: onPath, problems: {}, inputs: {} } },
            // As HR sends it: not answered yet, and when the manager comes back to it.
            {
              kind: 'guidance',
              guidance: { ...shown, ...asSent(current), card: onPath },
              sent: { least: 6, until: '2026-12-04' },
            },
            {
              kind: 'guidance',
              guidance: { ...asSent(done), kind: 'step', card: onPath, problems, inputs: problemInputs(card.steps) },
              sent: { least: 6, until: '2026-12-04' },
            },
            { kind: 'offer', current, typed: words },
          ];
        });
        const twice = sessionStateFor(flow, [
          ...whole,
          ...moves(flow, `ny ${words}`, way).map((move) => ({ ...move, revision: 100 })),
        ]);
        return [
          ...some(steps),
          on({ kind: 'summary' }),
          // With as many earlier times beside as there may be.
          on({ kind: 'summary', earlier: Array.from({ length: mostTimes - 1 }, () => done) }),
          { kind: 'guidance', guidance: { ...twice, kind: 'summary' } },
          { kind: 'guidance', guidance: { kind: 'withoutFlow', session: done.session } },
          ...(programmeCard(flow) ? [0, 1, 2, 3].map((weeks) => on({ kind: 'programme', weeks })) : []),
          on({ kind: 'paused' }),
          on({ kind: 'stopped' }),
          on({ kind: 'begun' }),
          { kind: 'offer', current: sessionStateFor(flow, []), another: true },
          on({ kind: 'wait', card: flow.cards[0]!, until: new Date('2026-12-01T12:00:00Z') }),
          { kind: 'erasing', session: done.session },
          {
            kind: 'sessions',
            skip: 5,
            more: true,
            sessions: Array.from({ length: 5 }, () => ({ session: done.session, current: done })),
          },
          { kind: 'sessions', skip: 0, more: false, sessions: [{ session: done.session }] },
        ];
      }),
    ),
  );
  return [
    ...all,
    { kind: 'guides', skip: 0 },
    { kind: 'guides', skip: 4 },
    { kind: 'guidance', guidance: { kind: 'lost' } },
    { kind: 'notice', text: 'Raderat.' },
    { kind: 'notice', text: 'Hinner du svara?', opens: 'a1b2' },
    ...[undefined, 'Vård *och* omsorg'].map((group): Reply => ({
      kind: 'thanks',
      title: 'Ramar [i] november',
      result: {
        group,
        section: {
          group: group ?? '',
          people: 8,
          rows: [
            {
              question: 'Hur tydliga är ramarna?',
              options: [
                { label: 'Tydliga', count: 6, percent: 75 },
                { label: 'Otydliga', count: 2, percent: 25 },
              ],
            },
          ],
        },
      },
      ...(group && { promise: 'Vi går igenom *svaren* [i](x) januari. ${title}', guide: 'delegering' }),
    })),
    { kind: 'thanks', title: 'Ramar', result: 'tooFew', promise: 'Vi frågar igen i vår.' },
    { kind: 'thanks', title: 'Ramar', result: 'inWords', guide: 'finns-inte' },
    { kind: 'optingOut', session: 'a1b2' },
    { kind: 'optedOut' },
    { kind: 'concern' },
  ];
}
