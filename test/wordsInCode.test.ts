import { brokenRules } from './brokenRules';

const rule = 'words/in-catalogue';
const said = (file: string, texts: readonly string[]) =>
  texts.map((text) => [file, `export const said = ${text};\n`] as const);

const swedish = [
  "'Försök igen.'",
  "'Inget svar hittades'",
  '`Inget svar hittades av ${count}`',
  "'Det gick inte att logga in.'",
  "'Spara'",
  "'Svar saknas'",
  '`${done} av ${all}`',
  '`${count} svar`',
  '`${count} dagar (${day})`',
  '`kl. ${time}`',
  "['a', 'b'].join(' och ')",
];
const onPage = ['html`<p>Utskick klart</p>`', 'html`<input aria-label="Namn" />`'];
const others = [
  "'The token is for another app.'",
  "'Document'",
  "'#/utskick/nytt'",
  "'mottagare'",
  '`${count} rows of ${all}`',
  '`svar-${id}`',
  "['a', 'b'].join(' and ')",
  'css`a { color: var(--line); max-width: 30rem; }`',
];
const lookedFor = "'Hur gör jag om det inte går?'";

describe('Swedish in code', () => {
  const broken = new Map<string, string[]>();
  /** ESLint takes seconds to start, so it starts once. */
  beforeAll(() => {
    const rules = brokenRules([
      ...said('src/bot/example.ts', [...swedish, ...others]),
      ...said('src/page/example.ts', onPage),
      ...said('src/bot/language.ts', [lookedFor]),
    ]);
    [...swedish, ...others, ...onPage, lookedFor].forEach((text, at) => broken.set(text, rules[at]!));
  });

  it('is found with and without å, ä and ö, in a sentence, a template, a single word and a word beside a value', () =>
    expect(swedish.map((text) => broken.get(text))).toEqual(swedish.map(() => [rule])));

  it('is no English, no name of a format, no address and no style', () =>
    expect(others.map((text) => broken.get(text))).toEqual(others.map(() => [])));

  it('is found between the tags of HR’s page, in whatever words', () =>
    expect(onPage.map((text) => broken.get(text)!.includes('no-restricted-syntax'))).toEqual([true, true]));

  it('is allowed where the program looks for it in what people write', () => expect(broken.get(lookedFor)).toEqual([]));
});
