import { fold, wordsOf } from '../text/swedish';

/** The kinds of amounts. Those of one kind can be compared. `of:chef` is a number of managers. */
export type AmountKind = 'hours' | 'workingDays' | 'share' | 'kronor' | 'timesAYear' | 'clock' | 'day' | `of:${string}`;

/** An amount in a text, in the unit of its kind: 14 days and two weeks are both 336 hours. */
export interface Amount {
  readonly kind: AmountKind;
  readonly value: number;
  /** Set where the text says "minst" or "högst". */
  readonly bound?: 'least' | 'most';
}

const numberWords = new Map(
  'en ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo'
    .split(' ')
    .map((word, at) => [fold(word), Math.max(1, at)] as const),
);
for (const [word, value] of [
  ['trettio', 30],
  ['fyrtio', 40],
  ['femtio', 50],
  ['sextio', 60],
  ['hundra', 100],
] as const)
  numberWords.set(word, value);

const hours: readonly (readonly [RegExp, number])[] = [
  [/minut(er)?s?$/, 1 / 60],
  [/timm(e|ar|ars)$/, 1],
  [/(^|\p{L})(dag|dagar|dagars|dygn)$/u, 24],
  [/veck(a|or|ors)$/, 168],
  [/manad(er|ers)?$/, 730],
  [/^ars?$/, 8760],
];
const workingDay = /^(arbetsdag|vardag|bankdag)(ar|ars)?$/;
const perYear: readonly (readonly [RegExp, number])[] = [
  [/^(dag|dygn)/, 365],
  [/^veck/, 52],
  [/^manad/, 12],
  [/^kvartal/, 4],
  [/^halvar/, 2],
  [/^(ar|aret)$/, 1],
];
const months = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');
const inAWord = new Map([
  ['dagligen', 365],
  ['veckovis', 52],
  ['manadsvis', 12],
  ['kvartalsvis', 4],
  ['halvarsvis', 2],
  ['arligen', 1],
]);
const multiples = new Map([
  ['tkr', 1e3],
  ['mkr', 1e6],
  ['miljon', 1e6],
  ['miljoner', 1e6],
  ['miljard', 1e9],
  ['miljarder', 1e9],
]);

/** "2–4 veckor", "10 till 14 dagar", "mellan 10 och 14 dagar". */
const aRange = /(\d+(?:\.\d+)?) ?(?:[–-]| till | och ) ?(\d+(?:\.\d+)?)( ?%| \p{L}+)/gu;

/** Whether a sentence names a range. Then it says every amount within the range. */
export const statesRange = (sentence: string): boolean =>
  sentence.search(aRange) >= 0 || /(?<!\p{L})mellan(?!\p{L})/iu.test(sentence);

/** The most words between "minst" and its number. */
const boundReach = 2;

/** The amounts in a sentence. Years and the numbers of paragraphs and cases are left out. */
export function statedAmounts(sentence: string): Amount[] {
  // "15 000" is one number, "2,5" too; "2–4 veckor" is two and four weeks.
  const text = sentence
    .replace(/(?<=\d)[ \u00a0](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d),(?=\d)/g, '.')
    .replace(aRange, '$1$3, $2$3');
  const words = [...text.matchAll(/\d+(?:[.:]\d+)?|%|\p{L}+/gu)].map(([word]) => fold(word));
  return words.flatMap((word, at): Amount[] => {
    const said = { ...boundAt(words, at) };
    const often = inAWord.get(word) ?? everyPeriod(words, at);
    if (often !== undefined) return [{ kind: 'timesAYear', value: often }];
    const value = /^\d/.test(word) ? Number(word.replace(':', '.')) : numberWords.get(word);
    if (value === undefined || Number.isNaN(value)) return [];
    const amount = counted(words, at, value);
    return amount ? [{ ...amount, ...said }] : [];
  });
}

function counted(words: readonly string[], at: number, value: number): Amount | undefined {
  const [before = '', next = '', after = ''] = [words[at - 1], words[at + 1], words[at + 2]];
  if (/^(kl|klockan)$/.test(before)) return { kind: 'clock', value };
  if (/^(gang|ganger)$/.test(next)) {
    const period = words.slice(at + 2, at + 5).find((word) => perYear.some(([form]) => form.test(word)));
    const each = perYear.find(([form]) => period !== undefined && form.test(period));
    return each && { kind: 'timesAYear', value: value * each[1] };
  }
  if (next === '%' || next.startsWith('procent')) return { kind: 'share', value };
  if (/^(kr|kronor)$/.test(next)) return { kind: 'kronor', value };
  const multiple = multiples.get(next);
  if (multiple !== undefined) return { kind: 'kronor', value: value * multiple };
  const month = months.indexOf(next);
  if (month >= 0 && value <= 31) return { kind: 'day', value: month * 31 + value };
  const isWord = !/^\d/.test(words[at] ?? '');
  const isOne = isWord && value === 1;
  if (workingDay.test(next)) return { kind: 'workingDays', value };
  const unit =
    hours.find(([form]) => form.test(next)) ??
    (isOne ? undefined : hours.find(([form]) => form.test(after) && /a$/.test(next)));
  if (unit) return { kind: 'hours', value: value * unit[1] };
  // "En chef" counts nothing, and "2021" is a year.
  if (isOne || (!isWord && value >= 1900 && value < 2100) || !/^\p{L}{3,}$/u.test(next)) return undefined;
  const [noun] = wordsOf(next);
  return noun && !noun.stop ? { kind: `of:${noun.stem}`, value } : undefined;
}

/** "Varje vecka", "varannan månad", "var tredje månad", "en gång i kvartalet" is read with its number. */
function everyPeriod(words: readonly string[], at: number): number | undefined {
  const [word = '', next = '', after = ''] = [words[at], words[at + 1], words[at + 2]];
  const each = (period: string) => perYear.find(([form]) => form.test(period))?.[1];
  const split = (period: string, parts: number) => {
    const times = each(period);
    return times === undefined ? undefined : times / parts;
  };
  if (word === 'varje') return split(next, 1);
  if (/^vart?annat?n?$|^varannan$|^vartannat$/.test(word)) return split(next, 2);
  const nth = { tredje: 3, fjarde: 4, femte: 5, sjatte: 6 }[next];
  return /^(var|vart)$/.test(word) && nth ? split(after, nth) : undefined;
}

function boundAt(words: readonly string[], at: number): Pick<Amount, 'bound'> {
  const before = words.slice(Math.max(0, at - boundReach), at);
  if (before.some((word) => /^(minst|lagst|tidigast)$/.test(word))) return { bound: 'least' };
  if (before.some((word) => /^(hogst|max|maximalt|senast|langst)$/.test(word))) return { bound: 'most' };
  return {};
}
