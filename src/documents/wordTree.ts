import { documentRefusal } from './documentFault';

/** An element of Word's XML. Tags keep their text, so that a reduced tree can be read as before. */
export interface WordNode {
  /** With its prefix, e.g. "w:p". */
  readonly name: string;
  /** The opening tag. */
  tag: string;
  children: (WordNode | string)[];
}

/** How deep elements may be nested. A table in a table in a text box has about forty levels. */
const DEEPEST = 300;

const token = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<\/?([^\s"'<>/]+)(?:"[^"]*"|'[^']*'|[^"'<>])*>/g;

/** XML as a tree. @throws {Unreadable} where an element is not closed or nested too deep */
export function treeOf(xml: string): WordNode {
  const root: WordNode = { name: '', tag: '', children: [] };
  const open = [root];
  let read = 0;
  for (const { 0: all, 1: name, index } of xml.matchAll(token)) {
    const parent = open.at(-1)!;
    if (index > read) parent.children.push(xml.slice(read, index));
    read = index + all.length;
    if (name === undefined) parent.children.push(all);
    else if (all.startsWith('</')) {
      if (open.pop()?.name !== name || open.length === 0) throw documentRefusal('broken');
    } else {
      const node = { name, tag: all, children: [] };
      parent.children.push(node);
      if (!all.endsWith('/>')) open.push(node);
      if (open.length > DEEPEST) throw documentRefusal('broken');
    }
  }
  if (open.length > 1) throw documentRefusal('broken');
  root.children.push(xml.slice(read));
  return root;
}

/** A tree as XML. */
export function xmlOf({ name, tag, children }: WordNode): string {
  const inside = children.map((child) => (typeof child === 'string' ? child : xmlOf(child))).join('');
  if (!name) return inside;
  if (!tag.endsWith('/>')) return `${tag}${inside}</${name}>`;
  return inside ? `${tag.slice(0, -2)}>${inside}</${name}>` : tag;
}

/** The child elements of a node, in order, without the text between them. */
export const elementsOf = ({ children }: WordNode): WordNode[] =>
  children.filter((child): child is WordNode => typeof child !== 'string');

/** The first child element with this name; undefined where there is none. */
export const childOf = (node: WordNode | undefined, name: string): WordNode | undefined =>
  node && elementsOf(node).find((child) => child.name === name);

/** Every element with this name below the node. Elements inside a found element are left out. */
export const foundIn = (node: WordNode, name: string): WordNode[] =>
  elementsOf(node).flatMap((child) => (child.name === name ? [child] : foundIn(child, name)));

/** An attribute of a node, by its name with its prefix; undefined where there is none. */
export const attributeOf = (node: WordNode | undefined, name: string): string | undefined =>
  node && new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(node.tag)?.slice(1).find((value) => value !== undefined); // oxfmt-ignore

/** Whether a property is set: `<w:vanish/>` is, `<w:vanish w:val="0"/>` is not. Undefined where the property is missing. */
export function isSet(properties: WordNode | undefined, name: string): boolean | undefined {
  const property = childOf(properties, name);
  return property && !/^(?:0|false|off)$/.test(attributeOf(property, 'w:val') ?? '');
}

/** How many words the texts (`w:t`) of a node hold. */
export const countWords = (node: WordNode): number =>
  foundIn(node, 'w:t')
    .map(({ children }) => children.filter((child) => typeof child === 'string').join(''))
    .join(' ')
    .split(/\s+/)
    .filter(Boolean).length;
