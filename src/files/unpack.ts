import { setImmediate as breathe } from 'node:timers/promises';
import { Unzip, UnzipInflate } from 'fflate';
import { Unreadable } from './unreadable';

/** Packed bytes that are unpacked at a time. They become at most a thousand times as many. */
const STEP = 8192;

/** What a zip may hold: bytes of XML when unpacked, and files of all kinds. */
export interface ZipLimits {
  readonly unpacked: number;
  readonly files: number;
}

/**
 * The XML files in a zip, by name. What comes out is measured while it comes out, whatever the zip says about sizes, and
 * unpacking stops at the limit. Other work of the process runs between the steps.
 * @throws {Unreadable}
 */
export async function unpack(bytes: Buffer, limits: ZipLimits): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  let found = 0;
  let size = 0;
  const zip = new Unzip((file) => {
    if (++found > limits.files) throw new Unreadable('tooLarge');
    if (!/\.(xml|rels)$/.test(file.name)) return;
    const parts: Uint8Array[] = [];
    file.ondata = (error, part, isLast) => {
      if (error) throw error;
      size += part.length;
      if (size > limits.unpacked) throw new Unreadable('tooLarge');
      parts.push(part);
      if (isLast) files.set(file.name, new TextDecoder().decode(Buffer.concat(parts)));
    };
    file.start();
  });
  zip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      zip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
      await breathe();
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('broken');
  }
  return files;
}
