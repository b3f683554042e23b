import { readStepInput } from '../../src/coaching/stepInput';
import { type MoveKind } from '../../src/coaching/session';
import { replay, type Move } from '../../src/coaching/session';
import { isShareable, sharedWords, shareInput } from '../../src/coaching/sharing';
import { summaryOf } from '../../src/coaching/summary';
import { parseFlow } from '../../src/coaching/parseFlow';
import { everything } from './flow';
import { type Session } from '../../src/coaching/ports';
import { type SessionState } from '../../src/coaching/guidance';

const flow = parseFlow(
  'fraga.yaml',
  `{ title: P, purpose: P, minutes: 1, seenBy: Du, retention: P30D, starts: [p], summary: S,
     steps: [{ id: tankar, kind: text, ask: Vad tänker du?, optional: true }] }`,
);
const scale = { '1': '', '2': '', '3': '', '4': '', '5': '', unknown: '', declined: '' };
const coaching = { flows: new Map(), store: {} as never, scale, now: () => new Date('2026-11-24T08:00:00Z') };
const tick = shareInput('tankar');

/** Lives a session through: a button and what the card's inputs hold. */
function after(delivery: string | undefined, ...presses: readonly [MoveKind, Record<string, string>][]): SessionState {
  let session: Session = { id: 's', flow: flow.id, title: '', version: '', startedAt: '', ended: false, moves: [], delivery }; // oxfmt-ignore
  for (const [kind, inputs] of presses) {
    const current = { session, flow, state: replay(flow, session.moves) };
    const press = { session: 's', card: 'tankar', kind, inputs, key: '' };
    const { given } = readStepInput(coaching, current, flow.cards[0], press);
    const made: Move = { revision: session.moves.length + 1, kind, card: 'tankar', given, madeAt: '', key: '' };
    session = { ...session, moves: [...session.moves, made] };
  }
  return { session, flow, state: replay(flow, session.moves) };
}
const isTicked = ({ state }: SessionState) => state.responses.get('tankar')?.shared;

describe('words', () => {
  it('are shared where HR asked for them, the box is ticked and the session is done', () => {
    expect(sharedWords(after('d', ['next', { tankar: 'Mod', [tick]: 'true' }]))).toEqual({ tankar: 'Mod' });
    expect(sharedWords(after('d', ['next', { tankar: 'Mod', [tick]: 'false' }]))).toEqual({});
    expect(sharedWords(after('d', ['next', { tankar: 'Mod' }]))).toEqual({});
    expect(sharedWords(after('d', ['pause', { tankar: 'Mod', [tick]: 'true' }]))).toEqual({});
  });

  it('are never shared out of a guide that the manager began themselves', () => {
    const own = after(undefined, ['next', { tankar: 'Mod', [tick]: 'true' }]);
    expect(sharedWords(own)).toEqual({});
    expect(isTicked(own)).toBeUndefined();
  });

  it('that were left empty are no words', () => {
    expect(sharedWords(after('d', ['next', { [tick]: 'true' }]))).toEqual({});
  });

  it('can be taken back and shared again by answering anew', () => {
    const [on, off] = [
      { tankar: 'Mod', [tick]: 'true' },
      { tankar: 'Mod', [tick]: 'false' },
    ];
    expect(sharedWords(after('d', ['next', on], ['back', on], ['next', off]))).toEqual({});
    expect(sharedWords(after('d', ['next', off], ['back', off], ['next', on]))).toEqual({ tankar: 'Mod' });
  });

  it('stay ticked as the manager left them, also where only the tick is new', () => {
    const [on, off] = [
      { tankar: 'Mod', [tick]: 'true' },
      { tankar: 'Mod', [tick]: 'false' },
    ];
    expect(isTicked(after('d', ['pause', on], ['resume', on]))).toBe(true);
    expect(isTicked(after('d', ['pause', on], ['pause', off]))).toBeUndefined();
    expect(isTicked(after('d', ['pause', off], ['pause', on]))).toBe(true);
  });

  it('say in the summary that they are shared', () => {
    const shared = (value: string) => summaryOf(after('d', ['next', { tankar: 'Mod', [tick]: value }]))[0]?.shared;
    expect([shared('true'), shared('false')]).toEqual([true, false]);
  });

  it('are one free text: no list, nothing about its entries, nothing that a guide calls private', () => {
    const steps = everything.cards.flatMap((card) => card.steps);
    expect(steps.filter(isShareable).map(({ id }) => id)).toEqual(['fraga']);
  });

  it('are not the tick itself, on a card that the flow has lost', () => {
    const current = after('d');
    const press = {
      session: 's',
      card: 'borta',
      kind: 'next',
      inputs: { tankar: 'Mod', [tick]: 'true' },
      key: '',
    } as const;
    expect(Object.keys(readStepInput(coaching, current, undefined, press).given)).toEqual(['tankar']);
  });
});
