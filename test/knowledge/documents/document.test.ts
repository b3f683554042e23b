import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument, readDocuments, refusedFacts } from '../../../src/knowledge/documents/document';
import { noPublisher } from '../../../src/documents/composeMarkdown';
import { expectAtOnce } from '../../atOnce';

const fields = {
  title: 'Redovisning av tillit',
  publisher: 'Region Jämtland Härjedalen',
  kind: 'Redovisning',
  weight: 'Redovisning',
  source: 'redovisning.txt',
};

/** A file's text with the given fields changed or, when undefined, left out. */
const fileWith = (changes: Record<string, string | undefined> = {}, body = 'Tillit växer.\n') =>
  [
    '---',
    ...Object.entries({ ...fields, ...changes }).flatMap(([k, v]) => (v === undefined ? [] : `${k}: ${v}`)),
    '---',
    body,
  ].join('\n');

const parseWith = (changes: Record<string, string | undefined>) => parseDocument('knowledge/a.md', fileWith(changes));

describe('parseDocument', () => {
  it('takes its id from the file name and its body from below the fields', () => {
    const document = parseDocument('knowledge/ny-redovisning.md', fileWith({}, '# Rubrik\n\n---\n\nText.\n'));
    expect(document).toEqual({ id: 'ny-redovisning', ...fields, aliases: [], body: '# Rubrik\n\n---\n\nText.\n' });
  });

  it.each(['2022-06-02', '2023-08', '2021', '2024-02-29'])(
    'keeps the unquoted date %s exactly as precise as it is written',
    (date) => {
      expect(parseWith({ date }).date).toBe(date);
    },
  );

  it.each(['2022-13', '2022-02-30', '22-06-02', 'juni 2022', '2022-06-02T08:00', ''])(
    'refuses the date "%s"',
    (date) => {
      expect(() => parseWith({ date })).toThrow(
        `knowledge/a.md: fältet "date" är "${date}". Tillåtet: 2022-06-02, 2022-06 eller 2022;`,
      );
    },
  );

  it.each([
    ['https://www.skane.se/motion.pdf?a=1&b=2#s4', 'https://www.skane.se/motion.pdf?a=1&b=2#s4'],
    ['https://skåne.se/Å_b', 'https://xn--skne-roa.se/%C3%85_b'],
    // Nothing that would end a link in Markdown, or look like a template, is left.
    ['https://sv.wikipedia.org/wiki/Tillit_(ledning)', 'https://sv.wikipedia.org/wiki/Tillit_%28ledning%29'],
    ['https://a.se/](http://evil.se)', 'https://a.se/%5D%28http://evil.se%29'],
    ["'https://a.se/?q=${x}<b>*`|~'", 'https://a.se/?q=$%7Bx%7D%3Cb%3E%2A%60%7C%7E'],
  ])('takes the address of the original, as a link that cannot be broken out of: %s', (url, href) => {
    expect(parseWith({ url }).url).toBe(href);
  });

  it.each([
    ...['http://skane.se', 'javascript:alert(1)', '//skane.se', 'skane.se', 'https://', 'https://intranet/a', ''],
    ...['https://skane.se@evil.se/', 'https://a:b@skane.se', `https://a.se/${'x'.repeat(500)}`],
  ])('refuses an address that is no public page: %s', (url) => {
    expect(() => parseWith({ url })).toThrow(/^knowledge\/a\.md: fältet "url" är .*Tillåtet: en adress .*https:\/\//);
  });

  it('knows a document without a date as undated', () => {
    expect(parseWith({})).not.toHaveProperty('date');
  });

  it.each(Object.keys(fields))('asks for %s when it is missing', (field) => {
    expect(() => parseWith({ [field]: undefined })).toThrow(`knowledge/a.md: fältet "${field}" saknas. Tillåtet: `);
  });

  it('asks for a list when aliases is a single name', () => {
    expect(() => parseWith({ aliases: 'Skåne' })).toThrow('fältet "aliases" är "Skåne". Tillåtet: en lista');
  });

  it('refuses a source outside the sources folder', () => {
    expect(() => parseWith({ source: '../hemligt.txt' })).toThrow('fältet "source" är "../hemligt.txt"');
  });

  it('names a misspelt field and the fields there are', () => {
    expect(() => parseWith({ wieght: 'Beslut' })).toThrow('fältet "wieght" finns inte. Fälten heter title, publisher');
  });

  it('lists every wrong field at once', () => {
    expect(() => parseWith({ title: undefined, date: 'i fjol' })).toThrow(/"title" saknas[^]*"date" är "i fjol"/);
  });

  it('names the line of a text with a colon that lacks quotation marks', () => {
    expect(() => parseWith({ title: 'Motion: förslag' })).toThrow('knowledge/a.md, rad 2: fälten går inte att läsa.');
  });

  it.each(['', 'Bara text.', '---\ntitle: Utan slut\n', '--\ntitle: x\n---\nText'])(
    'says how a file starts when it is %j',
    (text) => {
      expect(() => parseDocument('a.md', text)).toThrow('a.md: filen ska börja med fälten mellan två rader med ---.');
    },
  );

  it.each(['!viktigt Tillit', '*tillit', '%', '"Tillit'])(
    'refuses the title %s, of which YAML would drop a part',
    (title) => {
      expect(() => parseWith({ title })).toThrow(/^knowledge\/a\.md, rad \d: fälten går inte att läsa\./);
    },
  );

  it('says that the fields are missing when there is nothing between the lines', () => {
    expect(() => parseDocument('a.md', '---\n---\nText')).toThrow('a.md: fältet "title" saknas.');
  });

  it('refuses fields that are a list', () => {
    expect(() => parseDocument('a.md', '---\n- title\n---\nText')).toThrow(
      'a.md: fälten ska stå som "namn: värde", ett per rad.',
    );
  });

  it('refuses a document without text', () => {
    expect(() => parseDocument('a.md', fileWith({}, ' \n'))).toThrow('a.md: texten efter fälten saknas.');
  });

  it.each(['Min Fil.md', 'skåne.md', 'a#1.md', '-.md'])(
    'refuses the file name %s, which would break passage ids',
    (file) => {
      expect(() => parseDocument(file, fileWith())).toThrow(`${file}: filens namn får bara ha`);
    },
  );

  it('reads a file saved on Windows as one saved elsewhere', () => {
    const onWindows = `\uFEFF${fileWith().replaceAll('\n', '\r\n')}`;
    expect(parseDocument('a.md', onWindows)).toEqual(parseDocument('a.md', fileWith()));
  });

  it('gives a document or an error that names the file, whatever stands between the lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (yaml) => {
        try {
          expect(parseDocument('a.md', `---\n${yaml}\n---\nText`).id).toBe('a');
        } catch (error) {
          expect(String(error)).toMatch(/^Error: a\.md[:,] /);
        }
      }),
    );
  });
});

