/** Compiled by .swcrc, as in build.mjs. All test files of a worker share its libraries (docs/adr/003-tests-share-libraries.md). */
const every = {
  testEnvironment: '<rootDir>/test/jest/environment.cjs',
  runtime: '<rootDir>/test/jest/runtime.cjs',
  roots: ['<rootDir>/test'],
  transform: { '^.+\\.[cm]?[jt]s$': '@swc/jest' },
};
/** Journeys that take longest, or show what few changes can break. `npm test` leaves them to `npm run test:service`. */
const longJourneys = [
  'atRest',
  'campaign',
  'documents',
  'hostile*',
  'hrCampaigns',
  'hrRole',
  'library*',
  'reflection',
  'reminders',
  'sharing',
  'teamRoster',
  'welcome',
].map((name) => `/test/journeys/${name.replace('*', '\\w*')}.test`);
/** What runs on both engines. Of the store, the last ones have nothing to do with a database, or with SQLite's file only. */
const onBoth = ['store/*', 'coaching/coach', 'journeys/atRest', 'journeys/postgres', 'cli/person'];
const onSqliteOnly = ['sqlite', 'openingError', 'connectingError', 'encryption', 'serviceKey', 'pseudonym', 'erasures'];

module.exports = {
  tests: {
    ...every,
    displayName: 'tests',
    globalSetup: '<rootDir>/test/build.ts',
    testPathIgnorePatterns: ['/postgres.test', '/test/browser/', ...longJourneys],
  },
  journeys: {
    ...every,
    displayName: 'journeys',
    globalSetup: '<rootDir>/test/build.ts',
    testMatch: ['<rootDir>/test/journeys/*.test.ts'],
    testPathIgnorePatterns: ['/postgres.test'],
  },
  inBrowser: {
    ...every,
    displayName: 'in the browser',
    globalSetup: '<rootDir>/test/browser/start.ts',
    globalTeardown: '<rootDir>/test/browser/stop.ts',
    testMatch: ['<rootDir>/test/browser/*.test.ts'],
  },
  onPostgres: {
    ...every,
    displayName: 'on PostgreSQL',
    globals: { engine: 'postgres' },
    globalSetup: '<rootDir>/test/postgres/start.ts',
    globalTeardown: '<rootDir>/test/postgres/stop.ts',
    testMatch: onBoth.map((name) => `<rootDir>/test/${name}.test.ts`),
    testPathIgnorePatterns: onSqliteOnly.map((name) => `/test/store/${name}.test`),
  },
};
