import { type ChatMessage, type Json } from '../../../tools/localTeams/localTeams';
import { formBehind, pressingThumb, rating, sendingForm } from '../../../tools/localTeams/feedback';
import { attachment, card } from './sdkBot';

const asking = (channelData?: Json): ChatMessage => ({
  id: 'm1',
  author: 'bot',
  activity: { type: 'message', channelData },
  updates: 0,
  deleted: false,
});
const withForm = asking({ feedbackLoop: { type: 'custom' } });
const dialog = (content: Json) => ({ task: { type: 'continue', value: { title: 'T', card: attachment(content) } } });
const form = dialog(
  card({
    body: [{ type: 'Input.ChoiceSet', id: 'why', isRequired: true, choices: [{ title: 'Ja', value: 'yes' }] }],
    actions: [{ type: 'Action.Submit', title: 'Skicka', data: { about: 'x' } }],
  }),
);

describe('the form behind the thumbs', () => {
  it.each<[Json | undefined, string | undefined]>([
    [undefined, undefined],
    [{ feedbackLoopEnabled: false }, undefined],
    [{ feedbackLoopEnabled: true }, 'default'],
    [{ feedbackLoop: { type: 'default' } }, 'default'],
    [{ feedbackLoop: { type: 'custom' } }, 'custom'],
    [{ feedbackLoop: { type: 'custom' }, feedbackLoopEnabled: true }, 'custom'],
  ])('is with %j: %s', (channelData, whose) => {
    expect(formBehind(asking(channelData))).toBe(whose);
  });

  it("is fetched where it is the bot's", () => {
    expect(pressingThumb(withForm, 'dislike')).toEqual({
      type: 'invoke',
      name: 'message/fetchTask',
      value: { actionName: 'feedback', actionValue: { reaction: 'dislike' } },
      replyToId: 'm1',
    });
    expect(() => pressingThumb(asking({ feedbackLoopEnabled: true }), 'like')).toThrow('no feedback form');
  });

  it('is sent with what its button carries and what was chosen, as JSON in a string', () => {
    expect(sendingForm(withForm, 'dislike', form, { why: 'yes' })).toEqual({
      type: 'invoke',
      name: 'message/submitAction',
      value: { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: '{"about":"x","why":"yes"}' } },
      replyToId: 'm1',
    });
  });

  it('is not sent incomplete, nor where there is none', () => {
    expect(() => sendingForm(withForm, 'dislike', form, {})).toThrow('required');
    expect(() => sendingForm(withForm, 'dislike', form, { why: 'no' })).toThrow('not among its choices');
    expect(() => sendingForm(withForm, 'dislike', dialog(card()), {})).toThrow('no form');
    expect(() => sendingForm(withForm, 'dislike', undefined, {})).toThrow('no form');
  });
});

describe("a client's own form", () => {
  it('sends what was written, also where the bot has a form', () => {
    expect(rating(withForm, 'like', 'Bra').value).toEqual({
      actionName: 'feedback',
      actionValue: { reaction: 'like', feedback: '{"feedbackText":"Bra"}' },
    });
    expect(() => rating(asking(), 'like', '')).toThrow('does not ask');
  });
});
