import { type Answer } from '../knowledge/answer';
import { fill, type Texts } from '../shared/texts';
import { unmarked } from './button';
import { yearOf } from './citedQuote';

type Found = Omit<Extract<Answer, { outcome: 'found' }>, 'outcome'>;

/** The lines above quotations that disagree: which document is newest, and whom to ask. Empty strings where they agree. */
export function disagreementView({ disagreement }: Texts, answer: Found): { title: string; words: string } {
  if (!answer.differs) return { title: '', words: '' };
  const newest = newestOf(answer);
  return {
    title: disagreement.title[answer.differs],
    words: [
      newest && fill(disagreement.newest, newest),
      ...(answer.differs === 'definition' ? [] : [disagreement.advice]),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** The sentence of the message beside the card; undefined where the quotations do not differ. */
export const disagreementLead = ({ disagreement }: Texts, { differs }: Found, sources: string): string | undefined =>
  differs && fill(disagreement.lead[differs], { sources });

/** Undefined where no document is newer than the others, or one has no date. */
function newestOf({ quote, beside }: Found): { title: string; year: string } | undefined {
  const shown = [quote, ...beside].map(({ passage: { document } }) => document);
  const years = shown.map(({ date }) => yearOf(date));
  const latest = [...years].sort().at(-1);
  if (latest === undefined || years.includes(undefined)) return undefined;
  const those = shown.filter((_, at) => years[at] === latest);
  return those.length === 1 ? { title: unmarked(those[0]!.title), year: latest } : undefined;
}
