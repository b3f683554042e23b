import { type Answer } from '../knowledge/answer';
import { fill, type Texts } from '../shared/texts';

/** The most names in a reply. More of them make no sentence. */
const mostNamed = 2;

/** Says which names the documents do not hold: "Region Stockholm nämns inte i mina dokument." */
export function absentSentence({ absent }: Texts, names: readonly string[]): string {
  const [first = '', second] = names.slice(0, mostNamed);
  return fill(absent.lead, { names: second === undefined ? first : fill(absent.both, { first, second }) });
}

/** The sentence above passages that are near the question but do not answer it. */
export function unsureLead(texts: Texts, { absent, lacks }: Extract<Answer, { outcome: 'unsure' }>): string {
  if (absent) return `${absentSentence(texts, absent)} ${texts.absent.others}`;
  return lacks ? texts.unsure.lacks[lacks] : texts.unsure.lead;
}
