import path from 'node:path';
import { type Logger } from 'pino';
import { projectRoot } from '../shared/config';
import { safeError } from '../shared/errors';
import { findQuoted, type Guides, type QuotedSources } from './guides';
import { type Answer } from '../knowledge/answer';
import { readConcerns, type Concerns } from '../knowledge/readConcerns';
import { type KnowledgeDocument } from '../knowledge/documents/document';
import { hotReload, stampOf } from '../knowledge/hotReload';
import {
  startSearchWorker,
  type LibraryFolders,
  type ReportWorker,
  type SearchWorker,
} from '../knowledge/searchWorker';
import { type ListedTopic } from '../knowledge/topics/topic';
import { readOrdinary, type Ordinary } from '../knowledge/unanswered';
import { forEveryone, isVisible, type Sight } from '../knowledge/visibleLibrary';

/**
 * Everything that is read from the folder of documents, and what the guides quote. It is exchanged as one when the files change.
 */
export interface LiveLibrary extends Pick<SearchWorker, 'ask' | 'cite' | 'open'>, QuotedSources {
  /** The documents for everyone, and those that this person may see too. */
  readonly documents: (sight?: Sight) => readonly KnowledgeDocument[];
  /** The folder that it has been read from. */
  readonly folder: () => string;
  readonly topics: () => readonly ListedTopic[];
  readonly concerns: () => Concerns;
  readonly ordinary: () => Ordinary;
  /** Whether a question would be answered now. */
  readonly isReady: () => boolean;
  /** Looks now whether the files have changed. It also happens every few seconds. */
  readonly look: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Milliseconds between looks at whether the documents have changed. */
const betweenLooks = 5_000;
/**
 * The same interval where a look is one short question to the database. It is short, so that all instances soon answer with what
 * one has published.
 */
const betweenQuestions = 1_000;

/** Documents in a folder, or documents that each change writes into a new folder. */
export interface LibrarySource extends Pick<LibraryFolders, 'indexes'> {
  readonly documents: string | (() => Promise<string>);
}

/**
 * Opens the documents, and opens them again when they change. Where changed documents cannot be used, the log says why and the
 * former ones go on answering.
 * @throws where the documents cannot be read at the start, or lack what a guide quotes
 */
export async function openLiveLibrary(
  guides: Guides,
  { documents: source, indexes }: LibrarySource,
  log: Logger,
): Promise<LiveLibrary> {
  const script = path.join(projectRoot, 'dist/src/knowledge/searchThread.js');
  const comeWhole = typeof source !== 'string';
  let folder = '';
  const { now, renew, end } = await hotReload(
    async () => ({
      folder,
      ...findQuoted(guides, folder),
      concerns: readConcerns(folder),
      ordinary: readOrdinary(folder),
      // This comes last, so that no thread is left running where one of the others cannot be read.
      thread: await startSearchWorker(script, { documents: folder, indexes }, { report: reportTo(log) }),
    }),
    async () => {
      folder = comeWhole ? await source() : source;
      return comeWhole ? folder : stampOf(folder);
    },
    ({ thread }) => thread.stop(),
    { comeWhole },
  );
  const all = () => now().thread.documents;
  const documents = (sight = forEveryone) => all().filter((document) => isVisible(document, sight));
  const look = () =>
    renew().then(
      (isRenewed) => isRenewed && log.info({ documents: all().length }, 'the documents have changed'),
      (error: Error) => log.error({ error: error.message }, 'the documents have changed and cannot be read'),
    ) as Promise<void>;
  const looking = setInterval(() => void look(), comeWhole ? betweenQuestions : betweenLooks);
  // If the start fails later, this must not keep the process alive.
  looking.unref();
  return {
    documents,
    isReady: () => now().thread.isReady(),
    folder: () => now().folder,
    topics: () => now().thread.topics,
    concerns: () => now().concerns,
    ordinary: () => now().ordinary,
    look,
    ask: (question, without, sight): Promise<Answer> => now().thread.ask(question, without, sight),
    cite: (passage, sight) => now().thread.cite(passage, sight),
    open: (place, sight) => now().thread.open(place, sight),
    sourceOf: (source) => now().sourceOf(source),
    guideFor: (answer) => now().guideFor(answer),
    stop: () => {
      clearInterval(looking);
      return end();
    },
  };
}

/** An error in the middle of an answer may quote the question, so only its place is told. */
const reportTo =
  (log: Logger): ReportWorker =>
  (what, error) => {
    switch (what) {
      case 'the thread has ended':
        return log.error({ error: safeError(error) }, 'the thread that answers has ended, and another takes its place');
      case 'the documents cannot be read':
        return log.error({ error: error?.message }, 'the documents cannot be read: questions fail until they can be');
      case 'the thread is back':
        return log.info('questions are answered again');
    }
  };
