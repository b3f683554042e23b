import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { absentNames } from '../../../src/knowledge/ranking/absentNames';
import { readQuestion } from '../../../src/knowledge/ranking/question';
import { theLibrary } from '../library';

const { index, passages } = theLibrary();
const absentIn = (text: string) =>
  absentNames(index.vocabulary, index.wording, readQuestion(index.vocabulary, index.wording, text), text);

const { absent, present, none } = parse(readFileSync(path.join(__dirname, '../absentNames.yaml'), 'utf8')) as {
  readonly absent: Readonly<Record<string, readonly string[]>>;
  readonly present: readonly string[];
  readonly none: readonly string[];
};

describe('a name that is asked for and that no document holds', () => {
  it.each(Object.entries(absent))('is named as one writes it: %s', (question, names) =>
    expect(absentIn(question)?.names).toEqual(names),
  );

  it.each(present)('is none where a document has it: %s', (question) => expect(absentIn(question)).toBeUndefined());

  it.each(none)('is none where nobody is asked for: %s', (question) => expect(absentIn(question)).toBeUndefined());
});

describe('what is asked without them', () => {
  it.each([
    ['Hur jobbar Region Stockholm med tillit?', 'Hur jobbar med tillit?'],
    ['hur gör dom på försäkringskassan med uppföljning', 'hur gör dom med uppföljning'],
    ['Enligt Region Stockholm, vad är tillit?', 'vad är tillit?'],
    ['Vad är Lena Hallengrens syn på delegering?', 'Vad är på delegering?'],
    ['Hur gör Region Stockholm?', undefined],
    ['Vad är Skatteverkets uppdrag?', undefined],
    ['Hur definierar Niklas Luhmann tillit?', 'Hur definierar tillit?'],
  ])('%s', (question, rest) => expect(absentIn(question)?.rest).toBe(rest));
});

/** Everything that a person may read of the documents, in one line of small letters. */
const said = passages
  .flatMap(({ document: { title, publisher, aliases }, heading, text }) => [
    title,
    publisher,
    ...aliases,
    ...heading,
    text,
  ])
  .join(' ')
  .replace(/\s+/g, ' ')
  .toLowerCase();
const stands = (name: string) => new RegExp(`(?<!\\p{L})${name.toLowerCase()}(?!\\p{L})`, 'u').test(said);
const words = [...new Set(passages.flatMap(({ text }) => text.match(/[\p{L}-]+/gu) ?? []))];
const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const name = fc.oneof(
  fc.constantFrom(...words, ...words.map(capitalised)),
  fc.constantFrom(
    'Stockholm',
    'region',
    'Region',
    'Uppsalas',
    'Skåne',
    'skatteverket',
    'SKR',
    'i',
    'och',
    'kommun',
    'län',
  ),
  fc.constantFrom(
    '[a](http://x)',
    '**Ek**',
    '<at>Lena Ek</at>',
    '`Ek`',
    'www.ek.se',
    '# Ek',
    '${Ek}',
    'Ek_Ek',
    '|',
    '\n',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map(capitalised),
);
const question = fc
  .tuple(
    fc.constantFrom('Vad säger ', 'Hur jobbar ', 'Hur gör Region ', 'Enligt ', 'Vem är ', 'hur gör man i ', ''),
    fc.array(name, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(' om tillit?', '?', 's syn på tillit?', ' kommun', ' gör det'),
  )
  .map(([before, names, after]) => before + names.join(' ') + after);

it('never says that a name is absent that stands in the documents, and never says Markdown', () => {
  let named = 0;
  fc.assert(
    fc.property(question, (text) => {
      for (const one of absentIn(text)?.names ?? []) {
        named++;
        expect(stands(one)).toBe(false);
        expect(one).toMatch(/^\p{L}+([ -]\p{L}+)*$/u);
        expect(one.length).toBeLessThanOrEqual(60);
      }
    }),
    { numRuns: 150 },
  );
  expect(named).toBeGreaterThan(5);
});
