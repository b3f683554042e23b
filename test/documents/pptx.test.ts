import { pptxOf, shape, slideTable } from './officeFile';
import { read } from './reading';

const markdownOf = async (...slides: string[]) => (await read('a.pptx', pptxOf(slides))).markdown;

describe('a presentation', () => {
  it('has its slides in the order in which they are shown, under their titles', async () => {
    const slides = ['Först', 'Sedan', 'Åt sist'].map((title) => shape('body', ['Punkt.']) + shape('title', [title]));
    expect(await read('a.pptx', pptxOf(slides))).toMatchObject({
      title: 'Först',
      pages: 3,
      markdown: [
        '<!-- bild 1 -->\n\n# Först\n\n- Punkt.',
        '<!-- bild 2 -->\n\n# Sedan\n\n- Punkt.',
        '<!-- bild 3 -->\n\n# Åt sist\n\n- Punkt.\n',
      ].join('\n\n'),
    });
  });

  it('has lists with levels, and text boxes without dots', async () => {
    expect(await markdownOf(shape('body', ['a', [1, 'b'], 'c']) + shape('', ['Ruta.']))).toContain(
      '- a\n  - b\n- c\n\nRuta.\n',
    );
  });

  it('has tables', async () => {
    expect(await markdownOf(slideTable([['År', 'Antal'], ['2022', 'Tolv']]))).toContain('| År | Antal |\n| --- | --- |\n| 2022 | Tolv |'); // prettier-ignore
  });

  it('leaves out the number, the date and the footer of its slides, and what stands there twice', async () => {
    const twice = `<mc:AlternateContent><mc:Choice>${shape('', ['En gång.'])}</mc:Choice><mc:Fallback>${shape('', ['En gång.'])}</mc:Fallback></mc:AlternateContent>`;
    const running = ['sldNum', 'dt', 'ftr'].map((placeholder) => shape(placeholder, ['Fot']));
    expect((await read('a.pptx', pptxOf([running.join('') + twice]))).plain).toBe('En gång.\n');
  });

  it('has the words of its SmartArt', async () => {
    const slide = pptxOf([shape('title', ['Mål'])], {
      'ppt/slides/_rels/slide1.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/diagramData" Target="../diagrams/data1.xml"/></Relationships>',
      'ppt/diagrams/data1.xml': '<d><a:p><a:r><a:t>Tillit</a:t></a:r></a:p><a:p><a:r><a:t>Stöd</a:t></a:r></a:p></d>',
    });
    expect((await read('a.pptx', slide)).markdown).toContain('# Mål\n\n- Tillit\n- Stöd\n');
  });
});
