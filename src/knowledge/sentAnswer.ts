import { type Answer } from './answer';
import { type Quote } from './ranking/quote';
import { type Topic } from './topics/topic';

/**
 * An answer as it leaves the search thread, without the ways to ask that only the search needs. They are most of an answer's
 * size, and each would be copied between threads.
 */
export function sentAnswer(answer: Answer): Answer {
  switch (answer.outcome) {
    case 'found':
      return {
        ...answer,
        quote: sentQuote(answer.quote),
        beside: answer.beside.map(sentQuote),
        more: answer.more.map(sentQuote),
      };
    case 'topic':
      return { ...answer, topic: sentTopic(answer.topic), next: answer.next.map(listed) };
    case 'unsure':
      return {
        ...answer,
        candidates: answer.candidates.map(sentQuote),
        near: {
          ...(answer.near.shown && { shown: sentTopic(answer.near.shown) }),
          others: answer.near.others.map(listed),
        },
      };
    case 'none':
      return { ...answer, near: { others: answer.near.others.map(listed) } };
  }
}

const sentQuote = <T extends Quote | Topic['parts'][number]['quotes'][number]>(quote: T): T => ({
  ...quote,
  passage: { ...quote.passage, asked: undefined },
});

/** Each topic once. Which guide comes before the answer is decided by the ways to ask for its topics (bot/guideFirst.ts). */
const sentTopics = new WeakMap<Topic, Topic>();
function sentTopic(topic: Topic): Topic {
  const sent = sentTopics.get(topic) ?? {
    ...topic,
    asked: topic.guide ? topic.asked : [],
    parts: topic.parts.map((part) => ({ ...part, quotes: part.quotes.map(sentQuote) })),
  };
  sentTopics.set(topic, sent);
  return sent;
}

/** A choice shows what can be tried, and no quotation. */
const listed = (topic: Topic): Topic => ({
  ...topic,
  asked: [],
  parts: topic.parts.filter(({ quotes }) => quotes.length === 0),
});
