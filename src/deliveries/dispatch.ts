import { type ClaimedDelivery, type SendOutcome } from './delivery';
import { withCorrelation } from '../shared/correlation';

/** The queue of deliveries. The store fits it. */
export interface Outbox {
  /** Milliseconds between two requests, of all instances together; 0 without a limit. */
  readonly interval: number;
  /**
   * Claims up to `limit` deliveries that are due, each with the moment at which it may be sent, so that all instances together
   * keep the pace. Deliveries of instances that died are freed.
   */
  claim(now: Date, limit: number): Promise<ClaimedDelivery[]>;
  /** Notes that a delivery is about to be sent. After this a crash leaves it unknown. Returns false where another instance has taken it. */
  begin(delivery: ClaimedDelivery, now: Date): Promise<boolean>;
  settle(delivery: ClaimedDelivery, outcome: SendOutcome, now: Date): Promise<void>;
  /** Frees deliveries that were claimed and not begun. */
  release(delivery: ClaimedDelivery): Promise<void>;
}

/** What dispatching needs. */
export interface DispatchDeps {
  readonly outbox: Outbox;
  /** Sends a delivery. Where it rejects, nobody knows whether the message arrived. */
  send(delivery: ClaimedDelivery): Promise<SendOutcome>;
  readonly now: () => Date;
  /** Resolves after this many milliseconds, or when the signal comes. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Called with an error of the store (the deliveries are looked at again) or of sending. */
  readonly failed: (error: unknown) => void;
}

/** The most deliveries under way at once. */
const mostAtOnce = 50;
/** The fewest places that must be free before more deliveries are claimed, so that not each of them needs a transaction. */
const fewestAtOnce = 20;
/**
 * Milliseconds by which the next deliveries are claimed before the last one is sent, so that the pace is kept while the store
 * answers.
 */
const early = 300;
/** The shortest time between two requests, as a part of the usual interval (0 to 1). */
const catchingUp = 0.96;
/** Milliseconds between two looks at an outbox with nothing due, and after a fault of the store. */
const idle = 500;
/** Milliseconds without a look into the outbox after which the service counts as unwell. The longest send takes less. */
const lately = 60_000;
/** Attempts to store an outcome. An outcome that is lost makes the delivery unknown. */
const settlingAttempts = 5;

/** Sends what is due, until it is told to stop. */
export interface Dispatcher {
  /** Resolves after the signal, when what was under way is finished and the rest is given back. */
  readonly ended: Promise<void>;
  /** Whether it has looked into the outbox lately and the store has answered. */
  readonly isWell: () => boolean;
  /** Looks into the outbox now, and resolves when nothing is due and nothing is under way. */
  drained(): Promise<void>;
}

/** Starts to send deliveries that are due, until `signal` stops it. */
export function startDispatcher(deps: DispatchDeps, signal: AbortSignal): Dispatcher {
  const { outbox, now, pause, failed } = deps;
  const underWay = new Set<Promise<void>>();
  const until = (at: Date) => pause(at.getTime() - now().getTime(), signal);
  let free = 0;
  /** Callers who wait until the outbox is empty. */
  let waiting: (() => void)[] = [];
  let wake = (): void => undefined;
  /** When the outbox was last read; undefined after a fault of the store. */
  let looked: number | undefined;

  /** Waits until a delivery may be sent. Delayed deliveries are not sent in a burst: they catch up little by little. */
  async function turn(at: Date): Promise<void> {
    await until(at);
    const from = Math.max(now().getTime(), free);
    free = from + outbox.interval * catchingUp;
    await until(new Date(from));
  }

  async function deliver(delivery: ClaimedDelivery): Promise<void> {
    try {
      await turn(delivery.at);
      if (signal.aborted) return await outbox.release(delivery);
      if (!(await outbox.begin(delivery, now()))) return;
    } catch (error) {
      return failed(error);
    }
    const outcome = await deps.send(delivery).catch((error: unknown): SendOutcome => {
      failed(error);
      return { state: 'unknown' };
    });
    for (let attempt = 1; attempt <= settlingAttempts; attempt++) {
      try {
        return await outbox.settle(delivery, outcome, now());
      } catch (error) {
        failed(error);
        await pause(idle * attempt, signal);
      }
    }
  }

  /** Claims deliveries that are due, at most `limit`; 'failed' where the store does not answer. */
  async function claim(limit: number): Promise<ClaimedDelivery[] | 'failed'> {
    try {
      const claimed = await outbox.claim(now(), limit);
      looked = performance.now();
      return claimed;
    } catch (error) {
      looked = undefined;
      failed(error);
      return 'failed';
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const places = mostAtOnce - underWay.size;
      if (places < fewestAtOnce) {
        await Promise.race(underWay);
        continue;
      }
      // A caller that begins to wait during this look is answered after the next one.
      const before = waiting;
      const claimed = await claim(places);
      for (const delivery of claimed === 'failed' ? [] : claimed) {
        const delivering: Promise<void> = withCorrelation(() => deliver(delivery)).finally(() =>
          underWay.delete(delivering),
        );
        underWay.add(delivering);
      }
      const last = claimed === 'failed' ? undefined : claimed.at(-1);
      if (last) {
        await until(new Date(last.at.getTime() - early));
        continue;
      }
      if (claimed !== 'failed' && !underWay.size) {
        waiting = waiting.filter((resolve) => !before.includes(resolve));
        for (const resolve of before) resolve();
      }
      if (claimed !== 'failed' && waiting.length) {
        if (underWay.size) await Promise.race(underWay);
      } else await Promise.race([pause(idle, signal), new Promise<void>((resolve) => (wake = resolve))]);
    }
    await Promise.all(underWay);
    for (const resolve of waiting) resolve();
  }

  return {
    ended: run(),
    isWell: () => looked !== undefined && performance.now() - looked < lately,
    drained: () =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        waiting = [...waiting, resolve];
        wake();
      }),
  };
}
