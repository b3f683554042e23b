import fc from 'fast-check';
import { type Passage } from '../../src/knowledge/documents/passages';
import { readTexts } from '../../src/shared/texts';
import { projectRoot } from '../../src/shared/config';
import { documentPage, noticePage } from '../../src/web/documentPage';
import { documentOf } from '../knowledge/library';

const texts = readTexts(`${projectRoot}/cards`);
const lastDay = new Date('2026-12-23T00:00:00Z');

/** A document whose author has written these words in every place. */
function pageBy(words: string, facts: Partial<Passage['document']> = {}, cited: string | undefined = 'prov#2'): string {
  const { body: _, ...document } = documentOf('', { title: words, publisher: words, weight: words, ...facts });
  const passage = (n: number, text: string): Passage => {
    return {
      id: `prov#${n}`,
      document,
      heading: [`Om ${words}`, words],
      text,
      weight: `${words}!`,
      page: `s. ${words}`,
    };
  };
  const passages = [passage(1, `Text ${words}`), passage(2, `- Punkt ${words}\n- Två`), passage(3, `Cell\t${words}`)];
  return documentPage(texts, { document, passages, ...(cited && { cited }), isWhole: true }, lastDay);
}

const tagsOf = (page: string) => page.match(/<[^>]*>/g);
const pieces = [
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</title>',
    '</style>',
    '</mark>',
    '<!--',
    '-->',
    ']]>',
  ],
  ...[
    '"',
    "'",
    '&',
    '&lt;',
    '<',
    '>',
    '`',
    '${x}',
    '{{',
    'javascript:alert(1)',
    'href="x"',
    '\0',
    '\u202e',
    '\ud800',
    '$&',
    "$'",
  ],
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((words) => !/[\n\t]/.test(words)),
);

describe("a document's page", () => {
  it('has no markup but its own, whatever an author wrote', () => {
    const own = tagsOf(pageBy('ord'));
    fc.assert(
      fc.property(hostile, (words) => {
        expect(tagsOf(pageBy(words))).toEqual(own);
      }),
      { numRuns: 300 },
    );
  });

  it('runs nothing and loads nothing', () => {
    expect(tagsOf(pageBy('ord'))!.filter((tag) => /<(script|img|iframe|form)|\son\w+=|src=|style=/i.test(tag))).toEqual(
      [],
    );
  });

  it('says whose text it is, from when and how much it weighs', () => {
    const page = pageBy('Ord', {
      publisher: 'Region Prov',
      date: '2022-06-02',
      weight: 'Motion: förslag, inte beslut',
    });
    expect(page).toContain('<p>Region Prov · 2022 · Motion: förslag, inte beslut</p>');
    expect(pageBy('Ord')).toContain(texts.found.undated);
  });

  it('marks every word of the cited passage, names it, and marks nothing else', () => {
    const marked = [...pageBy('ord').matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, words]) => words);
    expect(marked).toEqual(['Punkt ord', 'Två']);
    expect(pageBy('ord')).toMatch(/id="stycket">\s*<p class="label">Stycket i svaret · ord!<\/p>/);
    expect(pageBy('ord')).toContain('<a href="#stycket">');
  });

  it('says so where the document no longer has the passage, and leads nowhere', () => {
    const page = pageBy('ord', {}, '');
    expect(page).toContain(texts.document.gone);
    expect([page.includes('<mark>'), page.includes('#stycket')]).toEqual([false, false]);
  });

  it('leads to the original only where the document says where it is', () => {
    const link = '<a href="https://region.example/a?b=1&#38;c=2" rel="noopener noreferrer">';
    expect(pageBy('ord', { url: 'https://region.example/a?b=1&c=2' })).toContain(link);
    expect(pageBy('ord')).not.toContain('https://');
  });

  it('has each heading once, one level at a time, and not the title over again', () => {
    const { body: _, ...document } = documentOf('', { title: 'Titel' });
    const headings = [['Titel'], ['Titel', 'Ett'], ['Titel', 'Ett', 'A'], ['Titel', 'Ett', 'A'], ['Titel', 'Två', 'A']];
    const passages = headings.map((heading, at): Passage => {
      return { id: `prov#${at + 1}`, document, heading, text: 'Ord.', weight: document.weight };
    });
    const page = documentPage(texts, { document, passages, isWhole: false }, lastDay);
    expect(page.match(/<h\d>.*?<\/h\d>/g)).toEqual([
      '<h1>Titel</h1>',
      '<h2>Ett</h2>',
      '<h3>A</h3>',
      '<h2>Två</h2>',
      '<h3>A</h3>',
    ]);
    expect(page).toContain(texts.document.part);
  });

  it('says until when its link works', () => expect(pageBy('ord')).toContain('onsdag 23 december 2026'));
});

describe('a page that says why there is no document', () => {
  it.each(Object.entries(texts.document).filter(([, words]) => typeof words === 'object'))('%s', (_, words) => {
    const { title, lead } = words as { title: string; lead: string };
    expect(noticePage({ title, lead })).toMatch(new RegExp(`<h1>${title}</h1>\\s*<p>`));
  });
});
