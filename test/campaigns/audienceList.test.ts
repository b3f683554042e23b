import fc from 'fast-check';
import { countVerdicts, type KnownPeople, readAudienceList } from '../../src/campaigns/audienceList';

const known: KnownPeople = (listedAs) =>
  listedAs.startsWith('asa') ? 'reachable' : listedAs.startsWith('bo') ? 'unreachable' : undefined;
const read = (...rows: string[][]) => readAudienceList(rows, known);
const guid = '1b2e3d4c-5f60-4a7b-8c9d-0e1f2a3b4c5d';
const verdictOf = (cell: string) => read(['E-post'], [cell])[0]!.verdict;

describe('a list of managers', () => {
  it('says of each line whether she is reached, by its number in the file', () => {
    const rows = [
      ['E-post', 'Enhet'],
      ['Asa@Region.example ', ' Kirurgi'],
      [],
      ['bo@region.example', 'KIRURGI'],
      ['asa@region.example', ''],
      [guid.toUpperCase(), 'Medicin'],
      ['Bo Ek', 'Medicin'],
      ['', 'Medicin'],
    ];
    expect(read(...rows)).toEqual([
      { line: 2, listedAs: 'asa@region.example', unit: 'Kirurgi', verdict: 'matched' },
      { line: 4, listedAs: 'bo@region.example', unit: 'Kirurgi', verdict: 'unknown' },
      { line: 5, listedAs: 'asa@region.example', unit: '', verdict: 'duplicate', duplicateOf: 2 },
      { line: 6, listedAs: guid, unit: 'Medicin', verdict: 'unknown' },
      { line: 7, listedAs: 'bo ek', unit: 'Medicin', verdict: 'malformed' },
      { line: 8, listedAs: '', unit: 'Medicin', verdict: 'malformed' },
    ]);
    expect(countVerdicts(read(...rows))).toEqual({ matched: 1, unknown: 2, duplicate: 1, malformed: 2 });
  });

  it.each(['E-post', 'epost', 'E-mail:', ' MEJL', 'Mail*', 'UPN', 'Id', 'Objekt-id', 'Object ID'])(
    'has a header when it says %j',
    (word) => {
      const [line, ...more] = read(['Namn', word, 'Förvaltning'], ['Åsa', 'asa@region.example', 'Vård']);
      expect(line).toMatchObject({ line: 2, listedAs: 'asa@region.example', unit: 'Vård' });
      expect(more).toEqual([]);
    },
  );

  it('may have a title above its header, and a header for the unit only', () => {
    expect(read(['Chefer'], ['Grupp', 'Vem'], ['K', 'asa@region.example'])).toMatchObject([
      { line: 1, verdict: 'malformed' },
      { line: 3, listedAs: 'asa@region.example', unit: 'K' },
    ]);
  });

  it('takes the e-mail before another number in a column called id', () => {
    const rows = [['Id', 'E-post'], ['4711', 'asa@region.example'], [guid, '']]; // prettier-ignore
    expect(read(...rows).map(({ listedAs }) => listedAs)).toEqual(['asa@region.example', guid]);
  });

  it('is found without a header where the e-mails are, with the next column that has words as unit', () => {
    expect(read(['1', 'asa@region.example', '070', 'Kirurgi', 'x'], ['2', 'fel', '', 'Medicin'])).toEqual([
      { line: 1, listedAs: 'asa@region.example', unit: 'Kirurgi', verdict: 'matched' },
      { line: 2, listedAs: 'fel', unit: 'Medicin', verdict: 'malformed' },
    ]);
    expect(read(['Kirurgi', guid])).toMatchObject([{ listedAs: guid, unit: 'Kirurgi' }]);
    expect(read(['asa@region.example'])).toMatchObject([{ unit: '' }]);
  });

  it('has no unit where its header names none', () => {
    expect(read(['E-post', 'Namn'], ['asa@region.example', 'Åsa'])).toMatchObject([{ unit: '' }]);
  });

  it.each([
    'åsa.öst-ärlig@vård.region.se',
    "o'brien+x@a.se",
    'asa\u030a@a.se',
    ' a@b.se\u200b',
    `${'a'.repeat(64)}@b.se`,
  ])('takes %j', (cell) => expect(verdictOf(cell)).not.toBe('malformed'));
  it.each([
    'asa', 'asa@region', '@b.se', 'a@@b.se', 'a b@c.se', 'a@b..se', 'a.@b.se', '=a@b.se', '-a@b.se', 'a@-b.se', 'a@b.se;c@d.se',
    'Åsa <a@b.se>', `${'a'.repeat(65)}@b.se`, `a@${'b.'.repeat(126)}se`, guid.slice(1), `{${guid}}`,
  ])('does not take %j', (cell) => expect(verdictOf(cell)).toBe('malformed')); // prettier-ignore

  it('knows å in both its spellings as one', () => {
    const [one, other] = read(['A\u030asa@region.example'], ['\u00e5sa@region.example']);
    expect([one!.listedAs, other!.verdict]).toEqual(['\u00e5sa@region.example', 'duplicate']);
  });
});

const cell = fc.oneof(
  fc.constantFrom('', ' ', 'asa@b.se', 'Bo@b.se', 'c@b.se', guid, 'E-post', 'Enhet', 'Kirurgi', '4711', '\u200b'),
  fc.string({ maxLength: 5 }),
);
const sheet = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 8 });

describe('any list', () => {
  it('gets one verdict for every line that holds something, but for one header at most', () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const lines = read(...rows).map(({ line }) => line);
        const filled = rows.flatMap((row, n) =>
          row.some((text) => text.replace(/\p{Cf}/gu, '').trim()) ? [n + 1] : [],
        );
        expect(filled).toEqual(expect.arrayContaining(lines));
        expect(new Set(lines).size).toBe(lines.length);
        expect([0, 1]).toContain(filled.length - lines.length);
      }),
    );
  });

  it('adds up', () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const list = read(...rows);
        const sum = Object.values(countVerdicts(list)).reduce((one, other) => one + other, 0);
        expect(sum).toBe(list.length);
        const taken = list.filter(({ verdict }) => verdict === 'matched' || verdict === 'unknown');
        expect(new Set(taken.map(({ listedAs }) => listedAs)).size).toBe(taken.length);
      }),
    );
  });

  it('reads the same in whatever order its columns stand under their header', () => {
    const header = ['Namn', 'E-post', 'Objekt-id', 'Enhet', 'Grupp'];
    const row = fc.array(cell, { minLength: header.length, maxLength: header.length });
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: header.length });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), order, (rows, columns) => {
        const moved = [header, ...rows].map((cells) => columns.map((column) => cells[column]!));
        expect(read(...moved)).toEqual(read(header, ...rows));
      }),
    );
  });
});
