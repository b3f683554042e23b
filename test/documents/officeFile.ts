import { strToU8, zipSync } from 'fflate';

/** A package of Office's kind. */
export const packed = (files: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [
          name,
          typeof content === 'string' ? strToU8(content) : content,
        ]),
      ),
    ),
  );

const relationships = (entries: readonly (readonly [id: string, type: string, target: string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const paragraph = (text: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const entry = (text: string, level: number, list: number): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

const levels = (format: string) =>
  [0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('');

/** A Word file with this body: list 1 has dots, list 2 numbers; the styles are those of a Swedish Word. */
export const docxOf = (body: string, files: Readonly<Record<string, string | Uint8Array>> = {}): Buffer =>
  packed({
    '[Content_Types].xml': types,
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'numbering', 'numbering.xml'],
    ]),
    'word/styles.xml': `<w:styles ${w}>
      <w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/></w:style>
    </w:styles>`,
    'word/numbering.xml': `<w:numbering ${w}>
      <w:abstractNum w:abstractNumId="1">${levels('bullet')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="2">${levels('decimal')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
    </w:numbering>`,
    ...files,
  });

const a = 'xmlns:a="a" xmlns:p="p" xmlns:r="r"';

/** Where a shape is: from the left and from the top, in a slide's unit. */
export type SlidePlace = readonly [left: number, top: number, width: number, height: number];

const placed = (prefix: string, place?: SlidePlace) =>
  place ? `<${prefix}:xfrm><a:off x="${place[0]}" y="${place[1]}"/><a:ext cx="${place[2]}" cy="${place[3]}"/></${prefix}:xfrm>` : ''; // oxfmt-ignore

/** A shape with paragraphs in a placeholder; '' is a text box. `own` are attributes of its name, e.g. hidden="1". */
export const shape = (
  placeholder: string,
  paragraphs: readonly (string | readonly [number, string])[],
  place?: SlidePlace,
  own = '',
): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x" ${own}/><p:nvPr>${placeholder && `<p:ph type="${placeholder}"/>`}</p:nvPr></p:nvSpPr><p:spPr>${placed('a', place)}</p:spPr><p:txBody>${paragraphs
    .map((each) => (typeof each === 'string' ? [0, each] : each))
    .map(([level, text]) => `<a:p><a:pPr lvl="${level}"/><a:r><a:t>${text}</a:t></a:r></a:p>`)
    .join('')}</p:txBody></p:sp>`;

/** Shapes that are moved as one. They are measured as the slide is. */
export const group = (place: SlidePlace, shapes: readonly string[]): string =>
  `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="g"/></p:nvGrpSpPr><p:grpSpPr>${placed('a', place).replace('</a:xfrm>', `<a:chOff x="${place[0]}" y="${place[1]}"/><a:chExt cx="${place[2]}" cy="${place[3]}"/></a:xfrm>`)}</p:grpSpPr>${shapes.join('')}</p:grpSp>`;

export const slideTable = (rows: readonly (readonly string[])[]): string =>
  `<p:graphicFrame><a:tbl>${rows
    .map(
      (cells) =>
        `<a:tr>${cells.map((text) => `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`).join('')}</a:tr>`,
    )
    .join('')}</a:tbl></p:graphicFrame>`;

/** A presentation whose slides are shown in this order, and stored in another. */
export function pptxOf(slides: readonly string[], files: Readonly<Record<string, string | Uint8Array>> = {}): Buffer {
  const stored = (at: number) => slides.length - at;
  return packed({
    '[Content_Types].xml': types,
    'ppt/presentation.xml': `<p:presentation ${a}><p:sldSz cx="10000" cy="8000"/><p:sldIdLst>${slides
      .map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 1}"/>`)
      .join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships(
      slides.map((_, at) => [`rId${at + 1}`, 'slide', `slides/slide${stored(at)}.xml`] as const),
    ),
    ...Object.fromEntries(
      slides.map((shapes, at) => [
        `ppt/slides/slide${stored(at)}.xml`,
        `<p:sld ${a}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`,
      ]),
    ),
    ...files,
  });
}
