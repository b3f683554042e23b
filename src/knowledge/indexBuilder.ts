import { isExplained } from '../shared/errors';
import { writeIndex } from './index/indexFile';
import { unexplained } from './indexCache';
import { loadPassages } from './library';
import { readOutOfScope } from './scope/outOfScope';
import { readTopics } from './topics/readTopics';

/** The program that indexCache.ts starts: `node indexBuilder.js FOLDER FILE`. */
try {
  const [folder, file] = process.argv.slice(2) as [string, string];
  writeIndex(file, {
    passages: loadPassages(folder),
    topics: readTopics(folder),
    outOfScope: readOutOfScope(folder),
  });
} catch (error) {
  const { message, stack = message } = error as Error;
  process.stderr.write(isExplained(error) ? message : stack);
  process.exitCode = isExplained(error) ? 1 : unexplained;
}
