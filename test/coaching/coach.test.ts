import fc from 'fast-check';
import { makeMove, beginSession } from '../../src/coaching/coach';
import { type Step, type Value } from '../../src/coaching/flow';
import { inputId, type Inputs, nearestInput, ownInput, slotsOf } from '../../src/coaching/response';
import { entriesOf, replay, type MoveKind } from '../../src/coaching/session';
import { newKey } from '../../src/store/encryption';
import { recordRoster } from '../../src/store/people';
import { sessionStore } from '../../src/store/sessions';
import { temporaryDatabase } from '../store/temporary';
import { everything } from './flow';
import { type CoachDeps } from '../../src/coaching/ports';
import { type Guidance, type Press } from '../../src/coaching/guidance';
import { runs } from '../runs';

const now = () => new Date('2026-11-23T12:00:00Z');
const scale = {
  '1': 'ett',
  '2': 'två',
  '3': 'tre',
  '4': 'fyra',
  '5': 'fem',
  unknown: 'vet inte',
  declined: 'vill inte',
};

let people = 0;
let keys = 0;
const newPress = (): string => `press ${++keys}`;

/** Two instances on one store, and a new person who has written to the bot. */
async function coachDeps() {
  const serviceKey = newKey();
  const db = await temporaryDatabase();
  const instance = (): CoachDeps => ({
    flows: new Map([[everything.id, everything]]),
    store: sessionStore(db, serviceKey, now),
    scale,
    now,
  });
  const instances = [instance(), instance()];
  return {
    instances,
    one: instances[0]!,
    person: async () => {
      const id = `person ${++people}`;
      await recordRoster(db, id, {}, now());
      return id;
    },
  };
}

/** Inputs for a step: sometimes nothing, sometimes what is no response. */
function inputsFor(step: Step, answered: ReadonlyMap<string, Value>, seed: number): Inputs {
  const text = `${step.id} ${seed}`;
  if (seed % 7 === 0) return {};
  switch (step.kind) {
    case 'message':
      return {};
    case 'text': {
      const slots = step.each ? Object.keys(entriesOf(step.each, answered)) : [];
      return step.each
        ? Object.fromEntries(slots.map((slot) => [inputId(step.id, slot), `${text} ${slot}`]))
        : { [step.id]: seed % 11 === 0 ? 'x'.repeat(step.max + 1) : text };
    }
    case 'choice': {
      const options = step.each ? Object.keys(entriesOf(step.each, answered)) : Object.keys(step.options);
      return { [step.id]: seed % 13 === 0 ? 'constructor' : (options[seed % options.length] ?? '') };
    }
    case 'scene': {
      const lines = Object.keys(step.lines);
      const line = seed % 13 === 0 ? 'constructor' : lines[seed % lines.length]!;
      const own = seed % 11 === 0 ? 'x'.repeat(step.max + 1) : text;
      if (seed % 3 === 0) return { [ownInput(step.id)]: own, [nearestInput(step.id)]: seed % 2 ? line : '' };
      return { [step.id]: line };
    }
    case 'scale':
      return { [step.id]: String((seed % 5) + 1) };
    case 'list':
      return Object.fromEntries(
        slotsOf(step)
          .slice(0, (seed % 3) + 1)
          .map((slot) => [inputId(step.id, slot), `${text} ${slot}`]),
      );
    case 'date':
      return { [step.id]: seed % 5 === 0 ? '2020-01-01' : '2026-12-24' };
    case 'checklist':
      return {
        [step.id]: Object.keys(step.options)
          .slice(0, (seed % 2) + 1)
          .join(','),
      };
  }
}

/** A press on a card as it was shown. */
function pressOn(shown: Extract<Guidance, { kind: 'step' }>, kind: MoveKind, seed: number): Press {
  const answered = shown.state.answered;
  const inputs = Object.assign({}, ...shown.card.steps.map((step) => inputsFor(step, answered, seed))) as Inputs;
  return { session: shown.session.id, card: shown.card.id, kind, inputs, key: newPress() };
}

