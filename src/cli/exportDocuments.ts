import path from 'node:path';
import { writeAsked, writeDocuments } from '../documents/writeLibrary';
import { readConfig } from '../shared/config';
import { writingIn } from '../shared/folder';
import { closeDatabase } from '../store/database';
import { sharedLibrary } from '../store/library';
import { openStore } from './openStore';
import { cliTexts } from './cliTexts';
import { fill } from '../shared/fill';

const { export: texts } = cliTexts;

type Print = (line: string) => void;

/**
 * Writes the published documents of the store into a folder, so that a colleague can review the files. Returns the exit code.
 * @throws {Explained} where the folder cannot be written in
 */
export async function exportDocuments(
  folder: string,
  print: Print,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const db = await openStore(readConfig(environment));
  try {
    const documents = await sharedLibrary(db, () => new Date()).published();
    writingIn(folder, () => {
      writeDocuments(folder, documents);
      writeAsked(
        folder,
        documents.flatMap(({ asked }) => asked),
      );
    });
    for (const { id, facts } of documents)
      print(fill(facts.group ? texts.documentOfGroup : texts.document, { id, title: facts.title }));
    print(fill(texts.done, { count: documents.length, folder: path.resolve(folder) }));
    return 0;
  } finally {
    await closeDatabase(db);
  }
}
