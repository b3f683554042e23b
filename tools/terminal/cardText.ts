import { asText, isJson, type Json } from '../localTeams/activity';
import { inputText } from './inputText';
import { beside, grid, indented, type Lines, plain, wrap } from './layout';

/** A card as text; button n on the screen is buttons[n - 1], field n is inputs[n - 1]. */
export interface CardText {
  readonly text: string;
  readonly buttons: readonly Json[];
  readonly inputs: readonly Json[];
}

/** What the person has unfolded and folded: element id -> shown. */
export type Toggled = ReadonlyMap<string, boolean>;

/** What a rendering collects while it reads the card. */
interface Gathered {
  readonly toggled: Toggled;
  readonly buttons: Json[];
  readonly inputs: Json[];
}

/**
 * An Adaptive Card as text with at most `width` characters a line, but for addresses: everything that is visible, and nothing
 * else.
 */
export function cardText(card: Json, toggled: Toggled = new Map(), width = 80): CardText {
  const gathered: Gathered = { toggled, buttons: [], inputs: [] };
  const lines = cardLines(card, width, gathered);
  return { text: lines.join('\n'), buttons: gathered.buttons, inputs: gathered.inputs };
}

/** What is shown and hidden after pressing a button that does just that; undefined for every other button. */
export function toggle(toggled: Toggled, card: Json, action: Json): Toggled | undefined {
  if (action.type === 'Action.ShowCard') return new Map(toggled).set(showCardKey(action), !isOpen(toggled, action));
  if (action.type !== 'Action.ToggleVisibility') return undefined;
  const next = new Map(toggled);
  for (const target of list(action.targetElements)) {
    const id = isJson(target) ? asText(target.elementId) : asText(target);
    const now = toggled.get(id) ?? find(card, id)?.isVisible !== false;
    next.set(id, isJson(target) && typeof target.isVisible === 'boolean' ? target.isVisible : !now);
  }
  return next;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const showCardKey = (action: Json): string => `card of ${asText(action.id ?? action.title)}`;
const isOpen = (toggled: Toggled, action: Json): boolean => toggled.get(showCardKey(action)) ?? false;

function find(node: unknown, id: string): Json | undefined {
  if (Array.isArray(node)) return node.map((child) => find(child, id)).find(Boolean);
  if (!isJson(node)) return undefined;
  return node.id === id ? node : find(Object.values(node), id);
}

function cardLines(card: Json, width: number, gathered: Gathered): Lines {
  const body = stack(list(card.body), width, gathered);
  const actions = actionLines(list(card.actions), width, gathered);
  return [...body, ...(body.length && actions.length ? [''] : []), ...actions];
}

/** Elements below each other, with the space and the lines that they ask for. */
function stack(elements: readonly unknown[], width: number, gathered: Gathered): Lines {
  return elements.filter(isJson).reduce<Lines>((above, element) => {
    const lines = elementLines(element, width, gathered);
    if (!lines.length) return above;
    const airy = /^(medium|large|extraLarge|padding)$/i.test(asText(element.spacing));
    const tight = /^(none|small)$/i.test(asText(element.spacing));
    const between =
      element.separator === true ? ['─'.repeat(width)] : airy || (element.type === 'ActionSet' && !tight) ? [''] : [];
    return above.length ? [...above, ...between, ...lines] : lines;
  }, []);
}

function elementLines(element: Json, width: number, gathered: Gathered): Lines {
  const { type, id } = element;
  if (!(gathered.toggled.get(asText(id)) ?? element.isVisible !== false)) return [];
  const boxed = /^(Container|Column|TableCell)$/.test(asText(type)) && framed.has(asText(element.style).toLowerCase());
  const room = boxed ? width - 2 : width;
  const lines = ownLines(element, room, gathered);
  const chosen = isJson(element.selectAction) ? actionLines([element.selectAction], room, gathered) : [];
  return boxed ? indented([...lines, ...chosen], '│ ') : [...lines, ...chosen];
}

const framed = new Set(['emphasis', 'accent', 'good', 'attention', 'warning']);

function ownLines(element: Json, width: number, gathered: Gathered): Lines {
  switch (element.type) {
    case 'TextBlock':
      return wrap(plain(asText(element.text)), width);
    case 'RichTextBlock':
      return wrap(list(element.inlines).map(runText).join(''), width);
    case 'Image':
    case 'Media':
      return wrap(`[Bild: ${asText(element.altText) || 'utan beskrivning'}]`, width);
    case 'ImageSet':
      return stack(list(element.images), width, gathered);
    case 'Container':
    case 'Column':
    case 'TableCell':
      return stack(list(element.items), width, gathered);
    case 'ColumnSet':
      return beside(
        list(element.columns)
          .filter(isJson)
          .map((column) => elementLines({ ...column, type: 'Column' }, width, gathered)),
        width,
      );
    case 'FactSet':
      return grid(
        list(element.facts)
          .filter(isJson)
          .map((fact) => [`${plain(asText(fact.title))}`, plain(asText(fact.value))]),
        width,
        wrap,
      ).flat();
    case 'Table':
      return tableLines(element, width, gathered);
    case 'ActionSet':
      return actionLines(list(element.actions), width, gathered);
    default:
      return asText(element.type).startsWith('Input.')
        ? fieldLines(element, width, gathered)
        : unknownLines(element, width, gathered);
  }
}

const runText = (run: unknown): string => (isJson(run) ? asText(run.text) : asText(run));

function fieldLines(input: Json, width: number, gathered: Gathered): Lines {
  gathered.inputs.push(input);
  return inputText(input, gathered.inputs.length, width);
}

function unknownLines(element: Json, width: number, gathered: Gathered): Lines {
  if (element.fallback === 'drop') return [];
  if (isJson(element.fallback)) return elementLines(element.fallback, width, gathered);
  return wrap(`[Okänd del: ${asText(element.type) || 'utan typ'}]`, width);
}

/** A cell is set several times to find its width, each time with the numbers that its buttons and fields got first. */
function tableLines(table: Json, width: number, gathered: Gathered): Lines {
  const rows = list(table.rows).filter(isJson);
  const cells = rows.map((row) =>
    list(row.cells)
      .filter(isJson)
      .map((cell) => {
        const before = copied(gathered);
        const element = { ...cell, type: 'TableCell' };
        elementLines(element, width, gathered);
        return (room: number) => elementLines(element, room, copied(before));
      }),
  );
  const [head = [], ...rest] = grid(cells, width, (cell, room) => cell(room));
  const rule = table.firstRowAsHeader === false ? [] : ['─'.repeat(Math.max(0, ...head.map((line) => line.length)))];
  return [...head, ...rule, ...rest.flat()];
}

const copied = (gathered: Gathered): Gathered => ({
  ...gathered,
  buttons: [...gathered.buttons],
  inputs: [...gathered.inputs],
});

/** Buttons beside each other as far as they fit; a card that a button has opened stands under them. */
function actionLines(actions: readonly unknown[], width: number, gathered: Gathered): Lines {
  const shown = actions.filter(isJson);
  const titles = shown.map((action) => {
    // What a client keeps behind "…" until it is asked for.
    const place = action.mode === 'secondary' ? '… ' : '';
    return `${place}(${gathered.buttons.push(action)}) ${buttonTitle(action)}`;
  });
  const row = titles.join('   ');
  const buttons = row.length <= width ? (row ? [row] : []) : titles.flatMap((title) => wrap(title, width));
  const opened = shown.filter((action) => action.type === 'Action.ShowCard' && isOpen(gathered.toggled, action));
  return [
    ...buttons,
    ...opened.flatMap((action) =>
      isJson(action.card) ? indented(cardLines(action.card, width - 2, gathered), '│ ') : [],
    ),
  ];
}

function buttonTitle(action: Json): string {
  const title = asText(action.title) || 'Välj';
  if (action.type === 'Action.OpenUrl') return `${title} (${asText(action.url)})`;
  return /^Action\.(Execute|Submit|ToggleVisibility|ShowCard)$/.test(asText(action.type))
    ? title
    : `${title} (okänd knapp: ${asText(action.type)})`;
}
