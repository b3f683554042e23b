/** Preloaded into a process that `npm run bench` measures: tells its parent how long the event loop was held up, on request. */
const { monitorEventLoopDelay } = require('node:perf_hooks');

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
process.on('message', (wish) => {
  if (wish === 'reset') delay.reset();
  else process.send?.({ p99Ms: delay.percentile(99) / 1e6, maxMs: delay.max / 1e6 });
});
