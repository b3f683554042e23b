import { coverageOf, sure } from './coverage';
import { type Evidence, type Weighable } from './evidence';
import { factSupport, likeAsked } from './factSupport';
import { contradicts } from './presupposed';
import { type Question, type Vocabulary } from './question';

/** What speaks for and against a passage as the answer to a question. Shares are of the weight of the question's terms. */
export interface Grounds {
  /** The share that is surely not in the passage: neither the word nor a similar one. */
  readonly missing: number;
  /** The share that neither the documents nor their known questions have. */
  readonly unknown: number;
  /** The share that the passage's own words cover, without its known questions. */
  readonly own: number;
  /** How like the question the most similar sentence is, as a set of words. */
  readonly alike: number;
  /** How little the passage has of the first telling word: the verb, or what is counted. */
  readonly opening: number;
  /** The natural logarithm of the number of telling words in the question. An answer covers less of a long question. */
  readonly terms: number;
  /** 1 where the passage lacks a name or a place that is asked for. */
  readonly lacksName: number;
  /** 1 where the passage lacks a number that the question takes for granted. */
  readonly lacksNumber: number;
  /** How far the sentence that covers the question is from holding the kind of fact that is asked for. */
  readonly lacksFact: number;
  /** The same for a reason ("varför"), which a text gives in many ways, and for a definition. */
  readonly lacksReason: number;
  readonly lacksDefinition: number;
  /**
   * How far the question is like those that such documents do not answer: from about -1 to 1, 0 where nothing is known about it.
   */
  readonly outside: number;
  /** How much more like an out-of-scope question it is than two unrelated questions are. */
  readonly likeOutside: number;
  /** 1 where the passage has no known questions: then only its own words can cover a question. */
  readonly unasked: number;
  /** The natural logarithm of the number of passages. In a large library, some passage covers any question by chance. */
  readonly size: number;
}

/** From this likeness on, a passage has a name. */
const nameLike = 0.6;
/** The share of a question that the sentence with the fact has to cover. More brings nothing. */
const enough = 0.6;

/** How a question compares with those that are answered and those that are not, whatever the passage says. */
export type ScopeGrounds = Pick<Grounds, 'outside' | 'likeOutside'>;

/** What speaks for and against that a passage answers a question. Confidence is a weighted sum of these (see confidence.ts). */
export function groundsOf(
  question: Question,
  entry: Weighable,
  evidence: Evidence,
  vocabulary: Vocabulary,
  scope: ScopeGrounds,
): Grounds {
  const coverage = coverageOf(question, entry, vocabulary);
  const { terms, definitionOf, fact, numbers } = question;
  const { own, anywhere, share } = coverage;
  const lacksFact = fact ? Math.max(0, 1 - factSupport(coverage, fact) / enough) : 0;
  const isDefined = () => Math.max(evidence.definition, likeAsked(coverage, 'definition'));
  return {
    missing: share((nth) => (anywhere[nth]! < sure ? 1 : 0)),
    unknown: share((nth) => (terms[nth]!.known < sure ? 1 : 0)),
    own: share((nth) => own[nth]!),
    alike: evidence.alike,
    opening: 1 - (anywhere[0] ?? 0),
    terms: Math.log(Math.max(1, terms.length)),
    lacksName: terms.some(
      ({ isProper, isPlace, isDoer }, nth) => (isProper || isPlace || isDoer) && anywhere[nth]! < nameLike,
    )
      ? 1
      : 0,
    lacksNumber: numbers.some((number) => contradicts(number, saidBy(entry))) ? 1 : 0,
    lacksFact: fact === 'reason' ? 0 : lacksFact,
    lacksReason: fact === 'reason' ? lacksFact : 0,
    lacksDefinition: definitionOf && !fact ? 1 - isDefined() : 0,
    ...scope,
    unasked: entry.passage.asked ? 0 : 1,
    size: Math.log(vocabulary.passages),
  };
}

const saidBy = ({ passage: { heading, text, asked = [] } }: Weighable): string =>
  [...heading, text, ...asked].join('\n');
