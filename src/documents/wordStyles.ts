import { attributeOf, childOf, foundIn, isSet, treeOf, type WordNode } from './wordTree';

/** What a Word style means for its text. */
export interface WordStyle {
  /** The depth of the heading, from 1; undefined where it is no heading. */
  readonly depth?: number;
  /** The text is not shown. */
  readonly isHidden: boolean;
}

/** Word writes its own styles' names in English, other programs in the writer's language. */
const heading = /^(?:heading|rubrik) ([1-9])$/i;

/** The styles of a Word file by id. A style inherits from the style that it is based on. @throws {Unreadable} */
export function wordStyles(xml: string | undefined): ReadonlyMap<string, WordStyle> {
  const nodes = xml ? foundIn(treeOf(xml), 'w:style') : [];
  const byId = new Map(nodes.map((node) => [attributeOf(node, 'w:styleId') ?? '', node]));
  return new Map([...byId.keys()].map((id) => [id, styleOf(byId, id, new Set())]));
}

function styleOf(byId: ReadonlyMap<string, WordNode>, id: string, seen: Set<string>): WordStyle {
  const node = byId.get(id);
  // Styles that are based on each other in a circle say nothing.
  if (!node || seen.has(id)) return { isHidden: false };
  const base = styleOf(byId, attributeOf(childOf(node, 'w:basedOn'), 'w:val') ?? '', seen.add(id));
  const name = attributeOf(childOf(node, 'w:name'), 'w:val') ?? '';
  const level = outlineLevel(childOf(node, 'w:pPr'));
  const own = name === 'Title' || name === 'Rubrik' ? 1 : Number(heading.exec(name)?.[1]) || undefined;
  const depth = own ?? (level === undefined ? base.depth : level > 8 ? undefined : level + 1);
  return { ...(depth && { depth }), isHidden: isSet(childOf(node, 'w:rPr'), 'w:vanish') ?? base.isHidden };
}

/** The outline level of a paragraph: 0 is the outermost, 9 is running text. Undefined where the file does not say. */
export function outlineLevel(properties: WordNode | undefined): number | undefined {
  const level = attributeOf(childOf(properties, 'w:outlineLvl'), 'w:val');
  return level === undefined ? undefined : Number(level);
}
