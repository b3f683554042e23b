import { cardsOf } from '../../src/cli/channel';
import { anna, bo, run, wordsOf, type Running } from './service';

let running: Running;
beforeAll(async () => {
  running = await run();
});
afterAll(async () => {
  expect(running.channel.refusals).toEqual([]);
  await running.stop();
});

describe('a manager asks', () => {
  it('gets a quotation with its source in one message', async () => {
    const turn = await running.channel.say(running.chat(), anna, 'Vad är tillitsbaserad styrning?');
    expect(turn.status).toBe(200);
    expect(turn.sent).toHaveLength(1);
    const [{ activity }] = turn.sent as [(typeof turn.sent)[0]];
    expect(activity.text).toContain('[1]');
    expect(cardsOf(activity)).toHaveLength(1);
    expect(activity.channelData?.feedbackLoopEnabled).toBe(true);
    const [entity] = activity.entities as { citation?: { position: number; appearance: { name: string } }[] }[];
    expect(entity?.citation?.[0]).toMatchObject({ position: 1, appearance: { name: expect.stringMatching(/\S/) as string } });
  });
});
