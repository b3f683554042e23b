import {
  beginsOrganisation,
  endsAsOrganisation,
  having,
  isNobody,
  keyOf,
  organisationNamed,
  placeNamed,
} from '../text/properNames';
import { type Word } from '../text/swedish';

/** A name that a question asks for: of a region, a municipality, an organisation or a person. */
export interface AskedName {
  /** The numbers of its first and last word. */
  readonly first: number;
  readonly last: number;
  /** How the name is written; undefined where that is as the person wrote it. */
  readonly written?: string;
  /** Other names for it. */
  readonly names: readonly string[];
  /** The words that distinguish it from other names. */
  readonly telling: readonly Word[];
  /** Whether it is on a list, and so spelt right. */
  readonly isListed: boolean;
  /** Whether it is a law. */
  readonly isLaw?: boolean;
  /** Whether it is only the name of a place. */
  readonly isWhere?: boolean;
  /** Whether only its place in the question makes it a name. */
  readonly isPosition?: boolean;
}

const mostWords = 6;
const mostCapitals = 4;

/** Words before a place ("Region Uppsala", "regionen i Uppsala") or after it ("Uppsala kommun"). */
const ahead = /^(region|regionen|landstinget|kommunen|lansstyrelsen|hogskolan|universitetet)$/;
export const after = /^(region|regionen|kommun|stad|lan|lansting|landsting|universitet|universitetssjukhus|sjukhus)s?$/;
/** What somebody does who is asked about: "vad säger …", "hur jobbar …". */
export const doing =
  /^(sager|saga|sagt|sa|tycker|tyckte|anser|menar|skriver|skrev|tanker|resonerar|jobbar|arbetar|gor|gjorde|gjort|infor|inforde|leder|styr|lyckas|funkar|fungerar|ser|definierar|har|hade|vill|ville)$/;
const asked = /^(vad|va|hur|hu|vem|varfor|nar|vilka|vilken|vilket)$/;
const about = /^(enligt|hos|om|av|fran)$/;
const own = /\b(jag|ja|mig|mej|min|mitt|mina|vi|oss|var|vara|vart)\b/;
/** "Jag undrar …" asks, and says nothing about the person who asks. */
const politely =
  /\b(jag (bara )?(undrar|vill veta|skulle vilja veta)|kan jag (fa veta|lasa)|(beratta|forklara|visa) (for )?(mig|oss))\b/g;
const title = /(minister|ministern|direktor|direktoren|chef|chefen|professor|forskaren|forfattaren|politikern)$/;

/** The names that a question asks for, in order. A name that only says where the person works is left out. */
export function namesAsked(text: string, words: readonly Word[]): readonly AskedName[] {
  const reading = readingOf(text, words);
  const found: AskedName[] = [];
  for (let at = 0; at < words.length; at++) {
    // "Vad säger Lena Ek och Ulf Ek": the second is asked about as the first is.
    const follows = found.at(-1)?.last === at - 2 && /^(och|eller|samt|kontra)$/.test(reading.folded(at - 1));
    const name = nameAt(reading, at, follows);
    if (!name || (reading.isOwn && !follows && !isActing(reading, name))) continue;
    found.push(name);
    at = name.last;
  }
  return found;
}

interface Reading {
  readonly words: readonly Word[];
  readonly folded: (at: number) => string;
  /** Whether it has a capital letter, also where a sentence begins. */
  readonly isCapital: (at: number) => boolean;
  /** Whether only a space or a hyphen is before it. */
  readonly joins: (at: number) => boolean;
  /** The text before it. */
  readonly between: (at: number) => string;
  /** Whether the question is about the person's own situation. */
  readonly isOwn: boolean;
}

function readingOf(text: string, words: readonly Word[]): Reading {
  // In a text of capital letters only, they say nothing.
  const isShouted = !/\p{Ll}/u.test(text);
  const between = (at: number) => text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0);
  return {
    words,
    folded: (at) => words[at]?.folded ?? '',
    isCapital: (at) => !isShouted && /^\p{Lu}/u.test(text.charAt(words[at]?.start ?? text.length)),
    between,
    joins: (at) => at > 0 && /^(\s+|-)$/.test(between(at)),
    isOwn: own.test(keyOf(words).replace(politely, '')),
  };
}

/** The longest name that can begin here. */
function nameAt(reading: Reading, at: number, follows: boolean): AskedName | undefined {
  return region(reading, at) ?? organisation(reading, at) ?? place(reading, at) ?? actor(reading, at, follows);
}

const nameOf = ({ words }: Reading, first: number, last: number, more: Partial<AskedName> = {}): AskedName => ({
  first,
  last,
  names: [],
  isListed: false,
  telling: words.slice(first, last + 1),
  ...more,
});

/** "Region Uppsala", "regionen i Uppsala", "Region Jönköpings län". */
function region(reading: Reading, at: number): AskedName | undefined {
  const { folded, joins, isCapital, words } = reading;
  if (!ahead.test(folded(at))) return undefined;
  const isIn = folded(at + 1) === 'i' && joins(at + 1);
  const first = at + (isIn ? 2 : 1);
  if (!joins(first)) return undefined;
  const known = placeAt(reading, first);
  const last = known?.last ?? (isCapital(first) && !words[first]!.stop ? first : undefined);
  if (last === undefined) return undefined;
  const county = /^lans?$/.test(folded(last + 1)) && joins(last + 1) ? last + 1 : last;
  const telling = words.slice(first, last + 1);
  const isListed = known !== undefined;
  // The region in a place has the name of the place.
  if (isIn && /^(regionen|kommunen)$/.test(folded(at)))
    return nameOf(reading, first, county, { telling, isListed, written: known?.written });
  const head = folded(at) === 'region' ? 'Region' : undefined;
  const isWhole = head !== undefined && known?.written !== undefined && county === last;
  return nameOf(reading, at, county, { telling, isListed, ...(isWhole && { written: `${head} ${known.written}` }) });
}

