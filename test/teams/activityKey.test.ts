import { activityKey } from '../../src/teams/activityKey';
import { activityOf } from './activity';

const press = (over: object = {}) =>
  activityOf({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: 'f:1',
    text: undefined,
    replyToId: 'card-1',
    value: { action: { type: 'Action.Execute', verb: 'ask', data: { question: 'Vad är tillit?' } } },
    ...over,
  });

describe('activityKey', () => {
  it('knows a message by its id and its chat', () => {
    expect(activityKey(activityOf())).toBe(activityKey(activityOf({ timestamp: 'later', text: 'annat' })));
    expect(activityKey(activityOf())).not.toBe(activityKey(activityOf({ id: '2' })));
    expect(activityKey(activityOf())).not.toBe(activityKey(activityOf({ conversation: { id: 'a:2' } })));
  });

  it('takes an edit for something new, once per edit', () => {
    const edit = (timestamp: string) => activityKey(activityOf({ type: 'messageUpdate', timestamp }));
    expect(edit('09:01')).not.toBe(activityKey(activityOf()));
    expect(edit('09:01')).toBe(edit('09:01'));
    expect(edit('09:01')).not.toBe(edit('09:02'));
  });

  it('knows a press by card, person and data, whatever id Teams gives it the second time', () => {
    expect(activityKey(press())).toBe(activityKey(press({ id: 'f:2', timestamp: 'later' })));
    expect(activityKey(press())).not.toBe(activityKey(press({ replyToId: 'card-2' })));
    expect(activityKey(press())).not.toBe(activityKey(press({ from: { id: '29:bo', aadObjectId: 'bo' } })));
    expect(activityKey(press())).not.toBe(activityKey(press({ value: { action: { verb: 'cite' } } })));
  });

  it('never takes what has no id for the same', () => {
    expect(activityKey(activityOf({ id: undefined }))).not.toBe(activityKey(activityOf({ id: undefined })));
  });

  it('takes every thumb for its own, for it may go up, down and up again', () => {
    const thumb = (id: string) =>
      activityKey(press({ id, name: 'message/submitAction', value: { actionValue: { reaction: 'like' } } }));
    expect(thumb('f:1')).not.toBe(thumb('f:2'));
    expect(thumb('f:1')).toBe(thumb('f:1'));
  });
});
