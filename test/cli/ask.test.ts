import { run as runWith } from '../../src/cli/ask';
import { indexes } from '../knowledge/library';

const run = (args: string[]) => runWith(args, indexes);

describe('run', () => {
  it('shows the quote with publisher, year and weight, and what to ask next', () => {
    const text = run(['Vad säger Region Skåne om detaljstyrning?']);
    expect(text).toContain('Region Skåne ställer sig inte bakom en detaljstyrning av medarbetare.');
    expect(text).toMatch(/– Region Skåne, .*, 2021 · Motionssvar: förslag till beslut/);
    expect(text).toContain('Fråga vidare:');
  });

  it('says what can be tried by each topic to choose from', () =>
    expect(run(['vi nickar på mötena men sen gör alla som de vill'])).toMatch(
      /^Jag hittar inget rakt svar\.\n\n {2}Hur .*\?\n {2}Lämna halva dagordningen tom/,
    ));

  it('shows what to choose from when it is unsure, and says so when there is nothing', () => {
    expect(run(['chefsgrupp tyst'])).toMatch(/^Jag hittar inget rakt svar\. Närmast kommer:\n\nHur .*\?\n\n/);
    expect(run(['Recept', 'på', 'kanelbullar'])).toBe('Det står inte i mina dokument.');
  });

  it('says whom no document names, and what is missing: near what was asked, or nowhere', () => {
    expect(run(['Hur jobbar Region Stockholm med tillit?'])).toMatch(
      /^Region Stockholm nämns inte i mina dokument\. Det här säger andra:\n\n/,
    );
    expect(run(['hur gör region stockholm'])).toBe('Region Stockholm nämns inte i mina dokument.');
    expect(run(['Hur många chefer intervjuades i Gävleborg?'])).toMatch(
      /^Jag hittar inget svar på just hur många\. Närmast kommer:\n/,
    );
    expect(run(['Vem är chef för Malena Lau?'])).toBe('Det står inte i mina dokument.');
  });

  it('explains what came of it, and which name made it so', () => {
    expect(run(['--explain', 'Hur jobbar Region Stockholm med tillit?'])).toMatch(
      /Utfall: osäker, nämns inte: Region Stockholm$/,
    );
    expect(run(['--explain', 'Hur slutar jag att detaljstyra?'])).toMatch(/Utfall: ämne$/);
  });

  it('gives programs the answer as JSON', () => {
    const answer: unknown = JSON.parse(run(['--json', 'Vad yrkar Vänsterpartiet?']));
    expect(answer).toMatchObject({
      outcome: 'found',
      quote: { document: 'motion-tillitsbaserad-styrning', weight: 'Motion: förslag, inte beslut' },
    });
    expect(JSON.parse(run(['--json', 'kanelbullar']))).toEqual({ outcome: 'none', near: { others: [] } });
  });

  it('explains what spoke for and against, with the thresholds', () => {
    const text = run(['--explain', 'Hur många cyklar äger Region Skåne?']);
    expect(text).toMatch(/^Frågetyp: antal\nStycke: /);
    expect(text).toMatch(/den sorts uppgift som efterfrågas saknas +1,00 +−\d,\d\d/);
    expect(text).toMatch(/Säkerhet: 0,\d\d \(svar från 0,\d\d, inget svar under 0,\d\d\)/);
    expect(text).toMatch(/Utfall: (osäker|inget svar)$/);
    expect(run(['--explain', 'Vad yrkar Vänsterpartiet?'])).toMatch(/Utfall: svar$/);
    expect(run(['--explain', '!!'])).toMatch(/Inget stycke har något av frågans ord\.$/);
  });

  it.each([[[]], [['--jsn', 'x']], [[' ']]])('says how it is used when it gets %j', (args) => {
    expect(() => run(args)).toThrow(/npm run ask/);
  });
});
