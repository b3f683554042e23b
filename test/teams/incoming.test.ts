import { executed, incomingOf, isPersonal, personOf } from '../../src/teams/incoming';
import { activityOf } from './activity';

const bot = { id: '28:bot' };
const group = { id: '19:g', conversationType: 'groupChat' };
const mention = { type: 'mention', mentioned: bot, text: '<at>Tillitscoachen</at>' };

describe('isPersonal', () => {
  it('holds only where the channel says so', () => {
    expect(isPersonal(activityOf())).toBe(true);
    for (const conversationType of ['groupChat', 'channel', 'Personal', '', null, undefined])
      expect([conversationType, isPersonal(activityOf({ conversation: { id: 'a:1', conversationType } }))]).toEqual([
        conversationType,
        false,
      ]);
    expect(isPersonal(activityOf({ conversation: { id: 'a:1' } }))).toBe(false);
  });
});

describe('incomingOf', () => {
  it('hears a message in the personal chat', () => {
    expect(incomingOf(activityOf())).toEqual({
      kind: 'message',
      text: 'Vad är tillit?',
      hasAttachment: false,
      edited: false,
    });
  });

  it('hears a group only when it is mentioned', () => {
    expect(incomingOf(activityOf({ conversation: group }))).toBeUndefined();
    expect(
      incomingOf(activityOf({ conversation: group, entities: [{ ...mention, mentioned: { id: '29:bo' } }] })),
    ).toBeUndefined();
    expect(incomingOf(activityOf({ conversation: group, entities: [mention] }))).toMatchObject({ kind: 'message' });
  });

  it('takes the HTML copy of a text for no attachment, but a file for one', () => {
    expect(
      incomingOf(activityOf({ attachments: [{ contentType: 'text/html', content: '<p>hej</p>' }] })),
    ).toMatchObject({ hasAttachment: false });
    expect(incomingOf(activityOf({ text: undefined, attachments: [{ contentType: 'image/png' }] }))).toMatchObject({
      text: '',
      hasAttachment: true,
    });
  });

  it('leaves its own mention out of the text, wherever it stands, and asks nothing with those of others', () => {
    const text = '<at>Tillitscoachen</at> vad är tillit, <at>Bo</at>? <at>Tillitscoachen</at>';
    const heard = incomingOf(activityOf({ conversation: group, text, entities: [mention] }));
    expect(heard).toMatchObject({
      text: expect.stringMatching(/^ +vad är tillit, Bo\? +$/) as string,
      unnamed: expect.stringMatching(/^ +vad är tillit, +\? +$/) as string,
    });
  });

  it('hears a chat of which nothing is said, but no group without being mentioned', () => {
    const heard = (conversation: object) => incomingOf(activityOf({ conversation })) !== undefined;
    expect(heard({ id: 'a:1' })).toBe(true);
    expect(heard({ id: 'a:1', conversationType: null })).toBe(true);
    expect(heard({ id: '19:g@thread.v2', conversationType: null })).toBe(false);
    expect(heard({ id: 'a:1', isGroup: true })).toBe(false);
  });

  it('hears an edited message, and nothing in a deleted or restored one', () => {
    expect(incomingOf(activityOf({ type: 'messageUpdate', channelData: { eventType: 'editMessage' } }))).toMatchObject({
      edited: true,
    });
    expect(
      incomingOf(activityOf({ type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } })),
    ).toBeUndefined();
    expect(
      incomingOf(activityOf({ type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } })),
    ).toBeUndefined();
  });

  it('sees that it was added, and not that somebody else was', () => {
    const added = (member: object, over = {}) =>
      incomingOf(activityOf({ type: 'conversationUpdate', membersAdded: [member], ...over }));
    expect(added(bot)).toEqual({ kind: 'joined' });
    expect(added(bot, { conversation: group })).toEqual({ kind: 'addedToGroup' });
    expect(added({ id: '29:bo' })).toBeUndefined();
    expect(incomingOf(activityOf({ type: 'installationUpdate', action: 'add' }))).toEqual({ kind: 'joined' });
    expect(incomingOf(activityOf({ type: 'installationUpdate', action: 'remove' }))).toBeUndefined();
  });

  it('sees which team it is in, and that it is in it no longer', () => {
    const about = {
      conversation: { id: '19:t', conversationType: 'channel' },
      channelData: { team: { id: '19:t', name: 'Chefer' } },
    };
    const team = { id: '19:t', name: 'Chefer', serviceUrl: activityOf().serviceUrl };
    const seen = (over: object) => incomingOf(activityOf({ ...about, ...over }));
    expect(seen({ type: 'conversationUpdate', membersAdded: [bot] })).toEqual({ kind: 'addedToGroup', team });
    expect(seen({ type: 'installationUpdate', action: 'add-upgrade' })).toEqual({ kind: 'inTeam', team });
    const left = { kind: 'leftTeam', team: '19:t' };
    expect(seen({ type: 'conversationUpdate', membersRemoved: [bot] })).toEqual(left);
    expect(seen({ type: 'installationUpdate', action: 'remove' })).toEqual(left);
    expect(seen({ type: 'conversationUpdate', membersRemoved: [{ id: '29:bo' }] })).toBeUndefined();
  });

  it.each([null, {}, 'x', { id: 7 }, { id: '' }])('knows no team by %j', (team) => {
    const conversation = { id: '19:t', conversationType: 'channel' };
    const update = { type: 'installationUpdate', action: 'add', conversation, channelData: { team } };
    expect(incomingOf(activityOf(update))).toBeUndefined();
  });

  it('takes a submitted card for a press', () => {
    const value = { verb: 'ask', question: 'Vad är tillit?' };
    expect(incomingOf(activityOf({ text: undefined, value }))).toEqual({ kind: 'press', verb: 'ask', data: value });
  });
});

describe('executed', () => {
  it('reads verb and data', () => {
    expect(executed({ action: { type: 'Action.Execute', verb: 'ask', data: { question: 'x' } } })).toEqual({
      kind: 'press',
      verb: 'ask',
      data: { question: 'x' },
    });
  });

  it.each([undefined, null, 'text', 7, [], {}, { action: null }, { action: [] }, { action: { verb: 7 } }])(
    'takes %j for an unknown verb',
    (value) => {
      expect(executed(value)).toMatchObject({ kind: 'press', verb: '' });
    },
  );
});

describe('personOf', () => {
  it('is the directory id, and the channel id where there is none', () => {
    expect(personOf(activityOf())).toBe('33333333-3333-4333-8333-333333333333');
    expect(personOf(activityOf({ from: { id: '29:gäst' } }))).toBe('29:gäst');
  });
});
