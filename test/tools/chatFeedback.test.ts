import { chat } from '../../tools/chat';
import { attachment, card, invokeResponse, startSdkBot } from './localTeams/sdkBot';

let bot: Awaited<ReturnType<typeof startSdkBot>>;
beforeAll(async () => (bot = await startSdkBot()));
afterAll(() => bot.close());

/** What stands on the screen after these lines. */
async function typed(lines: readonly string[]) {
  let screen = '';
  async function* typing() {
    yield* lines;
    await Promise.resolve();
  }
  await chat(typing(), (text) => (screen += text), { botUrl: bot.url, name: 'Anna Åkerlund', echo: true });
  return { screen };
}

const form = card({
  body: [
    { type: 'TextBlock', text: 'Bra att du säger till.' },
    {
      type: 'Input.ChoiceSet',
      id: 'reason',
      label: 'Vad hjälpte inte?',
      isRequired: true,
      choices: [
        { title: 'Otydligt', value: 'unclear' },
        { title: 'Gammalt', value: 'outdated' },
      ],
    },
  ],
  actions: [{ type: 'Action.Submit', title: 'Skicka' }],
});

describe('feedback in the terminal', () => {
  it('rates the newest answer that asks for it, in a word', async () => {
    bot.does(async (context) => {
      if (context.activity.type === 'message')
        await context.sendActivity({ text: 'svar', channelData: { feedbackLoopEnabled: true } });
      if (context.activity.type === 'invoke') await context.sendActivity(invokeResponse(200));
    });
    const { screen } = await typed(['+', 'hej', '- för långt']);
    expect(screen).toContain('Det finns inget svar att tycka till om än.');
    expect(bot.heard.at(-1)?.value).toEqual({
      actionName: 'feedback',
      actionValue: { reaction: 'dislike', feedback: '{"feedbackText":"för långt"}' },
    });
    expect(screen).toContain('Tack, det är sparat.');
  });

  it("fills in the bot's own form, unless the person stops", async () => {
    bot.does(async (context) => {
      const { name, type } = context.activity;
      if (type === 'message')
        await context.sendActivity({ text: 'svar', channelData: { feedbackLoop: { type: 'custom' } } });
      if (name === 'message/fetchTask') {
        const value = { title: 'Hjälpte svaret?', card: attachment(form) };
        await context.sendActivity(invokeResponse(200, { task: { type: 'continue', value } }));
      }
      if (name === 'message/submitAction') await context.sendActivity(invokeResponse(200));
    });
    const { screen } = await typed(['hej', '-', '/avbryt', '-', '2']);
    for (const words of ['Bra att du säger till.', '2) Gammalt', 'Tack, det är sparat.'])
      expect(screen).toContain(words);
    expect(screen).not.toContain('Teams hade inte tagit emot');
    const sent = bot.heard.filter(({ name }) => name === 'message/submitAction');
    expect(sent.map(({ value }): unknown => value)).toEqual([
      { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: '{"reason":"outdated"}' } },
    ]);
  });
});
