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

  it('shows what to choose from when it is unsure, and says so when there is nothing', () => {
    expect(run(['LAS turordning vid arbetsbrist'])).toMatch(
      /^Jag hittar inget rakt svar\. Närmast kommer:\n\n {2}\|/,
    );
    expect(run(['Recept', 'på', 'kanelbullar'])).toBe('Det står inte i mina dokument.');
  });

  it('gives programs the answer as JSON', () => {
    const answer: unknown = JSON.parse(run(['--json', 'Vad yrkar Vänsterpartiet?']));
    expect(answer).toMatchObject({
      outcome: 'found',
      quote: { document: 'motion-tillitsbaserad-styrning', weight: 'Motion: förslag, inte beslut' },
    });
    expect(JSON.parse(run(['--json', 'kanelbullar']))).toEqual({ outcome: 'none' });
  });

  it.each([[[]], [['--jsn', 'x']], [[' ']]])('says how it is used when it gets %j', (args) => {
    expect(() => run(args)).toThrow(/npm run ask/);
  });
});
