import { type Answer } from '../knowledge/answer';
import { isChoice, isForAnyStory } from '../knowledge/nearTopics';
import { fill, type Texts } from '../shared/texts';

/** The most names in a reply. More of them make no sentence. */
const mostNamed = 2;

/** Says which names the documents do not hold: "Region Stockholm nämns inte i mina dokument." */
export function absentSentence({ absent }: Texts, names: readonly string[]): string {
  const [first = '', second] = names.slice(0, mostNamed);
  return fill(absent.lead, { names: second === undefined ? first : fill(absent.both, { first, second }) });
}

/** The sentence above what is near the question but does not answer it: passages, a topic, or topics to choose from. */
export function unsureLead(texts: Texts, { absent, lacks, near }: Extract<Answer, { outcome: 'unsure' }>): string {
  const isToChoose = isChoice(near);
  if (absent) return `${absentSentence(texts, absent)} ${isToChoose ? '' : texts.absent.others}`.trim();
  if (lacks) return texts.unsure.lacks[lacks];
  if (isToChoose) return texts.unsure.choice;
  return near.shown && isForAnyStory(near.shown) ? texts.unsure.anyStory : texts.unsure.lead;
}
