import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';

/** A place in a built file, as a stack has it. */
const place = /([^\s()]+\.js):(\d+):(\d+)/g;

/**
 * A stack whose places in our built files are those in the sources. A place without a source map stays as it is.
 * The maps are read when an error is told. With Node's `--enable-source-maps` the maps of all packages would be read at the start
 * and stay in memory: 15 MB.
 */
export const inSources = (stack: string): string =>
  stack.replace(place, (built, file: string, line: string, column: string) => {
    const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return built;
    const { originalSource, originalLine, originalColumn } = entry;
    return `${path.resolve(path.dirname(file), originalSource)}:${originalLine + 1}:${originalColumn + 1}`;
  });

/** The maps that have been read, so that many errors at once read each once. */
const read = new Map<string, SourceMap | undefined>();
function mapOf(file: string): SourceMap | undefined {
  if (!read.has(file)) read.set(file, readMap(file));
  return read.get(file);
}

function readMap(file: string): SourceMap | undefined {
  if (file.includes('node_modules')) return undefined;
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
