import { type Card, type Scene, type Source, type Step, type Value } from '../coaching/flow';
import { nearestInput, ownInput } from '../coaching/response';
import { chosenLine, hasSlots, type FlowProgress } from '../coaching/session';
import { fill } from '../shared/texts';
import { inert, plainTitle } from './button';
import { sourceView, type CardContext } from './cardContext';

type SceneStep = Extract<Step, { kind: 'scene' }>;

/** What the manager said in a scene and what may follow, with what the documents say about it. Nothing before the first scene. */
export function followedBy(setting: CardContext, scene: Card | undefined, { answered, responses }: FlowProgress) {
  const { rehearsals: words } = setting.texts.coaching;
  const line = chosenLine(scene, answered);
  const response = scene && responses.get(scene.id);
  if (!line || !response) return [];
  const isOwn = hasSlots(response.value) && response.value.own !== undefined;
  return [
    {
      said: fill(words.you, { words: inert(response.words.join(' ')) }),
      hints: isOwn ? [{ text: words.ownLeadsTo }] : [],
      paragraphs: paragraphsOf(line.reply),
      quotes: quotesOf(setting, line.source),
    },
  ];
}

/** The scene before a card, on the path that the manager has taken; undefined for the first. */
export const sceneBefore = ({ path }: FlowProgress, card: Card): Card | undefined =>
  path[path.findIndex(({ id }) => id === card.id) - 1];

/** The quotes that a layout shows for a source: one, or none without a source. */
export const quotesOf = (setting: CardContext, source?: Source) => (source ? [sourceView(setting, source)] : []);

/** The paragraphs of a text, as a layout takes them. An empty line separates two paragraphs. */
export const paragraphsOf = (text: string) =>
  text
    .trim()
    .split(/\n\n+/)
    .map((text) => ({ text }));

/** What the other person in a scene says, in quotation marks; empty for a step that is no scene. */
export const spoken = ({ coaching }: CardContext['texts'], step: Step) =>
  step.kind === 'scene' ? [{ text: fill(coaching.rehearsals.other, { words: step.says }) }] : [];

/** Whether the manager has written an own line, which the card now compares with the lines of the scene. */
export const isComparing = (kept: Value, value: Value): boolean =>
  hasSlots(kept) && kept.own !== undefined && hasSlots(value) && value.own !== undefined;

/**
 * The inputs of a scene: its lines and a field for an own line. Where `comparing`, it shows the own line beside the others with
 * what each may lead to, and asks which line is most like it.
 */
export function sceneInputs(
  { coaching }: CardContext['texts'],
  step: SceneStep,
  value: Value,
  comparing: boolean,
  input: (id: string, label: string, more: object) => object,
): object[] {
  const { rehearsals: words } = coaching;
  const { own = '', line: chosen = '' } = hasSlots(value) ? value : {};
  // A value that is no line of the scene came from the wire and is ignored.
  const line = Object.hasOwn(step.lines, chosen) ? chosen : '';
  const choices = Object.entries(step.lines).map(([id, { say }]) => ({ title: plainTitle(say), value: id }));
  const choice = (id: string, label: string) =>
    input(id, label, { type: 'choices', many: false, style: 'expanded', placeholder: '', value: line, choices });
  const ownText = (label: string) =>
    input(ownInput(step.id), label, { type: 'text', max: step.max, multiline: true, value: inert(own) });
  if (!comparing) return [choice(step.id, words.lines), ownText(words.own)];
  return [
    ownText(words.yours),
    { type: 'compare', above: [], title: words.compare, lines: comparedLines(words.mayLead, step) },
    choice(nearestInput(step.id), words.nearest),
  ];
}

const comparedLines = (mayLead: string, { lines }: Scene) =>
  Object.values(lines).map(({ say, reply }) => ({ say: `”${say}”`, reply: fill(mayLead, { reply }) }));
