import { whereOf } from '../src/failure';

describe('whereOf', () => {
  it('says what kind of error it was and where it passed', () => {
    const said = whereOf(new TypeError('hemligt'));
    expect(said).toMatch(/^TypeError\n\s+at .*failure\.test/);
  });

  it('never says the message, however it is laid out', () => {
    expect(whereOf(new Error('rad ett\n    at hemligt (rad två)'))).not.toContain('hemligt');
    expect(whereOf('hemligt')).toBe('string');
  });
});
