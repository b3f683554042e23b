import { parentPort, workerData } from 'node:worker_threads';
import { ask, cite } from './answer';
import { loadLibrary } from './library';
import { ready, toldOf, type Call } from './thread';

/** The inside of thread.ts: the library, and what it is asked. */
const library = loadLibrary(workerData as string);
parentPort?.on('message', ({ id, verb, text }: Call) => {
  const answer = verb === 'ask' ? ask(library, text) : cite(library, text);
  parentPort?.postMessage({ id, told: answer && toldOf(answer) });
});
parentPort?.postMessage(ready);
