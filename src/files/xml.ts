import { setImmediate as breathe } from 'node:timers/promises';
import { Parser } from 'saxen';
import { Unreadable } from './unreadable';

/** What a listener is told about an XML file. Names come without their prefixes. */
export interface Listener {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** How deep elements may be nested. A workbook has about ten levels. */
const DEEPEST = 50;
/**
 * Characters that are read before other work of the process runs. Within this many characters an element must begin or end.
 * Otherwise a text, a comment or a tag has no end, and each step would read it again from its beginning.
 */
const STEP = 250_000;

/**
 * Reads XML and calls the listener for each element and text. A file that declares entities is refused, because entities can grow
 * without end.
 * @throws {Unreadable}, and what the listener throws
 */
export async function readXml(xml: string, { open, text, close }: Listener): Promise<void> {
  let depth = 0;
  let heard = false;
  const broken = () => {
    throw new Unreadable('broken');
  };
  const parser = new Parser()
    .on('error', broken)
    .on('attention', broken)
    .on('openTag', (name, attributes, decode) => {
      heard = true;
      if (++depth > DEEPEST) broken();
      open?.(local(name), (wanted) => {
        const all = attributes();
        const value = all[wanted] ?? all[Object.keys(all).find((key) => local(key) === wanted) ?? ''];
        return value === undefined ? undefined : decode(value);
      });
    })
    .on('text', (raw, decode) => text?.(decode(raw)))
    .on('cdata', (raw) => text?.(raw))
    .on('closeTag', (name) => {
      heard = true;
      depth--;
      close?.(local(name));
    });
  for (let at = 0; at < xml.length; at += STEP) {
    heard = false;
    parser.write(xml.slice(at, at + STEP));
    if (!heard && at + STEP < xml.length) broken();
    await breathe();
  }
  parser.end();
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
