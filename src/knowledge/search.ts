import { confidenceOf } from './ranking/confidence';
import { evidenceOf, type Evidence, type Weighable } from './ranking/evidence';
import { fairMatches, type Matched } from './ranking/fairMatch';
import { groundsOf, type Grounds } from './ranking/grounds';
import { type Index } from './index/buildIndex';
import { type Passage } from './documents/passages';
import { readQuestion, type Question } from './ranking/question';
import { queryTerms } from './index/terms';
import { type Weights } from './ranking/weights';

/** A passage that answers a question more or less; `score` has no unit and compares within one question only. */
export interface Ranked {
  readonly passage: Passage;
  readonly entry: Weighable;
  readonly score: number;
  /** The index's own match, as a share of its best; for a passage without known questions, closer to the best of its own kind. */
  readonly match: number;
  readonly evidence: Evidence;
  readonly grounds: Grounds;
  /** How likely it is, from 0 to 1, that it answers the question. */
  readonly confidence: number;
}

/**
 * How many of the index's best are weighed again by their evidence, and how many of these may be topics, so that passages are
 * among them.
 */
const candidates = 50;
const mostTopics = 20;
/** The most that a topic gains by how a question compares with known ones, where passages gain nothing. */
const mostForTopic = 0.5;

/**
 * The passages of documents nearest to a question, best first, at most `limit`. Any text is a question; there is no query
 * language.
 */
export const search = (index: Index, text: string, limit: number): Ranked[] =>
  nearest(index, readQuestion(index.vocabulary, index.wording, text), Math.max(candidates, limit))
    .filter(({ passage }) => passage.topic === undefined)
    .slice(0, limit);

/** The passages and topics nearest to a question, best first: `limit` of them, or more until `passages` of them are passages. */
export function nearest(
  { vocabulary, wording, matching, entry: entryOf, scope }: Index,
  question: Question,
  limit: number,
  passages = 0,
): Ranked[] {
  const matches = matching(queryTerms(vocabulary, wording, question));
  const { weights } = wording;
  const best: { entry: Weighable; score: number }[] = [];
  let topics = 0;
  for (const { text, score } of matches) {
    if (best.length === Math.max(candidates, limit)) break;
    const entry = entryOf(text);
    if (entry.passage.topic === undefined || topics++ < mostTopics) best.push({ entry, score });
  }
  const found = best.map((match) => ({ ...match, evidence: evidenceOf(match.entry, question) }));
  const fair = fairMatches(found.map(matchedOf));
  const weighed = found
    .map(({ entry, evidence }, at) => {
      const { match, fairness } = fair[at]!;
      return { passage: entry.passage, entry, score: scoreOf(weights, match, evidence) + fairness, match, evidence };
    })
    .sort((one, other) => other.score - one.score);
  const { passages: ofPassages, topics: ofTopics, outOfScope } = scope(question.words);
  return foremost(weighed, limit, passages).map((ranked): Ranked => {
    // A topic is compared with passages. Likeness to the ways to ask for any topic must not push passages out.
    const outside =
      ranked.passage.topic === undefined ? -ofPassages : -Math.min(ofTopics, Math.max(ofPassages, mostForTopic));
    const grounds = groundsOf(question, ranked.entry, ranked.evidence, vocabulary, {
      outside,
      likeOutside: outOfScope,
    });
    return { ...ranked, grounds, confidence: confidenceOf(weights, grounds) };
  });
}

const matchedOf = ({ entry, score, evidence }: { entry: Weighable; score: number; evidence: Evidence }): Matched => ({
  score,
  asked: entry.passage.asked?.length ?? 0,
  isBare: entry.passage.topic !== undefined || evidence.substance <= 0,
  likeKnown: evidence.likeKnown,
});

/** There are many topics, and they must not push the passages out. */
function foremost<One extends Pick<Ranked, 'passage'>>(
  weighed: readonly One[],
  limit: number,
  passages: number,
): One[] {
  const cited = new Set(weighed.filter(({ passage }) => passage.topic === undefined).slice(0, passages));
  return weighed.filter((one, at) => at < limit || cited.has(one));
}

/** Each is named here: a loop over the names took as long as all the rest of the weighing. */
const scoreOf = ({ ranking, cues }: Weights, match: number, evidence: Evidence): number =>
  ranking.match * match +
  ranking.cover * evidence.cover +
  ranking.sentence * evidence.sentence +
  ranking.order * evidence.order +
  ranking.alike * evidence.alike +
  ranking.subject * evidence.subject +
  cues.definition * evidence.definition +
  cues.way * evidence.way +
  cues.yesOrNo * evidence.yesOrNo +
  cues.substance * evidence.substance +
  cues.named * evidence.named;
