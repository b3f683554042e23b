import { type KnowledgeDocument } from './documents/document';
import { type Library } from './library';
import { quotesOf } from './topics/topic';

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
        ...index.vocabulary,
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
