import { docxOf, entry, paragraph, table } from './officeFile';
import { read } from './reading';

const markdownOf = async (body: string) => (await read('a.docx', docxOf(body))).markdown;

describe('a Word file', () => {
  it('has the headings of a Swedish Word, and calls itself what the first one says', async () => {
    const body = paragraph('Årsrapport', 'Rubrik1') + paragraph('Bakgrund', 'Rubrik2') + paragraph('Å, ä och ö.');
    expect(await read('a.docx', docxOf(body))).toEqual({
      title: 'Årsrapport',
      markdown: '# Årsrapport\n\n## Bakgrund\n\nÅ, ä och ö.\n',
      plain: 'Årsrapport\nBakgrund\nÅ, ä och ö.\n',
      warnings: [],
    });
  });

  it('has lists with levels and numbers', async () => {
    const body = [
      entry('a', 0, 1),
      entry('b', 1, 1),
      entry('c', 0, 1),
      paragraph('x'),
      entry('d', 0, 2),
      entry('e', 0, 2),
    ];
    expect(await markdownOf(body.join(''))).toBe('- a\n  - b\n- c\n\nx\n\n1. d\n2. e\n');
  });

  it('has tables', async () => {
    expect(await markdownOf(table([['År', 'Antal'], ['2022', 'Tolv']]))).toBe('| År | Antal |\n| --- | --- |\n| 2022 | Tolv |\n'); // oxfmt-ignore
  });

  it('may have signs that Markdown or XML would take for theirs', async () => {
    expect((await read('a.docx', docxOf(paragraph('1. a &lt;b&gt; *c* &amp;amp;')))).markdown).toBe(
      '1\\. a \\<b> \\*c\\* \\&amp;\n',
    );
  });

  it('has pictures without words, and is read where their files are missing', async () => {
    const picture = `<w:p><w:r><w:drawing xmlns:wp="wp" xmlns:a="a" xmlns:pic="pic" xmlns:r="r"><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    expect(await markdownOf(picture + paragraph('Ord.'))).toBe('Ord.\n');
  });
});
