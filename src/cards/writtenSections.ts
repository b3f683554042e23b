import { type WrittenDocument } from '../downloads/document';
import { inert, unmarked } from './button';
import { type QuestionCard } from './questionCard';

/** A shared text as its owner sees it before sending, and its receiver afterwards: the title with the facts below, then the sections. */
export const sharedSections = (written: WrittenDocument): QuestionCard['said'] => [
  { label: unmarked(written.title), text: written.facts.map(inert).join('\n') },
  ...sectionsOf(written),
];

/** A document's text in sections, for rich text, which does not read Markdown. */
function sectionsOf({ blocks }: WrittenDocument): QuestionCard['said'] {
  const sections: { label: string; text: string }[] = [];
  const add = (text: string) => {
    const last = sections.at(-1);
    if (last) last.text = [last.text, inert(text)].filter(Boolean).join('\n');
    else sections.push({ label: '', text: inert(text) });
  };
  for (const block of blocks)
    switch (block.kind) {
      case 'heading':
        sections.push({ label: unmarked(block.text), text: '' });
        break;
      case 'note':
      case 'text':
        add(block.text);
        break;
      case 'list':
        block.items.forEach((each) => add(`• ${each}`));
        break;
      case 'table':
        for (const row of block.rows)
          add(row.flatMap((cell, at) => (cell ? [at ? `${block.head[at]}: ${cell}` : cell] : [])).join('\n'));
    }
  return sections.filter(({ text }) => text);
}
