import path from 'node:path';
import { type Allowance, readInWorker } from '../../src/documents/readInWorker';
import { type ReadResult } from '../../src/documents/content';

const script = path.join(__dirname, '../../dist/src/documents/readerThread.js');

/** What a file becomes, in the thread where it is read; fails with its fault. */
export async function read(name: string, bytes: Buffer): Promise<ReadResult> {
  const outcome = await readInWorker(script, { name, bytes, facts: {} });
  if ('fault' in outcome) throw new Error(outcome.fault);
  return outcome.read;
}

/** What is wrong with a file; undefined where nothing is. */
export async function faultOf(name: string, bytes: Buffer, allowed?: Allowance): Promise<string | undefined> {
  const outcome = await readInWorker(script, { name, bytes, facts: {} }, allowed);
  return 'fault' in outcome ? outcome.fault : undefined;
}
