import { idIn } from '../text/lexicon';
import { differByALetter } from '../text/spelling';
import { type Grounds } from './grounds';
import { type Question, type SearchResources, type Term, type Vocabulary } from './question';

/** From this likeness on, the library has a word or a form of it. */
const leastKnown = 0.6;

/**
 * From which share of foreign words on a question is about something that the library does not cover, and how sure the best passage
 * or topic must be to answer all the same. A word that Swedish at large does not have either says less: it may be slang.
 */
const ordinary = { share: 0.22, sure: 0.7 };
const any = { share: 0.3, sure: 0.4 };

/** A subject of the library is a word of at least so many letters, in at least this share of the passages. */
const subject = { letters: 6, share: 0.2 };

/**
 * Whether a question is about something else than the library: enough of its weight lies in words that stand in no document, no
 * known question and no topic ("Hur bygger man tillit till en tonåring?"). `sureness` is that of the best passage or topic.
 */
export function isForeign(
  { lexicon, holding, passages }: Vocabulary,
  { background }: SearchResources,
  { terms, numbers }: Pick<Question, 'terms' | 'numbers'>,
  sureness: number,
): boolean {
  if (sureness >= ordinary.sure) return false;
  const weightOf = (some: readonly Term[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  const total = weightOf(terms) || 1;
  // A compound that begins with a subject is about the subject ("tillitsgrejen").
  const isOfSubject = (stem: string) =>
    lexicon.stems.some(
      (known) =>
        known.length >= subject.letters &&
        stem.startsWith(known) &&
        (holding[idIn(lexicon, known) ?? -1] ?? 0) / passages >= subject.share,
    );
  // The documents may correct a number ("de nio principerna").
  const foreign = terms.filter(
    ({ stem, known }) => known < leastKnown && !numbers.includes(stem) && !isOfSubject(stem),
  );
  const isOrdinary = ({ stem }: Term) => background.counts.has(stem);
  if (weightOf(foreign.filter(isOrdinary)) / total >= ordinary.share) return true;
  if (sureness >= any.sure || weightOf(foreign) / total < any.share) return false;
  const isMisspelt = ({ stem }: Term) =>
    lexicon.stems.some((known) => differByALetter(known, stem) && idIn(lexicon, known) !== undefined);
  return weightOf(foreign.filter((term) => isOrdinary(term) || !isMisspelt(term))) / total >= any.share;
}

/** How much more like an out-of-scope question it must be than two unrelated questions are (0.3): a cosine of 0.95. */
const sameAsOutside = 0.65;

/** Whether an editor has written that the documents do not answer this question, in the same words or nearly. */
export const isKnownOutside = ([best]: readonly { readonly grounds: Pick<Grounds, 'likeOutside'> }[]): boolean =>
  best !== undefined && best.grounds.likeOutside >= sameAsOutside;
