const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

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
    // jest puts the file's own console here.
    globalThis.console = this.console;
    // The next file may be of another project.
    for (const name of Object.keys(this.settings)) delete globalThis[name];
  }
};
