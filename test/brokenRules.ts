import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** The rules of ESLint that each of these pieces of code breaks. The file need not exist. */
export const brokenRules = (pieces: readonly (readonly [file: string, code: string])[]): string[][] =>
  execFileSync(process.execPath, [path.join(__dirname, 'lintPieces.mjs'), JSON.stringify(pieces)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string[]);
