import { group, pptxOf, shape, type SlidePlace, slideTable } from './officeFile';
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
    expect(await markdownOf(slideTable([['År', 'Antal'], ['2022', 'Tolv']]))).toContain('| År | Antal |\n| --- | --- |\n| 2022 | Tolv |'); // oxfmt-ignore
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

  it('may have sections, which list its slides once more', async () => {
    const file = pptxOf([shape('', ['Ett']), shape('', ['Två'])], {
      'ppt/presentation.xml': `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="rId1"/><p:sldId id="257" r:id="rId2"/></p:sldIdLst><p:extLst><p:ext uri="{5}"><p14:sectionLst xmlns:p14="p14"><p14:section name="Avsnitt"><p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>`,
    });
    expect((await read('a.pptx', file)).plain).toBe('Ett\nTvå\n');
  });
});

describe('the boxes of a slide', () => {
  const box = (text: string, ...place: SlidePlace) => shape('', [text], place);
  const plainOf = async (...shapes: string[]) => (await read('a.pptx', pptxOf([shapes.join('')]))).plain.trim().split('\n'); // oxfmt-ignore

  it('are read from the top and from the left, whatever was drawn first', async () => {
    const shapes = [
      box('d', 0, 600, 900, 100),
      box('c', 500, 300, 400, 200),
      box('b', 0, 310, 400, 200),
      box('a', 0, 100, 900, 100),
    ];
    expect(await plainOf(...shapes, shape('title', ['Titel'], [0, 0, 900, 90]))).toEqual(['Titel', 'a', 'b', 'c', 'd']);
  });

  it('are read in columns where a column has no rows in common with the next', async () => {
    const shapes = [box('c', 500, 150, 400, 400), box('b', 0, 360, 400, 300), box('a', 0, 100, 400, 200)];
    expect(await plainOf(...shapes)).toEqual(['a', 'b', 'c']);
  });

  it('are read in columns where they were drawn so, and in rows otherwise, with a warning', async () => {
    const [a, b, c, d] = [box('a', 0, 0, 400, 90), box('b', 0, 100, 400, 400), box('c', 500, 0, 400, 90), box('d', 500, 100, 400, 400)]; // oxfmt-ignore
    expect(await plainOf(a, b, c, d)).toEqual(['a', 'b', 'c', 'd']);
    const scrambled = await read('a.pptx', pptxOf([d + a + c + b]));
    expect(scrambled).toMatchObject({ plain: 'a\nc\nb\nd\n', warnings: [{ kind: 'columns', page: 1 }] });
  });

  it('that are a group are read as one', async () => {
    const cards = [0, 500].map((left, at) =>
      group([left, 0, 400, 500], [box(`text ${at}`, left, 200, 400, 300), box(`rubrik ${at}`, left, 0, 400, 100)]),
    );
    expect(await plainOf(...cards.toReversed())).toEqual(['rubrik 0', 'text 0', 'rubrik 1', 'text 1']);
  });

  it('stand where the layout has them, where the slide does not say', async () => {
    const file = pptxOf([box('efter', 0, 500, 900, 100) + shape('body', ['före'])], {
      'ppt/slides/_rels/slide1.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/slideLayout" Target="../slideLayouts/slideLayout1.xml"/></Relationships>',
      'ppt/slideLayouts/slideLayout1.xml': `<p:sldLayout xmlns:p="p" xmlns:a="a">${shape('body', ['Klicka här'], [0, 100, 900, 300])}</p:sldLayout>`,
    });
    expect((await read('a.pptx', file)).plain).toBe('före\nefter\n');
  });
});

describe('what is not shown in a presentation', () => {
  it('is left out, and said: hidden shapes, shapes beside the slide, hidden slides, notes', async () => {
    const seen = shape('', ['Synligt.'], [0, 0, 900, 100]);
    const file = pptxOf(
      [
        seen + shape('', ['Ej för publik.'], [0, 200, 900, 100], 'hidden="1"'),
        seen + group([0, 0, 9, 9], [shape('', ['Gömt.'], [0, 0, 9, 9], 'hidden="true"')]),
        seen + shape('', ['Utanför.'], [20_000, 0, 900, 100]),
        '',
      ],
      {
        'ppt/slides/slide1.xml': '<p:sld xmlns:p="p" xmlns:a="a" show="0"><p:sp><p:txBody><a:p><a:r><a:t>Dold bild.</a:t></a:r></a:p></p:txBody></p:sp></p:sld>', // oxfmt-ignore
        'ppt/slides/_rels/slide4.xml.rels': '<Relationships><Relationship Id="rId1" Type="x/notesSlide" Target="../notesSlides/notesSlide1.xml"/></Relationships>', // oxfmt-ignore
        'ppt/notesSlides/notesSlide1.xml': `<p:notes xmlns:p="p" xmlns:a="a">${shape('body', ['Säg detta.'])}</p:notes>`,
      },
    );
    expect(await read('a.pptx', file)).toMatchObject({
      plain: 'Synligt.\nSynligt.\nSynligt.\n',
      warnings: [
        { kind: 'hidden', page: 1, count: 3 },
        { kind: 'speakerNotes', page: 1 },
        { kind: 'hidden', page: 2, count: 1 },
        { kind: 'hidden', page: 3, count: 1 },
        { kind: 'hiddenSlides', page: 4 },
      ],
    });
  });
});
