import { type Reply } from '../bot/reply';
import { type ListedTopic, type TopicPart, type TopicQuote } from '../knowledge/topics/topic';
import { fill } from '../shared/texts';
import { button, inert, plainTitle, unmarked, type Button } from './button';
import { type CardContext } from './cardContext';
import { quoted, sourceLine } from './citedQuote';

type TopicReply = Extract<Reply, { kind: 'topic' }>;

/** Buttons in sight; what comes after them stands behind "…". */
const inSight = 3;

/** What layouts/topic.json shows: the question, its parts in the editor's order, and where to go on. */
export function topicCard(setting: CardContext, { answer: { topic, next }, guide, reflection }: TopicReply) {
  const { texts } = setting;
  const buttons = [
    ...setting.flows
      .filter(({ id }) => id === guide)
      .map(({ id, title }) => button(fill(texts.coaching.buttons.guide, { title }), 'guide', { flow: id })),
    ...setting.reflections
      .filter(({ id }) => id === reflection)
      .map(({ id }) => button(texts.topic.reflection, 'guide', { flow: id })),
    ...next.map(({ title, question }) => button(plainTitle(title), 'ask', { question })),
  ];
  return {
    title: unmarked(topic.question),
    parts: topic.parts.map((part, at) => partView(setting, part, at)),
    actions: buttons.map(inMode),
    labels: texts.found,
  };
}

/** What layouts/topics.json shows: all topics, by title, each with the question that is asked when it is chosen. */
export const topicsCard = ({ texts }: CardContext, topics: readonly ListedTopic[]) => ({
  ...texts.topic.list,
  choices: [...topics]
    .sort((one, other) => one.title.localeCompare(other.title, 'sv'))
    .map(({ title, question }) => ({ title: unmarked(title), value: question })),
});

const inMode = (each: Button, at: number) => ({ ...each, mode: at < inSight ? 'primary' : 'secondary' });

const partView = (setting: CardContext, { heading, own, quotes }: TopicPart, at: number) => ({
  heading: unmarked(heading),
  spacing: at === 0 ? 'Small' : 'Medium',
  quotes: quotes.map((quote) => quoteView(setting, quote)),
  own: own ? inert(own) : '',
  ownLabel: setting.texts.topic.own,
});

/** The source is a quiet line, its weight among it: a motion never looks like a decision. */
const quoteView = ({ texts }: CardContext, { lead, text, passage }: TopicQuote) => ({
  lead: lead ? unmarked(lead) : '',
  excerpt: quoted(text),
  source: `${sourceLine(passage, texts.found.undated)} · ${unmarked(passage.weight)}`,
});
