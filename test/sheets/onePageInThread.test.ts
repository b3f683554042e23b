import path from 'node:path';
import { onePageInThread } from '../../src/sheets/onePageInThread';
import { type OnePage } from '../../src/sheets/writeOnePage';
import { projectRoot } from '../../src/shared/config';

const script = path.join(projectRoot, 'dist/src/sheets/onePageThread.js');
const page: OnePage = {
  title: 'Ramar',
  lines: [],
  tables: [],
  notes: [],
  left: { row: '', rows: '', table: '', tables: '', and: '', end: '' },
};

describe('a page written in a thread', () => {
  it('is a PDF', async () => expect((await onePageInThread(script, page)).subarray(0, 5).toString()).toBe('%PDF-'));

  it('is refused with what went wrong there', () =>
    expect(onePageInThread(script, { ...page, title: undefined as unknown as string })).rejects.toThrow());
});
