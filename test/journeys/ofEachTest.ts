import { newManager } from './manager';
import { run, type Running } from './service';

/** What the tests of a file use: one service for all of them, and a new manager for each. Teams must refuse nothing. */
export interface OfEachTest {
  running: Running;
  manager: ReturnType<typeof newManager>;
}

/** Starts a service before the tests of this file. The result is filled before the first test. */
export function ofEachTest(): OfEachTest {
  const each = {} as OfEachTest;
  beforeAll(async () => void (each.running = await run({ rates: 'none' })));
  beforeEach(() => void (each.manager = newManager(each.running)));
  afterEach(() => expect(each.running.channel.refusals).toEqual([]));
  afterAll(() => each.running.stop());
  return each;
}
