/** Compiled by .swcrc, as in build.mjs. jose and strip-bom ship as ES modules only, so jest transforms them as it does our own code. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  transform: { '^.+\\.[cm]?[jt]s$': '@swc/jest' },
  transformIgnorePatterns: ['/node_modules/(?!(?:jose|strip-bom)/)'],
  testTimeout: 20_000,
};
