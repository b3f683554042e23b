import { composeMarkdown } from '../../src/documents/composeMarkdown';
import { piecesOfText, readMarkdown } from '../../src/documents/plainText';
import { readDocument } from '../../src/documents/readDocument';
import { expectAtOnce } from '../atOnce';

describe('a text file', () => {
  it('has paragraphs and lists', () => {
    expect(
      piecesOfText('Ett.\r\n\r\n- a\r\n  - b\r\n• c\r\n\r\nTvå.').filter(({ kind }) => kind !== 'paragraph'),
    ).toEqual([
      { kind: 'item', depth: 0, text: 'a' },
      { kind: 'item', depth: 1, text: 'b' },
      { kind: 'item', depth: 0, text: 'c' },
    ]);
  });

  it('joins lines that a program has broken, and leaves those that the writer did', async () => {
    const long = 'Tillitsbaserad styrning är styrning, kultur och arbetssätt';
    const text = `${long}\nmed fokus på syftet.\nNy rad.\n`;
    expect((await readDocument('a.txt', Buffer.from(text))).markdown).toBe(`${long} med fokus på syftet.\n\nNy rad.\n`);
  });

  it.each([
    ['UTF-8', Buffer.from('\ufeffNågra ord på svenska.')],
    ['UTF-16', Buffer.from('\ufeffNågra ord på svenska.', 'utf16le')],
    ['Windows-1252', Buffer.from('Några ord på svenska.', 'latin1')],
    ['code page 850', Buffer.from('N\x86gra ord p\x86 svenska.', 'latin1')],
    ['Mac Roman', Buffer.from('N\x8cgra ord p\x8c svenska.', 'latin1')],
  ])('may be %s, and says where that is a guess', async (encoding, bytes) => {
    const { plain, warnings } = await readDocument('a.txt', bytes);
    expect(plain).toBe('Några ord på svenska.\n');
    expect(warnings).toEqual(encoding.startsWith('UTF') ? [] : [{ kind: 'encoding' }]);
  });
});

describe('readMarkdown', () => {
  it('keeps a Markdown file as it is, its front matter apart', () => {
    expect(readMarkdown('---\r\ntitle: T\r\n---\r\n\r\n# En *viktig* rubrik\r\n\r\nText')).toEqual({
      title: 'En viktig rubrik',
      frontMatter: 'title: T\n',
      markdown: '# En *viktig* rubrik\n\nText',
      plain: '# En *viktig* rubrik\n\nText',
      warnings: [],
    });
  });
});

describe('the fields of a Markdown file that is added', () => {
  it.each([
    ['questions hundreds deep', `${'? '.repeat(390)}a`],
    ['brackets thousands deep', '['.repeat(5_000)],
    ['a list', '- a'],
  ])('are refused at once where they cannot be read: %s', (_what, fields) => {
    expectAtOnce(() => {
      expect(() => composeMarkdown('a.md', readMarkdown(`---\n${fields}\n---\nText.\n`), {})).toThrow('unfit');
    });
  });
});
