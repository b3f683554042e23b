import { documentFacts } from './documentFacts';
import { place } from '../coaching/stepText';
import { type Reply } from '../bot/reply';
import { unsureLead } from '../bot/unsureLead';
import { fill } from '../shared/texts';
import { unmarked } from './button';
import { guideButtons } from './guideButtons';
import { type Message } from './message';
import {
  aboutPage,
  choicePage,
  concernPage,
  greetingPage,
  helpPage,
  nonePage,
  pageView,
  welcomePage,
  type Page,
} from './textCards';
import {
  betweenMenu,
  erasingMenu,
  guideFirstMenu,
  guidesMenu,
  noticeMenu,
  offerMenu,
  reflectionsMenu,
  rehearsalsMenu,
  sessionsMenu,
  type Menu,
} from './menuCard';
import { feedbackForm } from './feedbackForm';
import { isOwnReply, ownView } from './ownReplies';
import { commitmentCardOf } from './commitmentCard';
import { optingMenu } from './optOutMenu';
import { dialogueCard } from './dialogueCard';
import { dialogueSummary, summaryText } from './dialogueMessage';
import { askHrButton, questionCard } from './questionCard';
import { shortened, yearOf } from './citedQuote';
import { citationOf } from './quoteView';
import { disagreementLead } from './disagreementView';
import { unsureCard } from './unsureCard';
import { isChoice } from '../knowledge/nearTopics';
import { type CardContext } from './cardContext';
import { type Layouts } from './layouts';
import { stepCard } from './stepCard';
import { programmePage } from './programmePage';
import { summaryCard } from './summaryCard';
import { foundCard } from './foundCard';
import { thanksCard } from './thanksCard';
import { allQuotes } from '../knowledge/answer';
import { quotesOf } from '../knowledge/topics/topic';
import { topicButton, topicCard, topicsCard } from './topicCard';

type Of<Kind extends Reply['kind']> = Extract<Reply, { kind: Kind }>;

