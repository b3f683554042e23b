import path from 'node:path';
import { projectRoot, readConfig } from '../shared/config';
import { ask, type Answer } from '../knowledge/answer';
import { openLibrary } from '../knowledge/library';
import { explained } from './explain';
import { readArguments } from '../shared/arguments';
import { adviceOf } from '../bot/topicAdvice';
import { absentSentence, unsureLead } from '../bot/unsureLead';
import { readTexts, type Texts } from '../shared/texts';
import { isChoice, type NearTopics } from '../knowledge/nearTopics';
import { quotesOf, type Topic, type TopicPart } from '../knowledge/topics/topic';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { partialDateInWords } from '../shared/localTime';
import { type Quote } from '../knowledge/ranking/quote';
import { cliTexts } from './cliTexts';
import { fill } from '../shared/fill';

const { ask: words, undated } = cliTexts;

/** An answer as plain text for a person at a terminal. */
export function printedAnswer(texts: Texts, answer: Answer): string {
  switch (answer.outcome) {
    case 'found':
      return [
        ...(answer.differs ? [texts.disagreement.title[answer.differs]] : []),
        ...[answer.quote, ...answer.beside].map(quotation),
        ...(answer.more.length > 0 ? [words.more, ...answer.more.map(quotation)] : []),
        ...(answer.followUps.length > 0
          ? [[words.followUps, ...answer.followUps.map((each) => `  ${each}`)].join('\n')]
          : []),
      ].join('\n\n');
    case 'topic':
      return printedTopic(answer.topic).join('\n\n');
    case 'unsure':
      return [unsureLead(texts, answer), ...nearest(texts, answer)].join('\n\n');
    case 'none':
      if (answer.documents) return printedFacts(texts, answer.documents);
      return [
        answer.absent ? absentSentence(texts, answer.absent) : words.none,
        ...answer.near.others.map((topic) => printedChoice(texts, topic)),
      ].join('\n');
  }
}

function printedFacts({ documentFacts: { lead, rest } }: Texts, documents: readonly KnowledgeDocument[]): string {
  const lines = documents.map(({ publisher, title, date, weight }) => {
    const when = date ? partialDateInWords(date) : undated;
    return `  ${publisher}: ${title}, ${when} (${weight})`;
  });
  return [lead, ...lines, rest].join('\n');
}

/** The topic that is shown, the topics to choose from, or the passages. */
const nearest = (texts: Texts, { near, candidates }: Extract<Answer, { outcome: 'unsure' }>): string[] => {
  if (near.shown) return printedTopic(near.shown);
  return isChoice(near) ? near.others.map((topic) => printedChoice(texts, topic)) : candidates.map(quotation);
};

const printedChoice = (texts: Texts, topic: Topic): string =>
  [topic.question, adviceOf(texts, topic)].flatMap((line) => (line ? [`  ${line}`] : [])).join('\n');

const printedTopic = ({ question, parts }: Topic): string[] => [question, ...parts.map(printedPart)];

const printedPart = ({ heading, own, quotes }: TopicPart) =>
  [
    heading,
    ...quotes.map(({ lead, text, passage }) =>
      [lead, quotation({ excerpt: text, passage })].filter(Boolean).join('\n'),
    ),
    ...(own ? [own] : []),
  ].join('\n');

const quotation = ({ excerpt, passage }: Quote) =>
  `${excerpt.replace(/^/gm, '  | ').replaceAll('\t', ' | ')}\n  ${sourceOf(passage)}`;

function sourceOf({ id, document, heading, weight, page }: Quote['passage']): string {
  const when = document.date?.slice(0, 4) ?? undated;
  const where = [document.publisher, document.title, when, page].filter(Boolean).join(', ');
  return `– ${[where, weight, heading.join(' > '), id].filter(Boolean).join(' · ')}`;
}

/** An answer as JSON data. A source is shown by what identifies it, not by its whole document. */
export function plainText(answer: Answer): unknown {
  const quote = ({ excerpt, passage: { id, document, heading, text, weight, page } }: Quote) => ({
    excerpt,
    passage: id,
    document: document.id,
    title: document.title,
    publisher: document.publisher,
    date: document.date,
    url: document.url,
    weight,
    heading,
    page,
    text,
  });
  switch (answer.outcome) {
    case 'found':
      return { ...answer, quote: quote(answer.quote), beside: answer.beside.map(quote), more: answer.more.map(quote) };
    case 'topic':
      return {
        outcome: answer.outcome,
        topic: answer.topic.id,
        quotes: quotesOf(answer.topic).map(({ text, passage }) => quote({ excerpt: text, passage })),
        next: answer.next.map(({ id }) => id),
      };
    case 'unsure':
      return { ...answer, candidates: answer.candidates.map(quote), near: nearIds(answer.near) };
    case 'none':
      return { ...answer, near: nearIds(answer.near) };
  }
}

const nearIds = ({ shown, others }: NearTopics) => ({ shown: shown?.id, others: others.map(({ id }) => id) });

/**
 * Answers one question, and returns the text to print: the bot's words, with `--json` the answer as JSON, and with `--explain`
 * why the bot would answer so. `indexes` is the folder of the search index.
 * @throws {Error} with the usage where the question is empty or an option unknown, or where a document or a list cannot be read
 */
export function run(args: string[], indexes: string): string {
  const { values, positionals } = parsed(args);
  const question = positionals.join(' ').trim();
  if (question === '') throw new Error(fill(words.noQuestion, { usage: words.usage }));
  const library = openLibrary(path.join(projectRoot, 'knowledge'), indexes);
  const texts = readTexts(path.join(projectRoot, 'cards'));
  if (values.explain) return explained(texts, library, question);
  const answer = ask(library, question);
  return values.json ? JSON.stringify(plainText(answer), undefined, 2) : printedAnswer(texts, answer);
}

const parsed = (args: string[]) =>
  readArguments(
    { args, allowPositionals: true, options: { json: { type: 'boolean' }, explain: { type: 'boolean' } } },
    words.usage,
  );

if (require.main === module) {
  try {
    process.stdout.write(`${run(process.argv.slice(2), readConfig({ DATA_DIR: process.env.DATA_DIR }).indexDir)}\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
