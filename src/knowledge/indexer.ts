import { writeIndex } from './indexFile';
import { loadPassages } from './library';

/** The program that keptIndex.ts starts: `node indexer.js FOLDER FILE`. */
try {
  const [folder, file] = process.argv.slice(2) as [string, string];
  writeIndex(file, loadPassages(folder));
} catch (error) {
  process.stderr.write((error as Error).message);
  process.exitCode = 1;
}
