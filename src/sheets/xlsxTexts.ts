import { readXml } from '../files/xml';

/** The texts that cells refer to, without the pronunciation that Excel may store beside them (rPh). @throws {Unreadable} */
export async function sharedTexts(xml: string): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isSound = false;
  await readXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 't') isText = true;
      if (name === 'rPh') isSound = true;
    },
    text(part) {
      if (isText && !isSound) text += part;
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rPh') isSound = false;
      if (name === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

/** A text with Excel's escapes resolved: it writes characters that XML cannot hold as _x000D_. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
