import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { documentRefusal } from './documentFault';
import { piecesOfHtml } from './html';
import { type ReadWarning } from './readWarning';
import { wordStyles } from './wordStyles';
import { headingStyle, visiblePart } from './wordVisible';
import { type FormatContent } from './content';

const styleMap = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((depth) => `p.${headingStyle(depth)} => h${Math.min(depth, 6)}:fresh`);

/** The parts of a Word file that hold its words. */
const hasWords = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/;

/**
 * Reads the XML files of a Word document. Word files have no pages. The parser gets a new package with only what a reader of the
 * file sees, and whose size we have measured.
 * @throws {Unreadable}
 */
export async function piecesOfDocx(files: ReadonlyMap<string, string>): Promise<FormatContent> {
  if ([...files.values()].some((xml) => xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')))
    throw documentRefusal('broken');
  const styles = wordStyles(files.get('word/styles.xml'));
  const left = { hidden: 0, prompts: 0 };
  const measured = [...files].map(([name, xml]) => {
    if (!hasWords.test(name)) return [name, strToU8(xml)] as const;
    const visible = visiblePart(xml, styles);
    left.hidden += visible.hiddenWords;
    left.prompts += visible.prompts;
    return [name, strToU8(visible.xml)] as const;
  });
  const buffer = Buffer.from(zipSync(Object.fromEntries(measured), { level: 0 }));
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap, convertImage: noImage }).catch(() => {
    throw documentRefusal('broken');
  });
  const warnings = (['hidden', 'prompts'] as const).flatMap((kind): ReadWarning[] =>
    left[kind] > 0 ? [{ kind, count: left[kind] }] : [],
  );
  const hasPictures = () => [...files].some(([name, xml]) => name.endsWith('.rels') && isDrawn.test(xml));
  return { pieces: await piecesOfHtml(value), warnings, hasPictures };
}

/** The parts to which a part of a Word file refers for its pictures. */
const isDrawn = /\/relationships\/(?:image|chart|diagramData|oleObject)"/;

/** A picture has no words, so its file is never opened. */
const noImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
