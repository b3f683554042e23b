import { Unreadable } from './unreadable';
import { eightBitEncodings, swedishness } from './eightBit';

/** The encoding of a text file. */
export type Encoding = 'UTF-8' | 'UTF-16' | keyof typeof eightBitEncodings;

/**
 * The text of a file and its encoding. UTF-8 and UTF-16 are recognised by their form; else it is the 8-bit encoding in which the
 * text looks most like Swedish. Undefined where it looks like words in none of them.
 * @throws {Unreadable}
 */
export function decode(bytes: Buffer): { readonly text: string; readonly encoding: Encoding } | undefined {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: strictly(utf16, bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return likeliest(bytes);
  }
}

function strictly(encoding: string, bytes: Buffer): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('broken');
  }
}

/** How many bytes are looked at to see whether every second one is zero, as in Western text in UTF-16. */
const SAMPLE = 2000;

function utf16Of(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0] as [number, number];
  const sample = bytes.subarray(0, SAMPLE);
  sample.forEach((byte, at) => (zeros[(at % 2) as 0 | 1] += Number(byte === 0)));
  const [even, odd] = zeros;
  if (bytes.length % 2 || even + odd < sample.length / 4) return undefined;
  return even === 0 ? 'utf-16le' : odd === 0 ? 'utf-16be' : undefined;
}

function likeliest(bytes: Buffer): { text: string; encoding: Encoding } | undefined {
  let best: { text: string; encoding: Encoding } | undefined;
  let highest = -1;
  for (const [encoding, read] of Object.entries(eightBitEncodings)) {
    const text = read(bytes);
    const score = swedishness(text);
    if (score > highest) [best, highest] = [{ text, encoding: encoding as Encoding }, score];
  }
  return best;
}

/**
 * The original of a text whose UTF-8 a program read as Windows-1252 and wrote as UTF-8 again ("Ã–gon" for "Ögon"); undefined
 * where that has not happened.
 */
export function decodedTwice(text: string): string | undefined {
  if (!/[ÃÂ][^\u0000-\u007f]/.test(text)) return undefined;
  const bytes = eightBitBytes(text);
  if (!bytes) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function eightBitBytes(text: string): Buffer | undefined {
  const signs = eightBitEncodings['Windows-1252'](Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)));
  const byteOf = new Map([...signs].map((sign, byte) => [sign, byte]));
  const bytes = Array.from(text, (sign) => byteOf.get(sign));
  return bytes.includes(undefined) ? undefined : Buffer.from(bytes as number[]);
}
