import { type Claimed, type Outcome } from './delivery';

/** Where deliveries wait; the store fits it. */
export interface Outbox {
  /** Milliseconds from one request to the next, of all instances together; 0 where there is no pace to keep. */
  readonly interval: number;
  /**
   * Claims up to `most` deliveries that are due, each with the moment at which it may be sent, so that all instances together
   * keep the pace. Frees those of instances that died.
   */
  claim(now: Date, most: number): Promise<Claimed[]>;
  /** Notes that a delivery is about to be sent: from here on a crash leaves it unknown. False where it is no longer ours. */
  begin(delivery: Claimed, now: Date): Promise<boolean>;
  settle(delivery: Claimed, outcome: Outcome, now: Date): Promise<void>;
  /** Gives back what was claimed and not begun. */
  release(delivery: Claimed): Promise<void>;
}

/** What dispatching needs of the rest of the house. */
export interface Dispatching {
  readonly outbox: Outbox;
  /** Sends it. Where that rejects, nobody knows whether it arrived. */
  send(delivery: Claimed): Promise<Outcome>;
  readonly now: () => Date;
  /** Resolves after so many milliseconds, or when the signal comes. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Something broke: of the store, and the deliveries concerned are looked at again; or in sending. */
  readonly failed: (error: unknown) => void;
}

/** Deliveries under way at once. */
const mostAtOnce = 50;
/** Deliveries that one claim is worth: fewer would cost a transaction each. */
const fewestAtOnce = 20;
/** Milliseconds before the last turn at which the next are claimed: no turn is lost while the store answers. */
const early = 300;
/** Part of the interval that lies between two requests at least. */
const catchingUp = 0.96;
/** Milliseconds between two looks at an outbox with nothing due, and after the store has failed. */
const idle = 500;
/** Attempts to store an outcome: one that is lost makes the delivery unknown. */
const settlingAttempts = 5;

/** Sends what is due, until the signal; then finishes what is under way and gives the rest back. */
export async function dispatch(dispatching: Dispatching, signal: AbortSignal): Promise<void> {
  const { outbox, now, pause, failed } = dispatching;
  const underWay = new Set<Promise<void>>();
  const until = (at: Date) => pause(at.getTime() - now().getTime(), signal);
  let free = 0;

  /** Waits for a delivery's turn. What was held up does not come in a burst: it catches up little by little. */
  async function turn(at: Date): Promise<void> {
    await until(at);
    const from = Math.max(now().getTime(), free);
    free = from + outbox.interval * catchingUp;
    await until(new Date(from));
  }

  async function deliver(delivery: Claimed): Promise<void> {
    try {
      await turn(delivery.at);
      if (signal.aborted) return await outbox.release(delivery);
      if (!(await outbox.begin(delivery, now()))) return;
    } catch (error) {
      return failed(error);
    }
    const outcome = await dispatching.send(delivery).catch((error: unknown): Outcome => {
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

  while (!signal.aborted) {
    const room = mostAtOnce - underWay.size;
    const claimed =
      room >= fewestAtOnce ? await outbox.claim(now(), room).catch((error: unknown) => (failed(error), [])) : [];
    for (const delivery of claimed) {
      const delivering: Promise<void> = deliver(delivery).finally(() => underWay.delete(delivering));
      underWay.add(delivering);
    }
    const last = claimed.at(-1);
    if (last) await until(new Date(last.at.getTime() - early));
    if (room < fewestAtOnce) await Promise.race(underWay);
    else if (!last) await pause(idle, signal);
  }
  await Promise.all(underWay);
}
