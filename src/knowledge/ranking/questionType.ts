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

/** Whether a word says how something is asked ("berätta", "finns"), and not about what. */
export const isAsking = (word: Word): boolean => asking.has(word.folded);

/** Whether a word adds nothing to a question ("egentligen", "hej"). */
export const isFilling = (word: Word): boolean => filling.has(word.folded);

/** The words of a question that say what it is about; all words where none does. */
export function topicOf(words: readonly Word[]): readonly Word[] {
  const content = words.filter((word) => !word.stop);
  const topic = content.filter((word) => !isAsking(word) && !isFilling(word));
  return topic.length > 0 ? topic : content.length > 0 ? content : words;
}

/** "Vad är ett bra möte?" asks how to do it well, and not what a meeting is. */
const wellQuestion = /^vad ar (en |ett )?(bra|god|gott|ratt|rimlig\w*|lagom|lamplig\w*) \w/;
const definitionQuestion =
  /^(vad (ar(?! det for\b| (de|dom|den|det) \w{2,}st[ae]\b)|betyder|innebar|menas med|menar (man|ni) med|star (?!det ).+ for)|hur definiera[rs]?|(vilken|vad) ar definitionen|definition|definiera|forklara)\b/;
const comparison = /\b(skillnad|skiljer|skilj(a|as)\b|kontra|jamfor)/;
const wayQuestion = /^(hur|pa vilket satt|vad (kan|ska|bor|gor) (jag|vi|man|en chef)|tips)\b/;

/** A question that begins with its verb is answered by a yes or a no. */
const yesOrNoQuestion =
  /^(ar|har|kan|far|ska|maste|behover|finns|gar|bor|borde|galler|blir|vill|raknas|kommer|kravs|racker|hinner|tar|ger|gor|skulle)\b/;

/** Spoken forms, as in "Va e", and their written forms. */
const spoken: Readonly<Record<string, string>> = { va: 'vad', e: 'ar', hu: 'hur' };

/** A question in written forms, without the words of speech ("hej, va e tillit"). */
const phrased = (words: readonly Word[]): string =>
  words
    .map(({ folded }) => spoken[folded] ?? folded)
    .filter((folded) => !filling.has(folded))
    .join(' ');

/** Whether a question asks for a definition: "Vad är X", "Vad innebär X". */
export function wantsDefinition(words: readonly Word[]): boolean {
  const question = phrased(words);
  return definitionQuestion.test(question) && !comparison.test(question) && !wellQuestion.test(question);
}

/** Whether a question asks how things differ: "Skillnad X och Y". */
export const wantsComparison = (words: readonly Word[]): boolean =>
  words.some(({ folded }) => /^skil?l?(n|j)/.test(folded));

const now =
  /\b(idag|i dag|imorgon|i morgon|ikvall|i kvall|igar|i gar|just nu|nasta vecka|forra veckan|i (man|tis|ons|tors|fre|lor|son)dags)\b|\bnu$/;
const stateQuestion =
  /^(vad (ar det for|blir|blev|hander|hande|galler|serveras|visas|bestam\w*|beslut\w*|sas?)|hur (blir|blev|gick)|finns det)\b/;
/** "När är nästa chefsdag?", "Vad heter nuvarande direktör?": a document says how it was when it was written. */
const nowOfFact = /\bnuvarande\b|^nar (ar|blir|kommer|borjar|startar) (\w+ )?nasta\b/;

/**
 * Whether a question asks how something is just now ("Vad är det för lunch i dag?"), which no document can say. `asksFact` says
 * that it asks who, when or how many.
 */
export function wantsPresentState(words: readonly Word[], asksFact: boolean): boolean {
  const question = phrased(words);
  // "Vem är chef hos oss nu?" tells about nobody.
  const tells = (word: Word) => isFirstPerson(word) && !(asksFact && /^(vi|oss)$/.test(word.folded));
  if (
    !(now.test(question) || (asksFact && nowOfFact.test(question))) ||
    words.some(tells) ||
    /^(varfor|hur (?!manga|mycket|ofta|lange|blir|blev|gick))/.test(question)
  )
    return false;
  return asksFact || stateQuestion.test(question);
}

