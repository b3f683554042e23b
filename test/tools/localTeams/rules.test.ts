import { type Json } from '../../../tools/localTeams/localTeams';
import { cardObjection, objection } from '../../../tools/localTeams/rules';
import { attachment, card, message } from './sdkBot';

const buttons = (count: number) => Array<Json>(count).fill({ type: 'Action.Submit' });
const saying = (words: string): unknown => expect.stringContaining(words);

describe('objection', () => {
  it('accepts a card at the bounds', () => {
    const empty = card({ body: [{ type: 'TextBlock', text: '' }], actions: buttons(6) });
    const room = 28 * 1024 - JSON.stringify(empty).length;
    const full = { ...empty, body: [{ type: 'TextBlock', text: 'x'.repeat(room) }] };
    expect(objection(message(full))).toBeUndefined();
    expect(objection(message({ ...empty, body: [{ type: 'TextBlock', text: 'x'.repeat(room + 1) }] }))).toMatchObject({
      status: 413,
    });
  });

  it('accepts a message of 100 KB in UTF-16 and not one character more', () => {
    const room = 51_200 - JSON.stringify({ type: 'message', text: '' }).length;
    expect(objection({ type: 'message', text: 'å'.repeat(room) })).toBeUndefined();
    expect(objection({ type: 'message', text: 'å'.repeat(room + 1) })).toMatchObject({ status: 413 });
  });

  it('counts buttons per list, as clients do', () => {
    const set = { type: 'ActionSet', actions: buttons(6) };
    expect(objection(message(card({ body: [set, set], actions: buttons(6) })))).toBeUndefined();
  });

  it.each<[string, unknown, number, string]>([
    ['something that is no activity', [], 400, 'type'],
    ['no type', {}, 400, 'type'],
    ['attachments that are no list', { type: 'message', text: 'x', attachments: {} }, 400, 'lists'],
    ['an empty message', { type: 'message', text: '' }, 400, 'text or an attachment'],
    ['over 100 KB in UTF-16', { type: 'message', text: 'x'.repeat(51_200) }, 413, 'Message size'],
    ['thumbs of no kind', { type: 'message', text: 'x', channelData: { feedbackLoop: {} } }, 400, 'default or custom'],
    ['an attachment without contentType', { type: 'message', attachments: [{ content: card() }] }, 400, 'contentType'],
    [
      'a contentType without content',
      { type: 'message', attachments: [{ contentType: 'image/png' }] },
      400,
      'no content',
    ],
  ])('refuses %s', (_what, activity, status, words) => {
    expect(objection(activity)).toMatchObject({ status, message: saying(words) });
  });

  it.each<[string, Json, number, string]>([
    ['over 28 KB', card({ body: [{ type: 'TextBlock', text: 'å'.repeat(14_336) }] }), 413, 'Card size'],
    ['that is none', { type: 'HeroCard' }, 400, 'not an Adaptive Card'],
    ['without version', { type: 'AdaptiveCard', body: [] }, 400, 'no version'],
    ['of version 1.6', card({ version: '1.6' }), 400, 'at most 1.5'],
    ['with a body that is no list', card({ body: 'x' }), 400, 'list'],
    ['with an unexpanded placeholder', card({ body: [{ type: 'TextBlock', text: 'Hej ${name}' }] }), 400, '${name}'],
    ['with seven buttons', card({ actions: buttons(7) }), 400, '7 actions'],
    ['with seven buttons inside', card({ body: [{ type: 'ActionSet', actions: buttons(7) }] }), 400, '7 actions'],
  ])('refuses a card %s', (_what, content, status, words) => {
    expect(objection(message(content))).toMatchObject({ status, message: saying(words) });
    const second = { type: 'message', attachments: [attachment(card()), attachment(content)] };
    expect(objection(second)).toMatchObject({ status });
  });

  it('refuses an element that only some clients have, without something in its place', () => {
    const chart = { type: 'Chart.HorizontalBar', data: [] };
    const withFallback = { ...chart, requires: { adaptiveCards: '1.5' }, fallback: 'drop' };
    const card = (element: object) => ({
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'Container', items: [element] }],
    });
    expect(cardObjection(card(chart))).toMatchObject({ message: saying('Chart.HorizontalBar') });
    expect(cardObjection(card(withFallback))).toBeUndefined();
  });

  it('refuses citations that Teams would drop', () => {
    const cite = (text: string, name: string, abstract: string, count = 1) => {
      const citation = Array<Json>(count).fill({ '@type': 'Claim', position: 1, appearance: { name, abstract } });
      return objection({ type: 'message', text, entities: [{ type: 'https://schema.org/Message', citation }] });
    };
    expect(cite('Så [1]', 'n'.repeat(80), 'a'.repeat(160))).toBeUndefined();
    expect(cite('Så [1]', 'n'.repeat(81), 'a')).toMatchObject({ message: saying('1 to 80') });
    expect(cite('Så [1]', 'n', 'a'.repeat(161))).toMatchObject({ message: saying('1 to 160') });
    expect(cite('Så [1]', 'n', '')).toMatchObject({ message: saying('1 to 160') });
    expect(cite('Så', 'n', 'a')).toMatchObject({ message: saying('lacks its [1]') });
    expect(objection({ type: 'message', text: 'x', entities: [{ type: 'https://schema.org/Message' }] })).toMatchObject(
      {
        message: saying('citations were lost'),
      },
    );
    expect(cite('Så [1]', 'n', 'a', 21)).toMatchObject({ message: saying('at most 20') });
  });
});
