import { cardsOf, type Turn } from '../../tools/localTeams/localTeams';
import { anna, bo, run, texts, wordsOf, type Running } from './service';

let running: Running;
beforeAll(async () => {
  running = await run();
});
afterAll(async () => {
  await running.stop();
});
afterEach(() => {
  expect(running.channel.refusals).toEqual([]);
});

const ask = (question: string, chat = running.chat()) => running.channel.say(chat, anna, question);
const only = (turn: Turn) => {
  expect(turn.sent).toHaveLength(1);
  return turn.sent[0]!;
};

describe('a question that the documents answer', () => {
  it('gets a quotation with its source, citations and thumbs, in one message', async () => {
    const { activity } = only(await ask('Vad säger Region Skåne om detaljstyrning av medarbetare?'));
    const [card] = cardsOf(activity);
    expect(activity.text).toMatch(/^Så står det i .+\[1\]/);
    expect(JSON.stringify(card)).toContain('ställer sig inte bakom en detaljstyrning');
    expect(activity.channelData?.feedbackLoop).toEqual({ type: 'custom' });
    const [entity] = activity.entities as { citation: { position: number; appearance: { name: string } }[] }[];
    expect(entity!.citation[0]).toMatchObject({
      position: 1,
      appearance: { name: expect.stringMatching(/^\S/) as string },
    });
  });

  it('says who stands behind the words and how much they weigh', async () => {
    const words = wordsOf(await ask('Vad yrkar Vänsterpartiet i motionen om tillitsbaserad styrning?'));
    expect(words).toContain('Motion: förslag, inte beslut');
    expect(words).toContain('odaterad');
  });

  it('is read past the soft hyphens of a pasted text', async () => {
    const pasted = await ask('Vad är tillits\u00adbaserad styr\u00adning?');
    expect(wordsOf(pasted)).toBe(wordsOf(await ask('Vad är tillitsbaserad styrning?')));
  });

  it('gets the same answer every time', async () => {
    const [first, second] = [
      await ask('Hur undviker jag detaljstyrning?'),
      await ask('Hur undviker jag detaljstyrning?'),
    ];
    expect(wordsOf(second)).toBe(wordsOf(first));
  });

  it('offers questions that are answered when pressed, also by a client without Action.Execute', async () => {
    const chat = running.chat();
    const card = JSON.stringify(cardsOf(only(await ask('Vad är tillitsbaserad styrning?', chat)).activity));
    const offered = [...card.matchAll(/"title":"([^"]+)","verb":"ask"/g)].map(([, title]) => title!);
    expect(offered.length).toBeGreaterThan(0);
    for (const question of offered) {
      const turn = await running.channel.press(chat, anna, question, { fallback: question === offered[1] });
      expect(turn.status).toBe(200);
      expect(only(turn).activity.text).toContain('[1]');
    }
  });
});

describe('a question that nothing answers', () => {
  it('is told so plainly, with what is covered and whom to ask', async () => {
    const turn = await ask('Hur blir vädret i Östersund imorgon?');
    expect(wordsOf(turn)).toContain('Det står inte i mina dokument. Fråga din HR-avdelning.');
    expect(wordsOf(turn)).toContain('Vad är tillitsbaserad styrning?');
    expect(only(turn).activity.entities ?? []).toEqual([]);
  });
});

describe('a question of somebody whom the documents do not name', () => {
  it('says so above what others say, also in a group, and names nobody in the notification, the log or the store', async () => {
    const group = running.channel.conversation({ id: 'g:absent', type: 'groupChat', members: [anna] });
    for (const chat of [running.chat(), group]) {
      const { activity } = only(await ask('Vad är Lena Hallengrens syn på delegering?', chat));
      expect(activity.text).toBe('Lena Hallengren nämns inte i mina dokument. Det här säger andra:');
      expect(cardsOf(activity)).toHaveLength(1);
      expect(activity.summary).toBe(texts.unsure.lead);
    }
    const stored = await running.stored((db) => db.selectFrom('answers').selectAll().execute());
    expect(JSON.stringify(stored)).toContain('unsure');
    expect(running.logged.join('') + JSON.stringify(stored)).not.toMatch(/hallengren/i);
  });

  it('says so where nothing is near, and offers what is covered', async () => {
    const turn = await ask('hur gör region stockholm');
    expect(wordsOf(turn)).toContain('Region Stockholm nämns inte i mina dokument. Fråga din HR-avdelning.');
    expect(wordsOf(turn)).toContain('Vad är tillitsbaserad styrning?');
  });

  it('never shows what is written around a name', async () => {
    const { activity } = only(await ask('Hur jobbar **[Region Stockholm]** med ~~tillit~~?'));
    expect(activity.text).toBe('Region Stockholm nämns inte i mina dokument. Det här säger andra:');
  });
});

