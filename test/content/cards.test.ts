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
  rehearsals: guides.rehearsals,
  sourceOf: guides.sourceOf,
  linkTo: ({ document }) => `https://coach.region.example/dokument/${document.id}/1.${'x'.repeat(60)}#stycket`,
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
      return { kind: 'topic', answer, guide: 'delegering', reflection: 'saga-emot', rehearsal: 'rakt-svar' };
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
  ...library.passages.map(({ id }): Reply => ({ kind: 'found', answer: cite(library, id)! })),
  ...questions.map((question) => asReply(ask(library, question))),
  ...[...library.topics.values()].map(({ question }) => asReply(ask(library, question))),
  { kind: 'topics', topics: [...library.topics.values()] },
  ...guideReplies(flows),
  ...questionReplies(),
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
      'about concern erasing feedbackForm found greeting guidance guideFirst guides help none notice offer optedOut optingOut reflections rehearsals sessions thanks toHr topic topics unsure welcome'.split(
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
      // As many as Teams shows together.
      card.hostConfig = new AdaptiveCards.HostConfig({ actions: { maxActions: 6 } });
      card.parse(message.card, context);
      // The parser is older than charts and bars; a client without them drops them, as their fallback says.
      const parsing = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message).filter(
        (text) => !/Chart\.HorizontalBar|ProgressBar/.test(text),
      );
      return [...parsing, ...card.validateProperties().validationEvents.map((event) => event.message)];
    });
    expect(complaints).toEqual([]);
  });

  it('has at most six actions in all, each with a title that fits a phone and a fallback for older clients', () => {
    for (const { message } of cards) {
      const actions = partsOf(message.card).filter(
        ({ type }) => String(type).startsWith('Action.') && type !== 'Action.Submit',
      );
      expect(actions.length).toBeLessThanOrEqual(6);
      for (const action of actions) {
        expect(String(action.title).length).toBeLessThanOrEqual(50);
        if (action.type === 'Action.Execute')
          expect(action.fallback).toMatchObject({ type: 'Action.Submit', data: { verb: action.verb } });
      }
    }
  });

  /** How a manager sees a card of a guide, an answer or none: what is more than three buttons stands behind "…". */
  it('has at most three buttons in sight where a guide goes on or a question is answered', () => {
    const crowded = cards.filter(({ reply, message }) => {
      const shown = partsOf(message.card).filter(
        ({ type, mode }) => String(type).startsWith('Action.') && type !== 'Action.Submit' && mode !== 'secondary',
      );
      // The page of a programme is a list of things to do, each with its own help.
      const isPage = reply.kind === 'guidance' && reply.guidance.kind === 'programme';
      return !isPage && ['found', 'topic', 'unsure', 'none', 'guidance'].includes(reply.kind) && shown.length > 3;
    });
    expect(crowded.map(({ reply }) => reply.kind)).toEqual([]);
  });

  it('has something in sight in every row of buttons: a row of nothing but "…" is no row', () => {
    const rows = cards.flatMap(({ message }) => partsOf(message.card)).filter(({ type }) => type === 'ActionSet');
    const hidden = rows.filter(({ actions }) => (actions as Element[]).every(({ mode }) => mode === 'secondary'));
    expect(hidden).toEqual([]);
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

describe('the card of a profile', () => {
  const isProfile = (reply: Reply) =>
    reply.kind === 'guidance' && reply.guidance.kind === 'summary' && reply.guidance.flow.form.form === 'profile';
  const profiles = cards.filter(({ reply }) => isProfile(reply)).map(({ message }) => message.card);

  it('draws its lines with what every client has, each place by a sign and again in words', () => {
    expect(profiles.length).toBeGreaterThan(0);
    for (const card of profiles) {
      const parts = partsOf(card);
      expect(parts.filter(({ type }) => /^(Chart|Image|ProgressBar)/.test(String(type)))).toEqual([]);
      const words = parts.map(({ text }) => String(text)).filter((text) => /(^|→ )Nu: /.test(text));
      const signs = parts.filter(({ text }) => text === texts.profile.mark.now || text === texts.profile.mark.both);
      expect([words.length, signs.length]).toEqual([5, 5]);
    }
  });

  it('shows at most two passages of others, word for word', () => {
    for (const card of profiles) {
      const quotes = partsOf(card).filter(({ type, italic }) => type === 'TextRun' && italic);
      expect(quotes).toHaveLength(2);
    }
  });
});

describe("a person's own words on a guide's card", () => {
  it('stand where no Markdown is read, and come back as they were', () => {
    const withWords = cards.filter(({ reply }) => reply.kind === 'guidance' || reply.kind === 'offer');
    const parts = withWords.flatMap(({ message }) => partsOf(message.card));
    const blocks = parts.filter(({ type }) => type === 'TextBlock');
    expect(blocks.filter(({ text }) => /länk|bild/.test(String(text)))).toEqual([]);
    expect(parts.filter(({ title }) => String(title).includes(']('))).toEqual([]);
    const inputs = parts.filter(({ type }) => type === 'Input.Text');
    const shown = inputs.find(({ id, value }) => id === 'fraga' && String(value).startsWith('$'));
    expect(
      readStep({ id: 'fraga', kind: 'text', max: 500 } as never, { fraga: String(shown?.value) }, new Map(), ''),
    ).toEqual({
      value: hostile.slice(0, 200).trim(),
    });
  });
});
