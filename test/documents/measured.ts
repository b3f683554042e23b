import { faultOf } from './reading';

/** Reads a file. Returns what was wrong with it, the time in milliseconds and the peak of memory in megabytes. */
export async function measured(name: string, bytes: Buffer) {
  const before = process.memoryUsage.rss();
  const start = performance.now();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
  const fault = await faultOf(name, bytes);
  clearInterval(watch);
  const figures = { milliseconds: Math.round(performance.now() - start), megabytes: Math.round((peak - before) / 1e6) };
  if (process.env.FIGURES) process.stderr.write(`${expect.getState().currentTestName} ${JSON.stringify(figures)}\n`);
  return { fault, ...figures };
}
