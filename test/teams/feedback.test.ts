import { incomingFeedback, incomingThumb } from '../../src/teams/feedback';
import { activityOf } from './activity';

const thumb = (value: unknown) => incomingThumb(activityOf({ type: 'invoke', value }));
const given = (actionValue: unknown) =>
  incomingFeedback(activityOf({ type: 'invoke', value: { actionName: 'feedback', actionValue } }), 'm1');
const dislike = (feedback: unknown) => given({ reaction: 'dislike', feedback });

describe('a thumb that was pressed', () => {
  const value = { actionName: 'feedback', actionValue: { reaction: 'dislike' } };

  it.each([value, { data: value }])('asks for the form: %j', (sent) => {
    expect(thumb(sent)).toEqual({ kind: 'feedbackForm', reaction: 'dislike' });
  });

  it.each([
    undefined,
    null,
    'like',
    {},
    { ...value, actionName: 'other' },
    { ...value, actionValue: { reaction: 'love' } },
    { data: [value] },
  ])('asks for nothing: %j', (sent) => {
    expect(thumb(sent)).toBeUndefined();
  });
});

describe('feedback', () => {
  it("is the thumb and the words of the client's own form", () => {
    expect(given({ reaction: 'like', feedback: '{"feedbackText":" Bra! "}' })).toEqual({
      kind: 'feedback',
      message: 'm1',
      reaction: 'like',
      words: 'Bra!',
      onOurForm: false,
    });
    expect(dislike('{"feedbackText":""}')).toMatchObject({ words: undefined, onOurForm: false });
  });

  it.each(['{"reason":"unclear"}', { reason: 'unclear' }])('is the thumb and the reason of our form: %j', (fields) => {
    expect(dislike(fields)).toMatchObject({ reaction: 'dislike', reason: 'unclear', onOurForm: true });
  });

  it.each(['Otydligt', '', 'unclear,outdated', 7, null, ['unclear'], 'toString'])(
    'is nothing with a reason that the form does not have: %j',
    (reason) => {
      expect(dislike(JSON.stringify({ reason }))).toBeUndefined();
    },
  );

  it('is nothing where something helped for a reason that it did not', () => {
    expect(given({ reaction: 'like', feedback: '{"reason":"unclear"}' })).toBeUndefined();
  });

  it.each(['{}', 'no json', '[]', undefined, null, 7])('is a plain thumb where nothing can be read: %j', (feedback) => {
    expect(dislike(feedback)).toMatchObject({ reaction: 'dislike', words: undefined });
    expect(dislike(feedback)).not.toHaveProperty('reason');
  });

  it.each([undefined, null, 'like', {}, { reaction: 'love' }])('is nothing without a thumb: %j', (value) => {
    expect(given(value)).toBeUndefined();
  });
});
