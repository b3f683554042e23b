import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { ask, cite } from '../../src/knowledge/answer';
import { sentAnswer } from '../../src/knowledge/sentAnswer';
import { startSearchWorker, type SearchWorker } from '../../src/knowledge/searchWorker';
import { copySmallLibrary, indexes, knowledge, theLibrary } from './library';

const library = theLibrary();
const script = path.join(__dirname, '../../dist/src/knowledge/searchThread.js');

let thread: SearchWorker;
beforeAll(async () => void (thread = await startSearchWorker(script, { documents: knowledge, indexes })));
afterAll(() => thread.stop());

describe('the thread', () => {
  it.each(['Vad är tillit?', 'Hur ger jag mandat?', 'Hur lagar man lasagne?', '', '${x} ”\0'])(
    'answers as the library does: %s',
    async (question) => expect(await thread.ask(question)).toEqual(sentAnswer(ask(library, question))),
  );

  it('cites as the library does, and knows which passages are gone', async () => {
    const { id } = library.passages[3]!;
    expect(await thread.cite(id)).toEqual(sentAnswer(cite(library, id)!));
    expect(await thread.cite('borta#1')).toBeUndefined();
  });

  it('answers each of many at once with its own answer', async () => {
    const questions = library.passages.slice(0, 20).map(({ text }) => text.slice(0, 60));
    const answers = await Promise.all(questions.map((question) => thread.ask(question)));
    expect(answers).toEqual(questions.map((question) => sentAnswer(ask(library, question))));
  });

  it('fails the question that it dies of, and answers the next', async () => {
    const deadly = undefined as unknown as string;
    await expect(thread.ask(deadly)).rejects.toThrow('the thread that answers has ended');
    expect((await thread.ask('Vad är tillit?')).outcome).not.toBe('none');
  });

  it('says at its start which file cannot be read', async () => {
    await expect(startSearchWorker(script, { documents: '/finns/inte', indexes })).rejects.toThrow('/finns/inte');
  });
});

describe('a thread that dies while a document cannot be read', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const documents = path.join(folder, 'knowledge');
  const deadly = undefined as unknown as string;

  /** What the thread reports and waits for, one after the other as the test takes them; a wait ends when the test says so. */
  function watched() {
    const told: { what: string; error?: Error; end?: () => void }[] = [];
    let more = () => {};
    const tell = (one: (typeof told)[number]) => (told.push(one), more());
    return {
      report: (what: string, error?: Error) => tell({ what, error }),
      wait: (milliseconds: number) =>
        new Promise<void>((end) => tell({ what: `wait ${milliseconds}`, end: () => end() })),
      left: told,
      next: async () => {
        if (!told.length) await new Promise<void>((resolve) => (more = resolve));
        return told.shift()!;
      },
    };
  }

  it('fails every question clearly, tries again after longer and longer pauses, and answers when it can', async () => {
    copySmallLibrary(documents);
    const events = watched();
    const mortal = await startSearchWorker(script, { documents, indexes: path.join(folder, 'index') }, events);
    const broken = path.join(documents, 'trasig.md');
    writeFileSync(broken, 'utan fält');

    const asked = [mortal.ask(deadly), mortal.ask('Vad är tillit?'), mortal.cite('borta#1')];
    for (const question of asked) await expect(question).rejects.toThrow('the thread that answers has ended');
    expect((await events.next()).what).toBe('the thread has ended');
    // It waits for the thread that tries to take the place.
    await expect(mortal.ask('Vad är tillit?')).rejects.toThrow('the thread that answers has ended');
    for (const pause of [1000, 2000, 4000]) {
      const failed = await events.next();
      expect([failed.what, failed.error?.message]).toEqual([
        'the documents cannot be read',
        expect.stringContaining('trasig.md'),
      ]);
      const waits = await events.next();
      expect(waits.what).toBe(`wait ${pause}`);
      await expect(mortal.ask('Vad är tillit?')).rejects.toThrow('the documents cannot be read');
      await expect(mortal.cite('borta#1')).rejects.toThrow('the documents cannot be read');
      if (pause === 4000) rmSync(broken);
      waits.end!();
    }
    expect((await events.next()).what).toBe('the thread is back');
    expect((await mortal.ask('Vad är tillit?')).outcome).not.toBe('none');
    expect(mortal.documents.length).toBeGreaterThan(1);
    await mortal.stop();
    expect(events.left).toEqual([]);
  });

  it('starts no thread when it has been stopped meanwhile', async () => {
    const events = watched();
    const mortal = await startSearchWorker(script, { documents, indexes: path.join(folder, 'index') }, events);
    writeFileSync(path.join(documents, 'trasig.md'), 'utan fält');
    await expect(mortal.ask(deadly)).rejects.toThrow('has ended');
    await events.next();
    await events.next();
    const waits = await events.next();
    await mortal.stop();
    waits.end!();
    await new Promise(setImmediate);
    expect(events.left).toEqual([]);
    await expect(mortal.ask('Vad är tillit?')).rejects.toThrow('no thread answers');
  });

  it('ends by itself when it is told to, also where it has just begun to work: to terminate it could end the process', async () => {
    const terminate = jest.spyOn(Worker.prototype, 'terminate');
    const begun = await startSearchWorker(script, { documents: knowledge, indexes });
    await begun.stop();
    await expect(begun.ask('Vad är tillit?')).rejects.toThrow('no thread answers');
    expect(terminate).not.toHaveBeenCalled();
    terminate.mockRestore();
  });

  it('says at its start where the script ends before it is ready, and does not wait for ever', async () => {
    const silent = path.join(folder, 'silent.js');
    writeFileSync(silent, 'process.exit(0)');
    await expect(startSearchWorker(silent, { documents, indexes })).rejects.toThrow('has ended');
  });
});
