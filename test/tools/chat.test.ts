import { createServer } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { type TurnContext } from 'botbuilder';
import { chat } from '../../tools/chat';
import { type Json } from '../../tools/localTeams/localTeams';
import { attachment, card, invokeResponse, message, startSdkBot } from './localTeams/sdkBot';

let bot: Awaited<ReturnType<typeof startSdkBot>>;
beforeAll(async () => (bot = await startSdkBot()));
afterAll(() => bot.close());

/** What stands on the screen after these lines, and the exit code. */
async function typed(lines: readonly string[], botUrl = bot.url) {
  let screen = '';
  async function* typing() {
    yield* lines;
    await Promise.resolve();
  }
  const code = await chat(typing(), (text) => (screen += text), { botUrl, name: 'Anna Åkerlund', echo: true });
  return { screen, code };
}

const fallback = { type: 'Action.Submit' };
const asking = (title: string): Json =>
  card({
    body: [
      { type: 'TextBlock', text: title },
      { type: 'Input.Text', id: 'fraga', label: 'Vad gäller frågan?', isRequired: true, maxLength: 20 },
      {
        type: 'Input.ChoiceSet',
        id: 'vem',
        label: 'Vem beslutar?',
        choices: [
          { title: 'Jag', value: 'jag' },
          { title: 'Vi', value: 'vi' },
        ],
      },
      { type: 'TextBlock', id: 'mer', text: 'Hela stycket', isVisible: false },
    ],
    actions: [
      { type: 'Action.Execute', title: 'Nästa', verb: 'next', data: { step: 1 }, fallback },
      { type: 'Action.ToggleVisibility', title: 'Visa mer', targetElements: ['mer'] },
      { type: 'Action.Execute', title: 'Avbryt', verb: 'stop', associatedInputs: 'none' },
    ],
  });
const valueOf = (context: TurnContext) => context.activity.value as { action: { verb: string; data: Json } };
const heardVerbs = () =>
  bot.heard.filter((heard) => heard.type === 'invoke').map((heard) => (heard.value as { action: Json }).action);

/** Sends a card to every message and answers each button with a new card, as the response and as an update. */
const guide = async (context: TurnContext) => {
  if (context.activity.type === 'message') return context.sendActivity(message(asking('Steg 1')));
  if (context.activity.type !== 'invoke') return undefined;
  const next = card({ body: [{ type: 'TextBlock', text: `Tack för ${valueOf(context).action.verb}` }] });
  await context.updateActivity({ ...message(next), id: context.activity.replyToId });
  return context.sendActivity(
    invokeResponse(200, { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: next }),
  );
};

