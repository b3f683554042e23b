import { type KnowledgeDocument } from './documents/document';
import { type Library } from './library';
import { type Index } from './index/buildIndex';
import { type Vocabulary } from './ranking/question';
import { wordsOf } from './text/swedish';
import { isTopicsDocument, quotesOf } from './topics/topic';

/** The groups whose documents a person may read besides those for everyone. `all` is for HR, who manages the documents. */
export type Sight = readonly string[] | 'all';

/** The documents that everyone may read. */
export const forEveryone: Sight = [];

/** Whether a person with this sight may see a document. A document without a group is for everyone. */
export const isVisible = ({ group }: Pick<KnowledgeDocument, 'group'>, sight: Sight): boolean =>
  group === undefined || sight === 'all' || sight.includes(group);

/**
 * The library as a person with this sight may use it: hidden documents are not searched, cited, opened or named. Returns the
 * library itself where nothing is hidden.
 */
export function visibleLibrary(library: Library, sight: Sight): Library {
  const hidden = library.documents.filter((document) => !isVisible(document, sight));
  if (hidden.length === 0) return library;
  const isHidden = new Set(hidden.map(({ id }) => id));
  const { index } = library;
  const hiddenTexts = new Set(hidden.flatMap((document) => index.textsOf(document)));
  return {
    ...library,
    documents: library.documents.filter(({ id }) => !isHidden.has(id)),
    index: {
      ...index,
      // The index knows a document by its place in the list, so a hidden document keeps its place.
      vocabulary: {
        ...withoutWords(index, hidden),
        documents: index.vocabulary.documents.map((document) => (isHidden.has(document.id) ? nameless : document)),
      },
      matching: (terms) => index.matching(terms, hiddenTexts),
    },
    passage: (id) => {
      const passage = library.passage(id);
      return passage && !isHidden.has(passage.document.id) ? passage : undefined;
    },
    passagesIn: (id) => (isHidden.has(id) ? [] : library.passagesIn(id)),
    topics: new Map(
      [...library.topics].filter(([, topic]) =>
        quotesOf(topic).every(({ passage }) => !isHidden.has(passage.document.id)),
      ),
    ),
    followUps: () => library.followUps().filter(({ passage }) => !isHidden.has(passage.document.id)),
  };
}

/**
 * The words of an index as they are without the hidden documents: how many passages hold each word, and which words no passage
 * holds. Otherwise the answers would tell a person without the right to read a document that it has a word. Analyses the passages
 * of the hidden documents once.
 */
function withoutWords({ vocabulary, textsOf, entry }: Index, hidden: readonly KnowledgeDocument[]): Vocabulary {
  const { lexicon, documents, passages } = vocabulary;
  const holding = [...vocabulary.holding];
  const stemsIn = (text: number) => new Set([entry(text).heading, ...entry(text).sentences].flat());
  const titled = ({ title }: KnowledgeDocument) => wordsOf(title).flatMap(({ stem }) => lexicon.ids.get(stem) ?? []);
  const texts = hidden.flatMap(textsOf);
  const gone = new Set(hidden.flatMap(titled));
  for (const text of texts)
    for (const id of stemsIn(text)) {
      gone.add(id);
      holding[id] = (holding[id] ?? 0) - 1;
    }
  // Titles and topics have words that no passage is counted for.
  const shown = documents.filter((document) => !hidden.includes(document));
  const kept = new Set([
    ...shown.flatMap(titled),
    ...shown.filter(isTopicsDocument).flatMap((topics) => textsOf(topics).flatMap((text) => [...stemsIn(text)])),
  ]);
  const without = new Set([...gone].filter((id) => (holding[id] ?? 0) <= 0 && !kept.has(id)));
  return { ...vocabulary, lexicon: { ...lexicon, without }, holding, passages: passages - texts.length };
}

/** No question names it. */
const nameless: KnowledgeDocument = {
  id: '',
  title: '',
  publisher: '',
  aliases: [],
  kind: '',
  weight: '',
  source: '',
};
