import { writable, type Block, type WrittenDocument } from './document';

/** A document as Markdown (CommonMark, with tables as GitHub and most editors read them). */
export function writeMarkdown({ title, facts, blocks, footer }: WrittenDocument): Buffer {
  const parts = [
    `# ${oneLine(title)}`,
    facts.map(oneLine).join('\\\n'),
    ...blocks.map(blockIn),
    '---',
    oneLine(footer),
  ];
  return Buffer.from(`${parts.filter(Boolean).join('\n\n')}\n`, 'utf8');
}

function blockIn(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${oneLine(block.text)}`;
    case 'note':
      return `*${oneLine(block.text)}*`;
    case 'text':
      return paragraphs(block.text);
    case 'list':
      return block.items.map((item) => `- ${oneLine(item)}`).join('\n');
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
      return [row(block.head), row(block.head.map(() => '---')), ...block.rows.map(row)].join('\n');
    }
  }
}

/** A text whose line breaks stay: an empty line as it is, and a single line break so that no reader joins the lines. */
const paragraphs = (text: string): string =>
  writable(text)
    .split(/\n{2,}/)
    .map((each) => each.split('\n').map(escaped).join('\\\n'))
    .join('\n\n');

const oneLine = (text: string): string => escaped(writable(text).replace(/\s+/g, ' '));
const cell = (text: string): string => (text === '---' ? text : writable(text).split('\n').map(escaped).join('<br>'));

/** Escapes what Markdown would read as more than text. */
const escaped = (line: string): string =>
  line
    .trim()
    .replace(/[\\`*_[\]<>|~#$&]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
