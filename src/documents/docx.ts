import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { documentRefusal } from './documentFault';
import { piecesOfHtml } from './html';
import { type Content } from './content';

/** Word writes its styles' names in English, other programs in the writer's language. */
const styles = ['p[style-name="Title"] => h1:fresh', 'p[style-name="Rubrik"] => h1:fresh'].concat(
  [1, 2, 3, 4].map((depth) => `p[style-name="Rubrik ${depth}"] => h${depth}:fresh`),
);

/**
 * A Word document out of its XML. Word files hold no pages: those come into being on the screen. What the parser gets is packed
 * anew, so that it sees nothing that we have not measured. Rejects with Unreadable.
 */
export async function piecesOfDocx(files: ReadonlyMap<string, string>): Promise<Content> {
  if ([...files.values()].some((xml) => xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')))
    throw documentRefusal('broken');
  const measured = Object.fromEntries([...files].map(([name, xml]) => [name, strToU8(xml)]));
  const buffer = Buffer.from(zipSync(measured, { level: 0 }));
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap: styles, convertImage: noImage }).catch(() => {
    throw documentRefusal('broken');
  });
  return { pieces: await piecesOfHtml(value), warnings: [] };
}

/** A picture has no words; its file is never opened. */
const noImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
