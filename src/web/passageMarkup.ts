import { html, type Html } from './escapedHtml';

/** A line of a list: its depth, its number where it has one, and its words, in one part for each line. */
interface Item {
  readonly depth: number;
  readonly number?: number;
  readonly words: readonly string[];
}

type Block =
  | { readonly kind: 'paragraph'; readonly words: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] };

type Mark = (words: string) => Html;

/** A passage's text (see Passage.text) as paragraphs, lists and tables in HTML. `mark` makes the markup of its words. */
export const markupOf = (text: string, mark: Mark): Html[] =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .reduce<Block[]>(addLine, [])
    .map((block) => {
      switch (block.kind) {
        case 'paragraph':
          return html`<p>${mark(block.words)}</p>`;
        case 'table':
          return table(block.rows, mark);
        case 'list':
          return html`${lists(block.items, mark)}`;
      }
    });

/** Joins a line to the block above it, where both are of the same kind. */
function addLine(blocks: Block[], line: string): Block[] {
  const [above, last] = [blocks.slice(0, -1), blocks.at(-1)];
  if (line.includes('\t')) {
    const row = line.split('\t');
    if (last?.kind === 'table') return [...above, { ...last, rows: [...last.rows, row] }];
    return [...blocks, { kind: 'table', rows: [row] }];
  }
  const [, space = '', bullet, words = ''] = /^( *)(- |\d{1,6}[.)] )?(.*)$/s.exec(line) ?? [];
  const depth = Math.floor(space.length / 2);
  if (bullet) {
    const item = { depth, ...(bullet !== '- ' && { number: Number.parseInt(bullet) }), words: [words] };
    if (last?.kind === 'list') return [...above, { ...last, items: [...last.items, item] }];
    return [...blocks, { kind: 'list', items: [item] }];
  }
  // An indented line below a bullet belongs to it.
  const lastItem = depth > 0 && last?.kind === 'list' ? last.items.at(-1) : undefined;
  if (last?.kind !== 'list' || !lastItem) return [...blocks, { kind: 'paragraph', words }];
  const longer = { ...lastItem, words: [...lastItem.words, words] };
  return [...above, { ...last, items: [...last.items.slice(0, -1), longer] }];
}

/** A wide table scrolls by itself, also with the keys. */
const table = (rows: readonly (readonly string[])[], mark: Mark): Html =>
  html`<div class="table" tabindex="0">
    <table>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${mark(cell)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** Lists of items: bullets and numbers are separate lists, and deeper items are lists inside the item above them. */
function lists(items: readonly Item[], mark: Mark): Html[] {
  const [{ depth: top }] = items as [Item];
  const withInner = runsOf(items, (_, next) => next.depth > top);
  const hasNumber = ([{ number }]: readonly [Item, ...Item[]]) => number !== undefined;
  return runsOf(withInner, (one, next) => hasNumber(one) === hasNumber(next)).map((run) => {
    const lines = run.map(([item, ...inner]) => {
      const words = item.words.map((line, at) => (at === 0 ? mark(line) : html`<br />${mark(line)}`));
      const below = inner.length ? lists(inner, mark) : undefined;
      if (item.number === undefined) return html`<li>${words}${below}</li>`;
      return html`<li value="${item.number}">${words}${below}</li>`;
    });
    return hasNumber(run[0])
      ? html`<ol>
          ${lines}
        </ol>`
      : html`<ul>
          ${lines}
        </ul>`;
  });
}

/** Splits a list between two neighbours that do not belong together. */
function runsOf<T>(all: readonly T[], belong: (one: T, next: T) => boolean): [T, ...T[]][] {
  return all.reduce<[T, ...T[]][]>((runs, next) => {
    const last = runs.at(-1);
    if (last && belong(last.at(-1)!, next)) last.push(next);
    else runs.push([next]);
    return runs;
  }, []);
}
