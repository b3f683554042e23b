import { constants, deflateRawSync } from 'node:zlib';

const megabyte = 1_000_000;

/**
 * Raw deflate that unpacks to this many megabytes of the same few letters. It is made quickly, and takes a thousandth of the
 * size.
 */
export function deflated(megabytes: number, letters: string, head = '', tail = ''): Buffer {
  const flushed = (text: string) => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const part = flushed(letters.repeat(Math.ceil(megabyte / letters.length)));
  return Buffer.concat([flushed(head), ...Array.from({ length: megabytes }, () => part), deflateRawSync(tail)]);
}

/** The same with the header that PDF expects; pass it again for a filter within a filter. */
export const inflatable = (raw: Buffer): Buffer => Buffer.concat([Buffer.from([0x78, 0xda]), raw]);

/** A zip of these packed files, which claims that each is as small as it is packed. */
export function zipOf(files: Readonly<Record<string, Buffer>>): Buffer {
  let place = 0;
  const central: Buffer[] = [];
  const local = Object.entries(files).map(([name, packed]) => {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(packed.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const at = Buffer.alloc(14);
    at.writeUInt32LE(place, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, at, Buffer.from(name));
    const whole = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    place += whole.length;
    return whole;
  });
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(local.length, 8);
  end.writeUInt16LE(local.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...local, directory, end]);
}
