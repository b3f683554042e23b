import { countedKind, type EndedTurn } from '../../src/bot/countedTurn';
import { type Incoming } from '../../src/bot/incoming';
import { type Reply } from '../../src/bot/reply';

const press = (verb: string): Incoming => ({ kind: 'press', verb, data: {} });
const message: Incoming = { kind: 'message', text: 'hej', hasAttachment: false, edited: false };
const turn = (incoming: Incoming, replies: readonly Reply[], outcome: EndedTurn['outcome'] = 'done') =>
  countedKind({ incoming, replies, outcome, milliseconds: 1 });
const card = (delivery?: string) =>
  ({ kind: 'guidance', guidance: { kind: 'step', session: { id: 's', delivery } } }) as unknown as Reply;
const sentence: Reply = { kind: 'sentence', text: 'hej' };

describe('countedKind', () => {
  it('counts a question, a step of an own guide, and what is told of chats', () => {
    expect(turn(message, [{ kind: 'help' }])).toBe('message');
    expect(turn(press('next'), [card()])).toBe('press');
    expect(turn({ kind: 'joined' }, [])).toBe('other');
  });

  it('counts nothing that may be an answer to HR: pressed, written, put off, declined or erased', () => {
    expect(turn(press('next'), [card('delivery')])).toBeUndefined();
    expect(turn(message, [card('delivery')])).toBeUndefined();
    expect(turn(press('next'), [card(), card('delivery')])).toBeUndefined();
    for (const verb of ['snooze', 'optOut', 'confirmOptOut', 'keep', 'optIn'])
      expect([verb, turn(press(verb), [sentence])]).toEqual([verb, undefined]);
    expect(turn(press('eraseForGood'), [{ kind: 'notice', text: 'borta' }])).toBeUndefined();
    expect(turn(press('next'), [])).toBeUndefined();
  });

  it('counts a turn that has failed, whatever it was: it has answered nothing', () => {
    expect(turn(press('next'), [], 'failed')).toBe('press');
  });
});
