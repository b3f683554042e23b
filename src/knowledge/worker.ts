import { parentPort, workerData } from 'node:worker_threads';
import { ask, cite } from './answer';
import { openLibrary } from './library';
import { type Call, type Folders, type Told } from './thread';

/** The inside of thread.ts: the library, and what it is asked. */
const { documents, indexes } = workerData as Folders;
const library = openLibrary(documents, indexes);
const tell = (told: Told) => parentPort?.postMessage(told);
parentPort?.on('message', ({ id, verb, text, without }: Call) =>
  tell({ id, answer: verb === 'ask' ? ask(library, text, without) : cite(library, text) }),
);
tell({ documents: library.documents });
