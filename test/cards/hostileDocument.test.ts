import fc from 'fast-check';
import { Lexer, type Token } from 'marked';
import path from 'node:path';
import { type Message } from '../../src/cards/message';
import { readLayouts } from '../../src/cards/layouts';
import { createRenderer } from '../../src/cards/render';
import { sourceView, type CardContext } from '../../src/cards/cardContext';
import { partsOf } from '../../tools/localTeams/inputs';
import { objection } from '../../tools/localTeams/rules';
import { projectRoot } from '../../src/shared/config';
import { type Passage } from '../../src/knowledge/documents/passages';
import { type Reply } from '../../src/bot/reply';
import { activityOf } from '../../src/teams/outgoing';
import { readTexts } from '../../src/shared/texts';
import { documentOf } from '../knowledge/library';
import { calendar } from '../ourCalendar';
import { usualRetention } from '../usualRetention';
import { runs } from '../runs';

const cardsFolder = path.join(projectRoot, 'cards');
const texts = readTexts(cardsFolder);

const address = 'https://coach.region.example/dokument/prov/1.x#stycket';
/** Ours, as it is: the only one on a card. */
const ourLink = `[${texts.document.open}](${address})`;

/** Everything that an author may write, in every place where it is shown. */
function passageBy(words: string): Passage {
  const { body: _, ...document } = documentOf('', { title: words, publisher: words, weight: words, kind: words });
  return { id: 'prov#1', document, heading: [words, words], text: `Text ${words}`, weight: words, page: words };
}

const setting = (passage: Passage): CardContext => ({
  texts,
  hrContact: 'HR',
  documents: () => [passage.document],
  flows: [],
  reflections: [],
  rehearsals: [],
  sourceOf: () => passage,
  linkTo: () => address,
  calendar,
  retention: usualRetention,
  calendarLinkTo: () => undefined,
  now: () => new Date('2026-11-23T12:00:00Z'),
});

function messagesWith(words: string): Message[] {
  const passage = passageBy(words);
  const render = createRenderer(readLayouts(cardsFolder), setting(passage));
  const quote = { passage, excerpt: passage.text };
  const whole = { passage: { ...passage, text: `${passage.text} och mer` }, excerpt: passage.text };
  const dated = (date: string) => ({ ...quote, passage: { ...passage, document: { ...passage.document, date } } });
  const replies: Reply[] = [
    { kind: 'about' },
    { kind: 'documentFacts', documents: [passage.document] },
    { kind: 'found', answer: { outcome: 'found', quote: whole, beside: [], more: [quote], followUps: [] } },
    {
      kind: 'found',
      answer: {
        outcome: 'found',
        quote: dated('2019'),
        beside: [dated('2025')],
        differs: 'amount',
        more: [],
        followUps: [],
      },
    },
    { kind: 'unsure', answer: { outcome: 'unsure', near: { others: [] }, candidates: [quote, quote] } },
  ];
  return replies.map(render);
}

/** Every text of a message that a client may read as Markdown. */
const readAsMarkdown = ({ text, summary, card, citations }: Message): string[] => [
  text,
  summary,
  ...citations.map(({ name }) => name),
  ...partsOf(card ?? {}, 'TextBlock')
    .map((block) => String(block.text))
    .filter((words) => words !== ourLink),
];

const kindsOf = (tokens: readonly Token[]): string[] =>
  tokens.flatMap((token) => [
    token.type,
    ...kindsOf(('tokens' in token && token.tokens) || []),
    ...kindsOf(('items' in token && (token.items as Token[])) || []),
  ]);
const marked = (text: string) =>
  kindsOf(new Lexer().lex(text)).filter((kind) =>
    ['link', 'image', 'html', 'heading', 'blockquote', 'code', 'codespan', 'del', 'hr', 'def'].includes(kind),
  );

const pieces = [
  ...['[klicka](http://evil)', '![x](http://evil/y.png)', '<at>Alla</at>', '[1]', '[2]', '[a]: http://evil', '[a][b]'],
  ...[
    '<http://evil>',
    'http://evil.se',
    'www.evil.se',
    'a@evil.se',
    '<img src=x>',
    '&lt;at&gt;',
    '${$root}',
    '${',
    '$',
  ],
  ...[
    '*',
    '**',
    '_',
    '`',
    '~~',
    '#',
    '# ',
    '- ',
    '> ',
    '---',
    '===',
    '|',
    '\\',
    '](',
    '[',
    ']',
    '(',
    ')',
    '{',
    ' ',
    ':',
  ],
  ...['\u202e', '\u2060', '\u200b', '\ud800', '\u001b[31m', 'Tillit', 'å'],
];
const hostile = fc.oneof(
  fc.constantFrom(...pieces),
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('').slice(0, 120)),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
);

describe('what a document says of itself', () => {
  it('never becomes a link, an image, a mention, a citation or a template, whatever its author wrote', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        for (const message of messagesWith(words)) {
          for (const text of readAsMarkdown(message)) {
            expect(marked(text)).toEqual([]);
            expect(text).not.toMatch(/<|\$\{|\p{Cs}|[\u202a-\u202e]/u);
          }
          const cited = message.citations.map(({ position }) => `[${position}]`);
          expect(message.text.match(/\[[^\]]*\]/g) ?? []).toEqual(cited);
          expect(message.citations.filter(({ url }) => url !== address)).toEqual([]);
          expect(objection({ ...activityOf(message) })).toBeUndefined();
        }
        const { source, weight } = sourceView(setting(passageBy(words)), { document: 'prov', quote: 'Text' })!;
        expect([...marked(source), ...marked(weight)]).toEqual([]);
      }),
      { numRuns: runs(50) },
    );
  });

  it.each([
    ['Tillit [klicka](http://evil)', 'Tillit (klicka)(http:\u2060//evil)'],
    ['<at>Alla</at>', '‹at›Alla‹/at›'],
    ['arsrapport_2023', 'arsrapport 2023'],
    ['Motionssvar 2021:3 (C# & R), del 1-2', 'Motionssvar 2021:3 (C# & R), del 1-2'],
    ['***', '–'],
  ])('can still be read: %s', (title, shown) => {
    const found = messagesWith(title).find(({ citations }) => citations.length > 0);
    expect(found!.text).toContain(`*${shown}*, `);
  });
});
