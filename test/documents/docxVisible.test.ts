import { visiblePart } from '../../src/documents/wordVisible';
import { docxOf, paragraph, table } from './officeFile';
import { read } from './reading';

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`; // oxfmt-ignore
const style = (id: string, name: string, inside: string, type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
const styled = (...styles: string[]) => ({
  'word/styles.xml': `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${styles.join('')}</w:styles>`,
});
const wordFile = (body: string, ...styles: string[]) => read('a.docx', docxOf(body, styles.length ? styled(...styles) : {})); // oxfmt-ignore

describe('what nobody sees in a Word file', () => {
  it.each([
    ['hidden text', `<w:p>${run('Synligt. ')}${run('Ej för alla.', '<w:b/><w:vanish/>')}</w:p>`],
    ['a hidden style', `<w:p>${run('Synligt. ')}${run('Ej för alla.', '<w:rStyle w:val="Dold"/>')}</w:p>`],
    ['a hidden paragraph', paragraph('Synligt.') + paragraph('Ej för alla.', 'DoltStycke')],
    ['what its style inherits', paragraph('Synligt.') + paragraph('Ej för alla.', 'MerDolt')],
    ['a cell', table([['Synligt.', 'x']]).replace(paragraph('x'), `<w:p>${run('Ej för alla.', '<w:vanish/>')}</w:p>`)],
  ])('is left out, and counted: %s', async (_, body) => {
    const styles = [
      style('Dold', 'Dold', '<w:rPr><w:vanish/></w:rPr>', 'character'),
      style('DoltStycke', 'Dolt stycke', '<w:rPr><w:vanish w:val="true"/></w:rPr>'),
      style('MerDolt', 'Mer dolt', '<w:basedOn w:val="DoltStycke"/>'),
    ];
    expect(await wordFile(body, ...styles)).toMatchObject({
      plain: 'Synligt.\n',
      warnings: [{ kind: 'hidden', count: 3 }],
    });
  });

  it('is not what a run shows in spite of its style, nor what is hidden on the web only', async () => {
    const styles = [style('Dold', 'Dold', '<w:rPr><w:vanish/></w:rPr>')];
    const shown = `<w:p><w:pPr><w:pStyle w:val="Dold"/></w:pPr>${run('Ett ', '<w:vanish w:val="0"/>')}${run('två.', '<w:vanish w:val="false"/>')}</w:p><w:p>${run('Tre.', '<w:webHidden/>')}</w:p>`; // oxfmt-ignore
    expect(await wordFile(shown, ...styles)).toMatchObject({ plain: 'Ett två.\nTre.\n', warnings: [] });
  });

  it('is the prompt of an empty field; what was filled in is kept', async () => {
    const field = (properties: string, text: string) => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${paragraph(text)}</w:sdtContent></w:sdt>`; // oxfmt-ignore
    const inline = `<w:p>${run('Namn: ')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Ange namn.')}</w:sdtContent></w:sdt></w:p>`; // oxfmt-ignore
    const body = field('<w:showingPlcHdr/>', 'Klicka här.') + field('<w:text/>', 'Kirurgen') + inline;
    expect(await wordFile(body)).toMatchObject({ plain: 'Kirurgen\nNamn:\n', warnings: [{ kind: 'prompts', count: 2 }] }); // oxfmt-ignore
  });

  const box = (text: string) => `<wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx>`;
  const drawing = (inside: string, own = '') => `<w:drawing><wp:anchor><wp:docPr id="1" name="r" ${own}/><a:graphic><a:graphicData><wps:wsp>${inside}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`; // oxfmt-ignore
  const old = (text: string, own = '') => `<w:pict><v:shape style="width:9pt;${own}"><v:textbox><w:txbxContent>${paragraph(text)}</w:txbxContent></v:textbox></v:shape></w:pict>`; // oxfmt-ignore
  const twice = (choice: string, fallback: string) => `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`; // oxfmt-ignore
  const names = 'xmlns:wps="wps" xmlns:wp="wp" xmlns:a="a" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'; // oxfmt-ignore
  const withShape = (shape: string) => wordFile(`<w:p ${names}>${run('Synligt.')}<w:r>${shape}</w:r></w:p>`);

  it.each([
    ['in both ways', twice(drawing(box('I rutan.'), 'hidden="1"'), old('I rutan.', 'visibility:hidden'))],
    ['as of today', drawing(box('I rutan.'), 'hidden="true"')],
    ['as of 2007', old('I rutan.', 'visibility: hidden')],
  ])('is a hidden shape that is written %s', async (_, shape) => {
    expect(await withShape(shape)).toMatchObject({ plain: 'Synligt.\n', warnings: [{ kind: 'hidden', count: 2 }] });
  });

  it.each([
    ['in both ways', twice(drawing(box('I rutan.')), old('I rutan.'))],
    ['as of today', drawing(box('I rutan.'))],
    ['as of today, with a picture for others', twice(drawing(box('I rutan.')), '<w:pict><v:shape/></w:pict>')],
  ])('is not a text box that is written %s', async (_, shape) => {
    expect(await withShape(shape)).toMatchObject({ plain: 'Synligt.\nI rutan.\n', warnings: [] });
  });
});

