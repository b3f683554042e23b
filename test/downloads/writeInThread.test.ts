import path from 'node:path';
import { writeInThread } from '../../src/downloads/writeInThread';
import { projectRoot } from '../../src/shared/config';
import { aDocument } from './aDocument';

const script = path.join(projectRoot, 'dist/src/downloads/writerThread.js');
const words = { pageOf: '{page}/{pages}', lettersMissing: '' };

describe('a file that is written in a thread', () => {
  it.each([
    ['pdf', '%PDF-'],
    ['word', 'PK'],
  ] as const)('is %s', async (format, begins) => {
    const bytes = await writeInThread(script, { format, written: aDocument(), words });
    expect(bytes.subarray(0, begins.length).toString()).toBe(begins);
  });

  it('tells what went wrong there', () =>
    expect(writeInThread(script, { format: 'pdf', written: { title: 1 } as never, words })).rejects.toThrow());
});
