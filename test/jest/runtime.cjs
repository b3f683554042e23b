const { createRequire } = require('node:module');
const path = require('node:path');
const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** jest's own modules know which test file they belong to. */
const ofJest = /\/node_modules\/@?jest/;

/**
 * Our own modules that the worker has loaded: path -> exports. They import at the top only, but for openTelemetry.ts, which is
 * loaded for each file: a later import belongs to the file that loaded the module. They keep no state but of what nobody changes.
 */
const loaded = new Map();
const ours =
  /\/(?:src|tools)\/(?!telemetry\/openTelemetry)[^.]*\.ts$|\/test\/(?:journeys\/ours|knowledge\/library)\.ts$/;

/**
 * Loads a library, and a module of our own, once for all test files of a worker (docs/adr/003-tests-share-libraries.md). jest
 * loads each again for each file. The modules of test/ are still loaded for each file, but for two.
 */
module.exports = class extends Runtime {
  constructor(...args) {
    super(...args);
    const { executor } = this;
    // In the worker's own global scope: see environment.cjs.
    executor.compile = (source, filename) =>
      vm.compileFunction(source, executor.injectedModuleParameters, {
        filename,
        importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      });
  }

  requireModuleOrMock(from, name) {
    if (name.startsWith('.')) return this.requireOurs(from, name);
    if (path.isAbsolute(name) || name.startsWith('node:')) return super.requireModuleOrMock(from, name);
    const require = createRequire(from);
    const file = require.resolve(name);
    return file.includes('/node_modules/') && !ofJest.test(file)
      ? require(file)
      : super.requireModuleOrMock(from, name);
  }

  requireOurs(from, name) {
    const file = this._resolution.resolveCjs(from, name);
    if (!ours.test(file)) return super.requireModuleOrMock(from, name);
    if (!loaded.has(file)) loaded.set(file, super.requireModuleOrMock(from, name));
    return loaded.get(file);
  }
};