/** Whether a question asks how to do something: "Hur gör jag …". */
export const wantsWay = (words: readonly Word[]): boolean =>
  wayQuestion.test(phrased(words)) || wellQuestion.test(phrased(words)) || alsoWay(words) !== undefined;

/** Where "… och hur gör man?" begins, which asks for the way too; undefined where nothing does. */
function alsoWay(words: readonly Word[]): number | undefined {
  const at = words.findIndex(
    ({ folded }, nth) =>
      /^(och|o|a)$/.test(folded) && words[nth + 1]?.folded === 'hur' && !measure.test(words[nth + 2]?.folded ?? ''),
  );
  return at > 0 ? at : undefined;
}
const measure = /^(manga|mycket|mkt|lange|ofta|stort?|hogt?|langt?|gammalt?)$/;

/** The words whose definition a question asks for: those before "… och hur gör man?". */
export const definedIn = (words: readonly Word[]): readonly Word[] => topicOf(words.slice(0, alsoWay(words)));

/** Whether a question asks for a yes or a no: "Får jag …?". */
export const wantsYesOrNo = (words: readonly Word[]): boolean => yesOrNoQuestion.test(phrased(words));

/** Whether a text begins with a yes or a no: "Nej, men …". */
export const saysYesOrNo = (text: string): boolean => /^(ja|nej|jo)\b/i.test(text);

/**
 * Whether a word comes after "hur" and says what is done ("Hur undviker jag …") or what is measured ("Hur länge …"). An answer
 * says it in other words, or in a heading as an imperative.
 */
export function isManner(words: readonly Word[], word: Word): boolean {
  const before = words[words.indexOf(word) - 1];
  return before !== undefined && (spoken[before.folded] ?? before.folded) === 'hur';
}

/** What bodies do that are asked about: "hur jobbar …", "hur har … infört". */
const doing = /^(jobbar|jobba|arbetar|gor|gjorde|tanker|resonerar|har|infor|inforde|leder|styr|lyckas)$/;
/** Those who ask, and any chef: they are everywhere in the documents. */
const anybody = /^(du|ni|han|hon|hen|dom|folk|andra|chef\w*|ledare\w*|medarbetar\w*|personal\w*)$/;

/** Whether a word names who does what is asked about: "Hur jobbar polisen med …". */
export function isDoer(words: readonly Word[], word: Word): boolean {
  const at = words.indexOf(word);
  return (
    at === 2 &&
    isManner(words, words[1]!) &&
    doing.test(words[1]!.folded) &&
    words.length > 3 &&
    !word.stop &&
    !isFirstPerson(word) &&
    !anybody.test(word.folded)
  );
}

/** Verbs that define, and how surely. "Är" says many other things too. */
const defining: readonly [verb: RegExp, sureness: number][] = [
  [/^(definiera[rs]?|definition|definitionen|innebar|betyder|menas|avser|forkortat)$/, 1],
  [/^(ar|handlar|syftar|kallas|kallar|beskriver|beskrivs)$/, 0.8],
];
/** How many words may stand between a topic and its verb ("X har sin grund i vad SKR beskriver som"). */
const reach = 8;
/** A sentence is about what it begins with. It only mentions a topic that comes later. */
const beginning = 3;
const mentioned = 0.5;

/** How plainly sentences define a topic, from 0 to 1: all stems of the topic are close to a verb that defines. */
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

/** Whether a passage shows how something is done, by its heading ("Ex på hur inom tillit") or first words. */
export const showsWay = ({ heading, text }: { heading: readonly string[]; text: string }): boolean =>
  [heading.at(-1) ?? '', ...text.split('\n').filter((line) => /[:?]$/.test(line))].some((line) =>
    /\bhur\b/i.test(line),
  );

/** The documents that a question names. A question names a document where it has all words of its publisher or of an alias. */
export function named(documents: readonly KnowledgeDocument[], words: readonly Word[]): Set<KnowledgeDocument> {
  const stems = new Set(words.map((word) => word.stem));
  const isNamed = (name: readonly string[]) => name.length > 0 && name.every((stem) => stems.has(stem));
  return new Set(documents.filter((document) => namesOf(document).some(isNamed)));
}

/** A document's names as stems, computed once. */
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

/** Whether a word is "jag", "vi" or a form of them, with the spellings of speech. */
export const isFirstPerson = ({ folded }: Word): boolean => firstPerson.has(folded);
