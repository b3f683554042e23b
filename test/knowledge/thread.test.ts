import path from 'node:path';
import { ask, cite } from '../../src/knowledge/answer';
import { startThread, type Thread } from '../../src/knowledge/thread';
import { indexes, knowledge, theLibrary } from './library';

const library = theLibrary();
const script = path.join(__dirname, '../../dist/knowledge/worker.js');

let thread: Thread;
beforeAll(async () => void (thread = await startThread(script, { documents: knowledge, indexes })));
afterAll(() => thread.stop());

describe('the thread', () => {
  it.each(['Vad är tillit?', 'Hur ger jag mandat?', 'Hur lagar man lasagne?', '', '${x} ”\0'])(
    'answers as the library does: %s',
    async (question) => expect(await thread.ask(question)).toEqual(ask(library, question)),
  );

  it('cites as the library does, and knows which passages are gone', async () => {
    const { id } = library.passages[3]!;
    expect(await thread.cite(id)).toEqual(cite(library, id));
    expect(await thread.cite('borta#1')).toBeUndefined();
  });

  it('answers each of many at once with its own answer', async () => {
    const questions = library.passages.slice(0, 20).map(({ text }) => text.slice(0, 60));
    const answers = await Promise.all(questions.map((question) => thread.ask(question)));
    expect(answers).toEqual(questions.map((question) => ask(library, question)));
  });

  it('fails the question that it dies of, and answers the next', async () => {
    const deadly = undefined as unknown as string;
    await expect(thread.ask(deadly)).rejects.toThrow('the thread that answers has ended');
    expect((await thread.ask('Vad är tillit?')).outcome).toBe('found');
  });

  it('says at its start which file cannot be read', async () => {
    await expect(startThread(script, { documents: '/finns/inte', indexes })).rejects.toThrow('/finns/inte');
  });
});
