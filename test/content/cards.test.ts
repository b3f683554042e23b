import { objection } from '../../tools/localTeams/rules';
import { allQuotes } from '../../src/knowledge/answer';
import { readStep } from '../../src/coaching/response';
import { isRehearsal } from '../../src/coaching/flow';
import { type Reply } from '../../src/bot/reply';
import { writtenWords } from '../../src/questions/question';
import { activityOf } from '../../src/teams/outgoing';
import { hostile } from './guideReplies';
import { cards, library, partsOf, replies, texts, type Element } from './everyCard';

// The package's main file is an ES module that Node cannot load; this one it can.
const AdaptiveCards = jest.requireActual<typeof import('adaptivecards')>('adaptivecards/dist/adaptivecards.js');

describe('every card', () => {
  it('is of every kind', () => {
    const kinds = new Set(replies.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      'about answeredText commitment commitments concern dialogue erasing erasingAll feedbackForm fileLinks found greeting guidance guideFirst guides help none notice offer optedOut optingOut ownData reflections rehearsals remindWhen sessions shareForm shareInvitation sharePreview sharedText shares thanks toHr topic topics understandingInvitation unsure welcome'.split(
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
      if (!message.card) return [];
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

  /** A guide's card or an answer as a manager sees it: at most three buttons, and the others behind "…". */
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

  it('writes a time with a point, as in Swedish, but for what it quotes', () => {
    const own = cards.filter(({ reply }) => !['found', 'topic', 'unsure', 'none'].includes(reply.kind));
    const said = own.flatMap(({ message }) => [message.text, ...partsOf(message.card).map(({ text }) => String(text))]);
    expect(said.filter((text) => /\b\d{1,2}:\d{2}\b/.test(text))).toEqual([]);
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

describe('the summary of a guide', () => {
  const rows = cards.flatMap(({ reply, message }) => {
    if (reply.kind !== 'guidance' || reply.guidance.kind !== 'summary') return [];
    const pressed = partsOf(message.card).filter(({ type }) => type === 'Action.Execute');
    const verbs = (mode: string) => pressed.flatMap((one) => (one.mode === mode ? [String(one.verb)] : [])).join(' ');
    const { flow, state } = reply.guidance;
    const isAgain = isRehearsal(flow) && state.status === 'finished';
    return [{ isAgain, verbs: `${verbs('primary')} | ${verbs('secondary')}` }];
  });

  it('can be changed or gone on with, leads to one guide, rehearsal or topic, is remembered; and kept, shared or erased behind "…"', () => {
    const guides = rows.filter(({ isAgain }) => !isAgain).map(({ verbs }) => verbs);
    expect(guides).toContain('back guide remindWhen | download share erase');
    for (const verbs of guides)
      expect(verbs).toMatch(/^(back|resume)( guide| ask| rehearsals)? remindWhen \| download( share)? erase$/);
  });

  it('of a rehearsal can be done again, leads to a guide or a topic, and can be changed', () => {
    const rehearsals = rows.filter(({ isAgain }) => isAgain).map(({ verbs }) => verbs);
    expect(rehearsals).toContain('startAnew ask back | download share erase');
    for (const verbs of rehearsals) expect(verbs).toMatch(/^startAnew( guide| ask)? back \| download( share)? erase$/);
  });
});

describe('a quotation on a card', () => {
  it('stands letter by letter in its passage', () => {
    const found = replies.flatMap((reply) => (reply.kind === 'found' ? allQuotes(reply.answer) : []));
    expect(found.length).toBeGreaterThan(library.passages.length / 6);
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

describe('what people write in a dialogue', () => {
  const parts = cards.filter(({ reply }) => reply.kind === 'dialogue').flatMap(({ message }) => partsOf(message.card));

  it('stands where no Markdown is read, and is set like no quotation', () => {
    expect(parts.filter(({ type, text }) => type === 'TextBlock' && /\]\(|<at>|丈/.test(String(text)))).toEqual([]);
    const texts = cards.flatMap(({ reply, message }) => (reply.kind === 'dialogue' ? [message.text] : []));
    expect(texts.filter((text) => /\]\(|<at>|!\[/.test(text))).toEqual([]);
    const quoted = parts.filter(({ italic }) => italic).map(({ text }) => String(text));
    expect(quoted.filter((text) => /länk|丈/.test(text))).toEqual([]);
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
