import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Client } from 'pg';
import { closeDatabase, openDatabase } from '../../src/store/database';
import build from '../build';

let server: ChildProcess | undefined;

/** Before the tests on PostgreSQL: starts one, unless TEST_DATABASE_URL names one. */
export default async function start(): Promise<void> {
  build();
  if (process.env.TEST_DATABASE_URL) return;
  server = spawn(process.execPath, [path.join(__dirname, 'server.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [said] = (await Promise.race([once(server.stdout!, 'data'), once(server, 'exit')])) as [Buffer | number];
  const url = /^postgres:\S+/.exec(String(said))?.[0];
  if (!url) throw new Error('PostgreSQL did not start. Name one of your own: TEST_DATABASE_URL=postgres://… npm test');
  process.env.TEST_DATABASE_URL = url;
  process.env.TEST_TEMPLATE = await makeTemplate(url);
  (globalThis as { stopPostgres?: () => Promise<void> }).stopPostgres = stop;
}

/** A database with all tables, which tests copy instead of making the tables again. Returns its name. */
async function makeTemplate(url: string): Promise<string> {
  const name = 'template_of_tests';
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const place = new URL(url);
  place.pathname = name;
  await closeDatabase(await openDatabase(place.href));
  return name;
}

async function stop(): Promise<void> {
  const stopped = server && once(server, 'exit');
  server?.stdin?.end();
  await stopped;
}
