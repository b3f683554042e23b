import pino from 'pino';
import { type Reply } from '../../src/bot/reply';
import { type ChannelTurn } from '../../src/teams/channel';
import { type TurnDeps } from '../../src/teams/turnDeps';
import { turn } from '../../src/teams/turn';
import { turnsUnderWay } from '../../src/teams/turnsUnderWay';
import { activityOf } from './activity';

const replies: Reply[] = [
  { kind: 'sentence', text: 'ett' },
  { kind: 'sentence', text: 'två' },
];

let attempts = 0;

const gone = (): Promise<never> => Promise.reject(new Error('the store'));

/** A turn whose nth send fails, and as many after it as said; gives what was sent and what was said of the activity. */
async function turnFailingAt(
  nth: number,
  status?: number,
  times = 1,
  error = new Error('hemliga ord'),
  brokenStore = false,
) {
  const said: string[] = [];
  const sent: string[] = [];
  const logged: string[] = [];
  let sends = 0;
  const note = (word: string) => () => Promise.resolve(void said.push(word));
  const needs = {
    texts: { error: 'fel' },
    underWay: turnsUnderWay(),
    log: pino({}, { write: (line: string) => void logged.push(line) }),
    claim: () =>
      Promise.resolve({
        finish: brokenStore ? () => Promise.reject(new Error('the store')) : note('finished'),
        release: note('released'),
      }),
    converse: () => Promise.resolve(replies),
    render: (reply: Reply) => ({
      text: reply.kind === 'sentence' ? reply.text : '',
      summary: '',
      next: [],
      names: [],
      citations: [],
      feedback: false,
    }),
    nameOf: () => 'named',
    remember: async () => {
      await note('remembered')();
      return { rosterAsked: true };
    },
  } as unknown as TurnDeps;
  const send = ({ text }: { text: string }) => {
    sends += 1;
    attempts = sends;
    if (sends >= nth && sends < nth + times) return Promise.reject(Object.assign(error, { statusCode: status }));
    sent.push(text);
    return Promise.resolve(String(sends));
  };
  const context = { activity: activityOf(), send } as unknown as ChannelTurn;
  await turn(needs, context, { kind: 'message', text: 'hemliga ord', hasAttachment: false, edited: false });
  return { sent, said: said.filter((word) => word !== 'remembered'), logged: logged.join('') };
}

describe('turn', () => {
  it('lets an activity be tried again when nothing of it was delivered', async () => {
    const { sent, said } = await turnFailingAt(1, 500);
    expect(said).toEqual(['released']);
    expect(sent).toEqual(['fel']);
  });

  it('never delivers again what was delivered before the failure', async () => {
    const { sent, said } = await turnFailingAt(2, 500);
    expect(said).toEqual(['finished']);
    expect(sent).toEqual(['ett', 'fel']);
  });

  it('says nothing of what fails behind the last reply', async () => {
    await expect(turnFailingAt(9, undefined, 1, undefined, true)).rejects.toThrow('the store');
    expect(attempts).toBe(replies.length);
  });

  it.each([
    ['to a person who has blocked it', 403],
    ['to a person who is gone', 404],
    ['while the channel wants silence', 429],
  ])('says nothing more %s', async (_, status) => {
    expect((await turnFailingAt(1, status, 3)).sent).toEqual([]);
  });

  it('does not keep Teams waiting twice for a channel that is silent', async () => {
    const silence = Object.assign(new Error('hemliga ord'), { name: 'AbortError' });
    await expect(turnFailingAt(1, undefined, 9, silence)).rejects.toBe(silence);
    expect(attempts).toBe(1);
  });

  it('logs where it failed, and no word of what was said', async () => {
    const { logged } = await turnFailingAt(1, 500);
    expect(logged).toContain('turn.test');
    expect(logged).not.toContain('hemliga');
  });

  it.each([
    ['when it is to say whose turn it is', { claim: () => gone() }],
    ['in the middle of the turn', { claim: () => Promise.resolve({ finish: gone, release: gone }), remember: gone }],
  ])('tells the person when the store is gone %s', async (_, store) => {
    const sent: string[] = [];
    const send = ({ text }: { text: string }) => Promise.resolve(void sent.push(text));
    const others = {
      texts: { error: 'fel' },
      underWay: turnsUnderWay(),
      log: pino({ enabled: false }),
      nameOf: () => 'named',
    };
    const needs = { ...others, ...store } as unknown as TurnDeps;
    const context = { activity: activityOf(), send } as unknown as ChannelTurn;
    const turned = turn(needs, context, { kind: 'message', text: 'hej', hasAttachment: false, edited: false });
    await turned.catch((error: Error) => expect(error.message).toBe('the store'));
    expect(sent).toEqual(['fel']);
  });
});
