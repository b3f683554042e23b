import { rmSync } from 'node:fs';
import path from 'node:path';
import { type Logger } from 'pino';
import { type Guides } from '../bot/guides';
import { openLiveLibrary, type LiveLibrary } from '../bot/liveLibrary';
import { type SharedLibrary } from '../documents/publishedDocument';
import { readSeed } from '../documents/readSeed';
import { stageLibrary, type StagedLibrary } from '../documents/stageLibrary';
import { type HrDocuments } from '../hr/createHrService';
import { type DocumentStore } from '../hr/documentPorts';
import { proposeQuestions } from '../knowledge/coldStart/proposeQuestions';
import { stampOf } from '../knowledge/hotReload';
import { startSearchWorker } from '../knowledge/searchWorker';
import { quotedInTopics } from '../knowledge/topics/readTopics';
import { projectRoot, type Config } from '../shared/config';

/** The library that answers, and what HR uses to manage the documents. */
export interface OpenDocuments {
  readonly live: LiveLibrary;
  readonly hr: HrDocuments;
  stop(): Promise<void>;
}

/** What only tests pass. */
export interface GivenDocuments {
  /** A library instead of the one that is opened here. */
  readonly library?: LiveLibrary;
  /** The folder of a release's documents, instead of our own. */
  readonly seed?: string;
}

/** The store of documents, and how the whole store is closed where the library cannot be opened. */
export interface DocumentStores {
  readonly library: { readonly shared: SharedLibrary; readonly documents: DocumentStore };
  readonly close: () => Promise<void>;
}

/**
 * Opens the library of the documents in the store, after adding those of the release. A test may pass `given`, which then answers
 * instead.
 * @throws where the documents cannot be read, or lack what a guide quotes
 */
export async function openDocuments(
  { dataDir, indexDir, documentOldYears, model }: Config,
  guides: Guides,
  { library: stores, close }: DocumentStores,
  log: Logger,
  { library: given, seed = path.join(projectRoot, 'knowledge') }: GivenDocuments,
): Promise<OpenDocuments> {
  const staged = stageLibrary({ seed, libraries: path.join(dataDir, 'library') }, stores.shared, stampOf);
  const open = async () => {
    if (!given) return openLiveLibrary(guides, { documents: staged.folder, indexes: indexDir }, log);
    await stores.shared.seed(readSeed(seed));
    return given;
  };
  const live = await open().catch(async (error) => {
    await close();
    throw error;
  });
  let last: Promise<unknown> = Promise.resolve();
  return {
    live,
    hr: {
      store: stores.documents,
      oldYears: documentOldYears,
      topicQuotes: () => quotedInTopics(live.folder()),
      look: () => void live.look(),
      ...(model && { propose: (passage) => proposeQuestions(model, passage) }),
      ask: (question, draft) => {
        if (!draft) return live.ask(question, [], 'all');
        // Each builds an index, so only one is built at a time.
        const answer = last.then(async () => askWith(staged, draft, question));
        last = answer.catch(() => undefined);
        return answer;
      },
    },
    stop: async () => {
      await live.stop();
      await last;
      staged.remove();
    },
  };
}

/** What a library would answer with this document instead of the published one. */
async function askWith(staged: StagedLibrary, draft: Parameters<StagedLibrary['folderWith']>[0], question: string) {
  const documents = await staged.folderWith(draft);
  try {
    const script = path.join(projectRoot, 'dist/src/knowledge/searchThread.js');
    const indexes = path.join(path.dirname(documents), 'index');
    const worker = await startSearchWorker(script, { documents, indexes });
    try {
      return await worker.ask(question, [], 'all');
    } finally {
      await worker.stop();
    }
  } finally {
    rmSync(path.dirname(documents), { recursive: true, force: true });
  }
}
