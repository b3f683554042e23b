import { posix } from 'node:path';
import { readXml } from '../files/xml';
import { documentRefusal } from './documentFault';
import { type Piece } from './pieces';
import { piecesOfDiagram, piecesOfSlide } from './slide';
import { type Content } from './content';

/** The slides of a presentation in the order in which they are shown; hidden ones and notes are left out. Rejects with Unreadable. */
export async function readPptx(files: ReadonlyMap<string, string>): Promise<Content> {
  const main = 'ppt/presentation.xml';
  const relations = await relationsOf(files, main);
  const order: string[] = [];
  await readXml(files.get(main) ?? '', {
    open(name, attribute) {
      if (name === 'sldId') order.push(relations.get(attribute('r:id') ?? '')?.path ?? '');
    },
  });
  const pieces: Piece[] = [];
  for (const [at, path] of order.entries()) {
    const slide = files.get(path);
    if (slide === undefined) throw documentRefusal('broken');
    const diagrams = [...(await relationsOf(files, path)).values()].filter(({ type }) => type.endsWith('/diagramData'));
    pieces.push({ kind: 'page', name: `bild ${at + 1}` }, ...(await piecesOfSlide(slide)));
    for (const diagram of diagrams) pieces.push(...(await piecesOfDiagram(files.get(diagram.path) ?? '<none/>')));
  }
  return { pieces, pages: order.length, warnings: [] };
}

/** What a part of the package refers to, by the names that it uses for it. */
async function relationsOf(files: ReadonlyMap<string, string>, part: string) {
  const found = new Map<string, { type: string; path: string }>();
  const { dir, base } = posix.parse(part);
  await readXml(files.get(`${dir}/_rels/${base}.rels`) ?? '<none/>', {
    open(name, attribute) {
      const [id, type, target] = [attribute('Id'), attribute('Type'), attribute('Target')];
      if (name === 'Relationship' && id && type && target)
        found.set(id, { type, path: posix.resolve(`/${dir}`, target).slice(1) });
    },
  });
  return found;
}
