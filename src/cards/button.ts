/** A button as the layouts take it: Action.Execute, and for older clients Action.Submit with the verb among its data. */
export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly style: 'default' | 'positive' | 'destructive';
  readonly data: object;
  readonly fallbackData: object;
}

/**
 * A button for both kinds of clients. A client that knows Action.Execute sends `verb` beside `data`. An older client sends only
 * data, so `fallbackData` holds the verb too.
 */
export const button = (title: string, verb: string, data: object, style: Button['style'] = 'default'): Button => ({
  title,
  verb,
  style,
  data,
  fallbackData: { ...data, verb },
});

/** A button with its place: on the card, or in the menu behind "…". */
export interface PlacedButton extends Button {
  readonly mode: 'primary' | 'secondary';
}

/** The most buttons that a card shows at once. */
export const inSight = 3;

/** One row of buttons: the first ones in sight, what comes after them and what is `aside` behind "…". */
export const oneRow = (buttons: readonly Button[], aside: readonly Button[] = []): PlacedButton[] => [
  ...buttons.map((each, at) => ({ ...each, mode: at < inSight ? ('primary' as const) : ('secondary' as const) })),
  ...aside.map((each) => ({ ...each, mode: 'secondary' as const })),
];

/**
 * Long buttons, one below the other, at most `most` of them. The other buttons, and those that are `aside`, are behind "…" of the
 * last one.
 */
export const stacked = (
  buttons: readonly Button[],
  aside: readonly Button[] = [],
  most = inSight,
): { readonly buttons: readonly PlacedButton[] }[] => {
  const shown = buttons.slice(0, most);
  const hidden = [...buttons.slice(most), ...aside];
  return shown.map((each, at) => ({ buttons: oneRow([each], at === shown.length - 1 ? hidden : []) }));
};

/** The button that asks a question of the documents. */
export const askButton = (title: string, question: string): Button => button(title, 'ask', { question });

/** A person's own words never look like a template, neither to us nor to a channel; response.ts takes the U+2060 out again. */
export const inert = (words: string): string => words.replaceAll('${', '$\u2060{');

/** Words in a title, which a client may read as Markdown: no links, no images. */
export const plainTitle = (words: string): string => inert(words).replaceAll('](', ']\u2060(');

/** What a document says of itself, where Markdown is read: no link, image, mention, tag or emphasis comes of it, and no line break. */
export const unmarked = (words: string): string => {
  const plain = words
    .replace(/[\p{Cc}\u2028\u2029*_`~\\]/gu, ' ')
    // What turns the direction of writing, or cannot be seen.
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    // A client makes links of these by itself.
    .replace(/:(?=\/\/)|www(?=\.)|@|&(?=#?\w+;)/gi, '$&\u2060')
    .replace(/^[#+=-]/, '\u2060$&');
  return inert(plain) || '–';
};
