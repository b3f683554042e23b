import { type KnowledgeDocument } from '../documents/document';
import { fold, wordsOf, type Word } from '../text/swedish';

const wordSet = (list: string) => new Set(list.split(' ').map(fold));

/** Words that say how something is asked, not about what. */
const asking = wordSet(
  'säga säger sagt säjer skriva skriver skrivit skrev stå står nämner nämns tycka tycker tyck anser mena menar menas menat innebär innebära ' +
    'betyder betyda definiera definieras definierar definition förklara berätta beskriv beskriva beskrivs skillnad skillnaden ' +
    'skiljer jämför jämfört handlar göra gör gjorde görs går gå få får fick finns ska bör vill komma kommer behöver ge ger enligt ' +
    'fråga undrar veta vet hjälp hjälpa tips råd exempel',
);
/** Words that only make a question sound like speech. */
const filling = wordSet(
  'egentligen alltså liksom typ bara också kanske ens hej tack gärna snälla va e o hu dom mej dej oss nån nåt sån',
);

export const isAsking = (word: Word): boolean => asking.has(word.folded);
export const isFilling = (word: Word): boolean => filling.has(word.folded);

/** The words of a question that carry what it is about; all of them where none does. */
export function topicOf(words: readonly Word[]): readonly Word[] {
  const content = words.filter((word) => !word.stop);
  const topic = content.filter((word) => !isAsking(word) && !isFilling(word));
  return topic.length > 0 ? topic : content.length > 0 ? content : words;
}

const definitionQuestion =
  /^(vad (ar(?! det for\b| (de|dom|den|det) \w{2,}st[ae]\b)|betyder|innebar|menas med|menar (man|ni) med|star .+ for)|hur definiera[rs]?|(vilken|vad) ar definitionen|definition|definiera|forklara)\b/;
const comparison = /\b(skillnad|skiljer|skilj(a|as)\b|kontra|jamfor)/;
const wayQuestion = /^(hur|pa vilket satt|vad (kan|ska|bor|gor) (jag|vi|man|en chef)|tips)\b/;

/** A question that begins with its verb is answered by yes or no. */
const yesOrNoQuestion =
  /^(ar|har|kan|far|ska|maste|behover|finns|gar|bor|borde|galler|blir|vill|raknas|kommer|kravs|racker|hinner|tar|ger|gor|skulle)\b/;

/** "Va e", as people write who write as they speak. */
const spoken: Readonly<Record<string, string>> = { va: 'vad', e: 'ar', hu: 'hur' };

/** How a question is put: without what only makes it sound like speech ("hej, va e tillit"), in written forms. */
const phrased = (words: readonly Word[]): string =>
  words
    .map(({ folded }) => spoken[folded] ?? folded)
    .filter((folded) => !filling.has(folded))
    .join(' ');

/** "Vad är X", "Vad innebär X": wants the sentence that says so. */
export function wantsDefinition(words: readonly Word[]): boolean {
  const question = phrased(words);
  return definitionQuestion.test(question) && !comparison.test(question);
}

/** "Skillnad X och Y": wants what sets things apart. */
export const wantsComparison = (words: readonly Word[]): boolean =>
  words.some(({ folded }) => /^skil?l?(n|j)/.test(folded));

const now = /\b(idag|i dag|imorgon|i morgon|ikvall|i kvall|igar|i gar|just nu|nasta vecka)\b/;
const stateQuestion = /^(vad (ar det for|blir|hander|galler|serveras|visas)|finns det)\b/;

/** "Vad är det för lunch i dag?": asks how something is at this moment, which no document can say. `asksFact`: who, when, how many … */
export function wantsPresentState(words: readonly Word[], asksFact: boolean): boolean {
  const question = phrased(words);
  if (!now.test(question) || words.some(isFirstPerson) || /^(varfor|hur (?!manga|mycket|ofta|lange))/.test(question))
    return false;
  return asksFact || stateQuestion.test(question);
}

/** "Hur gör jag …": wants ways, not opinions. */
export const wantsWay = (words: readonly Word[]): boolean =>
  wayQuestion.test(phrased(words)) || alsoWay(words) !== undefined;

/** Where "… och hur gör man?" begins, which asks for the way too; undefined where nothing does. */
function alsoWay(words: readonly Word[]): number | undefined {
  const at = words.findIndex(
    ({ folded }, nth) =>
      /^(och|o|a)$/.test(folded) && words[nth + 1]?.folded === 'hur' && !measure.test(words[nth + 2]?.folded ?? ''),
  );
  return at > 0 ? at : undefined;
}
const measure = /^(manga|mycket|mkt|lange|ofta|stort?|hogt?|langt?|gammalt?)$/;

