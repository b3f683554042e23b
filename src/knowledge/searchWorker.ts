import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Answer } from './answer';
import { type KnowledgeDocument } from './documents/document';
import { type CitedPlace, type OpenedDocument } from './openDocument';
import { type ListedTopic } from './topics/topic';
import { forEveryone, type Sight } from './visibleLibrary';

type Found = Extract<Answer, { outcome: 'found' }>;

/** A library in a separate thread, so that a long search does not delay other turns. */
export interface SearchWorker {
  readonly documents: readonly KnowledgeDocument[];
  readonly topics: readonly ListedTopic[];
  /** `without` are ids of passages that must not answer. Without a sight, only the documents for everyone are searched. */
  ask(question: string, without?: readonly string[], sight?: Sight): Promise<Answer>;
  /** The passage with this id as an answer of its own; undefined when the documents no longer have it, or it is hidden. */
  cite(passage: string, sight?: Sight): Promise<Found | undefined>;
  /** The document around a passage that was cited; undefined when the documents no longer have it, or it is hidden. */
  open(place: CitedPlace, sight?: Sight): Promise<OpenedDocument | undefined>;
  /** Whether a question would be answered now. */
  readonly isReady: () => boolean;
  /** Ends the thread after the questions under way have been answered. */
  stop(): Promise<void>;
}

/** Where the documents are, and where their indexes are stored. */
export interface LibraryFolders {
  readonly documents: string;
  readonly indexes: string;
}

/** A message to the thread: a question, or that it must end. */
export type WorkerCall = ({ readonly id: number } & Wanted) | { readonly verb: 'end' };

type Wanted = { readonly sight: Sight } & (
  | { readonly verb: 'ask'; readonly text: string; readonly without: readonly string[] }
  | { readonly verb: 'cite'; readonly text: string }
  | { readonly verb: 'open'; readonly place: CitedPlace }
);

/** What the thread answers: undefined where the documents have nothing. */
export type WorkerAnswer = Answer | OpenedDocument | undefined;

/** The thread's message that it can be asked. */
type Ready = Pick<SearchWorker, 'documents' | 'topics'>;

/** A message from the thread: first that it is ready, then answers. */
export type WorkerMessage = Ready | { readonly id: number; readonly answer: WorkerAnswer };

/** Megabytes for short-lived objects. A search leaves few of them, and the thread is idle most of the time. */
const youngMegabytes = 8;

/** What happens to a thread after its start, and why (`error`). The error of a thread that has ended may quote a question. */
export type ReportWorker = (
  what: 'the thread has ended' | 'the documents cannot be read' | 'the thread is back',
  error?: Error,
) => void;

/** What only tests replace, and a function that is told what happens. */
interface Surroundings {
  readonly report?: ReportWorker;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Milliseconds until a thread that could not start is started again. The wait doubles each time, up to a minute. */
const pauseAfter = (failures: number): number => Math.min(60_000, 500 * 2 ** failures);
/** Milliseconds in which a thread that is told to end may finish its work. */
const longestEnd = 5_000;
/**
 * Tells a thread to end, and waits until it has. To terminate it in the middle of a statement would end the whole process: libsql
 * aborts there.
 */
async function end(worker: Worker): Promise<void> {
  worker.ref();
  const ended = new Promise<'ended'>((resolve) => worker.once('exit', () => resolve('ended')));
  worker.postMessage({ verb: 'end' } satisfies WorkerCall);
  if ((await Promise.race([ended, unheld(longestEnd)])) !== 'ended') await worker.terminate();
}
/** Keeps no process alive. */
const unheld = (milliseconds: number): Promise<void> => pause(milliseconds, undefined, { ref: false });

interface Waiting {
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts the search thread. `script` is the built searchThread.ts. Where the thread dies, the questions under way fail and a new
 * thread is started. Where the documents can no longer be read, questions fail until they can.
 * @throws where the documents cannot be read at the start
 */
export async function startSearchWorker(
  script: string,
  folders: LibraryFolders,
  { report = () => {}, wait = unheld }: Surroundings = {},
): Promise<SearchWorker> {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let answered = () => {};
  let stopped = false;
  let worker: Worker | undefined;
  /** Whether the thread has read the documents. */
  let hasRead = false;

  const begin = () =>
    new Promise<Ready>((resolve, reject) => {
      const begun = new Worker(script, {
        workerData: folders,
        resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
      });
      worker = begun;
      let isReady = false;
      let cause: Error | undefined;
      begun.on('message', (told: WorkerMessage) => {
        if ('documents' in told) {
          isReady = hasRead = true;
          // It works for others, and must not keep the process alive by itself.
          begun.unref();
          return resolve(told);
        }
        waiting.get(told.id)?.resolve(told.answer);
        waiting.delete(told.id);
        answered();
      });
      begun.once('error', (error) => (cause = error));
      // This event comes after an error too.
      begun.once('exit', () => {
        worker = undefined;
        hasRead = false;
        const ended = new Error('the thread that answers has ended');
        for (const { reject: fail } of waiting.values()) fail(ended);
        waiting.clear();
        answered();
        if (!isReady) return reject(cause ?? ended);
        if (stopped) return;
        report('the thread has ended', cause);
        void replace();
      });
    });

  const replace = async (): Promise<void> => {
    for (let failures = 1; !stopped; failures++)
      try {
        ready = await begin();
        return report('the thread is back');
      } catch (error) {
        if (stopped) return;
        report('the documents cannot be read', error as Error);
        await wait(pauseAfter(failures));
      }
  };

  const call = (wanted: Wanted) =>
    new Promise<WorkerAnswer>((resolve, reject) => {
      if (!worker) throw new Error('no thread answers: the documents cannot be read, see the log');
      const id = ++calls;
      worker.postMessage({ id, ...wanted } satisfies WorkerCall);
      waiting.set(id, { resolve, reject });
    });

  let ready = await begin();
  return {
    get documents() {
      return ready.documents;
    },
    get topics() {
      return ready.topics;
    },
    ask: async (text, without = [], sight = forEveryone) =>
      ((await call({ verb: 'ask', text, without, sight })) as Answer | undefined) ?? {
        outcome: 'none',
        near: { others: [] },
      },
    cite: async (text, sight = forEveryone) => (await call({ verb: 'cite', text, sight })) as Found | undefined,
    open: async (place, sight = forEveryone) =>
      (await call({ verb: 'open', place, sight })) as OpenedDocument | undefined,
    isReady: () => hasRead && !stopped,
    stop: async () => {
      stopped = true;
      if (waiting.size) await new Promise<void>((resolve) => (answered = () => !waiting.size && resolve()));
      if (worker) await end(worker);
    },
  };
}
