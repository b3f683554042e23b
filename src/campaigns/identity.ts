import { recipientsIn } from '../shared/recipients';

const invisible = /\p{Cf}/gu;
/** A cell's text without invisible characters, with single spaces, in Unicode NFC. */
export const tidied = (cell: string): string =>
  cell.normalize('NFC').replace(invisible, '').trim().replace(/\s+/g, ' ');
/** Whether a cell of a list holds anything but spaces and invisible characters. */
export const isFilled = (cell: string): boolean => /[^\s\p{Cf}]/u.test(cell);

const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A guest's user principal name has #EXT# in it. */
const word = "[\\p{L}\\p{N}_][\\p{L}\\p{N}_%+'&#-]*";
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const mail = new RegExp(`^(?=.{1,64}@)${word}(?:\\.${word})*@(?:${label}\\.)+${label}$`, 'u');

/** Whether a text is an e-mail (local@domain with a dot, at most 254 characters) or an object id. */
export const isWellFormed = (identity: string): boolean =>
  identity.length <= 254 && (objectId.test(identity) || mail.test(identity));

/** A quick test whether a cell can hold an e-mail or an object id. Most cells cannot, so the slow test is not needed for them. */
export const mayName = (cell: string): boolean => cell.includes('@') || cell.length >= 36;

const inBrackets = /<([^<>]*@[^<>]*)>|[([]([^()[\]]*@[^()[\]]*)[)\]]$/;
const ends = { before: /^["'“”‘’<]{1,9}/, after: /[\s"'“”‘’>;,.]{1,9}$/, remark: / ?\([^()@]*\)$/ };

/**
 * The e-mail or object id in a cell, as the store keeps it: NFC, lower case, without what mail programs put around it. A cell
 * without one gives its text.
 * @example identityOf('Åsa Öberg <Asa.Oberg@b.se>') // 'asa.oberg@b.se'
 */
export function identityOf(cell: string): string {
  const text = tidied(cell).toLowerCase();
  if (isWellFormed(text)) return text;
  const bare = text.replace(ends.after, '').replace(ends.remark, '');
  const [, angled, bracketed] = inBrackets.exec(text) ?? inBrackets.exec(bare) ?? [];
  const address = (angled ?? bracketed ?? bare)
    .trim()
    .replace(ends.before, '')
    .replace(ends.after, '')
    .replace(/^(?:mailto|smtp): ?/, '')
    .replace(/(@[^?]*)\?.*$/, '$1');
  return isWellFormed(address) ? address : text;
}

/** All e-mails and object ids in a cell; the cell's text where it has none. */
export function identitiesOf(cell: string): readonly string[] {
  const text = tidied(cell).toLowerCase();
  if (isWellFormed(text) || !text.includes('@')) return [text];
  const words = text.split(' ');
  if (words.every(isWellFormed)) return words;
  const several = recipientsIn(cell).map(identityOf);
  return several.length > 1 && several.some(isWellFormed) ? several : [identityOf(cell)];
}
