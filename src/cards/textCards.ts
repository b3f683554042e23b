import { leastSharing } from '../campaigns/publish';
import { longestQuestion, type Reply } from '../bot/reply';
import { adviceOf } from '../bot/topicAdvice';
import { documentLine } from './documentFacts';
import { absentSentence } from '../bot/unsureLead';
import { type ListedTopic } from '../knowledge/topics/topic';
import { fill, type Texts } from '../shared/texts';
import { askButton, inert, inSight, oneRow, plainTitle, stacked, type Button } from './button';
import { yearOf } from './citedQuote';
import { type CardContext } from './cardContext';
import { guideButtons } from './guideButtons';
import { askHrButton, questionTimes } from './questionCard';

/**
 * A card of fixed sentences: a title, sections of paragraphs, example questions with a line that introduces them, and a footer.
 * Empty parts are left out.
 */
export interface Page {
  readonly title: string;
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly introduction: string;
  readonly buttons: readonly { readonly title: string; readonly question: string }[];
  readonly footer: string;
  /** Buttons in one row, before the questions. */
  readonly row: readonly Button[];
  /** Buttons after the questions: the first in sight, the others behind "…". */
  readonly last: readonly Button[];
}

const page = (over: Partial<Page>): Page => ({
  title: '',
  sections: [],
  introduction: '',
  buttons: [],
  footer: '',
  row: [],
  last: [],
  ...over,
});

/** What layouts/page.json shows: the buttons below each other, as many as a card shows at once. */
export const pageView = (shown: Page) => ({
  ...shown,
  row: oneRow(shown.row),
  rows: [
    ...stacked(
      shown.buttons.map(({ title, question }) => askButton(title, question)),
      [],
      inSight - shown.row.length - Math.min(1, shown.last.length),
    ),
    ...(shown.last.length ? [{ buttons: oneRow(shown.last.slice(0, 1), shown.last.slice(1)) }] : []),
  ],
  sections: shown.sections.map(({ title, lines }, at) => ({
    title,
    spacing: at ? 'Medium' : 'Small',
    lines: lines.map((text) => ({ text })),
  })),
});

const paragraphs = (...lines: string[]) => ({ title: '', lines });

/** The example questions, introduced by their own line. */
const examples = ({ examples: { title, questions } }: Texts) => ({
  section: { title, lines: [] },
  buttons: questions.map((question) => ({ title: question, question })),
});

/** The card that a person gets once, together with the bot. */
export function welcomePage({ texts }: CardContext): Page {
  const { title, lead, stored } = texts.welcome;
  const { section, buttons } = examples(texts);
  return page({ title, sections: [paragraphs(lead), section], buttons, footer: stored });
}

/** The card that answers a greeting. */
export function greetingPage({ texts }: CardContext): Page {
  const { title, lead } = texts.greeting;
  const { section, buttons } = examples(texts);
  return page({ title, sections: [paragraphs(lead), section], buttons });
}

/** The card that answers "hjälp". */
export function helpPage({ texts }: CardContext): Page {
  const { title, lead, guides, commands } = texts.help;
  const { section, buttons } = examples(texts);
  return page({ title, sections: [paragraphs(lead, guides, commands), section], buttons });
}

type None = Extract<Reply, { kind: 'none' }>;

/** The card for a question that nothing answers. `near` are topics to try instead; without any it shows the example questions. */
export function nonePage(setting: CardContext, { near, absent, guide, question }: None): Page {
  const { texts, hrContact } = setting;
  const { lead, covers, near: tryThese } = texts.none;
  const said = absent ? `${absentSentence(texts, absent)} ${texts.absent.askHr}` : lead;
  const topics = near.map(({ title, question }) => ({ title: plainTitle(title), question }));
  const advice = adviceSections(texts, near, tryThese);
  return page({
    sections: [paragraphs(fill(said, { hrContact })), ...advice],
    row: [...guideButtons(setting, guide), ...askHrButton(setting, question)],
    introduction: advice.length ? texts.nearTopics.read : topics.length ? tryThese : covers,
    buttons: topics.length ? topics : examples(texts).buttons,
  });
}

/** Characters on a button that a phone shows in two lines. */
const longestTitle = 50;
const fits = (title: string): boolean => title.length <= longestTitle;

/**
 * The card with topics to choose from and what to try by each, and below them HR and a guide. The topics come first, because a
 * person who finds the question among them need not ask HR. A button shows the topic's title as
 * above what to try; without such, the question that the topic answers, where it fits.
 */
export const choicePage = (
  setting: CardContext,
  { topics, guide, question }: { topics: readonly ListedTopic[]; guide?: string; question?: string },
): Page => {
  const { choose, read } = setting.texts.nearTopics;
  const sections = adviceSections(setting.texts, topics, choose);
  return page({
    sections,
    introduction: sections.length ? read : choose,
    buttons: topics.map(({ title, question }) => ({
      title: plainTitle(!sections.length && fits(question) ? question : title),
      question,
    })),
    last: [...askHrButton(setting, question), ...guideButtons(setting, guide)],
  });
};

/** What a manager can try, by topic, below a line that introduces it. Empty where no topic says what to try. */
function adviceSections(texts: Texts, topics: readonly ListedTopic[], introduction: string): Page['sections'] {
  const advised = topics.flatMap((topic) => {
    const advice = adviceOf(texts, topic);
    return advice === undefined ? [] : [{ title: plainTitle(topic.title), lines: [inert(advice)] }];
  });
  return advised.length ? [paragraphs(`${introduction} ${texts.nearTopics.advice}`), ...advised] : [];
}

/** The card that answers "om": the documents, what is kept and for how many days, and what HR sees. */
export function aboutPage({ texts, hrContact, documents, retention }: CardContext): Page {
  const { title, lead, documentsTitle, storedTitle, stored, seenTitle, seen, contact } = texts.about;
  const { campaignsTitle, campaigns, questionsTitle, questions } = texts.about;
  const facts = documents().map((document) => documentLine(document, yearOf(document.date) ?? texts.found.undated));
  const days = { sessionDays: String(retention.sessionDays), feedbackDays: String(retention.feedbackDays) };
  return page({
    title,
    sections: [
      paragraphs(lead),
      { title: documentsTitle, lines: [facts.join('\n')] },
      { title: storedTitle, lines: [fill(stored, days)] },
      { title: seenTitle, lines: [seen] },
      { title: questionsTitle, lines: [fill(questions, questionTimes(retention))] },
      { title: campaignsTitle, lines: [fill(campaigns, { leastShared: String(leastSharing(0)) })] },
    ],
    footer: fill(contact, { hrContact }),
  });
}

/**
 * The card that refers a concern to people. The question is in a button's data only, so that the person may still search the
 * documents.
 */
export function concernPage({ texts, hrContact }: CardContext, question?: string): Page {
  const { title, lead, contacts, patient, danger, life, kept, searchAnyway } = texts.concern;
  const whom = contacts.map((contact) => `- ${fill(contact, { hrContact: capitalised(hrContact) })}`);
  return page({
    title,
    sections: [paragraphs(`**${danger}** ${life}`, lead, whom.join('\n'), patient)],
    buttons: question ? [{ title: searchAnyway, question: inert(question).slice(0, longestQuestion) }] : [],
    footer: question ? kept : texts.coaching.concernKept,
  });
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
