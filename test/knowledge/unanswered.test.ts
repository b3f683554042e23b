import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type AskedWord, missingOf, readOrdinary, wordsToKeep } from '../../src/knowledge/unanswered';
import { knowledge } from './library';

const ordinary = readOrdinary(knowledge);
const kept = (question: string) => wordsToKeep(ordinary, question);

describe('what is kept of a question that nothing answers', () => {
  it.each([
    ['the words that say what it is about', 'Hur ansöker jag om semester i skolan?', ['semester', 'skolan']],
    ['compounds of ordinary words', 'hur fungerar ett lönesamtal, vad gäller', ['lönesamtal', 'gäller']],
    ['each word once, however inflected', 'Är lönen en lön om löner?', ['lönen']],
    ['no name, capital or small', 'Är Karin eller karin eller annas chef sjuk', ['chef', 'sjuk']],
    ['no family name of ordinary words', 'får bergström och sandvall semester', ['semester']],
    ['no word that Swedish does not know', 'är zorgonen xantippas semster', []],
    ['nothing of an address', 'för chef.lunch@region.se eller www.region.se/lunch eller chef@lunch', []],
    ['no number, and nothing grown together with one', 'ring 070-1234567, 850101-1234 eller chef7 och lunch-2', []],
    ['no word with a hyphen, which is how many are named', 'får ann-chef lunch', ['lunch']],
    ['nothing of a question without content', 'hur är det egentligen', []],
  ])('is %s', (_rule, question, words) => {
    expect(kept(question)).toEqual(words);
  });

  it('is at most twelve words', () => {
    const words = [...ordinary.stems].filter((stem) => /^[a-z]{5,}$/.test(stem));
    expect(kept(words.slice(0, 200).join(' '))).toHaveLength(12);
  });

  it('is never a digit, a sign, a capital or a word that was not in the question, whatever is written', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('lunch', 'Chef', 'chef@', '850101-1234', 'semester', '\u0308', '-', 'karin', '0701234567'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('', ' ', '.', '@', '7'), (pieces, between) => {
        const question = pieces.join(between).normalize('NFC');
        for (const word of kept(question)) {
          expect(word).toMatch(/^[a-zåäöé]{3,30}$/);
          expect(question).toContain(word);
          expect(ordinary.names.has(word)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('tells of most questions that our documents do not answer what they are about', () => {
    const questions = readFileSync(path.join(__dirname, 'questions.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { q: string; answerable: boolean })
      .filter(({ answerable }) => !answerable);
    const told = questions.filter(({ q }) => kept(q).length > 0);
    expect(told.length / questions.length).toBeGreaterThan(0.65);
  });
});

const by = (word: string, ...askers: string[]): AskedWord[] => askers.map((asker) => ({ word, asker }));

describe('what HR may see of a month', () => {
  it('is no word that only two people have asked', () => {
    expect(missingOf([...by('lunch', 'a', 'b'), ...by('lunch', 'a')])).toEqual([]);
    expect(missingOf(by('lunch', 'a', 'b', 'c'))).toEqual([{ word: 'lunch', atLeast: 3 }]);
  });

  it('counts a word in all its inflections, and shows it as most people wrote it', () => {
    const asked = [...by('lön', 'a', 'b', 'c'), ...by('lönen', 'd', 'e'), ...by('lön', 'f')];
    expect(missingOf(asked)).toEqual([{ word: 'lön', atLeast: 6 }]);
  });

  it('is no inflection that fewer than three wrote', () => {
    expect(missingOf([...by('dator', 'a', 'b'), ...by('datorn', 'c', 'd')])).toEqual([]);
  });

  it('says how many in steps only', () => {
    const people = Array.from({ length: 40 }, (_, nth) => `p${nth}`);
    const atLeast = [3, 4, 5, 6, 10, 11, 40].map((n) => missingOf(by('lunch', ...people.slice(0, n)))[0]?.atLeast);
    expect(atLeast).toEqual([3, 3, 3, 6, 6, 11, 11]);
  });
});
