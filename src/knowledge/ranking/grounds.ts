import { rarity } from '../text/background';
import { best, type Evidence, type Weighable } from './evidence';
import { factsIn } from './factType';
import { contradicts } from './presupposed';
import { type Question, type Vocabulary } from './question';

/** What speaks for and against that a passage answers a question; shares are of the weight of the question's terms. */
export interface Grounds {
  /** Not surely in the passage: neither the word nor one that is much like it. */
  readonly missing: number;
  /** Known neither to the documents nor to what people ask of them. */
  readonly unknown: number;
  /** Covered by the passage's own words, and not by what people ask of it. */
  readonly own: number;
  /** How like the question one sentence is, as a set of words. */
  readonly alike: number;
  /** How little the passage has of the first telling word: the verb, or what is counted. */
  readonly opening: number;
  /** The natural logarithm of the number of words: of a long question less is covered by what answers it. */
  readonly length: number;
  /** 1 where a name or a place is asked for that the passage has not. */
  readonly lacksName: number;
  /** 1 where the question takes a number for given that the passage has not. */
  readonly lacksNumber: number;
  /** How far the passage is from holding the kind of fact that is asked for where the question is covered. */
  readonly lacksFact: number;
  /** The same of a reason ("varför"), which a text gives in many ways, and of a definition. */
  readonly lacksReason: number;
  readonly lacksDefinition: number;
  /** The natural logarithm of the number of passages: by chance alone something in a large library covers a question. */
  readonly size: number;
}

/** From this likeness on two stems are surely the same thing; below it they share a part. */
const sure = 0.65;
const nameLike = 0.6;
const longest = 30;

const max = (values: readonly number[]) => Math.max(0, ...values);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export function groundsOf(question: Question, entry: Weighable, evidence: Evidence, vocabulary: Vocabulary): Grounds {
  const { terms, named, words, definitionOf, fact, numbers } = question;
  const { passage, spans, sentences } = entry;
  const isNamed = named.has(passage.document);
  const heading = terms.map((term) => (term.names && isNamed ? 1 : best(term, entry.heading)));
  const likes = sentences.map((ids, at) =>
    terms.map((term, nth) => Math.max(best(term, ids), at < spans.length ? heading[nth]! : 0)),
  );
  const most = (rows: readonly (readonly number[])[]) =>
    heading.map((like, nth) => max([like, ...rows.map((row) => row[nth]!)]));
  const anywhere = most(likes);
  const total = sum(terms.map(({ weight }) => weight)) || 1;
  const share = (value: (nth: number) => number) => sum(terms.map(({ weight }, nth) => weight * value(nth))) / total;
  const own = most(likes.slice(0, spans.length));
  const said = [...passage.heading, passage.text, ...(passage.asked ?? [])].join('\n');
  const lacksFact = fact ? Math.max(0, 1 - support(question, entry, likes, vocabulary) / enough) : 0;
  return {
    missing: share((nth) => (anywhere[nth]! < sure ? 1 : 0)),
    unknown: share((nth) => (terms[nth]!.known < sure ? 1 : 0)),
    own: share((nth) => own[nth]!),
    alike: evidence.alike,
    opening: 1 - (anywhere[0] ?? 0),
    length: Math.log(Math.min(words.length, longest) || 1),
    lacksName: terms.some(({ isProper, isPlace }, nth) => (isProper || isPlace) && anywhere[nth]! < nameLike) ? 1 : 0,
    lacksNumber: numbers.some((number) => contradicts(number, said)) ? 1 : 0,
    lacksFact: fact === 'reason' ? 0 : lacksFact,
    lacksReason: fact === 'reason' ? lacksFact : 0,
    lacksDefinition:
      definitionOf && !fact
        ? 1 - Math.max(evidence.definition, likeAsked(question, entry, likes, vocabulary, 'definition'))
        : 0,
    size: Math.log(vocabulary.passages),
  };
}

/** So much of a question covered by the sentence that holds the fact is all that can be wished for. */
const enough = 0.5;
/** A number that stands by something else than what is counted. */
const elsewhere = 0.3;
/** Characters between a number and what it counts. */
const near = 30;

/** How much of the question is covered by a sentence that holds such a fact, or by a question asked of the passage that asks for one. */
function support(
  question: Question,
  entry: Weighable,
  likes: readonly (readonly number[])[],
  vocabulary: Vocabulary,
): number {
  const { terms, words, fact } = question;
  if (!fact) return 0;
  const { passage, spans } = entry;
  const total = sum(terms.map(({ weight }) => weight)) || 1;
  const asked = new Set(words.map(({ folded }) => folded));
  const counted = countedIn(question);
  const inText = spans.map(({ start, end }, at) => {
    const facts = factsIn(fact, passage.text.slice(start, end), asked);
    if (facts.length === 0) return 0;
    const cover = sum(terms.map(({ weight }, nth) => weight * likes[at]![nth]!)) / total;
    if (counted < 0) return cover;
    const things = entry.words[at]!.filter(
      ({ stem }) => (terms[counted]!.like[vocabulary.lexicon.ids.get(stem) ?? -1] ?? 0) >= sure,
    );
    const isCounted = things.some((thing) => facts.some((at) => thing.start > at && thing.start - at < near));
    return cover * (isCounted ? 1 : elsewhere * likes[at]![counted]!);
  });
  return Math.max(max(inText), likeAsked(question, entry, likes, vocabulary, fact, counted));
}

/** "Hur många *sjukhus*": which term it is; -1 where nothing is counted. */
function countedIn({ fact, words, terms }: Question): number {
  if (fact !== 'number') return -1;
  const at = words.findIndex(({ folded }) => folded === 'manga');
  const stems = at < 0 ? [] : words.slice(at + 1).map(({ stem }) => stem);
  return terms.findIndex(({ stem }) => stem === stems.find((one) => terms.some((term) => term.stem === one)));
}

/** How like the question those are that are asked of the passage and ask for the same: the F measure of what each covers of the other. */
function likeAsked(
  { terms, meant }: Question,
  { spans, sentences, asksFor }: Weighable,
  likes: readonly (readonly number[])[],
  { passages, holding }: Vocabulary,
  wanted: Weighable['asksFor'][number],
  counted = -1,
): number {
  const total = sum(terms.map(({ weight }) => weight)) || 1;
  return max(
    asksFor.map((one, nth) => {
      if (one !== wanted) return 0;
      const at = spans.length + nth;
      const cover =
        sum(terms.map(({ weight }, to) => (likes[at]![to]! >= sure ? weight * likes[at]![to]! : 0))) / total;
      const tells = sentences[at]!.map((id) => rarity(passages, holding[id] ?? 0));
      const back = sum(tells.map((tell, to) => (meant[sentences[at]![to]!] ? tell : 0))) / (sum(tells) || 1);
      return ((2 * cover * back) / (cover + back || 1)) * (counted < 0 ? 1 : likes[at]![counted]!);
    }),
  );
}
