import { type KnowledgeDocument } from '../documents/document';
import { type Passage } from '../documents/passages';

/** An answer that an editor has put together out of verbatim quotations: one file of knowledge/topics/. */
export interface Topic {
  /** The file's name without `.yaml`; stable. */
  readonly id: string;
  /** For lists and buttons, e.g. "Ge råd utan att ge svar". */
  readonly title: string;
  /** The question that the topic answers, as a manager would ask it. */
  readonly question: string;
  /** Further ways to ask it; searched, never shown. */
  readonly asked: readonly string[];
  readonly parts: readonly TopicPart[];
  /** The id of the guide that fits. */
  readonly guide?: string;
  /** The id of the reflection that fits. */
  readonly reflection?: string;
  /** The id of the rehearsal that fits. */
  readonly rehearsal?: string;
  /** Ids of the topics to go on with. */
  readonly next: readonly string[];
}

/** What one heading of a topic holds: quotations, or words of our own. */
export interface TopicPart {
  readonly heading: string;
  /** The editor's own words, shown as such. */
  readonly own?: string;
  readonly quotes: readonly TopicQuote[];
}

/** Words of a document inside a topic. */
export interface TopicQuote {
  /** Says who speaks, or introduces a list, such as "En chef i Gävleborg säger:". */
  readonly lead?: string;
  /** Word for word. List items begin with "- ", and a tab separates the cells of a table row. */
  readonly text: string;
  /** Where the words begin. */
  readonly passage: Passage;
}

/** What a list of topics shows. Topics to choose from have their parts with only our own words. */
export type ListedTopic = Pick<Topic, 'title' | 'question'> & Partial<Pick<Topic, 'parts'>>;

/** Returns all quotes of a topic, in the order in which they are shown. */
export const quotesOf = ({ parts }: Topic): TopicQuote[] => parts.flatMap(({ quotes }) => quotes);

/** The made-up document of all topics. It has no names, so no question names it. */
const topicsDocument: KnowledgeDocument = {
  id: 'topics',
  title: '',
  publisher: '',
  aliases: [],
  kind: '',
  weight: '',
  source: '',
};

/** Whether this is the made-up document to which all topics' own passages belong. */
export const isTopicsDocument = ({ id }: KnowledgeDocument): boolean => id === topicsDocument.id;

/** Ways to ask with more words than this are used for learning only, and are not indexed. */
export const longestIndexed = 11;

/**
 * Whether a way to ask is a story rather than a question. A story's everyday words ("måndag", "sa", "två") would count as
 * evidence for its topic in every other story, so the index holds the shorter ways only. Long ways are used for learning
 * (topicModel.ts).
 */
export const isLongWay = (asked: string): boolean => asked.split(/\s+/).length > longestIndexed;

/** The id of the passage that stands for a topic. */
export const passageIdOf = ({ id }: Pick<Topic, 'id'>): string => `topic:${id}`;

/** A topic as a passage for the search, which finds it by its title, question and shorter ways to ask. */
export const topicPassage = ({ id, title, question, asked }: Topic): Passage => ({
  id: passageIdOf({ id }),
  document: topicsDocument,
  heading: [title],
  text: question,
  weight: '',
  asked: asked.filter((way) => !isLongWay(way)),
  topic: id,
});
