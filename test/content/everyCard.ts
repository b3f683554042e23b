import path from 'node:path';
import { readFileSync } from 'node:fs';
import { readLayouts } from '../../src/cards/layouts';
import { createRenderer } from '../../src/cards/render';
import { projectRoot } from '../../src/shared/config';
import { ask, cite, type Answer } from '../../src/knowledge/answer';
import { theLibrary } from '../knowledge/library';
import { foldersIn, loadGuides } from '../../src/bot/guides';
import { type Reply } from '../../src/bot/reply';
import { readTexts } from '../../src/shared/texts';
import { everything } from '../coaching/flow';
import { largestOwn } from '../coaching/ownSet';
import { dialogueReplies } from './dialogueReplies';
import { ownDataReplies } from './ownDataReplies';
import { commitmentReplies } from './commitmentReplies';
import { guideReplies, hostile } from './guideReplies';
import { questionReplies } from './questionReplies';
import { calendar } from '../ourCalendar';
import { usualRetention } from '../usualRetention';

const cardsFolder = path.join(projectRoot, 'cards');
export const texts = readTexts(cardsFolder);
export const library = theLibrary();
const guides = loadGuides(foldersIn(cardsFolder), path.join(projectRoot, 'knowledge'));
const longestPassage = library.passages.find(({ text }) => text.length > 600)!;
const quoted = { document: longestPassage.document.id, quote: longestPassage.text.slice(0, 600) };
if (!guides.sourceOf(quoted))
  throw new Error('The quotation of the largest question set does not stand in the documents.');
const flows = [...guides.flows.values(), everything, largestOwn(texts.ownQuestions, quoted)];
const render = createRenderer(readLayouts(cardsFolder), {
  texts,
  hrContact: 'HR-staben, tfn 1234',
  documents: () => library.documents,
  flows: [...guides.guides, everything],
  reflections: guides.reflections,
  rehearsals: guides.rehearsals,
  sourceOf: guides.sourceOf,
  linkTo: ({ document }) => `https://coach.region.example/dokument/${document.id}/1.${'x'.repeat(60)}#stycket`,
  calendarLinkTo: (day) => `https://coach.region.example/kalender/${day}.${'x'.repeat(100)}`,
  calendar,
  retention: usualRetention,
  now: () => new Date('2026-11-23T12:00:00Z'),
});

/** `npm run verify` draws all of them; `npm test` draws some of those that differ in their words only. */
const oneOf = (globalThis as { everyCard?: boolean }).everyCard ? 1 : 6;
const some = <T>(all: readonly T[]): T[] => all.filter((_, at) => at % oneOf === 0);

const questions = some(
  readFileSync(path.join(projectRoot, 'test/knowledge/questions.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { q: string }).q),
);

const asReply = (answer: Answer): Reply => {
  switch (answer.outcome) {
    case 'found':
      return { kind: 'found', answer, notice: texts.edited, guide: 'delegering' };
    case 'topic':
      return { kind: 'topic', answer, guide: 'delegering', reflection: 'saga-emot', rehearsal: 'rakt-svar' };
    case 'unsure':
      return { kind: 'unsure', answer, guide: 'delegering', question: hostile };
    case 'none':
      return { kind: 'none', near: answer.near.others, guide: 'delegering', question: hostile };
  }
};

/** Every card that the product can send: all kinds, every passage cited, and what a few hundred questions bring. */
export const replies: Reply[] = [
  { kind: 'welcome' },
  { kind: 'greeting' },
  { kind: 'help' },
  { kind: 'rehearsals' },
  ...[0, 4, 8].map((skip): Reply => ({ kind: 'reflections', skip })),
  { kind: 'about' },
  { kind: 'feedbackForm', reaction: 'like' },
  { kind: 'feedbackForm', reaction: 'dislike' },
  ...[hostile, '丈'.repeat(1000)].flatMap((question) =>
    flows.map((flow): Reply => ({ kind: 'guideFirst', flow, question, notice: texts.edited })),
  ),
  { kind: 'concern', question: 'Jag är hotad ${if(true, 1, 2)} [x](http://y) "citat" \n rad' },
  { kind: 'concern', question: 'x'.repeat(1000) },
  { kind: 'none', near: [], notice: texts.edited },
  ...some(library.passages).map(({ id }): Reply => ({ kind: 'found', answer: cite(library, id)! })),
  ...questions.map((question) => asReply(ask(library, question))),
  ...some([...library.topics.values()]).map(({ question }) => asReply(ask(library, question))),
  { kind: 'topics', topics: [...library.topics.values()] },
  ...guideReplies(flows, some),
  ...questionReplies(),
  ...commitmentReplies(hostile),
  ...[...guides.dialogueContents.values()].flatMap((content) => dialogueReplies(content, hostile)),
  ...ownDataReplies(),
];

export type Element = Record<string, unknown>;
/** All objects of a card, depth first. */
export const partsOf = (part: unknown): Element[] =>
  Array.isArray(part)
    ? part.flatMap(partsOf)
    : typeof part === 'object' && part !== null
      ? [part as Element, ...Object.values(part).flatMap(partsOf)]
      : [];

/** Each reply with the message that it becomes. */
export const cards = replies.map((reply) => ({ reply, message: render(reply) }));