/** Returns a function that turns a reply into a message. */
export function createRenderer(layouts: Layouts, setting: CardContext): (reply: Reply) => Message {
  const { texts, hrContact } = setting;
  const { undated } = texts.found;

  const plain = (text: string): Message => ({ text, summary: text, citations: [], feedback: false });
  const paged = (page: Page, summary = page.title): Message => ({
    ...plain(''),
    summary,
    card: layouts.page(pageView(page)),
  });

  const only = (summary: string, card: Record<string, unknown>): Message => ({ ...plain(''), summary, card });
  const chosenFrom = (menu: Menu, summary = menu.title): Message => only(summary, layouts.menu(menu));

  /** The summary of a message names the guide and the step. A locked phone must not show what a person wrote. */
  function guidance({ guidance: shown, notice, sent, commitments }: Of<'guidance'>): Message {
    switch (shown.kind) {
      case 'step':
        return {
          ...plain(''),
          summary: sent ? texts.campaigns.notification : place(texts.coaching, shown, shown.card),
          card: layouts.step(stepCard(setting, shown, notice, sent)),
        };
      case 'summary':
      case 'withoutFlow': {
        const current = shown.kind === 'summary' ? shown : undefined;
        const card = summaryCard(setting, layouts, { session: shown.session, current, commitments });
        return only(shown.session.title, layouts.summary(card));
      }
      case 'programme':
        return only(shown.flow.summary, layouts.programme(programmePage(setting, shown)));
      case 'wait':
      case 'paused':
      case 'stopped':
      case 'begun':
        return chosenFrom(betweenMenu(setting, shown));
      case 'lost':
        return chosenFrom(noticeMenu(setting, texts.coaching.lost), texts.coaching.lost);
    }
  }

  /** What the person wrote is escaped, so that it is no Markdown. */
  const leaning = (question?: string) =>
    question && fill(texts.followOn.notice, { question: shortened(question.replace(/[*_`~[\]<>#|\\]/g, ' '), 80) });

  function found({ answer, notice, follows, guide }: Of<'found'>): Message {
    const { quote } = answer;
    const citations = allQuotes(answer).map((cited, at) => citationOf(setting, cited, at + 1));
    const { title, date } = quote.passage.document;
    const lead = fill(texts.found.lead, { source: `*${unmarked(title)}*, ${yearOf(date) ?? undated} [1]` });
    const numbers = citations.map(({ position }) => `[${position}]`);
    const apart = answer.differs ? 1 + answer.beside.length : 1;
    const differs = disagreementLead(texts, answer, numbers.slice(0, apart).join(' '));
    const others = numbers.slice(apart);
    const card = layouts.found(foundCard(setting, answer, guideButtons(setting, guide)));
    const sources = others.length ? fill(texts.found.more, { sources: others.join(' ') }) : undefined;
    return {
      text: paragraphs(notice ?? leaning(follows), [differs ?? lead, sources].filter(Boolean).join(' ')),
      summary: shortened(differs ?? lead, 120),
      card,
      citations,
      feedback: true,
    };
  }

  function topic(reply: Of<'topic'>): Message {
    const { topic } = reply.answer;
    const citations = quotesOf(topic).map(({ passage, text }, at) =>
      citationOf(setting, { passage, excerpt: text }, at + 1),
    );
    const lead = fill(texts.topic.lead, { sources: citations.map(({ position }) => `[${position}]`).join(' ') });
    return {
      text: paragraphs(reply.notice ?? leaning(reply.follows), lead),
      summary: shortened(topic.question, 120),
      card: layouts.topic(topicCard(setting, { ...reply, ...reply.answer })),
      citations,
      feedback: true,
    };
  }

  function unsure({ answer, notice, follows, guide, reflection, rehearsal, question }: Of<'unsure'>): Message {
    const lead = unsureLead(texts, answer);
    const { shown, others } = answer.near;
    const askHr = askHrButton(setting, question);
    // A locked phone must not show a name that the person wrote.
    const summary = answer.absent ? texts.unsure.lead : lead;
    const message = { ...plain(paragraphs(notice ?? leaning(follows), lead)), summary, feedback: true };
    if (shown)
      return {
        ...message,
        card: layouts.topic(
          topicCard(setting, { topic: shown, next: others, guide, reflection, rehearsal, buttons: askHr }),
        ),
      };
    if (isChoice(answer.near))
      return { ...paged(choicePage(setting, { topics: others, guide, question })), ...message };
    const card = layouts.unsure(
      unsureCard(setting, answer.candidates, [
        ...others.slice(0, 1).map(topicButton),
        ...guideButtons(setting, guide),
        ...askHr,
      ]),
    );
    return { ...message, card };
  }

  return (reply) => {
    if (isOwnReply(reply)) {
      const { summary, layout: name, card } = ownView(setting, reply);
      return only(summary, layouts[name](card));
    }
    switch (reply.kind) {
      case 'sentence':
        return plain(reply.text);
      case 'found':
        return found(reply);
      case 'topic':
        return topic(reply);
      case 'unsure':
        return unsure(reply);
      case 'documentFacts':
        return plain(paragraphs(reply.notice, documentFacts(texts, reply.documents)));
      case 'none':
        return {
          ...paged(nonePage(setting, reply), fill(texts.none.lead, { hrContact })),
          text: paragraphs(reply.notice),
          feedback: true,
        };
      case 'welcome':
        return paged(welcomePage(setting));
      case 'greeting':
        return paged(greetingPage(setting));
      case 'help':
        return paged(helpPage(setting));
      case 'about':
        return paged(aboutPage(setting));
      case 'concern':
        return paged(concernPage(setting, reply.question));
      case 'notice':
        return chosenFrom(noticeMenu(setting, reply.text, reply.opens), shortened(reply.text, 120));
      case 'thanks': {
        const card = thanksCard(setting, reply);
        return { ...plain(''), summary: shortened(card.lead, 120), card: layouts.thanks(card) };
      }
      case 'optingOut':
      case 'optedOut': {
        const menu = optingMenu(setting, reply);
        return chosenFrom(menu, shortened(menu.lead.map(({ text }) => text).join(' '), 120));
      }
      case 'topics':
        return only(texts.topic.list.title, layouts.topics(topicsCard(setting, reply.topics)));
      case 'guides':
        return chosenFrom(guidesMenu(setting, reply.skip));
      case 'guideFirst':
        return { ...chosenFrom(guideFirstMenu(setting, reply), reply.flow.title), text: paragraphs(reply.notice) };
      case 'reflections':
        return chosenFrom(reflectionsMenu(setting, reply.skip));
      case 'rehearsals':
        return chosenFrom(rehearsalsMenu(setting));
      case 'guidance':
        return guidance(reply);
      case 'offer':
        return chosenFrom(offerMenu(setting, reply), place(texts.coaching, reply.current));
      case 'sessions':
        return chosenFrom(sessionsMenu(setting, reply));
      case 'feedbackForm':
        return only(texts.feedback.title, layouts.feedback(feedbackForm(setting, reply.reaction)));
      case 'toHr': {
        const card = questionCard(setting, reply.shown);
        return only(card.title, layouts.question(card));
      }
      case 'dialogue': {
        const { shown } = reply;
        if (shown.at === 'summary')
          return { ...plain(summaryText(setting, shown)), summary: dialogueSummary(setting, shown) };
        const card = dialogueCard(setting, shown);
        return only(dialogueSummary(setting, shown, card), layouts.dialogue(card));
      }
      case 'commitments':
      case 'commitment':
      case 'remindWhen':
        // A locked phone must not show what a person means to do.
        return only(texts.commitments.notification, layouts.commitment(commitmentCardOf(setting, reply)));
      case 'erasing':
        return chosenFrom(erasingMenu(setting, reply.session));
    }
  };
}

const paragraphs = (...texts: (string | undefined)[]): string => texts.filter(Boolean).join('\n\n');
