import path from 'node:path';
import { readFileSync } from 'node:fs';
import { objection } from '../../tools/localTeams/rules';
import { createRenderer } from '../../src/cards/render';
import { projectRoot } from '../../src/shared/config';
import { allQuotes, ask, cite, type Answer } from '../../src/knowledge/answer';
import { theLibrary } from '../knowledge/library';
import { readStep } from '../../src/coaching/response';
import { foldersIn, loadGuides } from '../../src/bot/guides';
import { type Reply } from '../../src/bot/reply';
import { writtenWords } from '../../src/questions/question';
import { activityOf } from '../../src/teams/outgoing';
import { readTexts } from '../../src/shared/texts';
import { everything } from '../coaching/flow';
import { commitmentReplies } from './commitmentReplies';
import { guideReplies, hostile } from './guideReplies';
import { questionReplies } from './questionReplies';

// The package's main file is an ES module that Node cannot load; this one it can.
const AdaptiveCards = jest.requireActual<typeof import('adaptivecards')>('adaptivecards/dist/adaptivecards.js');

const cardsFolder = path.join(projectRoot, 'cards');
const texts = readTexts(cardsFolder);
const library = theLibrary();
const guides = loadGuides(foldersIn(cardsFolder), path.join(projectRoot, 'knowledge'));
const flows = [...guides.flows.values(), everything];
const render = createRenderer(cardsFolder, {
  texts,
  hrContact: 'HR-staben, tfn 1234',
  documents: () => library.documents,
  flows: [...guides.guides, everything],
  reflections: guides.reflections,
  sourceOf: guides.sourceOf,
  linkTo: ({ document }) => `https://coach.region.example/dokument/${document.id}/1.${'x'.repeat(60)}#stycket`,
  calendarLinkTo: (day) => `https://coach.region.example/kalender/${day}.${'x'.repeat(100)}`,
  questionDays: 90,
  now: () => new Date('2026-11-23T12:00:00Z'),
});

