import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { failureReasons, reasonOf } from '../../src/telemetry/failureReasons';

const src = path.join(projectRoot, 'src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/^(cli|page)\//.test(name))
  .map((name) => readFileSync(path.join(src, name), 'utf8'));

/** The fixed sentences of the log's errors. */
const sentences = sources.flatMap((source) => [
  ...[...source.matchAll(/log\.(?:error|fatal)\((?:[^'`]*?, )?'([^']+)'\)/g)].map(([, sentence]) => sentence ?? ''),
  ...[...source.matchAll(/[:(,] ?failed\('([^']+)'\)/g)].map(([, what]) => `${what}: failed`),
]);

describe('the reasons of failures', () => {
  it('know every error that the log can tell of, and no other', () => {
    expect([...new Set(sentences)].sort()).toEqual(Object.keys(failureReasons).sort());
  });

  it('never make a label of what they do not know', () => {
    expect(reasonOf('Anna skrev: hemliga ord')).toBe('other');
    expect(reasonOf('')).toBe('other');
  });
});
