import { rarity } from '../text/background';
import { firm, most, sum, sure, type Coverage } from './coverage';
import { type Weighable } from './evidence';
import { factsIn, type FactType } from './factType';
import { type Question } from './question';

/** The most characters from a number to what it counts. */
const near = 30;
/** Words after which a number's object ends: "två utgörs av chefer", "två ledare som är chefer". */
const otherClause = /[,;:.]|(?<!\p{L})(som|och|är|var|utgör|utgörs|har|att|varav)(?!\p{L})/iu;
const counts = (between: string): boolean => between.length < near && !otherClause.test(between);
/** Facts about an act: who did it, when and where. A sentence without the act tells half of it. */
const ofDeeds: ReadonlySet<FactType> = new Set(['person', 'date', 'place', 'which'] as const);

/**
 * How far a passage holds the fact that is asked for, from 0 to 1. It is the share of the question that a sentence with such a fact
 * covers, or a known question of the passage that asks for one.
 */
export function factSupport(coverage: Coverage, fact: FactType): number {
  const { question, entry, vocabulary, likes, share } = coverage;
  const asked = new Set(question.words.map(({ folded }) => folded));
  const counted = countedIn(question);
  const inText = entry.spans.map(({ start, end }, at) => {
    const facts = factsIn(fact, entry.passage.text.slice(start, end), asked);
    if (facts.length === 0) return 0;
    const like = likes[at]!;
    const cover = share((nth) => firm(like[nth]!));
    if (counted < 0) return ofDeeds.has(fact) ? cover * (0.5 + 0.5 * (like[0] ?? 0)) : cover;
    const { like: meant } = question.terms[counted]!;
    const things = entry.words[at]!.filter(({ stem }) => (meant[vocabulary.lexicon.ids.get(stem) ?? -1] ?? 0) >= sure);
    const isCounted = things.some((thing) =>
      facts.some(
        (place) => thing.start > place && counts(entry.passage.text.slice(start + place, start + thing.start)),
      ),
    );
    // A number beside something else says nothing about what is counted.
    return isCounted ? cover : 0;
  });
  return Math.max(most(inText), likeAsked(coverage, fact, counted));
}

/** The number of the term that is counted: "Hur många *sjukhus*"; -1 where nothing is counted. */
function countedIn({ fact, words, terms }: Question): number {
  const at = fact === 'number' ? words.findIndex(({ folded }) => folded === 'manga') : -1;
  const stems = at < 0 ? [] : words.slice(at + 1).map(({ stem }) => stem);
  const first = stems.find((stem) => terms.some((term) => term.stem === stem));
  return terms.findIndex(({ stem }) => stem === first);
}

/**
 * How like the question the passage's known questions of the same kind (`wanted`) are, from 0 to 1: the F measure of what each
 * covers of the other. `counted` is the number of the term that is counted, and -1 where nothing is.
 */
export function likeAsked(
  { question: { meant }, entry, vocabulary: { passages, holding }, likes, share }: Coverage,
  wanted: Weighable['asksFor'][number],
  counted = -1,
): number {
  return most(
    entry.asksFor.map((one, nth) => {
      if (one !== wanted) return 0;
      const at = entry.spans.length + nth;
      const cover = share((term) => firm(likes[at]![term]!));
      const tells = entry.sentences[at]!.map((id) => ({
        tells: rarity(passages, holding[id] ?? 0),
        meant: meant[id] ?? 0,
      }));
      const back = sum(tells.map((word) => word.tells * word.meant)) / (sum(tells.map((word) => word.tells)) || 1);
      return ((2 * cover * back) / (cover + back || 1)) * (counted < 0 ? 1 : likes[at]![counted]!);
    }),
  );
}
