import { type ListedTopic, type Topic, type TopicPart, type TopicQuote } from '../knowledge/topics/topic';
import { button, inert, oneRow, plainTitle, unmarked, type Button } from './button';
import { yearWords, type CardContext } from './cardContext';
import { guideButtons } from './guideButtons';
import { quoted, sourceLine } from './citedQuote';
import { sourceLinks } from './quoteView';

/** A topic with what comes next: other topics, a guide and a reflection that fit. */
export interface ShownTopic {
  readonly topic: Topic;
  readonly next: readonly ListedTopic[];
  readonly guide?: string;
  readonly reflection?: string;
  readonly rehearsal?: string;
  /** Buttons before those of the next topics. */
  readonly buttons?: readonly Button[];
}

/** How many quotations are in sight. The others are folded away, so that what the person can try is on the first screen. */
const quotesInSight = 3;
/** A card has six buttons. Beside "Fler citat" there is space for these; the next topics come last and are left out first. */
const most = 5;

/** What layouts/topic.json shows: the question, its parts in the editor's order, and where to go on. */
export function topicCard(
  setting: CardContext,
  { topic, next, guide, reflection, rehearsal, buttons: own = [] }: ShownTopic,
) {
  const { texts } = setting;
  const buttons = [
    ...guideButtons(setting, guide),
    ...(rehearsal === guide ? [] : guideButtons(setting, rehearsal)),
    ...setting.reflections
      .filter(({ id }) => id === reflection)
      .map(({ id }) => button(texts.topic.reflection, 'guide', { flow: id })),
    ...own,
    ...next.map(topicButton),
  ];
  const { first, more } = atOneGlance(topic.parts);
  return {
    title: unmarked(topic.question),
    parts: first.map((part, at) => partView(setting, part, at)),
    more: more.map((part, at) => partView(setting, part, at)),
    actions: oneRow(buttons.slice(0, most)),
    toggle: more.length ? [{ title: texts.topic.moreQuotes, mode: buttons.length ? 'secondary' : 'primary' }] : [],
    labels: { ...texts.found, ...texts.topic },
  };
}

/** The button that opens a topic. */
export const topicButton = ({ title, question }: ListedTopic): Button => button(plainTitle(title), 'ask', { question });

/** The first quotations with all our own words, and the quotations that are left. */
function atOneGlance(parts: readonly TopicPart[]): { first: TopicPart[]; more: TopicPart[] } {
  let free = quotesInSight;
  const split = parts.map((part) => {
    const [shown, left] = [part.quotes.slice(0, free), part.quotes.slice(free)];
    free -= shown.length;
    return { first: { ...part, quotes: shown }, more: { ...part, own: undefined, quotes: left } };
  });
  const isSaid = ({ own, quotes }: TopicPart) => own !== undefined || quotes.length > 0;
  return { first: split.map(({ first }) => first).filter(isSaid), more: split.map(({ more }) => more).filter(isSaid) };
}

/** What layouts/topics.json shows: all topics by title. Choosing one asks its question. */
export const topicsCard = ({ texts }: CardContext, topics: readonly ListedTopic[]) => ({
  ...texts.topic.list,
  choices: [...topics]
    .sort((one, other) => one.title.localeCompare(other.title, 'sv'))
    .map(({ title, question }) => ({ title: unmarked(title), value: question })),
});

const partView = (setting: CardContext, { heading, own, quotes }: TopicPart, at: number) => ({
  heading: unmarked(heading),
  spacing: at === 0 ? 'Small' : 'Medium',
  quotes: quotes
    .map((quote) => quoteView(setting, quote))
    .map((view, at, all) => ({ ...view, source: quietLine(view, at, all) })),
  own: own ? inert(own) : '',
  ownLabel: setting.texts.topic.own,
});

/** Where several quotations in a row have one source, only the last names it. Where they have one passage, only the last links to it. */
function quietLine({ source, links }: SourcedView, at: number, all: readonly SourcedView[]): string {
  const next = all[at + 1];
  return [source === next?.source ? '' : source, links === next?.links ? '' : links].filter(Boolean).join(' · ');
}

type SourcedView = ReturnType<typeof quoteView>;

/** The source's line names its weight too, so that a motion never looks like a decision. */
const quoteView = (setting: CardContext, { lead, text, passage }: TopicQuote) => ({
  lead: lead ? unmarked(lead) : '',
  excerpt: quoted(text),
  source: `${sourceLine(passage, yearWords(setting))} · ${unmarked(passage.weight)}`,
  links: sourceLinks(setting, passage),
});
