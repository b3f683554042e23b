/** A part of a message: words, or the name of somebody whom it mentions. */
export interface Stretch {
  readonly words: string;
  readonly isMention: boolean;
}

interface Tag {
  readonly name: string;
  /** The text after the name. */
  readonly rest: string;
  readonly closes: boolean;
}

const quoteOfMessage = /itemtype\s*=\s*["']?https?:\/\/schema\.skype\.com\/Reply\b/i;
const mentionOfSomebody = /itemtype\s*=\s*["']?https?:\/\/schema\.skype\.com\/Mention\b/i;

/** Whether a text holds a message that it quotes, as Teams marks it up. */
export const holdsQuote = (text: string): boolean => /<blockquote\b/i.test(text) && quoteOfMessage.test(text);

const ownLine = /^(?:address|blockquote|br|div|h[1-6]|hr|li|ol|p|pre|table|tr|ul)$/;
const ownCell = /^t[dh]$/;

/**
 * What a person wrote, from Teams' markup: without tags, with entities as characters, and without quoted messages. It is read
 * once from beginning to end, so hostile markup costs no more time.
 */
export function readMarkup(markup: string): Stretch[] {
  const stretches: Stretch[] = [];
  let words = '';
  /** The element that is read as a whole: a quote, which is left out, or a mention, which is a name. */
  let within: { readonly tag: string; readonly isMention: boolean; depth: number } | undefined;

  const end = (isMention: boolean) => {
    if (words) stretches.push({ words, isMention });
    words = '';
  };
  for (const token of tokensOf(markup)) {
    if (typeof token === 'string') {
      if (!within || within.isMention) words += withCharacters(token);
    } else if (within) {
      if (token.name === within.tag) within.depth += token.closes ? -1 : 1;
      if (within.depth) continue;
      end(within.isMention);
      within = undefined;
    } else if (!token.closes && isMention(token)) {
      end(false);
      within = { tag: token.name, isMention: true, depth: 1 };
    } else if (!token.closes && token.name === 'blockquote' && quoteOfMessage.test(token.rest)) {
      words += '\n';
      end(false);
      within = { tag: token.name, isMention: false, depth: 1 };
    } else words += ownLine.test(token.name) ? '\n' : ownCell.test(token.name) ? ' ' : '';
  }
  end(false);
  return stretches;
}

const isMention = ({ name, rest }: Tag): boolean => name === 'at' || (name === 'span' && mentionOfSomebody.test(rest));

/** The parts of a text without markup. Only mentions are marked in it. */
export function readPlain(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const mention of text.matchAll(/<at(?:\s[^<>]*)?>([^<>]*)<\/at>/gi)) {
    stretches.push({ words: text.slice(from, mention.index), isMention: false });
    stretches.push({ words: mention[1]!, isMention: true });
    from = mention.index + mention[0].length;
  }
  return [...stretches, { words: text.slice(from), isMention: false }];
}

/** Returns text and tags in order. A tag that never ends is text, and so is everything after it. */
function* tokensOf(markup: string): Generator<string | Tag> {
  let from = 0;
  while (from < markup.length) {
    const at = markup.indexOf('<', from);
    const start = at < 0 ? markup.length : at;
    if (start > from) yield markup.slice(from, start);
    if (start === markup.length) return;
    const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9:-]*)/i.exec(markup.slice(start, start + 40)) ?? [];
    const isComment = markup.startsWith('<!--', start);
    if (!name && !isComment) {
      yield '<';
      from = start + 1;
      continue;
    }
    const stop = isComment ? endOfComment(markup, start) : endOfTag(markup, start);
    if (stop < 0) {
      yield markup.slice(start);
      return;
    }
    if (!isComment) {
      const rest = markup.slice(start + 1 + (slash ?? '').length + name.length, stop);
      const tag = { name: name.toLowerCase(), rest };
      yield { ...tag, closes: slash === '/' };
      if (!slash && rest.endsWith('/')) yield { ...tag, closes: true };
    }
    from = stop + 1;
  }
}

function endOfComment(markup: string, start: number): number {
  const at = markup.indexOf('-->', start + 4);
  return at < 0 ? at : at + 2;
}

/** Returns the position of its ">", or -1. A ">" in quotation marks does not count. */
function endOfTag(markup: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < markup.length; at++) {
    const sign = markup.charAt(at);
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '>') return at;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return -1;
}

const named: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ', shy: '\u00ad' },
  ...{ aring: 'å', auml: 'ä', ouml: 'ö', Aring: 'Å', Auml: 'Ä', Ouml: 'Ö', eacute: 'é', Eacute: 'É' },
  ...{
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bull: '•',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
  },
};

/** Each entity is resolved once: "&amp;lt;" is "&lt;". An unknown one does not change. */
const withCharacters = (text: string): string =>
  text
    .replace(/&(?:#x([0-9a-f]{1,8})|#([0-9]{1,8})|([a-z]{2,8}));/gi, (written, hex, decimal, name) => {
      if (name) return Object.hasOwn(named, String(name)) ? named[String(name)]! : written;
      return characterOf(hex ? parseInt(String(hex), 16) : Number(decimal));
    })
    .replaceAll('\u00a0', ' ');

const characterOf = (code: number): string =>
  code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
