import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inSources } from '../../src/shared/sourcePlaces';

const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
const built = path.join(folder, 'built.js');
// The first character of the built file is the first one of the second line of the source.
writeFileSync(`${built}.map`, JSON.stringify({ version: 3, sources: ['written.ts'], names: [], mappings: 'AACA' }));

describe('inSources', () => {
  it('names the line of the source where a built file has a map', () => {
    expect(inSources(`Error\n    at f (${built}:1:1)`)).toBe(
      `Error\n    at f (${path.join(folder, 'written.ts')}:2:1)`,
    );
  });

  it('leaves every other place as it is', () => {
    const stack = [
      'Error',
      `    at g (${path.join(folder, 'unknown.js')}:1:1)`,
      '    at h (/app/node_modules/restify/lib/server.js:40:2)',
      '    at node:internal/main/run_main_module:28:49',
    ].join('\n');
    expect(inSources(stack)).toBe(stack);
  });

  it('leaves it too where the map cannot be read', () => {
    writeFileSync(path.join(folder, 'broken.js.map'), 'nothing');
    const stack = `at f (${path.join(folder, 'broken.js')}:1:1)`;
    expect(inSources(stack)).toBe(stack);
  });
});