describe('a question about threat, harassment, illness or patients', () => {
  it('is pointed to people, and can be searched all the same', async () => {
    const chat = running.chat();
    const turn = await ask('En medarbetare blir hotad, hur bygger jag tillit?', chat);
    expect(wordsOf(turn)).toContain('112');
    expect(wordsOf(turn)).toContain('Skyddsombudet');
    const searched = await running.channel.press(chat, anna, 'Sök i dokumenten ändå');
    expect(wordsOf(searched)).not.toContain('112');
    expect(searched.sent).toHaveLength(1);
  });

  it('is seen also behind a long story', async () => {
    expect(wordsOf(await ask(`${'Vi har haft många möten om detta. '.repeat(40)} Nu har hen hotat mig.`))).toContain(
      '112',
    );
  });

  it('can be searched all the same when it is as long as a question may be', async () => {
    const chat = running.chat();
    await ask(`hot ${'${x} '.repeat(400)}`.slice(0, 1000), chat);
    const searched = await running.channel.press(chat, anna, texts.concern.searchAnyway);
    expect(wordsOf(searched)).not.toContain(texts.notUnderstood);
  });

  it('keeps template syntax in it from being expanded', async () => {
    const turn = await ask('Jag är sjuk ${texts.bot} [länk](http://x) <at>alla</at>');
    expect(wordsOf(turn)).toContain('$\u2060{texts.bot}');
  });
});

describe('a question that an editor has answered', () => {
  const words = texts.topic;

  it('gets several quotations with their sources, and something to try that is marked as ours, in one message', async () => {
    const { activity } = only(await ask('Hur slutar jag peta i vad mina medarbetare gör?'));
    const card = JSON.stringify(cardsOf(activity)[0]);
    expect(activity.text).toMatch(/\[1\] \[2\] \[3\]/);
    expect(card).toContain('Ingen detaljstyrning – investera i handlingsutrymme');
    expect(card).toContain(words.own);
    const [entity] = activity.entities as { citation: object[] }[];
    expect(entity!.citation.length).toBeGreaterThanOrEqual(3);
  });

  it('goes on to another one by a press, and to the reflection that fits', async () => {
    const chat = running.chat(bo);
    await running.channel.say(chat, bo, 'Hur undviker jag detaljstyrning?');
    expect(wordsOf(await running.channel.press(chat, bo, 'Följa upp utan att kontrollera'))).toContain(
      'Hur följer jag upp utan att det känns som kontroll?',
    );
    expect(wordsOf(await running.channel.press(chat, bo, words.reflection))).toContain('Månadens lärdom');
  });

  it('is chosen from the list of topics', async () => {
    const chat = running.chat();
    await ask('ämnen', chat);
    const turn = await running.channel.press(chat, anna, words.list.show, {
      inputs: { question: 'Hur bygger jag tillit i min grupp?' },
    });
    expect(wordsOf(turn)).toContain('välja att lita på de jag samarbetar med');
  });

  it('brings no guide and no reflection into a group', async () => {
    const group = running.channel.conversation({ id: 'g:amne', type: 'groupChat', members: [anna] });
    const turn = await running.channel.say(group, anna, 'Hur undviker jag detaljstyrning?');
    expect(wordsOf(turn)).toContain(words.own);
    expect(wordsOf(turn)).not.toContain(words.reflection);
  });
});

describe('an English question', () => {
  it('gets a kind word in English', async () => {
    expect(wordsOf(await ask('What is trust-based management and how do I start?'))).toContain(texts.english);
  });
});

describe('feedback', () => {
  it('is stored with the passage that it is about, its words sealed', async () => {
    const chat = running.chat();
    const message = only(await ask('Hur undviker jag detaljstyrning?', chat));
    const secret = 'Hemligheten om Kalle på kontoret';
    const turn = await running.channel.feedback(chat, anna, message, 'dislike', secret);
    expect(turn.status).toBe(200);
    const rows = await running.stored((db) => db.selectFrom('feedback').selectAll().execute());
    expect(rows).toMatchObject([
      { person_id: anna.aadObjectId, reaction: 'dislike', passage_id: 'topic:detaljstyrning' },
    ]);
    expect(rows[0]!.words).not.toContain('Kalle');
    expect(running.logged.join('')).not.toContain('Kalle');
  });

  it('without words is stored too, and the last thumb counts', async () => {
    const chat = running.chat();
    const message = only(await ask('Vad menas med samverkan?', chat));
    for (const thumb of ['like', 'dislike', 'like'] as const)
      await running.channel.feedback(chat, anna, message, thumb);
    const rows = await running.stored((db) =>
      db.selectFrom('feedback').select(['reaction', 'words']).where('words', 'is', null).execute(),
    );
    expect(rows).toEqual([{ reaction: 'like', words: null }]);
  });
});

describe('privacy', () => {
  it('neither logs nor stores what was asked', async () => {
    await ask('Hur hanterar jag Xantippas lönekrav på Zorgonenheten?');
    const everything = await running.stored(async (db) => ({
      answers: await db.selectFrom('answers').selectAll().execute(),
      activities: await db.selectFrom('activities').selectAll().execute(),
      people: await db.selectFrom('people').selectAll().execute(),
    }));
    expect(running.logged.length).toBeGreaterThan(0);
    expect(running.logged.join('') + JSON.stringify(everything)).not.toMatch(/xantippa|zorgon/i);
  });
});
