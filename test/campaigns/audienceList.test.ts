import fc from 'fast-check';
import { countVerdicts, type KnownPeople, readAudienceList } from '../../src/campaigns/audienceList';

const known: KnownPeople = (listedAs) =>
  listedAs.startsWith('asa') ? 'reachable' : listedAs.startsWith('bo') ? 'unreachable' : undefined;
const read = (...rows: string[][]) => readAudienceList(rows, known).lines;
const unitHeading = (...rows: string[][]) => readAudienceList(rows, known).unitHeading;
const guid = '1b2e3d4c-5f60-4a7b-8c9d-0e1f2a3b4c5d';
const verdictOf = (cell: string) => read(['E-post'], [cell])[0]!.verdict;

describe('a list of managers', () => {
  it('says of each line whether somebody is reached, by its number in the file', () => {
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

  it.each([
    [['Chefer'], ['Vem', 'Grupp']],
    [['E-post'], ['Uttag 2026-11-27', 'Avdelning: alla'], [], ['Mejl', 'Arbetsplats']],
    [['#TYPE Microsoft.ActiveDirectory'], ['UserPrincipalName', 'Department']],
    [['version:v1.0'], ['Member object ID or user principal name [memberObjectIdOrUpn] Required', 'Unit']],
  ])('may have titles above its header: %j', (...above) => {
    expect(read(...above, ['asa@region.example', 'K'])).toEqual([
      { line: above.length + 1, listedAs: 'asa@region.example', unit: 'K', verdict: 'matched' },
    ]);
  });

  it('may have an address above its header, which HR sees', () => {
    const rows = [['Kontakt', 'hr@b.se'], ['Namn', 'E-post', 'Enhet'], ['Åsa', 'asa@b.se', 'K']]; // oxfmt-ignore
    expect(read(...rows)).toMatchObject([
      { line: 1, listedAs: 'hr@b.se', unit: '' },
      { line: 3, listedAs: 'asa@b.se', unit: 'K' },
    ]);
  });

  it('may have titles and no header, where its lines have several columns', () => {
    expect(read(['Chefer i norr'], ['asa@b.se', 'Kirurgi'], ['Bo Ek', ''])).toMatchObject([
      { line: 2, unit: 'Kirurgi', verdict: 'matched' },
      { line: 3, verdict: 'malformed' },
    ]);
  });

  it('may say its header again further down, as where lists were put after each other', () => {
    const header = ['E-post', 'Enhet'];
    expect(read(header, ['asa@b.se', 'K'], header, ['bo@b.se', 'M']).map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    ['Entra ID', ['id', 'userPrincipalName', 'displayName', 'mail', 'department', 'companyName'], [guid, 'asa@t.example', 'Åsa', 'asa@b.se', 'Kirurgi', 'Region X'], 'department'],
    ['Microsoft 365', ['Block credential', 'Department', 'Display name', 'Office', 'User principal name'], ['False', 'Kirurgi', 'Åsa', 'Hus 1', 'asa@b.se'], 'Department'],
    ['Exchange', ['Display name', 'Primary SMTP Address', 'Office'], ['Åsa', 'asa@b.se', 'Kirurgi'], 'Office'],
    ['Entra ID in Swedish', ['Visningsnamn', 'Användarens huvudnamn', 'Avdelning'], ['Åsa', 'asa@b.se', 'Kirurgi'], 'Avdelning'],
    ['a system for staff', ['Anställd', 'E-post (arbete)', 'Organisationsenhet'], ['Åsa', 'asa@b.se', 'Kirurgi'], 'Organisationsenhet'],
    ['a workplace', ['Anställd', 'Mejl', 'Arbetsplats'], ['Åsa', 'asa@b.se', 'Kirurgi'], 'Arbetsplats'],
    ['an organisation', ['Organisation', 'Namn', 'E-postadress *'], ['Kirurgi', 'Åsa', 'asa@b.se'], 'Organisation'],
    ['an empty unit', ['Enhet', 'Mail', 'Office'], ['', 'asa@b.se', 'Kirurgi'], 'Office'],
    ['a unit by number and by name', ['Enhet', 'Enhetsnamn', 'Mail'], ['4711', 'Kirurgi', 'asa@b.se'], 'Enhetsnamn'],
  ])('is read as exported from %s', (_, header, row, heading) => {
    expect(read(header, row)).toMatchObject([{ listedAs: 'asa@b.se', unit: 'Kirurgi', verdict: 'matched' }]);
    expect(unitHeading(header, row)).toBe(heading);
  }); // oxfmt-ignore

  it('goes by the name that is known, where a line has several', () => {
    const lines = read(['mail', 'userPrincipalName'], ['x@b.se', 'asa@b.se'], ['y@b.se', 'z@b.se'], ['', 'bo@b.se']);
    expect(lines.map(({ listedAs }) => listedAs)).toEqual(['asa@b.se', 'y@b.se', 'bo@b.se']);
  });

  it('finds the addresses also where a header calls another column so', () => {
    expect(read(['Användarnamn', 'Kontakt'], ['asob', 'asa@b.se'])).toMatchObject([{ listedAs: 'asa@b.se' }]);
  });

  it('has several lines of a row that names several people', () => {
    expect(read(['E-post', 'Enhet'], ['Öberg, Åsa <asa@b.se>; bo@b.se; Eva', 'K'], ['c@b.se d@b.se', 'M'])).toEqual([
      { line: 2, listedAs: 'asa@b.se', unit: 'K', verdict: 'matched' },
      { line: 2, listedAs: 'bo@b.se', unit: 'K', verdict: 'unknown' },
      { line: 2, listedAs: 'eva', unit: 'K', verdict: 'malformed' },
      { line: 3, listedAs: 'c@b.se', unit: 'M', verdict: 'unknown' },
      { line: 3, listedAs: 'd@b.se', unit: 'M', verdict: 'unknown' },
    ]);
  });

  it('tells whether it has units, and what their column is called', () => {
    expect(unitHeading(['E-post', 'Namn'], ['asa@b.se', 'Åsa'])).toBeUndefined();
    expect(unitHeading(['asa@b.se'])).toBeUndefined();
    expect(unitHeading(['asa@b.se', 'Kirurgi'])).toBe('');
    expect(unitHeading(['E-post', ' Enhet: '], ['asa@b.se', 'Kirurgi'])).toBe('Enhet:');
  });

  it('does not take names for units where no header says what they are', () => {
    expect(read(['asa.oberg@b.se', 'Åsa Öberg', 'Kirurgi'], ['bo@b.se', 'Bo Ek', 'Medicin'])).toMatchObject([
      { unit: 'Kirurgi' },
      { unit: 'Medicin' },
    ]);
    expect(unitHeading(['asa.oberg@b.se', 'Öberg'], ['bo@b.se', 'Ek, Bo'])).toBeUndefined();
  });

  it('has units of a hundred characters at most', () => {
    expect(read(['E-post', 'Enhet'], ['asa@b.se', 'x'.repeat(101)])[0]!.unit).toHaveLength(100);
  });

  it('takes the e-mail before another number in a column called id', () => {
    const rows = [['Id', 'E-post'], ['4711', 'asa@region.example'], [guid, '']]; // oxfmt-ignore
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
    'asa_region.se#EXT#@t.onmicrosoft.com',
  ])('takes %j', (cell) => expect(verdictOf(cell)).not.toBe('malformed'));
  it.each([
    'asa', 'asa@region', '@b.se', 'a@@b.se', 'a b@c.se', 'a@b..se', 'a.@b.se', '=a@b.se', '-a@b.se', 'a@-b.se', 'Åsa a@b.se', 'Åsa <a@b>', 'a@b.se Kirurgi',
    `${'a'.repeat(65)}@b.se`, `a@${'b.'.repeat(126)}se`, guid.slice(1), `{${guid}}`,
  ])('does not take %j', (cell) => expect(verdictOf(cell)).toBe('malformed')); // oxfmt-ignore

  it.each([
    'Åsa Öberg <a@b.se>', '<a@b.se>', 'Åsa Öberg (a@b.se)', 'Åsa [mailto:a@b.se]', 'mailto:A@b.se', 'mailto:a@b.se?subject=Hej', '[a@b.se](mailto:a@b.se)',
    'a@b.se<mailto:a@b.se>', "'a@b.se' <a@b.se>", 'a@b.se;', 'a@b.se ,', 'a@b.se.', '"a@b.se"', "'a@b.se", '\u00a0a@b.se\u00a0', '\ufeffa@b.se',
    'a@b.se (tjänstledig)', 'SMTP:a@b.se', '”Åsa” <a@b.se>;', 'Öberg, Åsa <a@b.se>', '< a@b.se >',
  ])('finds the address in %j', (cell) => expect(read(['E-post'], [cell])).toMatchObject([{ listedAs: 'a@b.se', verdict: 'unknown' }])); // oxfmt-ignore

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
  it('gets a verdict for every line that holds something, but for what stands above the first that names somebody', () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const lines = read(...rows).map(({ line }) => line);
        const filled = rows.flatMap((row, n) =>
          row.some((text) => text.replace(/\p{Cf}/gu, '').trim()) ? [n + 1] : [],
        );
        expect(filled).toEqual(expect.arrayContaining(lines));
        const first =
          rows.findIndex((row) => row.some((text) => /^\w+@b\.se$|^1b2e3d4c/.test(text))) + 1 || rows.length + 1;
        const headers = rows.flatMap((row, n) => (row.some((text) => /^(E-post|Enhet)$/.test(text)) ? [n + 1] : []));
        for (const line of filled) expect(lines.includes(line) || line < first || headers.includes(line)).toBe(true);
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