describe('how a Word file looks', () => {
  it('is not handed on to the parser: it is most of a large file, and the parser needs fifty times the memory', () => {
    const look =
      '<w:tcPr><w:tcW w:w="9"/><w:gridSpan w:val="2"/><w:tcBorders><w:top w:val="single"/></w:tcBorders></w:tcPr>';
    const bare = (cell: string, content: string) => `<w:tc>${cell}<w:p>${content}</w:p></w:tc>`;
    const { xml } = visiblePart(bare(look, `<w:pPr><w:jc w:val="center"/></w:pPr>${run('Ord.', '<w:b/>')}`), new Map());
    expect(xml).toBe(bare('<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', '<w:pPr></w:pPr><w:r><w:t xml:space="preserve">Ord.</w:t></w:r>')); // oxfmt-ignore
  });
});

describe('a heading of a Word file', () => {
  const own = (inside: string) => style('Egen', 'Regionens rubrik', inside);
  it.each([
    ['is based on a heading', [style('R1', 'heading 1', ''), own('<w:basedOn w:val="R1"/>')], '# Ansvar'],
    ['is based on what is based on one', [style('R2', 'heading 2', ''), style('X', 'X', '<w:basedOn w:val="R2"/>'), own('<w:basedOn w:val="X"/>')], '## Ansvar'], // oxfmt-ignore
    ['has a level of the outline', [own('<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')], '### Ansvar'],
    ['is the title of another program', [style('Egen', 'Rubrik', '')], '# Ansvar'],
    ['is based on a heading, but is running text', [style('R1', 'heading 1', ''), own('<w:basedOn w:val="R1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')], 'Ansvar'], // oxfmt-ignore
    ['is based on itself', [own('<w:basedOn w:val="Egen"/>')], 'Ansvar'],
  ])('may have a style that %s', async (_, styles, heading) => {
    expect((await wordFile(paragraph('Ansvar', 'Egen') + paragraph('Ord.'), ...styles)).markdown).toBe(`${heading}\n\nOrd.\n`); // oxfmt-ignore
  });

  it('may have its level from the paragraph itself', async () => {
    const heading = `<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>${run('Ansvar')}</w:p>`;
    expect((await wordFile(heading + paragraph('Ord.'))).markdown).toBe('## Ansvar\n\nOrd.\n');
  });
});

describe('a table of a Word file', () => {
  const cells = (...rows: string[][]) => `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`; // oxfmt-ignore
  const text = `${paragraph('Ansvar', 'Rubrik1')}${paragraph('Ett.')}${paragraph('Två.')}`;
  it.each([
    ['with one cell', cells([text])],
    ['with one row', cells([paragraph('Ansvar', 'Rubrik1'), paragraph('Ett.') + paragraph('Två.')])],
    ['with headings in its cells', cells(['', text], ['', ''])],
    ['with one column', cells([paragraph('Ansvar', 'Rubrik1')], [paragraph('Ett.')], [paragraph('Två.')])],
    ['in a table', cells([cells([text])])],
  ])('only gives the page its look: %s', async (_, body) => {
    expect((await wordFile(body)).markdown).toBe('# Ansvar\n\nEtt.\n\nTvå.\n');
  });

  it('has data where it has rows and columns, headings over them and paragraphs in its cells', async () => {
    const body = cells([paragraph('Roll', 'Rubrik2'), paragraph('Ansvar', 'Rubrik2')], [paragraph('Chef'), paragraph('Ett.') + paragraph('Två.')]); // oxfmt-ignore
    expect((await wordFile(body)).markdown).toBe('| Roll | Ansvar |\n| --- | --- |\n| Chef | Ett. Två. |\n');
  });
});