/** Of what a definition is asked: what comes ahead of "… och hur gör man?". */
export const definedIn = (words: readonly Word[]): readonly Word[] => topicOf(words.slice(0, alsoWay(words)));

/** "Får jag …?": wants a yes or a no. */
export const wantsYesOrNo = (words: readonly Word[]): boolean => yesOrNoQuestion.test(phrased(words));

/** "Nej, men …": a text that answers a question of that kind, and no other. */
export const saysYesOrNo = (text: string): boolean => /^(ja|nej|jo)\b/i.test(text);

/**
 * The word after "hur": what is done ("Hur undviker jag …") or the measure that is asked for ("Hur länge …"). An answer says
 * it in other words, or as a heading's imperative.
 */
export function isManner(words: readonly Word[], word: Word): boolean {
  const before = words[words.indexOf(word) - 1];
  return before !== undefined && (spoken[before.folded] ?? before.folded) === 'hur';
}

/** Verbs that define, and how surely: "är" says many other things too. */
const defining: readonly [verb: RegExp, sureness: number][] = [
  [/^(definiera[rs]?|definition|definitionen|innebar|betyder|menas|avser|forkortat)$/, 1],
  [/^(ar|handlar|syftar|kallas|kallar|beskriver|beskrivs)$/, 0.8],
];
/** How many words may stand between a topic and its verb ("X har sin grund i vad SKR beskriver som"). */
const reach = 8;
/** What a sentence begins with is what it is about; a topic that comes later is only mentioned. */
const beginning = 3;
const mentioned = 0.5;

/** How plainly sentences define a topic, from 0 to 1: all of the topic's stems close to a verb that defines. */
export function defines(
  sentences: readonly (readonly Word[])[],
  heading: readonly string[],
  topic: readonly string[],
): number {
  const isHeaded = heading.some((part) => /definition/i.test(part));
  const scores = sentences.map((words) => {
    const at = topic.map((stem) => words.findIndex((word) => word.stem === stem));
    if (at.includes(-1)) return 0;
    const [first, last] = [Math.min(...at), Math.max(...at)];
    if (isHeaded && first < beginning) return 1;
    const verbs = words.map((word, nth) => {
      const sureness = defining.find(([verb]) => verb.test(word.folded))?.[1] ?? 0;
      const gap = nth > last ? nth - last : nth < first ? first - nth : 1;
      const isAbout = first < beginning || (nth < first && sureness === 1);
      const isDenied = words[nth + 1]?.folded === 'inte';
      return sureness * Math.max(0, 1 - (gap - 1) / reach) * (isAbout ? 1 : mentioned) * (isDenied ? mentioned : 1);
    });
    return Math.max(0, ...verbs);
  });
  return Math.max(0, ...scores);
}

/** "Ex på hur inom tillit", "Hur gör cheferna?": what stands under such words shows ways. */
export const showsWay = ({ heading, text }: { heading: readonly string[]; text: string }): boolean =>
  [heading.at(-1) ?? '', ...text.split('\n').filter((line) => /[:?]$/.test(line))].some((line) =>
    /\bhur\b/i.test(line),
  );

/** The documents that a question names, by publisher or an alias: all words of the name stand in the question. */
export function named(documents: readonly KnowledgeDocument[], words: readonly Word[]): Set<KnowledgeDocument> {
  const stems = new Set(words.map((word) => word.stem));
  const isNamed = (name: readonly string[]) => name.length > 0 && name.every((stem) => stems.has(stem));
  return new Set(documents.filter((document) => namesOf(document).some(isNamed)));
}

/** A document's names as stems, worked out once. */
function namesOf(document: KnowledgeDocument): readonly (readonly string[])[] {
  const known = names.get(document);
  if (known) return known;
  const { publisher, aliases } = document;
  const found = [publisher, ...aliases].map((name) => wordsOf(name).flatMap(({ stem, stop }) => (stop ? [] : [stem])));
  names.set(document, found);
  return found;
}
const names = new WeakMap<KnowledgeDocument, readonly (readonly string[])[]>();

const firstPerson = new Set('jag ja mig mej min mitt mina vi oss var vart vara'.split(' '));
export const isFirstPerson = ({ folded }: Word): boolean => firstPerson.has(folded);
