import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Explained } from '../shared/errors';
import { makePrivateFolder } from '../shared/folder';
import { newKey } from './encryption';
import { operatorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

const FILE = 'service.key';
/** 32 bytes in base64, as `openssl rand -base64 32` prints them. */
const FORMAT = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/**
 * The 32-byte key that encrypts every person's key. It comes from the environment where that has one; else (in local mode) from
 * `service.key` in the data folder, which is made at the first start and which only this user can read.
 * @throws {Explained} one Swedish line for the operator that names the variable or the file, and the remedy
 */
export function readServiceKey(dataFolder: string, fromEnvironment?: string): Buffer {
  if (fromEnvironment !== undefined) return parseServiceKey(fromEnvironment, operatorTexts.keys.notKey);
  const file = join(dataFolder, FILE);
  return parseServiceKey(readOrMake(dataFolder, file), fill(operatorTexts.keys.damagedFile, { file }));
}

/** Reads a service key: 32 random bytes, written in base64 (44 characters). @throws {Explained} `complaint`, where it is anything else */
export function parseServiceKey(text: string, complaint: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (!FORMAT.test(text.trim()) || isMadeUp(key)) throw new Explained(complaint);
  return key;
}

/** Whether a key was clearly not drawn at random: all zeros, or a short repeated pattern. */
const isMadeUp = (key: Buffer): boolean =>
  [1, 2, 4, 8, 16].some((length) => key.equals(Buffer.alloc(key.length, key.subarray(0, length))));

function readOrMake(dataFolder: string, file: string): string {
  try {
    return read(file) ?? make(dataFolder, file);
  } catch (cause) {
    const code = codeOf(cause) ?? String(cause);
    throw new Explained(fill(operatorTexts.keys.unusableFile, { file, code }), { cause });
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The key is written whole under another name and then linked. So nobody reads half a key, and of two instances that start at
 * once one key stays.
 */
function make(dataFolder: string, file: string): string {
  makePrivateFolder(dataFolder);
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${newKey().toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
