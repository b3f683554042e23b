import { createHash } from 'node:crypto';

/** Work that takes some tens of milliseconds on any machine, however busy. Other measurements are multiples of it. */
function reference(): void {
  for (let n = 0; n < 60; n++) createHash('sha256').update(Buffer.alloc(1_000_000, n)).digest();
}

const cpuOf = (act: () => void): number => {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

/** What takes minutes without its rule must take at most this many times the reference, measured in the same run. */
const most = 60;

/** Expects an act to end soon, in processor time, to which other programs do not add. */
export function expectAtOnce(act: () => void): void {
  const taken = cpuOf(act);
  expect(taken / cpuOf(reference)).toBeLessThan(most);
}
