import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** Words as they stand on a page: points from its lower left corner, A4. */
export interface Placed {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
  /** Degrees that the text is turned, against the clock. */
  readonly turned?: number;
}

/** A page that is shown turned, or that has fields. */
export interface SetPage {
  readonly words: readonly Placed[];
  /** Degrees that a reader turns the page with the clock: 90, 180, 270. */
  readonly rotate?: number;
  /** What stands in each field's dictionary beside its kind and place, and where it stands: left, bottom, right, top. */
  readonly fields?: readonly { readonly own: string; readonly place: readonly [number, number, number, number] }[];
}

/** A page's words, or what stands in its content stream. */
type PageContent = readonly Placed[] | Buffer | SetPage;

/** The words of a page that lies: placed as they are read on a page of 842 by 595 points, drawn as the file has them. */
export const lying = (words: readonly Placed[], rotate: 90 | 180 | 270): SetPage => ({
  rotate,
  words: words.map(({ x = 72, y, ...word }) => {
    const place = { 90: { x: 595 - y, y: x }, 180: { x: 595 - x, y: 842 - y }, 270: { x: y, y: 842 - x } }[rotate];
    return { ...word, ...place, turned: rotate };
  }),
});

/** Signs that Windows-1252 has where Latin 1 has none. */
const signs: Record<string, number> = { '•': 0x95, '–': 0x96, '”': 0x94, '’': 0x92 };

const matrix = (degrees: number): string => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)].map((of) =>
    of.toFixed(5),
  );
  return `${cos} ${sin} ${-Number(sin!)} ${cos}`;
};

const drawn = (words: readonly Placed[]): Buffer =>
  Buffer.concat(
    words.flatMap(({ text, x = 72, y, size = 11, turned = 0 }) => [
      Buffer.from(`BT /F1 ${size} Tf ${matrix(turned)} ${x} ${y} Tm (`),
      Buffer.from([...text.replace(/[\\()]/g, '\\$&')].map((sign) => signs[sign] ?? sign.charCodeAt(0))),
      Buffer.from(') Tj ET\n'),
    ]),
  );

function settingOf(page: PageContent): string {
  if (!('words' in page)) return '';
  const fields = page.fields?.map(({ own, place }) => `<</Type/Annot/Subtype/Widget/Rect[${place.join(' ')}]${own}>>`);
  return `/Rotate ${page.rotate ?? 0}${fields ? `/Annots[${fields.join('')}]` : ''}`;
}

/** Helvetica, as every PDF program knows it. */
const usualFont = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';

/** A PDF as a program writes it: compressed pages, one font, cross references; `further` are dictionaries that nothing refers to. */
export function pdfOf(
  pages: readonly PageContent[],
  trailer = '',
  { font = usualFont, further = [] }: { readonly font?: string; readonly further?: readonly string[] } = {},
): Buffer {
  const stream = (content: Buffer) =>
    Buffer.concat([
      Buffer.from(`<</Length ${content.length}/Filter/FlateDecode>>stream\n`),
      content,
      Buffer.from('\nendstream'),
    ]);
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>>>`,
    font,
    ...pages.flatMap((page, at) => [
      `<</Type/Page/Parent 2 0 R/Contents ${5 + 2 * at} 0 R${settingOf(page)}>>`,
      stream(Buffer.isBuffer(page) ? page : deflateSync(drawn('words' in page ? page.words : page))),
    ]),
    ...further,
  ].map((body, at) => Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]));
  const head = Buffer.from('%PDF-1.4\n');
  let place = head.length;
  const places = objects.map((object) => (place += object.length) - object.length);
  const entries = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.concat([
    head,
    ...objects,
    Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`),
    Buffer.from(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${place}\n%%EOF\n`),
  ]);
}

/** Lines of running text, one below the other. */
export const column = (lines: readonly string[], top = 700, x = 72): Placed[] =>
  lines.map((text, at) => ({ text, x, y: top - 14 * at }));

/** The same with a password that nobody knows. */
export function lockedPdf(): Buffer {
  const key = (word: string) => createHash('sha256').update(word).digest('hex').slice(0, 64);
  return pdfOf(
    [[{ text: 'Hemligt', y: 700 }]],
    `/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O<${key('a')}>/U<${key('b')}>>>`,
  );
}

/** A page whose picture would take ten gigabytes when it is unpacked, and that has no text. */
export const hugeScanPdf = (): Buffer =>
  pdfOf([[]], '', { further: ['<</Type/XObject/Subtype /Image/Width 100000/Height 100000/Length 0>>stream\n\nendstream'] }); // oxfmt-ignore

/** Words in a font without letters: it names a table of Chinese letters that the file has not. */
export const foreignPdf = (): Buffer =>
  pdfOf([[{ text: 'Ord', y: 700 }]], '', { font: '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 4>>>>]>>' }); // oxfmt-ignore

/** A page with a picture and no text. */
export const scannedPdf = (): Buffer =>
  pdfOf([deflateSync(Buffer.from('q 500 0 0 700 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n'))]);