/** Every third. */
const questions = readFileSync(path.join(projectRoot, 'test/knowledge/questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .filter((_, at) => at % 3 === 0)
  .map((line) => (JSON.parse(line) as { q: string }).q);

const asReply = (answer: Answer): Reply => {
  switch (answer.outcome) {
    case 'found':
      return { kind: 'found', answer, notice: texts.edited, guide: 'delegering' };
    case 'topic':
      return { kind: 'topic', answer, guide: 'delegering', reflection: 'saga-emot' };
    case 'unsure':
      return { kind: 'unsure', answer, guide: 'delegering', question: hostile };
    case 'none':
      return { kind: 'none', near: answer.near.others, guide: 'delegering', question: hostile };
  }
};

/** Every card that the product can send: all kinds, every passage cited, and what a few hundred questions bring. */
const replies: Reply[] = [
  { kind: 'welcome' },
  { kind: 'greeting' },
  { kind: 'help' },
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
  ...library.passages.map(({ id }): Reply => ({ kind: 'found', answer: cite(library, id)! })),
  ...questions.map((question) => asReply(ask(library, question))),
  ...[...library.topics.values()].map(({ question }) => asReply(ask(library, question))),
  { kind: 'topics', topics: [...library.topics.values()] },
  ...guideReplies(flows),
  ...questionReplies(),
  ...commitmentReplies(hostile),
];

type Element = Record<string, unknown>;
/** All objects of a card, depth first. */
const partsOf = (part: unknown): Element[] =>
  Array.isArray(part)
    ? part.flatMap(partsOf)
    : typeof part === 'object' && part !== null
      ? [part as Element, ...Object.values(part).flatMap(partsOf)]
      : [];

const cards = replies.map((reply) => ({ reply, message: render(reply) }));

describe('every card', () => {
  it('is of every kind', () => {
    const kinds = new Set(replies.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      'about commitment commitments concern erasing feedbackForm found greeting guidance guideFirst guides help none notice offer optedOut optingOut reflections remindWhen sessions thanks toHr topic topics unsure welcome'.split(
        ' ',
      ),
    );
  });

  it('is taken by Teams: size, version, at most six actions together, nothing unexpanded, citations in bounds', () => {
    const refused = cards.map(({ message }) => objection({ ...activityOf(message) })).filter(Boolean);
    expect(refused).toEqual([]);
  });

  it('parses without a complaint', () => {
    const complaints = cards.flatMap(({ message }) => {
      const context = new AdaptiveCards.SerializationContext();
      const card = new AdaptiveCards.AdaptiveCard();
      card.parse(message.card, context);
      // The parser is older than charts; a client without them drops them, as their fallback says.
      const parsing = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message).filter(
        (text) => !text.includes('Chart.HorizontalBar'),
      );
      return [...parsing, ...card.validateProperties().validationEvents.map((event) => event.message)];
    });
    expect(complaints).toEqual([]);
  });

  // A list of commitments has a set of buttons for each, and a single one asks two things: how it went, and when.
  const hasManySets = ({ kind }: Reply) => kind === 'commitments' || kind === 'commitment';

  it('has at most six actions in all, each with a title that fits a phone and a fallback for older clients', () => {
    for (const { reply, message } of cards) {
      const actions = partsOf(message.card).filter(
        ({ type }) => String(type).startsWith('Action.') && type !== 'Action.Submit',
      );
      if (!hasManySets(reply)) expect(actions.length).toBeLessThanOrEqual(6);
      for (const action of actions) {
        expect(String(action.title).length).toBeLessThanOrEqual(50);
        if (action.type === 'Action.Execute')
          expect(action.fallback).toMatchObject({ type: 'Action.Submit', data: { verb: action.verb } });
      }
    }
  });

  it('labels its inputs and describes its images', () => {
    for (const part of cards.flatMap(({ message }) => partsOf(message.card))) {
      if (String(part.type).startsWith('Input.')) expect(part.label).toEqual(expect.stringMatching(/\S/));
      if (part.type === 'Image') expect(part.altText).toEqual(expect.stringMatching(/\S/));
    }
  });

  it('wraps every text: phones are narrow', () => {
    const blocks = cards.flatMap(({ message }) => partsOf(message.card)).filter(({ type }) => type === 'TextBlock');
    expect(blocks.filter(({ wrap }) => wrap !== true)).toEqual([]);
  });

  it('shows a toggle only where there is something to show', () => {
    for (const { message } of cards) {
      const parts = partsOf(message.card);
      const ids = parts.flatMap(({ id, type }) => (id && !String(type).startsWith('Input.') ? [id] : []));
      const targets = parts.flatMap(({ targetElements }) => (targetElements as string[] | undefined) ?? []);
      expect([...targets].sort()).toEqual([...ids].sort());
    }
  });

  it('says in the summary what may stand on a locked phone: nothing that a person wrote', () => {
    for (const { reply, message } of cards) {
      expect(message.summary).toMatch(/\S/);
      expect(message.summary.length).toBeLessThanOrEqual(120);
      expect(message.summary).not.toMatch(/länk|丈/);
      if (reply.kind === 'found') expect(message.summary).toContain(reply.answer.quote.passage.document.title);
      if (reply.kind === 'concern') expect(message.summary).toBe(texts.concern.title);
    }
  });
});

describe('a quotation on a card', () => {
  it('stands letter by letter in its passage', () => {
    const found = replies.flatMap((reply) => (reply.kind === 'found' ? allQuotes(reply.answer) : []));
    expect(found.length).toBeGreaterThan(library.passages.length);
    expect(found.filter(({ passage, excerpt }) => !passage.text.includes(excerpt))).toEqual([]);
  });
});

describe('what a manager and HR write to each other', () => {
  const parts = cards.filter(({ reply }) => reply.kind === 'toHr').flatMap(({ message }) => partsOf(message.card));

  it('stands where no Markdown is read, and is set like no quotation', () => {
    expect(parts.filter(({ type, text }) => type === 'TextBlock' && /\]\(|<at>|丈/.test(String(text)))).toEqual([]);
    expect(parts.filter(({ italic, style }) => italic || style === 'emphasis')).toEqual([]);
    expect(cards.filter(({ reply, message }) => reply.kind === 'toHr' && message.citations.length)).toEqual([]);
  });

  it('comes back out of a card as it was written', () => {
    const kept = parts.flatMap(({ data }) => (data as { text?: string } | undefined)?.text ?? []);
    expect(kept.map(writtenWords)).toContain(writtenWords(hostile));
  });
});

describe("a person's own words on a guide's card", () => {
  it('stand where no Markdown is read, and come back as they were', () => {
    const withWords = cards.filter(({ reply }) => reply.kind === 'guidance' || reply.kind === 'offer');
    const blocks = withWords.flatMap(({ message }) => partsOf(message.card)).filter(({ type }) => type === 'TextBlock');
    expect(blocks.filter(({ text }) => /länk|bild/.test(String(text)))).toEqual([]);
    const titles = withWords.flatMap(({ message }) => partsOf(message.card)).map(({ title }) => String(title));
    expect(titles.filter((title) => title.includes(']('))).toEqual([]);
    const inputs = withWords
      .flatMap(({ message }) => partsOf(message.card))
      .filter(({ type }) => type === 'Input.Text');
    const shown = inputs.find(({ id, value }) => id === 'fraga' && String(value).startsWith('$'));
    expect(
      readStep({ id: 'fraga', kind: 'text', max: 500 } as never, { fraga: String(shown?.value) }, new Map(), ''),
    ).toEqual({
      value: hostile.slice(0, 200).trim(),
    });
  });
});
