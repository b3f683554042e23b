require('./test/jest/inMemory');

/** `npm test` runs the first of them, `npm run test:service` the others (docs/adr/016-fast-tests-first.md). */
module.exports = {
  // The default stands among the temporary files, which go when the tests end.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  // Twice as long as a busy machine needs: a test that waits for what never comes fails all the same.
  testTimeout: 60_000,
  projects: Object.values(require('./test/jest/projects')),
};
