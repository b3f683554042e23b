import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Explained } from '../failure';
import { makeFolder } from '../folder';
import { askedFile } from './asked';
import { documentFiles } from './document';

/**
 * The file of the index of the documents in a folder, among the kept ones. Where there is none it is built, in a process of its
 * own: what lunr needs meanwhile goes back to the machine with it. Throws what that process says.
 */
export function keptIndex(folder: string, indexes: string): string {
  const file = path.join(indexes, `${keyOf(folder)}${ending}`);
  if (!existsSync(file)) build(folder, file);
  return file;
}

const ending = '.index';
/** How indexer.ts ends where what it says is no sentence for the operator. */
export const unexplained = 2;

function build(folder: string, file: string): void {
  const indexes = path.dirname(file);
  prepare(indexes);
  const draft = path.join(indexes, `${randomUUID()}.draft`);
  const script = path.join(__dirname, '../../dist/knowledge/indexer.js');
  const { status, stderr } = spawnSync(process.execPath, [script, folder, draft], { encoding: 'utf8' });
  if (status !== 0) {
    rmSync(draft, { force: true });
    if (status === unexplained) throw new Error(stderr.trim());
    throw new Explained(stderr.trim() || `Sökregistret över ${folder} kunde inte byggas. Minnet räckte kanske inte.`);
  }
  const others = readdirSync(indexes).filter((name) => name.endsWith(ending));
  // Of two that build at once, both have built the same.
  renameSync(draft, file);
  // Another process may still read one, and then keeps it.
  for (const name of others) if (name !== path.basename(file)) rmSync(path.join(indexes, name), { force: true });
}

function prepare(indexes: string): void {
  try {
    makeFolder(indexes);
    accessSync(indexes, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Explained(
      `Sökregistrets mapp ${indexes} går inte att skapa eller skriva i (${code}). Ge programmet rätt till den, eller välj en annan mapp med DATA_DIR.`,
      { cause: error },
    );
  }
}

/** What an index is made of: the documents, what is asked of them, and the programs that read them. */
function keyOf(folder: string): string {
  const hash = createHash('sha256');
  const programs = readdirSync(__dirname)
    .filter((name) => /\.[jt]s$/.test(name))
    .map((name) => path.join(__dirname, name));
  const asked = existsSync(askedFile(folder)) ? [askedFile(folder)] : [];
  for (const file of [...documentFiles(folder), ...asked, ...programs.sort()])
    hash
      .update(`${path.basename(file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex').slice(0, 32);
}
