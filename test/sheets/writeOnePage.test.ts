import fc from 'fast-check';
import { inStandardLetters } from '../../src/sheets/standardLetters';
import { writeOnePage, type OnePage, type ShareTable } from '../../src/sheets/writeOnePage';
import { pagesOf } from './pageText';

const table = (groups: number, heading = 'Är målen tydliga?'): ShareTable => ({
  heading,
  columns: ['Grupp', 'Svar', 'Ja', 'Nej', 'Vill inte svara'],
  rows: Array.from({ length: groups }, (_, n) => ({ name: `Grupp ${n}`, count: 100 + n, percents: [60, 30, 10] })),
});
const page = (over: Partial<OnePage> = {}): OnePage => ({
  title: 'Ramar',
  lines: [],
  tables: [table(3)],
  notes: [{ heading: 'Så visas svaren', text: 'Ingen ser vem som har svarat vad.' }],
  left: {
    row: '{count} rad till',
    rows: '{count} rader till',
    table: '{count} fråga till',
    tables: '{count} frågor till',
    and: 'och',
    end: '{left}.',
  },
  ...over,
});
const textOf = async (over: Partial<OnePage> = {}) => (await pagesOf(await writeOnePage(page(over)))).join(' NY SIDA ');

describe('the page of results (PDF)', () => {
  it('says what it was given, Swedish letters and all, row by row', async () => {
    const said = await textOf({
      title: 'Åtgärder på Öron, näsa – ”våren”',
      lines: ['tisdag 3 november · 2 tillfällen'],
    });
    expect(said).toContain('Åtgärder på Öron, näsa – ”våren” tisdag 3 november · 2 tillfällen Är målen tydliga?');
    expect(said).toContain('Grupp Svar Ja Nej Vill inte svara Grupp 0 100 60 % 30 % 10 % Grupp 1 101 60 % 30 % 10 %');
    expect(said).toContain('Så visas svaren Ingen ser vem');
    expect(said).not.toContain('till.');
  });

  it('is marked for readers of screens: the language, the title, headings and the table', async () => {
    const bytes = (await writeOnePage(page())).toString('latin1');
    for (const mark of ['/Lang (sv-SE)', '/DisplayDocTitle true', '/Marked true', '/S /H1', '/S /Table', '/S /TH'])
      expect(bytes).toContain(mark);
  });

  it.each([
    ['sixty groups', { tables: [table(60)] }, /Grupp 0 .*Grupp 2\d .*\d\d rader till\./],
    ['thirty questions', { tables: Array.from({ length: 30 }, (_, n) => table(4, `Fråga ${n}`)) }, /2\d frågor till\./],
    [
      'a note without end',
      { notes: [{ heading: 'Över tid', text: 'Det har ökat. '.repeat(2_000) }] },
      /Grupp 2 .*Det har ökat/,
    ],
    ['a heading without end', { title: 'Ramar '.repeat(300), lines: ['x '.repeat(900)] }, /Ramar.*…/],
  ])('is one page, with %s too, and says what is left out', async (_what, over, expected) => {
    const said = await textOf(over);
    expect(said).toMatch(expected);
    expect(said).not.toContain('NY SIDA');
  });

  it('has no sign that its fonts lack: it would be read as others', () => {
    expect(inStandardLetters('Ł\u0219ą 😀 − 5\u2009%\u202fx\u200b\ny')).toBe('?sa ? - 5 % x y');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        /^[\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/.test(inStandardLetters(text)),
      ),
    );
  });
});
