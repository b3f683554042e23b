import { type WordStyle, outlineLevel } from './wordStyles';
import { attributeOf, childOf, countWords, elementsOf, foundIn, isSet, treeOf, type WordNode, xmlOf } from './wordTree';

/** A part of a Word file as a reader sees it. */
export interface VisiblePart {
  readonly xml: string;
  readonly hiddenWords: number;
  /** Form fields that nobody has filled in. */
  readonly prompts: number;
}

type Styles = ReadonlyMap<string, WordStyle>;

/** The style id that we give to headings of this depth, whatever the file calls its own styles. */
export const headingStyle = (depth: number): string => `heading-of-depth-${depth}`;

/** Leaves out hidden text, hidden shapes and the prompts of empty form fields, and names the headings. @throws {Unreadable} */
export function visiblePart(xml: string, styles: Styles): VisiblePart {
  const root = treeOf(xml);
  const left = { hiddenWords: 0, prompts: 0 };
  leaveOut(root, styles, false, left);
  return { xml: xmlOf(root), ...left };
}

/** Elements around runs that the parser does not look into: fields, text in another direction, markup for programs. */
const isWrapper = /^w:(?:fldSimple|bdo|dir|customXml|ruby|rubyBase)$/;
/** The pronunciation of a word, shown above it. */
const isGloss = /^w:rt$/;
/** How text, paragraphs and cells look, and what a spelling checker left: most of a large file, and nothing that we read. */
const isLook =
  /^w:(?:rPr|proofErr|lastRenderedPageBreak|pBdr|tabs|ind|jc|spacing|shd|keepNext|keepLines|widowControl|autoSpaceDE|autoSpaceDN|adjustRightInd|tcBorders|tcW|tcMar|vAlign|noWrap|hideMark|tblBorders|tblCellMar|tblLook|tblW|trHeight)$/;

function leaveOut(node: WordNode, styles: Styles, isHidden: boolean, left: { hiddenWords: number; prompts: number }) {
  node.children = node.children.flatMap((child): (WordNode | string)[] => {
    if (typeof child === 'string') return [child];
    if (isHiddenShape(child) || (child.name === 'w:r' && isHiddenRun(child, styles, isHidden))) {
      left.hiddenWords += countWords(onlyChoice(child));
      return [];
    }
    if (child.name === 'w:sdt' && isSet(childOf(child, 'w:sdtPr'), 'w:showingPlcHdr')) {
      left.prompts++;
      return [];
    }
    if (child.name === 'mc:AlternateContent') child.children = [readable(child)];
    if (child.name === 'w:drawing') return [boxesOf(child, styles, left) ?? child];
    if (isGloss.test(child.name) || isLook.test(child.name)) return [];
    if (child.name === 'w:p') nameHeading(child, styles);
    leaveOut(child, styles, child.name === 'w:p' ? isHiddenParagraph(child, styles) : isHidden, left);
    return isWrapper.test(child.name) ? child.children : [child];
  });
}

const styleOf = (properties: WordNode | undefined, name: string, styles: Styles) =>
  styles.get(attributeOf(childOf(properties, name), 'w:val') ?? '');

const isHiddenParagraph = (paragraph: WordNode, styles: Styles): boolean =>
  styleOf(childOf(paragraph, 'w:pPr'), 'w:pStyle', styles)?.isHidden ?? false;

function isHiddenRun(run: WordNode, styles: Styles, isHiddenAround: boolean): boolean {
  const properties = childOf(run, 'w:rPr');
  return (
    isSet(properties, 'w:vanish') ?? (isHiddenAround || (styleOf(properties, 'w:rStyle', styles)?.isHidden ?? false))
  );
}

/** Word writes a shape twice: for itself, and for programs from before 2010. */
function isHiddenShape(node: WordNode): boolean {
  if (node.name === 'mc:AlternateContent') return elementsOf(node).some((each) => elementsOf(each).some(isHiddenShape));
  if (node.name === 'w:drawing')
    return foundIn(node, 'wp:docPr').some((properties) => /^(?:1|true)$/.test(attributeOf(properties, 'hidden') ?? ''));
  return node.name === 'w:pict' && elementsOf(node).some((shape) => /visibility:\s*hidden/.test(attributeOf(shape, 'style') ?? '')); // oxfmt-ignore
}

const onlyChoice = (node: WordNode): WordNode => childOf(node, 'mc:Choice') ?? node;

/** The parser reads the version for old programs. Where it has no words, the text boxes of the other version are used. */
function readable(alternatives: WordNode): WordNode {
  const [choice, fallback] = [childOf(alternatives, 'mc:Choice'), childOf(alternatives, 'mc:Fallback')];
  const chosen = fallback && (!choice || countWords(fallback) >= countWords(choice)) ? fallback : choice;
  return { name: 'mc:Fallback', tag: '<mc:Fallback>', children: chosen?.children ?? [] };
}

/** The text boxes of a drawing, as the parser knows them; undefined where there are none, as in a picture. */
function boxesOf(
  drawing: WordNode,
  styles: Styles,
  left: { hiddenWords: number; prompts: number },
): WordNode | undefined {
  const boxes = foundIn(drawing, 'w:txbxContent');
  if (boxes.length === 0) return undefined;
  for (const box of boxes) leaveOut(box, styles, false, left);
  const wrapped = (name: string, children: WordNode[]): WordNode => ({ name, tag: `<${name}>`, children });
  return wrapped('w:pict', boxes.map((box) => wrapped('v:shape', [wrapped('v:textbox', [box])]))); // oxfmt-ignore
}

/** A heading is what Word's outline takes for one: by its own level, by its style, or by the style on which that is based. */
function nameHeading(paragraph: WordNode, styles: Styles) {
  const properties = childOf(paragraph, 'w:pPr');
  if (!properties) return;
  const level = outlineLevel(properties);
  const style = childOf(properties, 'w:pStyle');
  const depth =
    level === undefined ? styleOf(properties, 'w:pStyle', styles)?.depth : level > 8 ? undefined : level + 1;
  if (depth === undefined) return;
  const named: WordNode = { name: 'w:pStyle', tag: `<w:pStyle w:val="${headingStyle(depth)}"/>`, children: [] };
  if (properties.tag.endsWith('/>')) properties.tag = `${properties.tag.slice(0, -2)}>`;
  properties.children = [named, ...properties.children.filter((child) => child !== style)];
}
