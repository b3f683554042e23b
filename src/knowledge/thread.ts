import { Worker } from 'node:worker_threads';
import { type Answer } from './answer';
import { type KnowledgeDocument } from './document';

type Found = Extract<Answer, { outcome: 'found' }>;

/** A library in a thread of its own: a question, however long, keeps nobody's turn waiting. */
export interface Thread {
  readonly documents: readonly KnowledgeDocument[];
  /** `without` are ids of passages that shall not answer. */
  ask(question: string, without?: readonly string[]): Promise<Answer>;
  /** The passage with this id as an answer of its own; undefined when the documents no longer have it. */
  cite(passage: string): Promise<Found | undefined>;
  /** Ends when what has been asked is answered. */
  stop(): Promise<void>;
}

/** Where the documents are, and where indexes of them are kept. */
export interface Folders {
  readonly documents: string;
  readonly indexes: string;
}

/** What goes into the thread. */
export interface Call {
  readonly id: number;
  readonly verb: 'ask' | 'cite';
  readonly text: string;
  readonly without: readonly string[];
}

/** What comes out of it: the documents when it can be asked, and then answers. */
export type Told =
  { readonly documents: readonly KnowledgeDocument[] } | { readonly id: number; readonly answer: Answer | undefined };

/** Megabytes that short-lived objects may take: a search leaves little behind, and the thread is most of the time idle. */
const youngMegabytes = 8;

interface Waiting {
  readonly resolve: (answer: Answer | undefined) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts the thread: `script` is the built worker.ts. Rejects where the documents cannot be read. A thread that dies fails the
 * questions under way, and another takes its place.
 */
export async function startThread(script: string, folders: Folders): Promise<Thread> {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let answered = () => {};
  let stopped = false;
  let worker: Worker;

  const begin = () =>
    new Promise<readonly KnowledgeDocument[]>((resolve, reject) => {
      worker = new Worker(script, {
        workerData: folders,
        resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
      });
      let isReady = false;
      worker.on('message', (told: Told) => {
        if ('documents' in told) {
          isReady = true;
          // It works for others, and keeps no process alive by itself.
          worker.unref();
          return resolve(told.documents);
        }
        waiting.get(told.id)?.resolve(told.answer);
        waiting.delete(told.id);
        answered();
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        for (const { reject: fail } of waiting.values()) fail(new Error('the thread that answers has ended'));
        waiting.clear();
        answered();
        // Where that fails too, the documents cannot be read any more: the process ends, and says so.
        if (isReady && !stopped) void begin();
      });
    });
  const call = (verb: Call['verb'], text: string, without: readonly string[] = []) =>
    new Promise<Answer | undefined>((resolve, reject) => {
      const id = ++calls;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, verb, text, without } satisfies Call);
    });

  const documents = await begin();
  return {
    documents,
    ask: async (question, without) => (await call('ask', question, without)) ?? { outcome: 'none' },
    cite: async (passage) => (await call('cite', passage)) as Found | undefined,
    stop: async () => {
      stopped = true;
      if (waiting.size) await new Promise<void>((resolve) => (answered = () => !waiting.size && resolve()));
      await worker.terminate();
    },
  };
}
