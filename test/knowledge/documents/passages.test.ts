import fc from 'fast-check';
import { readDocuments } from '../../../src/knowledge/documents/document';
import { passagesOf } from '../../../src/knowledge/documents/passages';
import { documentOf, knowledge } from '../library';

const long = 'Chefer och medarbetare talar om vad de vill uppnå tillsammans och varför det är viktigt för dem. '
  .repeat(3)
  .trim();
const textsOf = (body: string) => passagesOf(documentOf(body)).map((passage) => passage.text);

describe('passagesOf', () => {
  it('makes a long paragraph a passage under its headings', () => {
    const [passage] = passagesOf(documentOf(`# Tillit\n\n## Hur\n\n${long}`));
    expect(passage).toMatchObject({ id: 'prov#1', heading: ['Tillit', 'Hur'], text: long, weight: 'Presentation' });
  });

  it('keeps a list with the line that introduces it', () => {
    expect(textsOf(`${long}\n\nHur gör cheferna?\n\n- ${long}\n- mål`)).toEqual([
      long,
      `Hur gör cheferna?\n- ${long}\n- mål`,
    ]);
  });

  it('keeps the indentation of items, and loses emphasis and links', () => {
    expect(textsOf('- **Tillit** – *mod*\n  - se [SKR](https://skr.se)')).toEqual(['- Tillit – mod\n  - se SKR']);
  });

  it('names the page where a passage begins, also where it goes on over the next', () => {
    const body = `före\n\n# A\n\n<!-- s. 4 -->\n\nett\n\n<!-- s. 5 -->\n\ntvå\n\n# B\n\ntre\n\n<!-- bild 6 -->\n\n# C\n\nfyra`;
    expect(passagesOf(documentOf(body)).map(({ text, page }) => [text, page])).toEqual([
      ['före', undefined],
      ['ett\ntvå', 's. 4'],
      ['tre', 's. 5'],
      ['fyra', 'bild 6'],
    ]);
  });

  it('puts a tab between the cells of a table', () => {
    expect(textsOf('|  | Förr | Nu |\n| --- | --- | --- |\n| Syfte | Krav | Lärande |')).toEqual([
      '\tFörr\tNu\nSyfte\tKrav\tLärande',
    ]);
  });

  it('joins fragments under the same heading, but not across a rule or a heading', () => {
    expect(textsOf('# A\n\nett\n\ntvå\n\n---\n\ntre\n\n# B\n\nfyra')).toEqual(['ett\ntvå', 'tre', 'fyra']);
  });

  it('puts the columns of a slide together under the heading that they share', () => {
    const [passage, ...others] = passagesOf(documentOf('# Kultur\n\n## Kontroll\n\n- krav\n\n## Tillit\n\n- mod'));
    expect(passage).toMatchObject({ heading: ['Kultur'], text: 'Kontroll\n- krav\nTillit\n- mod' });
    expect(others).toEqual([]);
  });

  it('gives quoted speech the weight of speech', () => {
    const body = `Så säger några om det:\n\n*"${long}"*\n\n# Slut\n\n${long}`;
    const weights = passagesOf(documentOf(body, { quoteWeight: 'Intervjuröst' })).map((passage) => passage.weight);
    expect(weights).toEqual(['Intervjuröst', 'Presentation']);
  });

  it('makes no passage of a heading alone', () => {
    expect(textsOf('# Motivation\n\n# Uppdrag')).toEqual([]);
  });

  it('reads every word of any document once, in passages of at most 900 characters', () => {
    const word = fc.constantFrom('tillit', 'mål', 'Ramar', 'öppenhet', 'mod.', 'å'.repeat(1000));
    const words = fc.array(word, { minLength: 1, maxLength: 200 }).map((all) => all.join(' '));
    const block = fc.oneof(
      words,
      words.map((text) => `# ${text}`),
      words.map((text) => `*"${text}"*`),
      fc.array(words, { minLength: 1, maxLength: 5 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const passages = passagesOf(documentOf(blocks.join('\n\n')));
        const body = blocks.filter((each) => !each.startsWith('# ')).join('');
        const letters = (text: string) => [...text.matchAll(/[\p{L}.]/gu)].join('');
        expect(letters(passages.map((passage) => passage.text).join(''))).toBe(letters(body));
        for (const { text } of passages) expect(text.length).toBeLessThanOrEqual(900);
      }),
      { numRuns: 100 },
    );
  });

  it('holds every word of the product’s documents, in a passage or a heading', () => {
    const wordsOf = (text: string) => new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);
    for (const document of readDocuments(knowledge)) {
      const passages = passagesOf(document);
      const headings = document.body.match(/^#.*$/gm) ?? [];
      const held = wordsOf([...headings, ...passages.map((passage) => passage.text)].join('\n'));
      const body = document.body.replace(/\]\([^)\s]*\)/g, ']');
      expect([...wordsOf(body)].filter((word) => !held.has(word))).toEqual([]);
      expect(Math.max(...passages.map(({ text }) => text.length))).toBeLessThanOrEqual(900);
      expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
    }
  });
});
