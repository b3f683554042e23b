export interface Limit {
  readonly calls: number;
  readonly milliseconds: number;
}

/** What Teams lets one bot write to one conversation. */
export const conversationLimits: readonly Limit[] = [
  { calls: 7, milliseconds: 1_000 },
  { calls: 8, milliseconds: 2_000 },
  { calls: 60, milliseconds: 30_000 },
  { calls: 1_800, milliseconds: 3_600_000 },
];

/** What Teams lets one bot ask of one tenant, all kinds of calls together. */
export const tenantLimits: readonly Limit[] = [{ calls: 50, milliseconds: 1_000 }];

/** The times (ms) of the calls that still count, oldest first; retryAfterSeconds is there when this call was refused. */
export interface Admission {
  readonly window: readonly number[];
  readonly retryAfterSeconds?: number;
}

/** Lets a call in unless some limit is reached. A refused call does not count, so waiting as told always helps. */
export function admit(window: readonly number[], now: number, limits: readonly Limit[]): Admission {
  const longest = Math.max(...limits.map((limit) => limit.milliseconds));
  const recent = window.filter((at) => now - at < longest);
  const waits = limits.map(({ calls, milliseconds }) => {
    const mustLeaveFirst = recent[recent.length - calls];
    return mustLeaveFirst === undefined ? 0 : mustLeaveFirst + milliseconds - now;
  });
  const wait = Math.max(...waits);
  return wait > 0 ? { window: recent, retryAfterSeconds: Math.ceil(wait / 1_000) } : { window: [...recent, now] };
}
