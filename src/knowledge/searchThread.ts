import { parentPort, workerData } from 'node:worker_threads';
import { ask, cite } from './answer';
import { openLibrary } from './library';
import { openDocument } from './openDocument';
import { sentAnswer } from './sentAnswer';
import { type LibraryFolders, type WorkerAnswer, type WorkerCall, type WorkerMessage } from './searchWorker';

/** The inside of thread.ts: the library, and what it is asked. */
const { documents, indexes } = workerData as LibraryFolders;
const library = openLibrary(documents, indexes);
const tell = (told: WorkerMessage) => parentPort?.postMessage(told);
parentPort?.on('message', (call: WorkerCall) => {
  if (call.verb === 'end') parentPort?.close();
  else tell({ id: call.id, answer: answerTo(call) });
});

function answerTo(call: Exclude<WorkerCall, { verb: 'end' }>): WorkerAnswer {
  switch (call.verb) {
    case 'ask':
      return sentAnswer(ask(library, call.text, call.without));
    case 'cite':
      return cited(call.text);
    case 'open':
      return openDocument(library, call.place);
  }
}
function cited(id: string): WorkerAnswer {
  const answer = cite(library, id);
  return answer && sentAnswer(answer);
}
const topics = [...library.topics.values()].map(({ title, question }) => ({ title, question }));
tell({ documents: library.documents, topics });
// The first answer finds them ready.
library.followUps();
