/** Preloaded with --expose-gc into a process whose memory is watched: tells its parent what it holds after a collection, on request. */
process.on('message', (wish) => {
  if (wish !== 'memory') return;
  globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rssMb: rss / 2 ** 20, heapMb: heapUsed / 2 ** 20 });
});
