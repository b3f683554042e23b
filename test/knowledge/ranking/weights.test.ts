import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readWeights } from '../../../src/knowledge/ranking/weights';
import { knowledge } from '../library';

const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the weights', () => {
  it('answer from a higher confidence on than they refuse below', () => {
    const { thresholds } = readWeights(path.join(knowledge, 'weights.json'));
    expect(thresholds.unsure).toBeLessThan(thresholds.found);
  });

  it('that lack one are refused by name, with the remedy', () => {
    const weights = JSON.parse(readFileSync(path.join(knowledge, 'weights.json'), 'utf8')) as Record<string, object>;
    const file = path.join(folder, 'weights.json');
    writeFileSync(file, JSON.stringify({ ...weights, ranking: { match: 1 } }));
    expect(() => readWeights(file)).toThrow(/weights\.json: fel i ranking\.cover.*npm run tune/);
  });
});
