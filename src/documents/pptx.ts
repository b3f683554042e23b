import { posix } from 'node:path';
import { readXml } from '../files/xml';
import { documentRefusal } from './documentFault';
import { type Piece } from './pieces';
import { type ReadWarning } from './readWarning';
import { piecesOfDiagram, readSlide } from './slide';
import { type Shape, shapesOf } from './slideShapes';
import { type FormatContent } from './content';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** The parts to which a slide refers for its pictures. */
const isDrawn = /\/(?:image|chart|diagramData|oleObject|video|media)$/;

type Files = ReadonlyMap<string, string>;
type Relations = ReadonlyMap<string, { readonly type: string; readonly path: string }>;

const main = 'ppt/presentation.xml';

/**
 * The slides of a presentation in the order in which they are shown. Hidden slides and notes are left out.
 * @throws {Unreadable}
 */
export async function readPptx(files: Files): Promise<FormatContent> {
  const { order, width, height } = await presentationOf(files);
  const pieces: Piece[] = [];
  const warnings: ReadWarning[] = [];
  let hasDrawings = false;
  const behind = new Map<string, readonly Shape[]>();
  for (const [at, path] of order.entries()) {
    const page = at + 1;
    const slide = files.get(path);
    if (slide === undefined) throw documentRefusal('broken');
    if (await isHiddenSlide(slide)) {
      warnings.push({ kind: 'hiddenSlides', page });
      continue;
    }
    const relations = await relationsOf(files, path);
    hasDrawings ||= [...relations.values()].some(({ type }) => isDrawn.test(type));
    const layout = related(relations, 'slideLayout')[0] ?? '';
    if (!behind.has(layout)) behind.set(layout, await shapesBehind(files, layout));
    const diagrams = await diagramsOf(files, relations);
    const shown = new Set<string>();
    const diagram = (name: string) => (shown.add(name), diagrams.get(name) ?? []);
    const read = await readSlide(slide, { width, height, behind: behind.get(layout)!, diagram });
    pieces.push({ kind: 'page', name: fill(editorTexts.documents.slide, { page }) }, ...read.pieces);
    for (const [name, words] of diagrams) if (!shown.has(name)) pieces.push(...words);
    if (read.hiddenWords > 0) warnings.push({ kind: 'hidden', page, count: read.hiddenWords });
    if (read.isUncertain) warnings.push({ kind: 'columns', page });
    if (await hasNotes(files, relations)) warnings.push({ kind: 'speakerNotes', page });
  }
  return { pieces, pages: order.length, warnings, hasPictures: () => hasDrawings };
}

async function presentationOf(files: Files) {
  const relations = await relationsOf(files, main);
  const order: string[] = [];
  let [width, height] = [Infinity, Infinity];
  let extensions = 0;
  await readXml(files.get(main) ?? '', {
    open(name, attribute) {
      // PowerPoint lists the slides of each section a second time there, by another number.
      if (name === 'extLst') extensions++;
      if (extensions > 0) return;
      if (name === 'sldId') order.push(relations.get(attribute('r:id') ?? '')?.path ?? '');
      if (name === 'sldSz') [width, height] = [Number(attribute('cx')) || Infinity, Number(attribute('cy')) || Infinity]; // oxfmt-ignore
    },
    close(name) {
      if (name === 'extLst') extensions--;
    },
  });
  return { order, width, height };
}

async function isHiddenSlide(xml: string): Promise<boolean> {
  let isHidden = false;
  await readXml(xml, {
    open(name, attribute) {
      if (name === 'sld') isHidden = /^(?:0|false)$/.test(attribute('show') ?? '');
    },
  });
  return isHidden;
}

/** The shapes of a layout, then those of its master. */
async function shapesBehind(files: Files, layout: string): Promise<Shape[]> {
  const [master = ''] = related(await relationsOf(files, layout), 'slideMaster');
  return (await Promise.all([layout, master].map((path) => shapesOf(files.get(path) ?? '<none/>')))).flat();
}

async function diagramsOf(files: Files, relations: Relations): Promise<Map<string, Piece[]>> {
  const diagrams = new Map<string, Piece[]>();
  for (const [name, { type, path }] of relations)
    if (type.endsWith('/diagramData')) diagrams.set(name, await piecesOfDiagram(files.get(path) ?? '<none/>'));
  return diagrams;
}

async function hasNotes(files: Files, relations: Relations): Promise<boolean> {
  const [notes = ''] = related(relations, 'notesSlide');
  const shapes = await shapesOf(files.get(notes) ?? '<none/>');
  return shapes.some(({ placeholder, line }) => placeholder?.type === 'body' && line.trim() !== '');
}

const related = (relations: Relations, type: string): string[] =>
  [...relations.values()].filter((each) => each.type.endsWith(`/${type}`)).map(({ path }) => path);

/** The parts to which a part of the package refers, by the names that it uses for them. */
async function relationsOf(files: Files, part: string): Promise<Relations> {
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
