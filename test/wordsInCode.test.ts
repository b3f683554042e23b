import { brokenRules } from './brokenRules';

const say = (text: string) => `export const said = ${text};\n`;
const rule = 'words/in-catalogue';

describe('Swedish in code', () => {
  it('is found with and without å, ä and ö, in a sentence, a template and a single word', () => {
    const swedish = [
      "'Försök igen.'",
      "'Inget svar hittades'",
      '`Inget svar hittades av ${count}`',
      "'Det gick inte att logga in.'",
      "'Spara'",
      "'Svar saknas'",
    ];
    const pieces = swedish.map((text) => ['src/bot/example.ts', say(text)] as const);
    expect(brokenRules(pieces)).toEqual(swedish.map(() => [rule]));
  });

  it('is found between the tags of HR’s page, in whatever words', () => {
    const pieces = [
      ['src/page/example.ts', say('html`<p>Utskick klart</p>`')],
      ['src/page/example.ts', say('html`<input aria-label="Namn" />`')],
    ] as const;
    const broken = brokenRules(pieces);
    expect(broken.map((rules) => rules.includes('no-restricted-syntax'))).toEqual([true, true]);
  });

  it('is no English, no name of a format, no address and no style', () => {
    const others = [
      "'The token is for another app.'",
      "'Document'",
      "'#/utskick/nytt'",
      "'mottagare'",
      'css`a { color: var(--line); max-width: 30rem; }`',
    ];
    const pieces = others.map((text) => ['src/bot/example.ts', say(text)] as const);
    expect(brokenRules(pieces)).toEqual(others.map(() => []));
  });

  it('is allowed where the program looks for it in what people write', () => {
    expect(brokenRules([['src/bot/language.ts', say("'Hur gör jag om det inte går?'")]])).toEqual([[]]);
  });
});
