import { Worker } from 'node:worker_threads';
import { type Answer, type Quote } from './answer';
import { type Passage } from './passages';

type Found = Extract<Answer, { outcome: 'found' }>;

/** A library in a thread of its own: a question, however long, keeps nobody's turn waiting. */
export interface Thread {
  ask(question: string): Promise<Answer>;
  /** The passage with this id as an answer of its own; undefined when the documents no longer have it. */
  cite(passage: string): Promise<Found | undefined>;
  stop(): Promise<unknown>;
}

/** What goes into the thread. */
export interface Call {
  readonly id: number;
  readonly verb: 'ask' | 'cite';
  readonly text: string;
}

/** What the thread says when it can be asked. */
export const ready = 'ready';

/** Megabytes that short-lived objects may take: a search leaves little behind, and the thread is most of the time idle. */
const youngMegabytes = 8;

/** An answer on its way between threads: passages by their ids, for a passage carries its whole document. */
interface Told {
  readonly outcome: Answer['outcome'];
  readonly quotes: readonly { readonly passage: string; readonly excerpt: string }[];
  readonly followUps: readonly string[];
}

interface Waiting {
  readonly resolve: (told: Told | undefined) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts the thread: `script` is the built worker.ts, `folder` that of the documents, `passages` theirs. Rejects where the
 * folder cannot be read. A thread that dies fails the questions under way, and another takes its place.
 */
export async function startThread(script: string, folder: string, passages: readonly Passage[]): Promise<Thread> {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let stopped = false;
  let worker: Worker;

  const begin = () =>
    new Promise<void>((resolve, reject) => {
      worker = new Worker(script, { workerData: folder, resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } });
      let isReady = false;
      worker.on('message', (message: typeof ready | { id: number; told?: Told }) => {
        if (message === ready) {
          isReady = true;
          // It works for others, and keeps no process alive by itself.
          worker.unref();
          return resolve();
        }
        waiting.get(message.id)?.resolve(message.told);
        waiting.delete(message.id);
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        for (const { reject: fail } of waiting.values()) fail(new Error('the thread that answers has ended'));
        waiting.clear();
        // Where that fails too, the documents cannot be read any more: the process ends, and says so.
        if (isReady && !stopped) void begin();
      });
    });
  const call = (verb: Call['verb'], text: string) =>
    new Promise<Told | undefined>((resolve, reject) => {
      const id = ++calls;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, verb, text } satisfies Call);
    });

  await begin();
  return {
    ask: async (question) => answerOf(byId, await call('ask', question)) ?? { outcome: 'none' },
    cite: async (passage) => answerOf(byId, await call('cite', passage)) as Found | undefined,
    stop: () => {
      stopped = true;
      return worker.terminate();
    },
  };
}

export function toldOf(answer: Answer): Told {
  const named = (quotes: readonly Quote[]) => quotes.map(({ passage, excerpt }) => ({ passage: passage.id, excerpt }));
  switch (answer.outcome) {
    case 'found':
      return { outcome: 'found', quotes: named([answer.quote, ...answer.more]), followUps: answer.followUps };
    case 'unsure':
      return { outcome: 'unsure', quotes: named(answer.candidates), followUps: [] };
    case 'none':
      return { outcome: 'none', quotes: [], followUps: [] };
  }
}

function answerOf(byId: ReadonlyMap<string, Passage>, told: Told | undefined): Answer | undefined {
  const [quote, ...more] = told?.quotes.map(({ passage, excerpt }) => ({ passage: byId.get(passage)!, excerpt })) ?? [];
  if (!told) return undefined;
  if (!quote || told.outcome === 'none') return { outcome: 'none' };
  if (told.outcome === 'unsure') return { outcome: 'unsure', candidates: [quote, ...more] };
  return { outcome: 'found', quote, more, followUps: told.followUps };
}
