const { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } = require('node:fs');

const memory = '/dev/shm';
const needed = 2 * 1024 ** 3; // bytes: databases, a Chromium and a PostgreSQL

/**
 * Puts the temporary files of the tests into memory, where Linux offers a folder there: the tests kill processes and never the
 * machine, so nothing of theirs has to reach a disk. Elsewhere they stay in the system's temporary folder.
 */
function roomInMemory() {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= needed;
}

if (roomInMemory()) {
  const folder = mkdtempSync(`${memory}/tillitscoachen-`);
  chmodSync(folder, 0o711); // PostgreSQL runs as another user where the tests run as root
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  // Without a listener these end the process without 'exit'.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
}
