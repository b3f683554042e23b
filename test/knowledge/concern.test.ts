import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/config';
import { isConcern, readConcerns } from '../../src/knowledge/concern';

const concerns = readConcerns(path.join(projectRoot, 'knowledge'));
const points = (text: string) => isConcern(concerns, text);

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
  ])('points to people: %s', (text) => {
    expect(points(text)).toBe(true);
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
  ])('leaves an ordinary question alone: %s', (text) => {
    expect(points(text)).toBe(false);
  });

  it('needs the words of a phrase near each other and in order', () => {
    expect(points('patienten fick till slut en skada')).toBe(false);
    expect(points('längre inte orkar jag')).toBe(false);
  });

  it('is quick to decide on a very long text', () => {
    expect(points('ord '.repeat(5000))).toBe(false);
  });

  it('never takes a question that managers ask of the documents', () => {
    const file = path.join(__dirname, 'questions.jsonl');
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const answerable = lines
      .map((line) => JSON.parse(line) as { q: string; answerable: boolean })
      .filter((line) => line.answerable);
    expect(answerable.length).toBeGreaterThan(20);
    expect(answerable.filter(({ q }) => points(q))).toEqual([]);
  });
});
