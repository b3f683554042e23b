import { parentPort, workerData } from 'node:worker_threads';
import { ask, cite } from './answer';
import { openLibrary, type Library } from './library';
import { openDocument } from './openDocument';
import { visibleLibrary, type Sight } from './visibleLibrary';
import { sentAnswer } from './sentAnswer';
import { type LibraryFolders, type WorkerAnswer, type WorkerCall, type WorkerMessage } from './searchWorker';

/** The code of the search thread: it holds the library and answers questions. */
const { documents, indexes } = workerData as LibraryFolders;
const library = openLibrary(documents, indexes);
const tell = (told: WorkerMessage) => parentPort?.postMessage(told);
parentPort?.on('message', (call: WorkerCall) => {
  if (call.verb === 'end') parentPort?.close();
  else tell({ id: call.id, answer: answerTo(call) });
});

function answerTo(call: Exclude<WorkerCall, { verb: 'end' }>): WorkerAnswer {
  const visible = seen(call.sight);
  switch (call.verb) {
    case 'ask':
      return sentAnswer(ask(visible, call.text, call.without));
    case 'cite':
      return cited(visible, call.text);
    case 'open':
      return openDocument(visible, call.place);
  }
}
function cited(visible: Library, id: string): WorkerAnswer {
  const answer = cite(visible, id);
  return answer && sentAnswer(answer);
}
/** A library for each set of groups that a person may be in. Most people are in none. */
const views = new Map<string, Library>();
const mostViews = 200;
function seen(sight: Sight): Library {
  const key = JSON.stringify(sight === 'all' ? sight : [...new Set(sight)].sort());
  const view = views.get(key) ?? visibleLibrary(library, sight);
  if (views.size >= mostViews) views.delete(views.keys().next().value!);
  views.set(key, view);
  return view;
}
const topics = [...library.topics.values()].map(({ title, question }) => ({ title, question }));
tell({ documents: library.documents, topics });
// Computed now, so that the first answer need not wait for them.
library.followUps();
