const { readdirSync, readFileSync } = require('node:fs');
const isShort = process.env.VERIFY === 'short';
// .ci/run tests all of the store on PostgreSQL before the short form, with several workers.
if (!isShort) process.env.POSTGRES = 'all';
const { projects, ...rest } = require('./jest.config');

const named = (name) => projects.find(({ displayName }) => displayName === name);
const [onSqlite, onPostgres, inBrowser] = ['tests', 'on PostgreSQL', 'in the browser'].map(named);

const verifying = (names) => names.map((name) => `/test/verify/${name}.verify`);
/** What has nothing to do with a database is verified once. */
const verifiedOnSqliteOnly = verifying([
  'attack',
  'benchPublishing',
  'benchSearch',
  'bombs',
  'demo',
  'guides',
  'hostileQuestions',
  'restore',
  'topics',
  'tune',
  'years',
]);
/** Two processes on one database, and the move to it. */
const verifiedOnPostgresOnly = verifying(['killSending', 'move']);

/** All of a kind, or in the short form those that CI has time for. */
const some = (ending, names) => (isShort ? names : ['*']).map((name) => `<rootDir>/test/verify/${name}.${ending}.ts`);

/** The tests whose properties `npm test` tries with a fifth of the inputs (test/runs.ts). */
const properties = () =>
  readdirSync(`${__dirname}/test`, { recursive: true })
    .filter((name) => name.endsWith('.test.ts') && readFileSync(`${__dirname}/test/${name}`, 'utf8').includes("/runs'"))
    .map((name) => `<rootDir>/test/${name}`);

/**
 * What takes minutes: `npm run verify`. On SQLite and on PostgreSQL; of the store, on PostgreSQL, what npm test leaves out too.
 * `VERIFY=short` has fewer files, and fewer rounds in them.
 */
module.exports = {
  ...rest,
  maxWorkers: 1,
  projects: [
    {
      ...onSqlite,
      // All cards: npm test draws some of those that differ in their words alone.
      globals: { everyCard: true, everyRun: true },
      testMatch: [
        ...some('verify', ['bombs', 'hostile', 'fuzz', 'kill', 'serve', 'restore', 'soak']),
        '<rootDir>/test/content/cards.test.ts',
        ...(isShort ? [] : properties()),
      ],
      testPathIgnorePatterns: verifiedOnPostgresOnly,
    },
    {
      ...onPostgres,
      testMatch: [
        ...some('verify', ['killSending', 'kill', 'sending', 'move']),
        ...(isShort ? [] : onPostgres.testMatch),
      ],
      testPathIgnorePatterns: [...onPostgres.testPathIgnorePatterns, ...verifiedOnSqliteOnly],
    },
    { ...inBrowser, testMatch: some('browser', ['demo', 'looks', 'ownQuestions']) },
  ],
};
