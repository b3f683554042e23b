import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { type Meter } from '@opentelemetry/api';
import { reasonOf, reasons } from './failureReasons';
import { type CountedTurn, type DeliveryTotals } from './telemetry';

/** A search that has ended. */
export interface EndedSearch {
  readonly outcome: string;
  readonly milliseconds: number;
  /** When it began, in milliseconds since 1970. */
  readonly began: number;
}

/** Limits of the buckets in seconds. A turn should take less than one, and Teams gives up after ten to fifteen. */
const turnBounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];
const searchBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
/** Milliseconds between two measurements of the event loop. Finer ones cost more than they tell. */
const loopResolution = 20;
/** Milliseconds for which totals of the store are used again, so that readers do not make it count more often. */
const freshness = 10_000;
const nanoseconds = 1e9;

/**
 * All metrics. Prometheus shows their names with underscores, and `_total` for counters. The unit is part of the name, because
 * the exporter does not add it. Each label has a fixed set of values.
 */
export function createInstruments(meter: Meter) {
  const turns = meter.createHistogram('tillitscoachen.turn.duration.seconds', {
    description: 'Time from a message or a press until all its replies are sent. Answers to HR are not in it.',
    unit: 's',
    advice: { explicitBucketBoundaries: turnBounds },
  });
  const searches = meter.createHistogram('tillitscoachen.search.duration.seconds', {
    description: 'Time that a question takes in the search thread.',
    unit: 's',
    advice: { explicitBucketBoundaries: searchBounds },
  });
  const attempts = meter.createCounter('tillitscoachen.delivery.attempts', {
    description: 'Deliveries that were tried, by what came of it.',
    unit: '{attempt}',
  });
  const failures = meter.createCounter('tillitscoachen.failures', {
    description: 'Errors in the log, by reason.',
    unit: '{failure}',
  });
  // An alert on a rate sees the first failure only if the counter existed before.
  for (const reason of reasons) failures.add(0, { reason });
  observeProcess(meter);
  return {
    turn: ({ kind, outcome, milliseconds }: CountedTurn) => turns.record(milliseconds / 1000, { kind, outcome }),
    search: ({ outcome, milliseconds }: EndedSearch) => searches.record(milliseconds / 1000, { outcome }),
    attempt: (outcome: string) => attempts.add(1, { outcome }),
    failure: (message: string) => failures.add(1, { reason: reasonOf(message) }),
    watchDeliveries: (read: () => Promise<DeliveryTotals>) => observeDeliveries(meter, remembered(read)),
  };
}

function observeDeliveries(meter: Meter, read: () => Promise<DeliveryTotals>): void {
  const deliveries = meter.createObservableGauge('tillitscoachen.deliveries', {
    description: 'Deliveries in the store by state, of all campaigns together. Reminders are not in it.',
    unit: '{delivery}',
  });
  const oldest = meter.createObservableGauge('tillitscoachen.deliveries.oldest_pending.age.seconds', {
    description: 'How late the oldest delivery is that waits to be sent.',
    unit: 's',
  });
  meter.addBatchObservableCallback(
    async (result) => {
      const { states, oldestPendingSeconds } = await read();
      for (const [state, count] of Object.entries(states)) result.observe(deliveries, count, { state });
      result.observe(oldest, oldestPendingSeconds);
    },
    [deliveries, oldest],
  );
}

function observeProcess(meter: Meter): void {
  const loop: IntervalHistogram = monitorEventLoopDelay({ resolution: loopResolution });
  loop.enable();
  const gauge = (part: string, read: () => number) =>
    meter
      .createObservableGauge(`nodejs.eventloop.delay.${part}.seconds`, {
        description: 'Time that the event loop was held up, since the last reading.',
        unit: 's',
      })
      .addCallback((result) => result.observe(Math.max(0, read() / nanoseconds - loopResolution / 1000)));
  gauge('p50', () => loop.percentile(50));
  gauge('p99', () => loop.percentile(99));
  // This is the last callback, so the next reading's measurements begin here.
  gauge('max', () => {
    const { max } = loop;
    loop.reset();
    return max;
  });
  meter
    .createObservableGauge('process.memory.usage.bytes', { description: 'Memory of the process (RSS).', unit: 'By' })
    .addCallback((result) => result.observe(process.memoryUsage.rss()));
}

/** Returns the value that was read a moment ago again. */
function remembered<T>(read: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly value: Promise<T> } | undefined;
  return () => {
    const now = performance.now();
    if (!last || now - last.at > freshness) last = { at: now, value: read() };
    return last.value;
  };
}
