import path from 'node:path';
import { type Read } from '../../src/documents/read';
import { type Allowance, readInThread } from '../../src/documents/thread';

const script = path.join(__dirname, '../../dist/documents/worker.js');

/** What a file becomes, in the thread where it is read; fails with its fault. */
export async function read(name: string, bytes: Buffer): Promise<Read> {
  const outcome = await readInThread(script, { name, bytes, facts: {} });
  if ('fault' in outcome) throw new Error(outcome.fault);
  return outcome.read;
}

/** What is wrong with a file; undefined where nothing is. */
export async function faultOf(name: string, bytes: Buffer, allowed?: Allowance): Promise<string | undefined> {
  const outcome = await readInThread(script, { name, bytes, facts: {} }, allowed);
  return 'fault' in outcome ? outcome.fault : undefined;
}
