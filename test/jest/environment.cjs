const { AsyncLocalStorage } = require('node:async_hooks');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/**
 * jest makes a storage for each test file and leaves it enabled. Each enabled storage makes every promise of the worker slower:
 * with forty of them an `await` takes some eighty times as long.
 */
const enabled = new Set();
const { run: runIn } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...args) {
  enabled.add(this);
  return runIn.apply(this, args);
};

/**
 * Runs each test file in the worker's own global scope. jest would give it a vm context of its own. There each
 * access to a global is slow, and an Error or a Date of a shared library (runtime.cjs) would be of another class than that of the test.
 */
module.exports = class {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;

  constructor({ projectConfig: config }) {
    this.settings = config.globals;
    this.console = globalThis.console;
    Object.assign(globalThis, this.settings);
    this.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis });
    Error.stackTraceLimit = 100;
  }

  exportConditions = () => ['node', 'node-addons'];
  getVmContext = () => null;

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    // One that is used again is enabled again.
    for (const storage of enabled) storage.disable();
    enabled.clear();
    // jest leaves there what listens to the tests of this file. It would listen to those of the next file too.
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    // jest puts the file's own console there.
    globalThis.console = this.console;
    // The next file may be of another project.
    for (const name of Object.keys(this.settings)) delete globalThis[name];
  }
};
