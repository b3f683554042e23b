/**
 * Loaded into a service before its code. Its clock is CLOCK_SHIFT milliseconds ahead, so that office hours are open whenever a
 * test runs.
 */
const shift = Number(process.env.CLOCK_SHIFT ?? 0);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length ? given : [RealDate.now() + shift]));
  }
  static now() {
    return RealDate.now() + shift;
  }
};
