import { type Json } from '../../../tools/localTeams/localTeams';
import { responseObjection } from '../../../tools/localTeams/responses';
import { attachment, card } from './sdkBot';

const responding = (name: string, body: unknown, status = 200) =>
  responseObjection({ type: 'invoke', name }, status, body);
const sendable = card({ actions: [{ type: 'Action.Submit', title: 'Skicka' }] });
const dialog = (value: Json) => ({
  task: { type: 'continue', value: { title: 'T', card: attachment(sendable), ...value } },
});

describe('the response to a thumb', () => {
  it.each<[string, unknown]>([
    ['a card', dialog({})],
    ['a card in pixels and words', dialog({ width: 'small', height: 300 })],
    ['a page', dialog({ card: undefined, url: 'https://coach.region.example/form' })],
    ['a sentence', { task: { type: 'message', value: 'Tack!' } }],
  ])('may be %s', (_, body) => {
    expect(responding('message/fetchTask', body)).toBeUndefined();
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'Task Type is missing'],
    ['a task without type', { task: {} }, 'Task Type is missing'],
    ['a dialog as it is', { type: 'continue', value: {} }, 'Task Type is missing'],
    ['a sentence without words', { task: { type: 'message' } }, 'needs its words'],
    ['another type', { task: { type: 'open', value: {} } }, '"continue"'],
    ['a dialog without title', dialog({ title: '' }), 'title'],
    ['a dialog of no size', dialog({ height: 'tiny' }), 'in pixels'],
    ['a dialog without card', dialog({ card: undefined }), 'url, or a card'],
    ['a card that is no attachment', dialog({ card: sendable }), 'url, or a card'],
    ['a card that nothing sends', dialog({ card: attachment(card()) }), 'Action.Submit'],
    ['a card that Teams would refuse', dialog({ card: attachment({ ...sendable, version: '1.6' }) }), 'at most 1.5'],
  ])('is no dialog as %s', (_, body, words) => {
    expect(responding('message/fetchTask', body)?.message).toContain(words);
  });

  it('may be a refusal', () => {
    expect(responding('message/fetchTask', { error: 'x' }, 400)).toBeUndefined();
  });
});

it('the response to a form that was sent says nothing: Teams would not show it', () => {
  expect(responding('message/submitAction', undefined)).toBeUndefined();
  expect(responding('message/submitAction', { task: { type: 'message', value: 'Tack!' } })?.message).toContain(
    'nothing',
  );
});

it('the response to a button is a card that Teams would take', () => {
  const type = 'application/vnd.microsoft.card.adaptive';
  expect(responding('adaptiveCard/action', { type, value: card() })).toBeUndefined();
  expect(responding('adaptiveCard/action', { type, value: {} })?.message).toContain('not an Adaptive Card');
});
