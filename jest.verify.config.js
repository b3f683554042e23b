const { projects, ...rest } = require('./jest.config');

/** What takes minutes: `npm run verify`. On SQLite and on PostgreSQL. */
module.exports = {
  ...rest,
  maxWorkers: 1,
  projects: projects
    .filter(({ displayName }) => displayName !== 'in the browser')
    .map((project) => ({
      ...project,
      testMatch: ['<rootDir>/test/verify/*.verify.ts'],
      testPathIgnorePatterns: [],
    })),
};
