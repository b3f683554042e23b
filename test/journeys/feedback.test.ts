import { type ChatMessage, type Json } from '../../tools/localTeams/localTeams';
import { formCard, pressingThumb, sendingForm } from '../../tools/localTeams/feedback';
import { anna, bo, run, texts, wordsOf, type Running } from './service';

let running: Running;
beforeAll(async () => {
  running = await run();
});
afterAll(() => running.stop());
beforeEach(() => running.stored((db) => db.deleteFrom('feedback').execute()));
afterEach(() => expect(running.channel.refusals).toEqual([]));

const post = (chat: ReturnType<Running['chat']>, gesture: Json & { type: string }) =>
  running.channel.post(chat, anna, gesture);
async function answered(chat = running.chat()) {
  const { sent } = await running.channel.say(chat, anna, 'Hur undviker jag detaljstyrning?');
  return { chat, message: sent[0]! };
}
const stored = () =>
  running.stored((db) =>
    db.selectFrom('feedback').select(['person_id', 'reaction', 'reason', 'words', 'passage_id']).execute(),
  );
const given = { person_id: anna.aadObjectId, words: null, passage_id: 'topic:detaljstyrning' };
const thanks = texts.feedback.dislike.thanks;

describe('a thumb under an answer', () => {
  it('opens a form in Swedish, with a few reasons and no free text, and stores nothing', async () => {
    const { chat, message } = await answered();
    const { status, body } = await post(chat, pressingThumb(message, 'dislike'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ task: { type: 'continue', value: { title: texts.feedback.title } } });
    const words = JSON.stringify(formCard(body));
    for (const reason of Object.values(texts.feedback.reasons)) expect(words).toContain(reason);
    expect(words).not.toContain('Input.Text');
    expect(await stored()).toEqual([]);
  });

  it('up asks nothing, and gets thanks when it is sent', async () => {
    const { chat, message } = await answered();
    const { body } = await post(chat, pressingThumb(message, 'like'));
    expect(JSON.stringify(formCard(body))).not.toContain('Input.');
    const turn = await post(chat, sendingForm(message, 'like', body, {}));
    expect(wordsOf(turn)).toContain(texts.feedback.like.thanks);
    expect(await stored()).toEqual([{ ...given, reaction: 'like', reason: null }]);
  });

  it.each([{}, { actionName: 'feedback' }, { actionName: 'feedback', actionValue: { reaction: 'love' } }])(
    'that is none opens nothing: %j',
    async (value) => {
      const { chat, message } = await answered();
      const { status } = await post(chat, { ...pressingThumb(message, 'like'), value });
      expect(status).toBe(400);
    },
  );
});

describe('the form behind a thumb', () => {
  const down = async (chat?: ReturnType<Running['chat']>) => {
    const { message, ...rest } = await answered(chat);
    const { body } = await post(rest.chat, pressingThumb(message, 'dislike'));
    return { ...rest, message, form: body };
  };

  it('stores the reason with the passage that was shown, and says thanks', async () => {
    const { chat, message, form } = await down();
    const turn = await post(chat, sendingForm(message, 'dislike', form, { reason: 'outdated' }));
    expect(turn.status).toBe(200);
    expect(wordsOf(turn)).toContain(thanks);
    expect(await stored()).toEqual([{ ...given, reaction: 'dislike', reason: 'outdated' }]);
  });

  it('is not sent without a reason, or with another', async () => {
    const { message, form } = await down();
    expect(() => sendingForm(message, 'dislike', form, {})).toThrow('required');
    expect(() => sendingForm(message, 'dislike', form, { reason: 'annat' })).toThrow('not among its choices');
  });

  it.each([{ reason: 'annat' }, { reason: ['outdated'] }, { reason: null }])(
    'is refused with a value that it does not have, and stores nothing: %j',
    async (fields) => {
      const { chat, message, form } = await down();
      const gesture = sendingForm(message, 'dislike', form, { reason: 'outdated' });
      const actionValue = { reaction: 'dislike', feedback: JSON.stringify(fields) };
      const turn = await post(chat, { ...gesture, value: { actionName: 'feedback', actionValue } });
      expect(turn.status).toBe(400);
      expect(turn.sent).toEqual([]);
      expect(await stored()).toEqual([]);
    },
  );

  it('sent twice, or delivered twice, is stored once and thanked for once', async () => {
    const { chat, message, form } = await down();
    const gesture = sendingForm(message, 'dislike', form, { reason: 'unclear' });
    const first = await post(chat, gesture);
    const again = [await post(chat, gesture), await post(chat, { ...gesture, id: first.activity.id })];
    expect(again.map(({ status, sent }) => [status, sent.length])).toEqual([
      [200, 0],
      [200, 0],
    ]);
    expect(await stored()).toHaveLength(1);
  });

  it('delivered again late does not undo what the person has said since', async () => {
    const { chat, message, form } = await down();
    const late = await post(chat, sendingForm(message, 'dislike', form, { reason: 'unclear' }));
    await post(chat, sendingForm(message, 'dislike', form, { reason: 'wrongDocument' }));
    await post(chat, { ...sendingForm(message, 'dislike', form, { reason: 'unclear' }), id: late.activity.id });
    expect(await stored()).toEqual([{ ...given, reaction: 'dislike', reason: 'wrongDocument' }]);
  });

  it('says nothing in a group, where others read along', async () => {
    const group = running.channel.conversation({ id: '19:feedback', type: 'groupChat', members: [anna, bo] });
    const { chat, message, form } = await down(group);
    const turn = await post(chat, sendingForm(message, 'dislike', form, { reason: 'unhelpful' }));
    expect(turn).toMatchObject({ status: 200, sent: [] });
    expect(await stored()).toMatchObject([{ reason: 'unhelpful' }]);
  });
});

describe('a client that shows a form of its own', () => {
  it.each<['like' | 'dislike', string]>([
    ['like', ''],
    ['dislike', 'Mest om möten'],
  ])('has its %s stored, and says thanks by itself', async (thumb, words) => {
    const { chat, message }: { chat: ReturnType<Running['chat']>; message: ChatMessage } = await answered();
    const turn = await running.channel.feedback(chat, anna, message, thumb, words);
    expect(turn).toMatchObject({ status: 200, sent: [] });
    expect(await stored()).toMatchObject([{ reaction: thumb, reason: null }]);
  });
});
