import { parentPort, workerData } from 'node:worker_threads';
import { ask, cite } from './answer';
import { openLibrary } from './library';
import { type WorkerCall, type LibraryFolders, type WorkerMessage } from './searchWorker';

/** The inside of thread.ts: the library, and what it is asked. */
const { documents, indexes } = workerData as LibraryFolders;
const library = openLibrary(documents, indexes);
const tell = (told: WorkerMessage) => parentPort?.postMessage(told);
parentPort?.on('message', ({ id, verb, text, without }: WorkerCall) =>
  tell({ id, answer: verb === 'ask' ? ask(library, text, without) : cite(library, text) }),
);
const topics = [...library.topics.values()].map(({ title, question }) => ({ title, question }));
tell({ documents: library.documents, topics });
// The first answer finds them ready.
library.followUps();
