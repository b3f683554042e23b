import { makeMove, beginSession } from '../../src/coaching/coach';
import { type Inputs } from '../../src/coaching/response';
import { type MoveKind } from '../../src/coaching/session';
import { newKey } from '../../src/store/encryption';
import { recordRoster } from '../../src/store/people';
import { sessionStore } from '../../src/store/sessions';
import { temporaryDatabase } from '../store/temporary';
import { worded } from '../../src/coaching/stepText';
import { everything } from './flow';
import { type CoachDeps } from '../../src/coaching/ports';
import { type Guidance } from '../../src/coaching/guidance';

const scale = {
  '1': '{left}',
  '2': 'två',
  '3': 'tre',
  '4': 'fyra',
  '5': '{right}',
  unknown: 'vet inte',
  declined: 'vill inte',
};

/** Anna in the flow that has everything, with a clock that the test moves. */
async function anna() {
  let now = new Date('2026-11-23T12:00:00Z');
  const db = await temporaryDatabase();
  const coaching: CoachDeps = {
    flows: new Map([[everything.id, everything]]),
    store: sessionStore(db, newKey(), () => now),
    scale,
    now: () => now,
  };
  await recordRoster(db, 'anna', {}, now);
  let shown: Guidance = await beginSession(coaching, 'anna', everything);
  let presses = 0;
  return {
    /** Presses a button on the card that is shown. */
    press: async (inputs: Inputs, kind: MoveKind = 'next'): Promise<Guidance> => {
      if (!('state' in shown)) throw new Error(`Nothing to press on ${shown.kind}.`);
      const about = { session: shown.session.id, card: shown.state.at?.id ?? '', key: String((presses += 1)) };
      ({ guidance: shown } = await makeMove(coaching, 'anna', { ...about, kind, inputs }));
      return shown;
    },
    pass: (days: number) => (now = new Date(now.getTime() + days * 24 * 60 * 60 * 1000)),
    start: async () => (shown = await beginSession(coaching, 'anna', everything)),
  };
}

/** To the card that waits a week. */
async function atTheWait() {
  const manager = await anna();
  for (const inputs of [{ vag: 'kort' }, { fraga: 'Schemat' }, {}, { skala: '1' }, { lista: 'tid' }])
    await manager.press(inputs as Inputs);
  return { ...manager, waiting: await manager.press({}) };
}

const cardOf = (shown: Guidance) => ('card' in shown ? shown.card.id : undefined);

describe('a card with a time to wait', () => {
  it('is shown when the time has come', async () => {
    const { waiting, press, pass } = await atTheWait();
    expect(waiting).toMatchObject({ kind: 'wait', card: { id: 'datum' }, until: new Date('2026-11-29T23:00:00Z') });
    pass(7);
    expect(await press({}, 'resume')).toMatchObject({ kind: 'step', card: { id: 'datum' } });
  });

  it('is shown at once to a person who goes on all the same', async () => {
    const { press } = await atTheWait();
    expect(await press({}, 'resume')).toMatchObject({ kind: 'step', card: { id: 'datum' } });
  });

  it('lets the manager go back and change something meanwhile', async () => {
    const { press } = await atTheWait();
    expect(cardOf(await press({}, 'back'))).toBe('modig');
  });
});

describe('a step', () => {
  it('has other words for another choice, and its own where the choice says nothing', async () => {
    const manager = await anna();
    const varfor = everything.cards.flatMap(({ steps }) => steps).find(({ id }) => id === 'varfor')!;
    const after = async (vag: string) => {
      const shown = await manager.press({ vag });
      return 'state' in shown ? worded(varfor, shown.state.answered).ask : undefined;
    };
    expect(await after('kort')).toBe('Varför kort?');
    await manager.press({}, 'back');
    expect(await after('lang')).toBe('Varför?');
    expect(worded(varfor, new Map([['vag', 'constructor']])).ask).toBe('Varför?');
  });

  it('keeps in words what was chosen, between its poles where it is a scale', async () => {
    const manager = await anna();
    for (const inputs of [{ vag: 'kort' }, { fraga: 'Schemat' }, {}, { skala: '5' }])
      await manager.press(inputs as Inputs);
    const shown = await manager.press({ lista: 'stod,tid' });
    const words = (step: string) => 'state' in shown && shown.state.responses.get(step)?.words;
    expect([words('vag'), words('skala'), words('lista')]).toEqual([['Kort'], ['Tydligt'], ['Stöd', 'Tid']]);
  });

  it('may be left with anything in its fields', async () => {
    const manager = await anna();
    expect(await manager.press({ vag: 'constructor' }, 'pause')).toMatchObject({ kind: 'paused' });
    await manager.press({}, 'resume');
    for (const inputs of [{ vag: 'kort' }, { fraga: 'Schemat' }, {}, { skala: '5' }, { lista: 'tid' }, {}])
      await manager.press(inputs as Inputs);
    const left = await manager.press({ datum: 'på fredag' }, 'pause');
    expect(left).toMatchObject({ kind: 'paused' });
    expect('state' in left && left.state.responses.has('datum')).toBe(false);
  });
});
