import path from 'node:path';
import pino from 'pino';
import { foldersIn, readGuides } from '../../src/bot/guides';
import { type LiveLibrary, openLiveLibrary } from '../../src/bot/liveLibrary';
import { readContent, type ServiceContent } from '../../src/composition/content';
import { type LibraryFolders } from '../../src/knowledge/searchWorker';
import { projectRoot } from '../../src/shared/config';
import { indexes, knowledge } from '../knowledge/library';

/** This file is loaded once for all test files of a worker (jest/runtime.cjs): all services that they start share these. */
let content: ServiceContent | undefined;
let library: Promise<LiveLibrary> | undefined;

/** What stands in cards/. Nobody changes it. */
export const ourContent = (): ServiceContent => (content ??= readContent());

export const openLibrary = (folders: LibraryFolders, log = pino({ level: 'silent' })) =>
  openLiveLibrary(readGuides(foldersIn(path.join(projectRoot, 'cards'))), folders, log);

/** Our own documents give everybody the same answers. Their thread ends with the worker. */
export async function ourLibrary(): Promise<LiveLibrary> {
  library ??= openLibrary({ documents: knowledge, indexes });
  return { ...(await library), stop: async () => {} };
}