describe('facts that HR gives to a document', () => {
  it('are told field by field where a document may not have them, and are else none of these', () => {
    const given = {
      id: 'kaffe',
      title: 'Kaffe\nte',
      publisher: 'Region Prov',
      date: '30 maj',
      kind: 'Rutin',
      weight: '',
      url: 'http://a',
    };
    expect(refusedFacts(given)).toEqual({
      title: 'En rad text (högst 120 tecken), dokumentets namn.',
      date: expect.any(String) as string,
      weight: expect.any(String) as string,
      url: expect.any(String) as string,
    });
    expect(refusedFacts({ ...given, title: 'Kaffe', date: undefined, weight: 'Rutin', url: 'https://a.se/x' })).toEqual(
      {},
    );
  });
});

describe('fields nested too deep', () => {
  it.each([
    ['brackets', `aliases: ${'['.repeat(5_000)}`],
    ['closed brackets', `aliases: ${'['.repeat(350)}${']'.repeat(350)}`],
    ['bullets', `${'- '.repeat(5_000)}a`],
    ['questions', `${'? '.repeat(390)}a`],
    ['names that are fields', `${'{'.repeat(30)}a${'}: 1'.repeat(30)}`],
    ['a megabyte', `title: ${'x'.repeat(1_000_000)}`],
    [
      'aliases that multiply',
      `a: &a [x, x]\n${['ab', 'bc', 'cd', 'de', 'ef'].map(([from, to]) => `${to}: &${to} [*${from}, *${from}]\n`).join('')}`,
    ],
  ])('are refused at once, with the file and the remedy: %s', (_what, yaml) => {
    expectAtOnce(() => {
      expect(() => parseDocument('knowledge/a.md', `---\n${yaml}\n---\nText.\n`)).toThrow(
        /^knowledge\/a\.md(, rad \d+)?: fält.*(Tillåtet|Skriv)/,
      );
    });
  });
});

describe('readDocuments', () => {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads the Markdown files, sorted by id, and leaves README.md and other files alone', () => {
    for (const name of ['b.md', 'a-2.md', 'a.md']) writeFileSync(join(folder, name), fileWith());
    for (const name of ['README.md', 'synonyms.yaml']) writeFileSync(join(folder, name), 'Inget dokument');
    expect(readDocuments(folder).map((document) => document.id)).toEqual(['a', 'a-2', 'b']);
  });

  it('reads the documents that the product ships, each with publisher, weight and an existing date or none', () => {
    const shipped = readDocuments('knowledge').map(({ publisher, date, weight }) => ({ publisher, date, weight }));
    expect(shipped).toEqual(
      expect.arrayContaining([
        { publisher: 'Region Gävleborg', date: '2022-06-02', weight: 'Presentation' },
        { publisher: 'Region Jämtland Härjedalen', date: '2023-08', weight: 'Redovisning' },
        { publisher: 'Vänsterpartiet', date: undefined, weight: 'Motion: förslag, inte beslut' },
        { publisher: 'Region Skåne', date: '2021-11-23', weight: 'Motionssvar: förslag till beslut' },
        { publisher: 'Västra Götalandsregionen', date: undefined, weight: 'Presentation' },
      ]),
    );
    const unsaid = shipped.filter(({ publisher, weight }) => !publisher || publisher === noPublisher || !weight);
    expect(unsaid).toEqual([]);
    for (const { date } of shipped) expect(date ?? '2000').toMatch(/^\d{4}(-\d\d){0,2}$/);
  });
});
