import fc from 'fast-check';
import { type Step, type Value } from '../../src/coaching/flow';
import { typedValue, inputsFor, readStep, type Inputs } from '../../src/coaching/response';
import { holds } from '../../src/coaching/session';
import { everything } from './flow';

const today = '2026-11-23';
const alternatives = new Map<string, Value>([['alternativ', { '1': 'Vänta', '3': 'Byta' }]]);
const steps = everything.cards.flatMap((card) => card.steps);
const stepOf = (id: string, change: Partial<Step> = {}): Step =>
  ({ ...steps.find((step) => step.id === id)!, ...change }) as Step;
const read = (id: string, inputs: Inputs, change?: Partial<Step>) =>
  readStep(stepOf(id, change), inputs, alternatives, today);
const optional = { optional: true };

describe('a response is taken', () => {
  it.each<[string, string, Inputs, Value]>([
    [
      'a text, trimmed, with its line breaks',
      'fraga',
      { fraga: '  Bemanningen\r\ni sommar \n' },
      'Bemanningen\ni sommar',
    ],
    ['an option', 'vag', { vag: 'kort' }, 'kort'],
    ['an entry of the list', 'forord', { forord: '3' }, '3'],
    ['a place on the scale', 'skala', { skala: '5' }, '5'],
    ['not knowing', 'skala', { skala: 'unknown' }, 'unknown'],
    ['a list with gaps', 'alternativ', { alternativ_1: 'Vänta', alternativ_3: 'Byta' }, { '1': 'Vänta', '3': 'Byta' }],
    [
      'a text for each entry',
      'konsekvens',
      { konsekvens_1: 'Lugnt', konsekvens_3: 'Dyrt' },
      { '1': 'Lugnt', '3': 'Dyrt' },
    ],
    ['today', 'datum', { datum: today }, today],
    ['ticks', 'lista', { lista: 'tid,stod' }, ['tid', 'stod']],
    ['a message, by going on', 'modig', {}, null],
  ])('%s', (_what, id, inputs, value) => {
    expect(read(id, inputs)).toEqual({ value });
  });

  it.each(['fraga', 'vag', 'skala', 'alternativ', 'konsekvens', 'datum', 'lista'])(
    'empty, where %s may be left empty',
    (id) => {
      expect(read(id, {}, optional)).toEqual({ value: null });
      expect(read(id, { [id]: ' \n\t', [`${id}_1`]: '  ' }, optional)).toEqual({ value: null });
    },
  );

  it('also of an entry that is gone: an old card may know more of them', () => {
    const inputs = { konsekvens_1: 'Lugnt', konsekvens_2: 'Bort', konsekvens_3: 'Dyrt' };
    expect(read('konsekvens', inputs)).toEqual({ value: { '1': 'Lugnt', '2': 'Bort', '3': 'Dyrt' } });
  });
});

describe('a response is not taken', () => {
  it.each<[string, string, Inputs, string]>([
    ['an empty text', 'fraga', { fraga: '   ' }, 'missing'],
    ['a text that is too long', 'fraga', { fraga: 'x'.repeat(201) }, 'tooLong'],
    ['100 KB', 'fraga', { fraga: 'x'.repeat(100_000) }, 'tooLong'],
    ['no option', 'vag', {}, 'missing'],
    ['an option that is not there', 'vag', { vag: 'snabb' }, 'notAnOption'],
    ['an entry that is not there', 'forord', { forord: '2' }, 'notAnOption'],
    ['what every object has', 'vag', { vag: 'constructor' }, 'notAnOption'],
    ['what every object has, among ticks', 'lista', { lista: 'tid,__proto__' }, 'notAnOption'],
    ['a place beside the scale', 'skala', { skala: '6' }, 'notAnOption'],
    ['a list with too few entries', 'alternativ', { alternativ_1: 'Vänta' }, 'tooFew'],
    ['a list with one too long', 'alternativ', { alternativ_1: 'Vänta', alternativ_2: 'x'.repeat(81) }, 'tooLong'],
    ['a text for one entry of two', 'konsekvens', { konsekvens_1: 'Lugnt' }, 'tooFew'],
    ['a day that does not exist', 'datum', { datum: '2027-02-30' }, 'notADate'],
    ['a day in words', 'datum', { datum: 'på fredag' }, 'notADate'],
    ['a time', 'datum', { datum: `${today}T12:00` }, 'notADate'],
    ['yesterday', 'datum', { datum: '2026-11-22' }, 'past'],
    ['no tick', 'lista', { lista: ',' }, 'missing'],
  ])('%s', (_what, id, inputs, problem) => {
    expect(read(id, inputs)).toEqual({ problem });
  });

  it('too long, though it may be left empty', () => {
    expect(read('fraga', { fraga: 'x'.repeat(201) }, optional)).toEqual({ problem: 'tooLong' });
    expect(read('alternativ', { alternativ_2: 'x'.repeat(81) }, optional)).toEqual({ problem: 'tooLong' });
  });
});

describe('a list that may be left empty', () => {
  it('is filled in, or left empty, but not half of it', () => {
    expect(read('alternativ', { alternativ_1: 'Vänta' }, optional)).toEqual({ problem: 'tooFew' });
    expect(read('konsekvens', { konsekvens_1: 'Lugnt' }, optional)).toEqual({ value: { '1': 'Lugnt' } });
  });
});

describe('what is typed', () => {
  it('loses only what no keyboard writes, and what kept "${" inert on a card', () => {
    const typed = 'Å ä ö – ”citat” 👍🏽 ${namn} [länk](http://x)\tslut';
    expect(read('fraga', { fraga: typed })).toEqual({ value: typed });
    expect(read('fraga', { fraga: 'a\u0000b\u001bc\ud800d$\u2060{e}' })).toEqual({ value: 'abcd${e}' });
  });

  it('is a draft also where it is no response yet', () => {
    expect(typedValue(stepOf('fraga'), { fraga: ` ${'x'.repeat(201)} ` })).toBe('x'.repeat(201));
    expect(typedValue(stepOf('alternativ'), { alternativ_2: ' Byta ' })).toEqual({ '2': 'Byta' });
    expect(typedValue(stepOf('lista'), { lista: 'stod' })).toEqual(['stod']);
  });

  it('is no draft where nothing was typed', () => {
    for (const step of steps) expect(typedValue(step, {})).toBeNull();
  });

  it('answers its step when it is taken, whatever it was', () => {
    const inputs = fc.dictionary(
      fc.constantFrom(...steps.flatMap(({ id }) => [id, `${id}_1`, `${id}_3`]), 'constructor'),
      fc.oneof(fc.string(), fc.constantFrom('kort', '1', 'tid', today, 'constructor', '__proto__')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...steps), fc.boolean(), inputs, (step, maybe, given) => {
        const asked = { ...step, optional: maybe };
        const taken = readStep(asked, given, alternatives, today);
        if ('value' in taken) expect(holds(asked, taken.value, alternatives)).toBe(true);
        // A card that shows it sends it back as it was.
        const draft = typedValue(asked, given);
        expect(typedValue(asked, inputsFor(asked, draft))).toEqual(draft);
      }),
      { numRuns: 200 },
    );
  });
});
