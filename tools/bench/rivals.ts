import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { libraryOf } from '../../src/knowledge/library';
import { type Passage } from '../../src/knowledge/documents/passages';
import { type SearchResources } from '../../src/knowledge/ranking/question';
import { search } from '../../src/knowledge/search';
import { wordsOf } from '../../src/knowledge/text/swedish';

/** A search over the same passages: gives those nearest to a question, best first. */
export type Search = (question: string) => readonly Passage[];

/** Our search, and what public libraries do with the same passages, each used as its makers intend. */
export const rivals: Readonly<Record<string, (passages: readonly Passage[], wording: SearchResources) => Search>> = {
  ours: (passages, wording) => {
    const { index } = libraryOf(passages, wording);
    return (question) => search(index, question, shown).map(({ passage }) => passage);
  },
  // The same as the others have: without the known questions of the passages.
  'ours, without asked.yaml': (passages, wording) =>
    rivals.ours!(
      passages.map((passage) => ({ ...passage, asked: undefined })),
      wording,
    ),
  'lunr as it comes': (passages) => byLunr(passages, []),
  'lunr + lunr-languages': (passages) => byLunr(passages, [lunr.sv]),
  MiniSearch: (passages) => {
    const index = new MiniSearch({
      fields: ['text'],
      tokenize: (text) => wordsOf(text).flatMap(({ stem, stop }) => (stop ? [] : [stem])),
      searchOptions: { prefix: true, fuzzy: 0.2 },
    });
    index.addAll(passages.map((passage, id) => ({ id, text: textOf(passage) })));
    return (question) =>
      index
        .search(question)
        .slice(0, shown)
        .map(({ id }) => passages[id as number]!);
  },
};

const shown = 3;

const textOf = ({ document, heading, text }: Passage) =>
  [...new Set([document.title, ...heading])].concat(text).join('\n');

function byLunr(passages: readonly Passage[], languages: readonly lunr.Builder.Plugin[]): Search {
  const index = lunr((builder) => {
    languages.forEach((language) => builder.use(language));
    builder.field('text');
    passages.forEach((passage, id) => builder.add({ id, text: textOf(passage) }));
  });
  // `search` is not used, because a person's words are no query language and its syntax throws.
  return (question) =>
    index
      .query((query) => query.term(lunr.tokenizer(question.replace(/[^\p{L}\p{N}\s]/gu, ' ')), {}))
      .slice(0, shown)
      .map(({ ref }) => passages[Number(ref)]!);
}