/** What the final responses send when a person walks straight through. */
function inputsOf(step: Step, value: Value | undefined): Inputs {
  if (value === undefined || value === null) return {};
  if (typeof value === 'string') return { [step.id]: value };
  if (step.kind === 'checklist') return { [step.id]: Object.values(value).join(',') };
  return Object.fromEntries(Object.entries(value).map(([slot, text]) => [inputId(step.id, slot), String(text)]));
}

const action = fc.record({
  kind: fc.constantFrom<MoveKind | 'again' | 'together'>(
    'next',
    'next',
    'next',
    'next',
    'back',
    'pause',
    'resume',
    'stop',
    'again',
    'together',
  ),
  /** How many cards back the pressed one is: an old card, on another device. */
  stale: fc.constantFrom(0, 0, 0, 0, 1, 2, 5),
  instance: fc.nat(1),
  seed: fc.nat(1000),
});

describe('a session', () => {
  it('ends where straight walking leads, whatever was pressed in whatever order, and loses no response', async () => {
    const { instances, one, person } = await coachDeps();
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 25 }), async (actions) => {
        const manager = await person();
        const first = await beginSession(one, manager, everything);
        const cards = first.kind === 'step' ? [first] : [];
        const pressed: Press[] = [];
        const made: Press[] = [];
        const shownAfter = async (coaching: CoachDeps, press: Press) => {
          const moved = await makeMove(coaching, manager, press);
          if (moved.made) made.push(press);
          if (moved.guidance.kind === 'step') cards.push(moved.guidance);
        };
        for (const { kind, stale, instance, seed } of actions) {
          const coaching = instances[instance]!;
          const card = cards.at(-1 - stale) ?? cards[0]!;
          const press = kind === 'again' ? pressed.at(-1) : pressOn(card, kind === 'together' ? 'next' : kind, seed);
          if (!press) continue;
          pressed.push(press);
          // A double click reaches both instances at once.
          await Promise.all((kind === 'together' ? instances : [coaching]).map((each) => shownAfter(each, press)));
        }
        const session = (await one.store.find(manager, cards[0]!.session.id))!;

        expect(session.moves.map(({ key }) => key).sort()).toEqual(made.map(({ key }) => key).sort());
        for (const press of made.filter(({ kind }) => kind === 'next')) {
          const kept = JSON.stringify(session.moves.find(({ key }) => key === press.key)?.given);
          for (const [id, text] of Object.entries(press.inputs).filter(([id]) =>
            /^(fraga|varfor|konsekvens|alternativ)/.test(id),
          ))
            expect({ id, kept }).toEqual({ id, kept: expect.stringContaining(text) as string });
        }

        const ended = replay(everything, session.moves);
        const other = await person();
        let shown = await beginSession(one, other, everything);
        while (shown.kind === 'step' || shown.kind === 'wait') {
          const { card } = shown;
          if (!card.steps.every(({ id }) => ended.answered.has(id))) break;
          const inputs = Object.assign(
            {},
            ...card.steps.map((step) => inputsOf(step, ended.answered.get(step.id))),
          ) as Inputs;
          const { made: walked, guidance } = await makeMove(one, other, {
            session: shown.session.id,
            card: card.id,
            kind: 'next',
            inputs,
            key: newPress(),
          });
          expect(walked).toBe(true);
          shown = guidance;
        }
        const straight = 'state' in shown ? shown.state : undefined;
        const walkedTo = straight?.at?.id;
        const reachable = ended.path.slice(
          0,
          straight?.at ? ended.path.findIndex(({ id }) => id === walkedTo) + 1 : undefined,
        );
        expect(straight?.path.slice(0, reachable.length).map(({ id }) => id)).toEqual(reachable.map(({ id }) => id));
        const next = ended.path.find(({ steps }) => steps.some(({ id }) => !ended.answered.has(id)));
        expect(walkedTo).toBe(next?.id);
      }),
      { numRuns: runs(50) },
    );
  });
});
