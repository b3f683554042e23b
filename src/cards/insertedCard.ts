import { type ComposeHit } from '../bot/searchFromCompose';
import { quotesOf } from '../knowledge/topics/topic';
import { unmarked } from './button';
import { sourceView, type CardContext } from './cardContext';
import { quoted, shortened, yearOf } from './citedQuote';
import { type Layouts } from './layouts';
import { type Hit } from './message';
import { quoteView } from './quoteView';
import { type Passage } from '../knowledge/documents/passages';

/** The most quotations of a topic in one card, because it stands in a chat among what others write. */
const mostQuotes = 3;

const origin = ({ texts }: CardContext, { document }: Passage): string =>
  `${unmarked(document.publisher)}, ${yearOf(document.date) ?? texts.found.undated}`;

/** What the list of hits shows for one hit: a title, and the publisher with the year. */
export function hitPreview(setting: CardContext, hit: ComposeHit): Hit['preview'] {
  const { compose } = setting.texts;
  switch (hit.kind) {
    case 'quote': {
      const { passage, excerpt } = hit.quote;
      const words = shortened(excerpt.replace(/^ *- /, '').replace(/\n *- /g, ' · '), 90);
      return { title: unmarked(words), text: `${unmarked(passage.document.title)} · ${origin(setting, passage)}` };
    }
    case 'topic': {
      const origins = new Set(quotesOf(hit.topic).map(({ passage }) => origin(setting, passage)));
      return { title: unmarked(hit.topic.question), text: `${compose.topic} · ${[...origins].join(' · ')}` };
    }
    case 'guide':
      return { title: unmarked(hit.flow.title), text: `${compose.guide} · ${unmarked(hit.flow.purpose)}` };
  }
}

/**
 * Returns the data of layouts/inserted.json for a hit of the compose box: a quotation with its source.
 * The card has no buttons. Its readers may not have the bot, and the bot cannot change a message that a person has put into a
 * chat.
 */
export function insertedCard(setting: CardContext, hit: ComposeHit) {
  const { compose } = setting.texts;
  const footer = compose.from;
  switch (hit.kind) {
    case 'quote': {
      const { heading, ...view } = quoteView(setting, hit.quote);
      return { title: heading, lead: [], quotes: [{ ...view, lead: '' }], footer };
    }
    case 'topic': {
      const quotes = quotesOf(hit.topic)
        .slice(0, mostQuotes)
        .map(({ lead, text, passage }) => {
          const view = quoteView(setting, { passage, excerpt: text });
          return { ...view, lead: lead ? unmarked(lead) : '' };
        });
      return { title: unmarked(hit.topic.question), lead: [], quotes, footer };
    }
    case 'guide': {
      const { title, purpose, source } = hit.flow;
      const view = source && sourceView(setting, source);
      const quotes = view ? [{ ...view, excerpt: quoted(source.quote), lead: '', links: '' }] : [];
      return { title: unmarked(title), lead: [{ text: purpose }], quotes, footer: compose.guideFrom };
    }
  }
}

/** Returns a function that turns a hit into what is inserted into a message. */
export const createHitRenderer =
  ({ inserted }: Layouts, setting: CardContext) =>
  (hit: ComposeHit): Hit => ({ preview: hitPreview(setting, hit), card: inserted(insertedCard(setting, hit)) });
