import { type Fault } from './fault';
import { type Card, type End, type Step } from './flow';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

const { guides: words } = editorTexts;

type SceneStep = Extract<Step, { kind: 'scene' }>;

const scenesOf = (cards: readonly Card[]): SceneStep[] =>
  cards.flatMap(({ steps }) => steps.filter((step): step is SceneStep => step.kind === 'scene'));

/** Gives every scene the lines of earlier scenes that lead to it. A rehearsal begins with the first scene. */
export function withWays(cards: readonly Card[]): readonly Card[] {
  const [first, ...others] = scenesOf(cards);
  if (!first) return cards;
  const reached = (to: string) =>
    [first, ...others].flatMap(({ id, lines }) => {
      const is = Object.entries(lines).flatMap(([line, other]) => (other.to === to ? [line] : []));
      return is.length ? [{ step: id, is }] : [];
    });
  const withWay = (step: Step): Step =>
    step.kind === 'scene' && step !== first ? { ...step, reachedBy: reached(step.id) } : step;
  return cards.map((card) => ({ ...card, steps: card.steps.map(withWay) }));
}

/**
 * Reports what is wrong with a rehearsal's cards to `fault`. A rehearsal has only scenes, one on a card. Every line leads to a
 * later scene or to an end, so that every path ends, and every scene and every end can be reached.
 */
export function checkScenes(
  cards: readonly Card[],
  ends: readonly End[],
  retired: readonly string[],
  fault: Fault,
): void {
  const scenes = scenesOf(cards);
  if (!scenes.length) {
    if (ends.length) fault(['ends'], words.endsPlace);
    return;
  }
  const taken = new Set([...retired, ...scenes.map(({ id }) => id)]);
  const targets = new Set(scenes.flatMap(({ lines }) => Object.values(lines).map(({ to }) => to)));
  const endIds = ends.map(({ id }) => id);
  for (const [card, { steps }] of cards.entries()) {
    const [step] = steps;
    const at = ['steps', card];
    if (step?.kind !== 'scene' || steps.length > 1) {
      fault(at, words.sceneAlone);
      continue;
    }
    if (card > 0 && !targets.has(step.id)) fault(at, fill(words.inStep, { step: step.id, what: words.sceneUnreached }));
    const below = scenes.slice(scenes.findIndex(({ id }) => id === step.id) + 1).map(({ id }) => id);
    for (const [line, { to }] of Object.entries(step.lines))
      if (![...below, ...endIds].includes(to))
        fault(
          [...at, 0, 'lines', line, 'to'],
          fill(words.inStep, {
            step: step.id,
            what: fill(words.lineTo, { line, to, allowed: [...below, ...endIds].join(', ') || words.noEndsYet }),
          }),
        );
  }
  for (const id of endIds) {
    if (taken.has(id)) fault(['ends', id], fill(words.inEnd, { end: id, what: words.endTaken }));
    if (!targets.has(id)) fault(['ends', id], fill(words.inEnd, { end: id, what: words.endUnreached }));
  }
}
