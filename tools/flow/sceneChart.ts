import { type Flow } from '../../src/coaching/flow';
import { quoted } from './flowchart';

/** A rehearsal as a Mermaid flowchart: its scenes, an arrow for each line, and its ends. */
export function sceneChart({ title, cards, ends }: Flow): string {
  const scenes = cards.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'scene' ? [step] : [])));
  // Mermaid reserves words such as "end", which an id may be.
  const nodes = new Map([...scenes, ...ends].map(({ id }, at) => [id, `s${at + 1}`]));
  const boxes = [
    ...scenes.map(({ id, ask, says }) => `  ${nodes.get(id)}[${quoted(`${ask}<br>– ${says}`)}]`),
    ...ends.map(({ id, title }) => `  ${nodes.get(id)}([${quoted(title)}])`),
  ];
  const arrows = scenes.flatMap(({ id, lines }) =>
    Object.values(lines).map(({ say, to }) => `  ${nodes.get(id)} -->|${quoted(say)}| ${nodes.get(to)}`),
  );
  return ['---', `title: ${JSON.stringify(title)}`, '---', 'flowchart TD', ...boxes, ...arrows].join('\n');
}
