import { Lexer, type Token, type Tokens } from 'marked';

/** A paragraph, list or table of a document under its headings. */
export interface MarkdownBlock {
  readonly heading: readonly string[];
  readonly kind: 'paragraph' | 'list' | 'table';
  /** Lines that must stay together: a paragraph is one, a list has one for each outer item, a table one for each row. */
  readonly parts: readonly string[];
  /** Whether it is quoted speech: most of it is in italics with quotation marks. */
  readonly speech: boolean;
  /** The number of rules (---) before it. Blocks on two sides of a rule do not belong together. */
  readonly section: number;
  /** The page where it begins, as a citation names it ("s. 4", "bild 3"); undefined where the document has no pages. */
  readonly page?: string;
}

/** A page begins: a comment on a line of its own, `<!-- s. 4 -->`, that no reader of the Markdown sees. */
const pageMark = /^<!-- ((?:s\.|bild) \d+) -->$/;

/** The blocks of a Markdown text in order. Emphasis, links and rules lose their marks; every word stays. */
export function blocksOf(markdown: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let headings: { depth: number; text: string }[] = [];
  let section = 0;
  let page: string | undefined;
  for (const token of Lexer.lex(markdown) as Tokens.Generic[]) {
    if (token.type === 'heading') {
      const { depth } = token as Tokens.Heading;
      headings = [...headings.filter((h) => h.depth < depth), { depth, text: plain([token]).trim() }];
    } else if (token.type === 'hr') {
      section += 1;
    } else if (pageMark.test(token.raw.trim())) {
      page = pageMark.exec(token.raw.trim())?.[1];
    } else {
      const parts = partsOf(token as Token).filter((part) => part.trim() !== '');
      if (parts.length === 0) continue;
      const kind = token.type === 'list' || token.type === 'table' ? token.type : 'paragraph';
      const heading = headings.map((h) => h.text);
      blocks.push({ heading, kind, parts, speech: isSpeech(token, parts), section, ...(page && { page }) });
    }
  }
  return blocks;
}

function partsOf(token: Token): string[] {
  if (token.type === 'list')
    return (token as Tokens.List).items.map((item, at) => itemText(token as Tokens.List, item, at));
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return [header, ...rows].map((cells) => cells.map((cell) => plain(cell.tokens).trim()).join('\t'));
  }
  return [plain([token]).trim()];
}

/** An item with what is below it: "- " and two spaces for each level, as in the source. */
function itemText(list: Tokens.List, item: Tokens.ListItem, at: number): string {
  const mark = list.ordered ? `${Number(list.start || 1) + at}. ` : '- ';
  const inside = item.tokens
    .flatMap((token) => partsOf(token))
    .flatMap((part) => part.split('\n'))
    .filter((line) => line.trim() !== '');
  return inside.map((line, nth) => (nth === 0 ? mark : '  ') + line).join('\n');
}

/** The words of tokens without their marks. Soft line breaks are spaces; hard ones stay. */
function plain(tokens: readonly Token[]): string {
  return tokens
    .map((token): string => {
      if (token.type === 'br') return '\n';
      if (token.type === 'html') return '';
      if (token.type === 'code') return (token as Tokens.Code).text;
      if (token.type === 'blockquote')
        return (token as Tokens.Blockquote).tokens.map((inner) => plain([inner])).join('\n');
      if ('tokens' in token && token.tokens) return plain(token.tokens);
      if (token.type === 'list' || token.type === 'table') return partsOf(token).join('\n');
      return 'text' in token ? unescaped(String(token.text)).replace(/\s*\n\s*/g, ' ') : token.raw;
    })
    .join('');
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ' };
const unescaped = (text: string) => text.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => entities[entity] ?? entity);

function isSpeech(token: Token, parts: readonly string[]): boolean {
  const spoken = italics(token).filter((text) => /["”“»]/.test(text));
  return spoken.join('').length > parts.join('').length / 2;
}

function italics(token: Token): string[] {
  if (token.type === 'em') return [plain([token])];
  if (token.type === 'list') return (token as Tokens.List).items.flatMap((item) => italics(item));
  return 'tokens' in token && token.tokens ? token.tokens.flatMap(italics) : [];
}
