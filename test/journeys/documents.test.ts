import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copySmallLibrary } from '../knowledge/library';
import { anna, run, texts, wordsOf, type Running } from './service';

jest.setTimeout(60_000);

const documents = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
let running: Running;
beforeAll(async () => {
  copySmallLibrary(documents);
  running = await run({ documents });
});
afterAll(async () => {
  await running.stop();
  rmSync(documents, { recursive: true });
});

const front = 'title: Kaffehandboken\npublisher: Region Prov\nkind: Handbok\nweight: Handbok\nsource: kaffe.txt';
const body = 'Kaffebryggaren avkalkas varje fredag av den som senast bryggde.';
const question = 'Hur ofta avkalkas kaffebryggaren?';

/** Asks until an answer is as wanted. Every question on the way is answered. */
async function askUntil(isWanted: (words: string) => boolean): Promise<string> {
  const chat = running.chat();
  for (;;) {
    const words = wordsOf(await running.channel.say(chat, anna, question));
    expect(words).not.toBe('');
    if (isWanted(words)) return words;
    await running.lookAtDocuments();
  }
}

describe('a document that is laid into the folder of a running service', () => {
  it('answers soon, stands under om, and no question meanwhile goes without a reply', async () => {
    const chat = running.chat();
    expect(wordsOf(await running.channel.say(chat, anna, question))).not.toContain('varje fredag');
    writeFileSync(path.join(documents, 'kaffe.md'), `---\n${front}\n---\n${body}\n`);
    await askUntil((words) => words.includes('varje fredag'));
    expect(wordsOf(await running.channel.say(chat, anna, 'om'))).toContain('Kaffehandboken');
    expect(running.channel.refusals).toEqual([]);
  });

  it('changes nothing where it cannot be read, and the log says why', async () => {
    writeFileSync(path.join(documents, 'trasig.md'), 'utan fält');
    while (!running.logged.some((line) => line.includes('trasig.md'))) await running.lookAtDocuments();
    await askUntil((words) => words.includes('varje fredag'));
  });

  it('answers no more when it is taken away', async () => {
    rmSync(path.join(documents, 'trasig.md'));
    rmSync(path.join(documents, 'kaffe.md'));
    expect(await askUntil((words) => !words.includes('varje fredag'))).not.toContain(texts.error);
  });
});
