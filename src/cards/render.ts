import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Template } from 'adaptivecards-templating';
import { type Quote } from '../knowledge/answer';
import { type KnowledgeDocument } from '../knowledge/document';
import { type Reply } from '../reply';
import { fill, type Texts } from '../texts';
import { type Citation, type Message } from './message';
import { linesOf, quoteView, shortened, sourceLine, yearOf } from './quotation';

/** What every card may say besides its own reply. */
export interface Setting {
  readonly texts: Texts;
  readonly hrContact: string;
  readonly documents: readonly KnowledgeDocument[];
}

type Card = Readonly<Record<string, unknown>>;
interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}
interface Page {
  readonly title: string;
  readonly sections: readonly Section[];
  readonly buttons?: readonly { readonly title: string; readonly question: string }[];
  readonly footer?: string;
}

/** Reads the layouts once; the function that comes back turns a reply into a message. */
export function createRenderer(cardsFolder: string, setting: Setting): (reply: Reply) => Message {
  const layout = (name: string) => {
    const file = path.join(cardsFolder, 'layouts', `${name}.json`);
    const template = new Template(JSON.parse(readFileSync(file, 'utf8')));
    return (data: object) => template.expand({ $root: data }) as Card;
  };
  const layouts = { found: layout('found'), unsure: layout('unsure'), page: layout('page') };
  const { texts, hrContact, documents } = setting;
  const undated = texts.found.undated;

  const page = ({ title, sections, buttons = [], footer = '' }: Page, summary: string): Message => ({
    text: '',
    summary,
    card: layouts.page({
      title,
      sections: sections.map((section, at) => ({
        title: section.title,
        spacing: at ? 'Medium' : 'Small',
        lines: section.lines.map((text) => ({ text })),
      })),
      buttons,
      footer,
    }),
    citations: [],
    feedback: false,
  });
  const plain = (text: string): Message => ({ text, summary: text, citations: [], feedback: false });
  const examples = { title: texts.examples.title, lines: [] };
  const exampleButtons = asButtons(texts.examples.questions);

  function found({ answer, notice }: Extract<Reply, { kind: 'found' }>): Message {
    const quotes = [answer.quote, ...answer.more];
    const citations = quotes.map((quote, at) => citation(quote, at + 1, undated));
    const { title, date } = answer.quote.passage.document;
    const lead = fill(texts.found.lead, { source: `*${title}*, ${yearOf(date) ?? undated} [1]` });
    const more = citations.slice(1).map(({ position, name }) => `${name} [${position}]`);
    const whole = answer.quote.excerpt === answer.quote.passage.text ? [] : linesOf(answer.quote.passage.text);
    const card = layouts.found({
      ...quoteView(answer.quote, undated),
      whole,
      more: answer.more.map((quote) => quoteView(quote, undated)),
      toggles: [
        ...(whole.length ? [{ title: texts.found.whole, target: 'whole' }] : []),
        ...(answer.more.length ? [{ title: texts.found.moreSources, target: 'more' }] : []),
      ],
      questions: answer.followUps.map((question) => ({ question })),
      labels: texts.found,
    });
    const text = [notice, lead, ...(more.length ? [fill(texts.found.more, { sources: more.join(', ') })] : [])];
    return { text: text.filter(Boolean).join('\n\n'), summary: shortened(lead, 120), card, citations, feedback: true };
  }

  function unsure({ answer, notice }: Extract<Reply, { kind: 'unsure' }>): Message {
    const card = layouts.unsure({
      candidates: answer.candidates.map((quote, at) => ({
        ...quoteView(quote, undated),
        separator: at > 0,
        passage: quote.passage.id,
        choose: fill(texts.unsure.choose, { number: String(at + 1) }),
      })),
      labels: { otherwise: fill(texts.unsure.otherwise, { hrContact }) },
    });
    const { lead } = texts.unsure;
    return { text: [notice, lead].filter(Boolean).join('\n\n'), summary: lead, card, citations: [], feedback: true };
  }

  return (reply) => {
    switch (reply.kind) {
      case 'sentence':
        return plain(reply.text);
      case 'found':
        return found(reply);
      case 'unsure':
        return unsure(reply);
      case 'none': {
        const lead = fill(texts.none.lead, { hrContact });
        const covers = { title: '', lines: [texts.none.covers] };
        return {
          ...page({ title: '', sections: [{ title: '', lines: [lead] }, covers], buttons: exampleButtons }, lead),
          text: reply.notice ?? '',
          feedback: true,
        };
      }
      case 'welcome': {
        const { title, lead, stored } = texts.welcome;
        return page(
          { title, sections: [{ title: '', lines: [lead] }, examples], buttons: exampleButtons, footer: stored },
          title,
        );
      }
      case 'greeting': {
        const { title, lead } = texts.greeting;
        return page({ title, sections: [{ title: '', lines: [lead] }, examples], buttons: exampleButtons }, title);
      }
      case 'help': {
        const { title, lead, commands } = texts.help;
        return page(
          { title, sections: [{ title: '', lines: [lead, commands] }, examples], buttons: exampleButtons },
          title,
        );
      }
      case 'about':
        return page(about(texts, hrContact, documents), texts.about.title);
      case 'concern': {
        const { title, lead, contacts, patient, danger, kept, searchAnyway } = texts.concern;
        const whom = contacts.map((contact) => `- ${fill(contact, { hrContact: capitalised(hrContact) })}`).join('\n');
        const sections = [{ title: '', lines: [lead, whom, patient, `**${danger}**`] }];
        return page(
          { title, sections, buttons: [{ title: searchAnyway, question: inert(reply.question) }], footer: kept },
          title,
        );
      }
    }
  };
}

const asButtons = (questions: readonly string[]) => questions.map((question) => ({ title: question, question }));

function about({ about: words, found }: Texts, hrContact: string, documents: readonly KnowledgeDocument[]): Page {
  const line = (document: KnowledgeDocument) =>
    `- ${document.publisher}: ${document.title}, ${yearOf(document.date) ?? found.undated} (${document.weight})`;
  return {
    title: words.title,
    sections: [
      { title: '', lines: [words.lead] },
      { title: words.documentsTitle, lines: [documents.map(line).join('\n')] },
      { title: words.storedTitle, lines: [words.stored] },
      { title: words.seenTitle, lines: [words.seen] },
    ],
    footer: fill(words.contact, { hrContact }),
  };
}

const citation = ({ passage, excerpt }: Quote, position: number, undated: string): Citation => ({
  position,
  name: shortened(sourceLine(passage, undated), 80),
  abstract: shortened(excerpt, 160),
});

/** A person's own words never look like a template, neither to us nor to a channel. */
const inert = (words: string): string => words.replaceAll('${', '$ {');

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
