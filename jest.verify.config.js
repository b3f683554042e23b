const { readdirSync, readFileSync } = require('node:fs');
const { tests, onPostgres, inBrowser } = require('./test/jest/projects');
const isShort = process.env.VERIFY === 'short';

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
/** What measures times, rates or memory, which other tests beside it would change. */
const measured = ['benchPublishing', 'benchSearch', 'bombs', 'fuzz', 'hostile', 'sending', 'soak'];
const notMeasured = verifying(measured);

/** All of a kind, or in the short form those that CI has time for. */
const some = (ending, names) => (isShort ? names : ['*']).map((name) => `<rootDir>/test/verify/${name}.${ending}.ts`);
const someMeasured = (names) => (isShort ? names : measured).map((name) => `<rootDir>/test/verify/${name}.verify.ts`);

/** The tests whose properties `npm test` tries with a fifth of the inputs (test/runs.ts). */
const properties = () =>
  readdirSync(`${__dirname}/test`, { recursive: true })
    .filter((name) => name.endsWith('.test.ts') && readFileSync(`${__dirname}/test/${name}`, 'utf8').includes("/runs'"))
    .map((name) => `<rootDir>/test/${name}`);

// All cards: npm test draws some of those that differ in their words alone.
const onSqlite = { ...tests, globals: { everyCard: true, everyRun: true } };

/**
 * What takes minutes: `npm run verify`. On SQLite and on PostgreSQL, one file after the other. `VERIFY=short` has fewer files, and
 * fewer rounds in them. .ci/run gives those that measure nothing two workers.
 */
module.exports = {
  testTimeout: 60_000,
  maxWorkers: 1,
  projects: [
    {
      ...onSqlite,
      testMatch: [
        ...some('verify', ['kill', 'serve', 'restore']),
        '<rootDir>/test/content/cards.test.ts',
        ...(isShort ? [] : properties()),
      ],
      testPathIgnorePatterns: [...verifiedOnPostgresOnly, ...notMeasured],
    },
    {
      ...onSqlite,
      displayName: 'measured',
      testMatch: someMeasured(['bombs', 'hostile', 'fuzz', 'soak']),
      testPathIgnorePatterns: [],
    },
    {
      ...onPostgres,
      testMatch: [...some('verify', ['killSending', 'kill', 'move']), ...(isShort ? [] : onPostgres.testMatch)],
      testPathIgnorePatterns: [...onPostgres.testPathIgnorePatterns, ...verifiedOnSqliteOnly, ...notMeasured],
    },
    {
      ...onPostgres,
      displayName: 'measured on PostgreSQL',
      testMatch: someMeasured(['sending']),
      testPathIgnorePatterns: verifiedOnSqliteOnly,
    },
    { ...inBrowser, testMatch: some('browser', ['demo', 'looks', 'ownQuestions']) },
  ],
};
