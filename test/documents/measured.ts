import { documentLimits } from '../../src/documents/documentFault';
import { faultOf } from './reading';

/** Reads a file. Returns what was wrong with it, the time in milliseconds and the peak of memory in megabytes. */
export async function measured(name: string, bytes: Buffer) {
  const before = process.memoryUsage.rss();
  const start = performance.now();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
  const fault = await faultOf(name, bytes, documentLimits);
  clearInterval(watch);
  const figures = { milliseconds: Math.round(performance.now() - start), megabytes: Math.round((peak - before) / 1e6) };
  if (process.env.FIGURES) process.stderr.write(`${expect.getState().currentTestName} ${JSON.stringify(figures)}\n`);
  return { fault, ...figures };
}

/** A file that unpacks to far more than its size ends as a fault, soon and with little memory. */
export async function expectWithinLimits(name: string, bytes: Buffer): Promise<void> {
  const { fault, milliseconds, megabytes } = await measured(name, bytes);
  expect(['tooLarge', 'tooHeavy', 'tooSlow', 'tooManyPages', 'broken']).toContain(fault);
  expect(milliseconds).toBeLessThan(30_000);
  expect(megabytes).toBeLessThan(documentLimits.megabytes * 1.5);
}
