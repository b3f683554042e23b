import { coverageOf, sure } from './coverage';
import { type Evidence, type Weighable } from './evidence';
import { factSupport, likeAsked } from './factSupport';
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
  /** The natural logarithm of how many telling words the question has: of a long one less is covered by what answers it. */
  readonly terms: number;
  /** 1 where a name or a place is asked for that the passage has not. */
  readonly lacksName: number;
  /** 1 where the question takes a number for given that the passage has not. */
  readonly lacksNumber: number;
  /** How far the passage is from holding the kind of fact that is asked for where the question is covered. */
  readonly lacksFact: number;
  /** The same of a reason ("varför"), which a text gives in many ways, and of a definition. */
  readonly lacksReason: number;
  readonly lacksDefinition: number;
  /** How far the question is on the side of those that such documents do not answer: from about -1 to 1, 0 where nothing is known of that. */
  readonly outside: number;
  /** How much more like a question that is known to be out of scope it is than any two questions are. */
  readonly likeOutside: number;
  /** 1 where nobody has written questions for the passage: then only its own words can cover one. */
  readonly unasked: number;
  /** The natural logarithm of the number of passages: by chance alone something in a large library covers a question. */
  readonly size: number;
}

/** A name is there from this likeness on. */
const nameLike = 0.6;
/** So much of a question covered by the sentence that holds the fact is all that can be wished for. */
const enough = 0.6;

/** How a question reads beside those that are answered and those that are not, whatever the passage says. */
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
    lacksName: terms.some(({ isProper, isPlace }, nth) => (isProper || isPlace) && anywhere[nth]! < nameLike) ? 1 : 0,
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
