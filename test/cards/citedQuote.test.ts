import { quoteLines, quoted, shortened, teaser, sourceLine } from '../../src/cards/citedQuote';
import { type Passage } from '../../src/knowledge/documents/passages';

const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);

describe('linesOf', () => {
  it('shows bullets as dots, nested ones set in, and numbers as they are', () => {
    expect(texts(quoteLines('Så gör vi:\n- Närhet\n  - möten\n1. Först'))).toEqual([
      'Så gör vi:',
      '• Närhet',
      '\u2003• möten',
      '1. Först',
    ]);
  });

  it('sets the cells of a table apart and leaves out empty lines', () => {
    expect(texts(quoteLines('Syfte\tLärande\n\nForm\tDialog'))).toEqual(['Syfte · Lärande', 'Form · Dialog']);
  });

  it('shows a table with headings above and at the side row by row, for a phone has no room for three columns', () => {
    const table = 'Så skiljer de sig:\n\tTidigare\tNu\nSyfte\tAnsvar\tLärande\nForm\tMått\tDialog\nKälla: regionen';
    expect(texts(quoteLines(table))).toEqual([
      'Så skiljer de sig:',
      'Syfte',
      '• Tidigare: Ansvar',
      '• Nu: Lärande',
      'Form',
      '• Tidigare: Mått',
      '• Nu: Dialog',
      'Källa: regionen',
    ]);
    expect(texts(quoted('\tTidigare\tNu\nSyfte\tAnsvar\tLärande')).join('|')).toBe(
      '”Syfte|• Tidigare: Ansvar|• Nu: Lärande”',
    );
    expect(texts(quoteLines('\tTidigare\tNu\nEn rad text'))).toEqual([' · Tidigare · Nu', 'En rad text']);
  });

  it('never changes a word, whatever looks like Markdown in it', () => {
    expect(texts(quoteLines('*ett* [två](http://x) #tre _fyra_'))).toEqual(['*ett* [två](http://x) #tre _fyra_']);
  });
});

describe('quoted', () => {
  it('puts Swedish quotation marks around the words, inside the bullets', () => {
    expect(texts(quoted('- Närhet\n- Möten'))).toEqual(['• ”Närhet', '• Möten”']);
    expect(texts(quoted('En mening.'))).toEqual(['”En mening.”']);
  });

  it('adds none to speech that has its own', () => {
    expect(texts(quoted('"Hur tänker ni?"'))).toEqual(['"Hur tänker ni?"']);
    expect(texts(quoted('- ”Vi står bakom er.”'))).toEqual(['• ”Vi står bakom er.”']);
    expect(texts(quoted('”Tillit är …”\nSOU 2018:47'))).toEqual(['”Tillit är …”', 'SOU 2018:47']);
  });
});

describe('teaser', () => {
  it('runs a list on in one line, cut at a word, in quotation marks', () => {
    expect(texts(teaser('- Närhet\n  - täta möten\n- Coaching och mer', 30))).toEqual(['”Närhet · täta möten…”']);
  });
});

describe('shortened', () => {
  it('leaves a short text alone and folds white space', () => {
    expect(shortened('ett\n två', 20)).toBe('ett två');
  });

  it('cuts at a word and never over the limit', () => {
    expect(shortened('tillitsbaserad styrning och ledning', 27)).toBe('tillitsbaserad styrning…');
    expect(shortened('x'.repeat(50), 10)).toHaveLength(10);
  });
});

describe('sourceLine', () => {
  it('ends with the page, where the document has pages', () => {
    const document = { publisher: 'Region Skåne', title: 'Motionssvar', date: '2021-11-23' };
    const passage = (page?: string) => ({ document, page }) as Passage;
    const words = { undated: 'odaterad', old: 'från {year}' };
    expect([passage('s. 4'), passage('bild 3'), passage()].map((each) => sourceLine(each, words))).toEqual([
      'Region Skåne: Motionssvar, 2021, s. 4',
      'Region Skåne: Motionssvar, 2021, bild 3',
      'Region Skåne: Motionssvar, 2021',
    ]);
  });

  it('says that what is old is from its year', () => {
    const passage = (date?: string) => ({ document: { publisher: 'P', title: 'T', date } }) as Passage;
    const words = { undated: 'odaterad', old: 'från {year}', oldBefore: 2022 };
    expect([passage('2021-12-31'), passage('2022'), passage()].map((each) => sourceLine(each, words))).toEqual([
      'P: T, från 2021',
      'P: T, 2022',
      'P: T, odaterad',
    ]);
  });
});