interface KnownPlace {
  readonly last: number;
  readonly written?: string;
}

/** A place of one or two words that begins here. `written` is its name where it is typed in small letters. */
function placeAt({ words, isCapital, joins }: Reading, at: number): KnownPlace | undefined {
  for (const last of [at + 1, at]) {
    if (last >= words.length || (last > at && !joins(last))) continue;
    const written = placeNamed(keyOf(words.slice(at, last + 1)), isCapital(at));
    if (written) return { last, ...(!isCapital(at) && { written }) };
  }
  return undefined;
}

/** "Uppsala", "Uppsala kommun". A town whose name belongs to a person ("Lena Lund") does not count. */
function place(reading: Reading, at: number): AskedName | undefined {
  const { folded, joins, isCapital, words } = reading;
  const known = placeAt(reading, at);
  const isTown =
    known !== undefined || (at > 0 && isCapital(at) && !words[at]!.stop && /kommun|stad/.test(folded(at + 1)));
  if (!isTown) return undefined;
  const isSurname = at > 0 && joins(at) && isCapital(at - 1) && isCapital(at) && !words[at - 1]!.stop;
  if (isSurname) return undefined;
  const last = known?.last ?? at;
  const telling = words.slice(at, last + 1);
  const isListed = known !== undefined;
  if (after.test(folded(last + 1)) && joins(last + 1)) return nameOf(reading, at, last + 1, { telling, isListed });
  return known && nameOf(reading, at, last, { telling, isListed, isWhere: true, written: known.written });
}

/** A known organisation, or one whose name has the ending of one. */
function organisation(reading: Reading, at: number): AskedName | undefined {
  const { words, isCapital, joins, folded } = reading;
  const longest = beginsOrganisation(folded(at)) ? mostWords : 0;
  for (let last = Math.min(at + longest, words.length) - 1; last >= at; last--) {
    const known = organisationNamed(keyOf(words.slice(at, last + 1)), isCapital(at));
    if (known)
      return nameOf(reading, at, last, {
        isListed: true,
        names: known.names,
        isLaw: known.isLaw,
        ...(!isCapital(at) && { written: known.written }),
      });
  }
  const isFormed = at > 0 && isCapital(at) && endsAsOrganisation(folded(at)) && !isCapital(at - 1);
  return isFormed && !(isCapital(at + 1) && joins(at + 1)) ? nameOf(reading, at, at) : undefined;
}

/** A person or body that is asked about as somebody who acts: "vad säger Ulf Ek", "enligt Volvo". */
function actor(reading: Reading, at: number, follows: boolean): AskedName | undefined {
  const { words, isCapital, joins, folded } = reading;
  const isPart = (nth: number) =>
    isCapital(nth) && !words[nth]!.stop && !isNobody(folded(nth)) && !/\d/.test(folded(nth));
  if (reading.isOwn || at === 0 || !isPart(at) || (joins(at) && isCapital(at - 1) && at > 1)) return undefined;
  let last = at;
  while (last + 1 < at + mostCapitals && joins(last + 1) && (isPart(last + 1) || isParticle(reading, last + 1))) last++;
  // "IT-avdelningen", "Volvo-modellen": a word that begins with a name.
  if (isHyphened(reading, last + 1)) return undefined;
  const name = nameOf(reading, at, last, { telling: [words[last]!], isPosition: true });
  const isFull = last > at;
  const isShort = words[last]!.end - words[last]!.start <= 2;
  return !isShort && (follows || isAskedAbout(reading, name, isFull)) ? name : undefined;
}

/** "Carl von Linné". */
const isParticle = ({ folded, isCapital, joins }: Reading, at: number) =>
  /^(von|af|de|van|der)$/.test(folded(at)) && isCapital(at + 1) && joins(at + 1);

const isHyphened = ({ between }: Reading, at: number) => between(at) === '-';

/** Whether a name is at its place in "vad säger …", "hur jobbar man på …", "enligt …" or "hur … jobbar". */
function isActing({ folded, joins }: Reading, { first, last }: Pick<AskedName, 'first' | 'last'>): boolean {
  const before = joins(first) ? first - 1 : -1;
  if (folded(before) === 'enligt' || (asked.test(folded(before)) && doing.test(folded(last + 1)))) return true;
  const isThere = /^(i|pa|hos|inom)$/.test(folded(before)) && /^(vi|man|ni|de|dom)$/.test(folded(before - 1));
  const verb = isThere ? before - 2 : before;
  return doing.test(folded(verb)) && (asked.test(folded(verb - 1)) || asked.test(folded(verb - 2)));
}

/** The same for a name on no list. A person with two names is also asked about by "om …" and "vem är …". */
function isAskedAbout(reading: Reading, { first, last }: AskedName, isFull: boolean): boolean {
  const { folded, isCapital } = reading;
  const from = isFull && title.test(folded(first - 1)) && !isCapital(first - 1) ? first - 1 : first;
  if (isActing(reading, { first: from, last })) return true;
  if (!isFull) return folded(from - 1) === 'hos';
  const isWho = /^(ar|var)$/.test(folded(from - 1)) && folded(from - 2) === 'vem';
  return isWho || about.test(folded(from - 1)) || having.test(folded(last + 1));
}
