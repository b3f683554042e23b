import path from 'node:path';
import { writeAsked, writeDocuments } from '../documents/writeLibrary';
import { readConfig } from '../shared/config';
import { closeDatabase } from '../store/database';
import { sharedLibrary } from '../store/library';
import { openStore } from './openStore';

type Print = (line: string) => void;

/** Writes the published documents of the store into a folder, as files that a colleague can review; gives the exit code. */
export async function exportDocuments(
  folder: string,
  print: Print,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const db = await openStore(readConfig(environment));
  try {
    const documents = await sharedLibrary(db, () => new Date()).published();
    writeDocuments(folder, documents);
    writeAsked(
      folder,
      documents.flatMap(({ asked }) => asked),
    );
    for (const { id, facts } of documents)
      print(
        `${id} · ${facts.title}${facts.group ? ' · bara för en grupp: lägg inte filen där andra kan läsa den' : ''}`,
      );
    print(
      `${documents.length} publicerade dokument ligger i ${path.resolve(folder)}. Utkast och tillbakadragna är inte med.`,
    );
    return 0;
  } finally {
    await closeDatabase(db);
  }
}
