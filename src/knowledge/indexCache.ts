import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../shared/config';
import { Explained } from '../shared/errors';
import { makePrivateFolder } from '../shared/folder';
import { askedFile } from './documents/asked';
import { documentFiles } from './documents/document';
import { outOfScopeFile } from './scope/outOfScope';
import { topicFiles } from './topics/readTopics';
import { draftEnding, isBeingWritten } from './index/indexFile';
import { operatorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/**
 * Returns the path of the index file for the documents in a folder. Where it does not exist, a separate process builds it, because
 * building needs much memory and the process gives it back.
 * @throws {Error} with what that process says
 */
export function cachedIndex(folder: string, indexes: string): string {
  const name = nameOf(folder);
  const file = path.join(indexes, name);
  const built = path.join(builtIndexes, name);
  if (existsSync(file)) removeLeftovers(indexes);
  else if (existsSync(built)) return built;
  else build(folder, file);
  return file;
}

/**
 * Builds an index file again that turned out to be broken, and returns its path.
 * @throws {Error} with what the building process says
 */
export function rebuiltIndex(folder: string, indexes: string): string {
  const file = path.join(indexes, nameOf(folder));
  rmSync(file, { force: true });
  build(folder, file);
  return file;
}

const nameOf = (folder: string) => `${keyOf(folder)}${ending}`;

const ending = '.index';
/** Megabytes for new objects. Building makes very many, and takes a quarter less time with more memory for them. */
const memoryForObjects = '--max-semi-space-size=64';
/** Where build.mjs stores the index of our own documents, so that the first start need not build it. */
const builtIndexes = path.join(projectRoot, 'dist/index');
/** The exit code of the builder where its output is no sentence for the operator. */
export const unexplained = 2;

function build(folder: string, file: string): void {
  const indexes = path.dirname(file);
  removeLeftovers(indexes);
  prepare(indexes);
  const script = path.join(projectRoot, 'dist/src/knowledge/indexBuilder.js');
  const { status, stderr } = spawnSync(process.execPath, [memoryForObjects, script, folder, file], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    removeLeftovers(indexes);
    if (status === unexplained) throw new Error(stderr.trim());
    throw new Explained(stderr.trim() || fill(operatorTexts.index.notBuilt, { folder }));
  }
  // Two processes that build at once build the same. Another process may still read a former index, and then keeps it.
  for (const name of readdirSync(indexes))
    if (name.endsWith(ending) && name !== path.basename(file)) rmSync(path.join(indexes, name), { force: true });
}

/** Removes the drafts of builders that were killed. Others may be building, and keep theirs. */
function removeLeftovers(indexes: string): void {
  if (!existsSync(indexes)) return;
  const drafts = readdirSync(indexes).filter((name) => name.endsWith(draftEnding));
  for (const draft of drafts.map((name) => path.join(indexes, name)))
    try {
      if (!isBeingWritten(draft)) rmSync(draft, { force: true });
    } catch {
      // A folder that is read-only still answers.
    }
}

function prepare(indexes: string): void {
  try {
    makePrivateFolder(indexes);
    accessSync(indexes, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Explained(
      fill(operatorTexts.index.noFolder, { folder: indexes, code: code ?? operatorTexts.unknownFault }),
      { cause: error },
    );
  }
}

/**
 * What an index depends on: the documents, their known questions, the out-of-scope questions, and the programs that read them.
 */
function keyOf(folder: string): string {
  const hash = createHash('sha256');
  const programs = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .map((name) => path.join(__dirname, name));
  const beside = [askedFile(folder), outOfScopeFile(folder)].filter((file) => existsSync(file));
  for (const file of [...documentFiles(folder), ...topicFiles(folder), ...beside, ...programs.sort()])
    hash
      .update(`${path.basename(file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex').slice(0, 32);
}
