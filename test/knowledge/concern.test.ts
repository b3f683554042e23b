import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { projectRoot } from '../../src/shared/config';
import { isConcern } from '../../src/knowledge/concern';
import { readConcerns } from '../../src/knowledge/readConcerns';

const concerns = readConcerns(path.join(projectRoot, 'knowledge'));
const points = (text: string, perTurn?: number) => isConcern(concerns, text, perTurn);

describe('isConcern', () => {
  it.each([
    'En medarbetare har hotat mig, vad gör jag?',
    'jag blev HOTAD av en anhörig',
    'Hur hanterar jag trakasserier i gruppen?',
    'nån mobbar en kollega',
    'En i gruppen pratar om självmord',
    'sjalvmordstankar hos medarbetare',
    'Min medarbetare mår väldigt dåligt',
    'Jag orkar inte längre',
    'En patient kom till skada i natt',
    'Är det farligt för patienterna?',
    'Hur arbetar vi med patientsäkerheten?',
    'hen är sjukskriven igen',
    'jag tänker ta mitt liv',
    'han tog livet av sig i helgen',
    'ohälsan i gruppen ökar',
    'våldet på akuten',
    'hot och våld på jobbet',
    'hot och vald pa jobbet',
    'sjukfrånvaron stiger',
    'en kollega fick en panikattack',
    'hon skär sig',
    'vi gav fel medicin',
    'läkaren skriker åt sköterskorna',
    'en i teamet har blivit våldtagen',
  ])('points to people: %s', async (text) => {
    expect(await points(text)).toBe(true);
  });

  it.each([
    'Vad är tillitsbaserad styrning?',
    'Vad kostar en parkeringsplats vid sjukhuset?',
    'Vad beslutade Skånes universitetssjukhus om mandat?',
    'Hur håller vi patienten i fokus?',
    'Hur får jag fler att våga säga vad de tycker?',
    'Är hotellet bokat?',
    'Jag blev vald till chef, vad gör jag nu?',
    'Hur når vi våra valda mål?',
    'Det är väldigt svårt att delegera',
    'Vi drog igång ett projekt på enheten',
    'Det slog mig att vi aldrig firar',
    'Jag dricker kaffe med gruppen varje morgon',
    'Hur följer vi upp budgeten?',
    'Jag är rädd att tappa kontrollen',
    'Hur får vi liv i mötena?',
    'Kan vi leva efter värdegrunden?',
    'Vad säger cheferna om pandemin?',
  ])('leaves an ordinary question alone: %s', async (text) => {
    expect(await points(text)).toBe(false);
  });

  it('needs the words of a phrase near each other and in order', async () => {
    expect(await points('patienten fick till slut en skada')).toBe(false);
    expect(await points('längre inte orkar jag')).toBe(false);
  });

  it('finds a word whatever accents hang on it, and however many letters', async () => {
    expect(await points(`h${'\u0335'.repeat(1000)}otad`)).toBe(true);
    expect(await points(`mobb${'a'.repeat(1000)}`)).toBe(true);
  });

  it('lets others have their turn while it looks at a long text', async () => {
    let others = 0;
    let done = false;
    const next = () => setImmediate(() => (done ? undefined : (others++, next())));
    next();
    expect(await points('ord '.repeat(5000))).toBe(false);
    done = true;
    expect(others).toBeGreaterThanOrEqual(10);
  });

  it('says the same of a text however it is parted', async () => {
    const entries = Object.values(
      parse(readFileSync(path.join(projectRoot, 'knowledge/concerns.yaml'), 'utf8')) as Record<string, string[]>,
    ).flat();
    const word = fc.constantFrom(...new Set(entries.flatMap((entry) => entry.replaceAll('*', '').split(' '))));
    const filler = fc.constantFrom('ord', 'en', 'möte', 'Å', 'hotellet', '–', 'x1');
    const text = fc.array(fc.oneof({ weight: 3, arbitrary: filler }, word), { maxLength: 40 });
    let either = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 12 }), async (parts, perTurn) => {
        const whole = await points(parts.join(' '), Infinity);
        either = either.add(whole);
        expect(await points(parts.join(' '), perTurn)).toBe(whole);
      }),
      { numRuns: 500 },
    );
    expect(either.size).toBe(2);
  });

  it('loses no phrase where a text is parted', async () => {
    for (const before of Array.from({ length: 12 }, (_, count) => 'ord '.repeat(count)))
      expect(await points(`${before}gå ord ord in ord ord i ord ord väggen`, 5)).toBe(true);
  });

  it('never takes a question that managers ask of the documents', async () => {
    const file = path.join(__dirname, 'questions.jsonl');
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const answerable = lines
      .map((line) => JSON.parse(line) as { q: string; answerable: boolean })
      .filter((line) => line.answerable);
    expect(answerable.length).toBeGreaterThan(20);
    for (const { q } of answerable) expect([q, await points(q)]).toEqual([q, false]);
  });
});
