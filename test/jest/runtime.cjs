const { createRequire } = require('node:module');
const path = require('node:path');
const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** Belong to one test file: jest's own, and lunr, which src/knowledge/text/swedish.ts extends when it is loaded. */
const ofOneFile = /\/node_modules\/(?:@?jest|lunr)/;

const loaded = new Map();
const shared = /\/(?:src|tools)\/[^.]*\.ts$/;

/**
 * Loads a library once for all test files of a worker. jest loads each library again for each file, which took a quarter of the
 * time of all tests. Our own modules are still loaded for each file, so that no file sees what another has left in them.
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
    const isOfLibrary = !name.startsWith('.') && !path.isAbsolute(name) && !name.startsWith('node:');
    if (!isOfLibrary) {
      if (!name.startsWith('.')) return super.requireModuleOrMock(from, name);
      const file = this._resolution.resolveCjs(from, name);
      if (!shared.test(file)) return super.requireModuleOrMock(from, name);
      if (!loaded.has(file)) loaded.set(file, super.requireModuleOrMock(from, name));
      return loaded.get(file);
    }
    const require = createRequire(from);
    const file = require.resolve(name);
    return file.includes('/node_modules/') && !ofOneFile.test(file)
      ? require(file)
      : super.requireModuleOrMock(from, name);
  }
};
