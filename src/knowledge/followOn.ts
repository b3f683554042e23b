import { isAsking, isFilling, named, topicOf, wantsDefinition } from './ranking/questionType';
import { type KnowledgeDocument } from './documents/document';
import { fold, wordsOf, type Word } from './text/swedish';

/** The question before this one. */
export interface Previous {
  /** As the person wrote it: the first of the questions that belong together. */
  readonly about: string;
  /** As it was asked of the documents. */
  readonly question: string;
  /** Ids of the passages that have been shown. */
  readonly shown: readonly string[];
}

/** A question that needs the one before it. */
export interface FollowOn {
  /** Both questions in one. */
  readonly question: string;
  /** Ids of passages that must not answer again, where the person asks for more. */
  readonly without: readonly string[];
}

const wordSet = (list: string) => new Set(list.split(' ').map(fold));

/** Words that begin a continuation. */
const joining = wordSet('och men så');
/** Words that stand for what was mentioned before. */
const pointing = wordSet('det den detta denna dessa dem dom de då där här sådant sånt');
/** Words that ask for more of the same, or ask nothing of their own. */
const more = wordSet('mer mera fler flera andra annat vidare ytterligare');
const vague = wordSet(
  'exempel källor svar tips råd förslag sätt delar praktiken praktik vardagen vardag konkret konkreta praktiskt idag nu i på om för att ' +
    'funkar fungerar fungera själv egen eget något några nåt nån en ett lite mycket tack gärna visa läsa läs utveckla utveckling fortsätt ' +
    'nästa höra se ha finns har kan',
);
const toTheBot = wordSet('du dig dej din ditt dina');

/** With more telling words than this, a question says itself what it is about. */
const most = { ownWords: 2, words: 9 };

/** Whether a text only asks for more ("mer", "fler exempel"). It means something only after an answer. */
export function asksForMore(text: string): boolean {
  const words = wordsOf(text);
  const rest = words.filter((word) => !word.stop && !isAsking(word) && !isFilling(word) && !vague.has(word.folded));
  const asks = words.some((word) => more.has(word.folded)) || /^(ge |visa |ta |mig )*ett (\p{L}+ )?till\b/iu.test(text);
  return asks && rest.every((word) => more.has(word.folded));
}

/**
 * What a question means after another one: "och hur gör man det?", "vad säger VGR då?", "mer". Undefined where the question says
 * itself what it is about.
 */
export function followOn(
  documents: readonly KnowledgeDocument[],
  previous: Previous | undefined,
  text: string,
): FollowOn | undefined {
  if (!previous) return undefined;
  if (asksForMore(text)) return { question: previous.question, without: previous.shown };
  const words = wordsOf(text);
  if (!leansBack(documents, words)) return undefined;
  const own = new Set(words.map((word) => word.stem));
  // The same is asked of another document, so the former document's name is left out.
  const asksAnother = named(documents, words).size > 0 || isSayingOf(words);
  const former = wordsOf(previous.question);
  const left = asksAnother ? withoutNames(documents, former) : former;
  const topic = topicOf(left).filter(
    ({ stem, folded }) => !own.has(stem) && !pointing.has(folded) && !vague.has(folded),
  );
  const asked = words.filter((word) => !joining.has(word.folded));
  const written = (word: Word, of: string) => of.slice(word.start, word.end);
  return {
    question: [
      ...asked.map((word) => written(word, text)),
      ...topic.map((word) => written(word, previous.question)),
    ].join(' '),
    without: [],
  };
}

/** Whether a question refers to what was said before it. */
function leansBack(documents: readonly KnowledgeDocument[], words: readonly Word[]): boolean {
  const [first, last] = [words[0], words.findLast((word) => !vague.has(word.folded) && !isFilling(word))];
  if (!first || !last || words.length > most.words || words.some((word) => toTheBot.has(word.folded))) return false;
  const isOwn = (word: Word) => !word.stop && !isAsking(word) && !isFilling(word) && !vague.has(word.folded);
  const own = withoutNames(documents, words).filter(isOwn);
  const joins = joining.has(first.folded);
  const points = words.some((word) => pointing.has(word.folded));
  if (own.length === 0) return joins || points || words.length <= 2 || isSayingOf(words);
  if (wantsDefinition(joins ? words.slice(1) : words)) return false;
  return own.length <= most.ownWords && (joins || pointing.has(last.folded));
}

/** "Vad säger Stockholm …", whether or not the library has such a document. */
const isSayingOf = (words: readonly Word[]): boolean =>
  /^(och |men |sa )?vad (sager|skriver|tycker|anser|star det) /.test(words.map((word) => word.folded).join(' '));

function withoutNames(documents: readonly KnowledgeDocument[], words: readonly Word[]): Word[] {
  const names = new Set(
    [...named(documents, words)].flatMap(({ publisher, aliases }) =>
      [publisher, ...aliases].flatMap((name) => wordsOf(name).map((word) => word.stem)),
    ),
  );
  return words.filter((word) => !names.has(word.stem));
}