describe('chat', () => {
  it('sends each line as a message, shows what comes back and ends with the lines', async () => {
    bot.does(async (context) => {
      if (context.activity.type === 'message') await context.sendActivity(`Du skrev **${context.activity.text}**`);
    });
    const { screen, code } = await typed(['hej', '', 'vad är tillit?']);
    expect(screen).toContain('> hej\n\nDu skrev hej\n');
    expect(screen).toContain('> vad är tillit?\n\nDu skrev vad är tillit?\n');
    expect(bot.heard.map((heard) => heard.type)).toEqual([
      'conversationUpdate',
      'installationUpdate',
      'message',
      'message',
    ]);
    expect(code).toBe(0);
  });

  it('asks for the fields of a card when its button is pressed, choices by number', async () => {
    bot.does(guide);
    const { screen } = await typed(['börja', '1', 'Schemat', '2']);
    expect(heardVerbs()).toMatchObject([{ verb: 'next', data: { step: 1, fraga: 'Schemat', vem: 'vi' } }]);
    expect(screen.match(/Tack för next/g)).toHaveLength(1);
  });

  it('asks again until the field can be sent', async () => {
    bot.does(guide);
    const { screen } = await typed(['börja', '1', '', 'x'.repeat(21), 'Schemat', '3', 'vi']);
    expect(screen).toContain('Det här måste fyllas i.');
    expect(screen).toContain('Högst 20 tecken får plats.');
    expect(screen).toContain('Välj med en siffra från 1 till 2.');
    expect(heardVerbs()).toMatchObject([{ data: { fraga: 'Schemat', vem: 'vi' } }]);
  });

  it('leaves out a field that may be empty when Enter is pressed', async () => {
    bot.does(guide);
    await typed(['börja', '1', 'Schemat', '']);
    expect(heardVerbs().map((action) => action.data)).toEqual([{ step: 1, fraga: 'Schemat' }]);
  });

  it('sends nothing when the lines end among the fields', async () => {
    bot.does(guide);
    expect(await typed(['börja', '1', 'Schemat'])).toMatchObject({ code: 0 });
    expect(heardVerbs()).toEqual([]);
  });

  it('sends nothing when the person leaves the fields', async () => {
    bot.does(guide);
    await typed(['börja', '1', '/avbryt']);
    expect(heardVerbs()).toEqual([]);
  });

  it('shows the words that answer a button, unless a message came', async () => {
    const words = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Sparat.' };
    bot.does(async (context) => {
      if (context.activity.text) await context.sendActivity(message(asking('Steg 1')));
      if (context.activity.text === 'två')
        bot.does(async (next) => {
          await next.sendActivity('Ett svar');
          await next.sendActivity(invokeResponse(200, words));
        });
      if (context.activity.type === 'invoke') await context.sendActivity(invokeResponse(200, words));
    });
    const { screen } = await typed(['ett', '3', 'två', '3']);
    expect(screen.match(/Sparat\./g)).toHaveLength(1);
  });

  it('asks for nothing when the button wants nothing', async () => {
    bot.does(guide);
    await typed(['börja', '3']);
    expect(heardVerbs()).toMatchObject([{ verb: 'stop', data: {} }]);
  });

  it('shows and hides parts without asking the bot', async () => {
    bot.does(guide);
    const { screen } = await typed(['börja', '2']);
    expect(screen.match(/Hela stycket/g)).toHaveLength(1);
    expect(heardVerbs()).toEqual([]);
  });

  it('says which numbers there are, and takes a number as words when there are none', async () => {
    bot.does(async (context) => {
      if (context.activity.text === 'kort') await guide(context);
    });
    const { screen } = await typed(['7', 'kort', '7']);
    expect(bot.heard.map((heard) => heard.text)).toEqual([undefined, undefined, '7', 'kort']);
    expect(screen).toContain('Det finns ingen knapp 7. Skriv 1–3');
  });

  it('shows the card of the response even when the message was not updated, and presses its buttons', async () => {
    const next = card({ actions: [{ type: 'Action.Execute', title: 'Sedan', verb: 'then', fallback }] });
    bot.does(async (context) => {
      if (context.activity.type === 'message') return context.sendActivity(message(asking('Steg 1')));
      if (context.activity.type !== 'invoke') return undefined;
      return context.sendActivity(
        invokeResponse(200, { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: next }),
      );
    });
    const { screen } = await typed(['börja', '3', '1']);
    expect(screen).toContain('(1) Sedan');
    expect(heardVerbs()).toMatchObject([{ verb: 'stop' }, { verb: 'then' }]);
  });

  it('says what a suggestion says', async () => {
    bot.does(async (context) => {
      const actions = [{ type: 'imBack', title: 'Vad är tillit?', value: 'Vad är tillit?' }];
      if (context.activity.text === 'hej')
        await context.sendActivity({ text: 'Fråga:', suggestedActions: { to: [], actions } });
    });
    await typed(['hej', '1']);
    expect(bot.heard.at(-1)).toMatchObject({ type: 'message', text: 'Vad är tillit?' });
  });

  it('starts a new conversation, or one in a group where the bot is mentioned', async () => {
    bot.does(() => Promise.resolve());
    await typed(['/ny', 'hej', '/grupp', 'hej']);
    const said = bot.heard.filter((heard) => heard.type === 'message');
    expect(new Set(bot.heard.map((heard) => heard.conversation.id)).size).toBe(3);
    expect(said.map((heard) => [heard.conversation.conversationType, heard.text])).toEqual([
      ['personal', 'hej'],
      ['groupChat', '<at>Tillitscoachen</at> hej'],
    ]);
  });

  it('helps, leaves, and knows no other commands', async () => {
    bot.does(() => Promise.resolve());
    const { screen, code } = await typed(['/hjälp', '/hoppa', '/avsluta', 'efteråt']);
    expect(screen).toContain('/ny');
    expect(screen).toContain('Kommandot /hoppa finns inte. Skriv /hjälp.');
    expect(bot.heard.map((heard) => heard.text)).not.toContain('efteråt');
    expect(code).toBe(0);
  });

  it('says what Teams would have refused', async () => {
    bot.does(async (context) => {
      const send = context.sendActivity({ type: 'message', attachments: [attachment(card({ version: '1.6' }))] });
      if (context.activity.type === 'message') await send.catch(() => undefined);
      else await send.catch(() => undefined);
    });
    expect((await typed(['hej'])).screen).toContain(
      '(Teams hade inte tagit emot det här: Card version 1.6: at most 1.5.)',
    );
  });

  it('tells in one line how to start a service that does not answer', async () => {
    const { screen, code } = await typed(['hej'], 'http://127.0.0.1:1/api/messages');
    expect(screen.trim().split('\n').at(-1)).toMatch(/^Tjänsten svarar inte på .*npm start.*PORT=/);
    expect(code).toBe(1);
  });

  it.each([
    [500, 'Tjänsten svarade med ett fel (500).'],
    [401, 'Tjänsten är inte i lokalt läge'],
  ])('tells in Swedish what status %i means', async (status, words) => {
    const broken = createServer((_request, response) => {
      response.statusCode = status;
      response.end();
    });
    broken.listen(0, '127.0.0.1');
    await once(broken, 'listening');
    const { screen, code } = await typed(['hej'], `http://127.0.0.1:${(broken.address() as AddressInfo).port}/`);
    broken.closeAllConnections();
    broken.close();
    expect(screen).toContain(words);
    expect(code).toBe(0);
  });
});
