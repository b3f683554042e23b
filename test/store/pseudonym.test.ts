import { pseudonymiser } from '../../src/store/pseudonym';

const blind = pseudonymiser(Buffer.alloc(32, 7));

describe('blindWith', () => {
  it('names the same thing the same way, and shows nothing of it', () => {
    expect(blind('a:chat', '17')).toBe(blind('a:chat', '17'));
    expect(blind('a:chat', '17')).toMatch(/^[\w-]{43}$/);
  });

  it('differs between things, also where their parts run together', () => {
    const names = [blind('a', '17'), blind('a1', '7'), blind('a', '18'), blind('b', '17'), blind('a17')];
    expect(new Set(names).size).toBe(5);
  });

  it('cannot be made without the service key', () => {
    expect(pseudonymiser(Buffer.alloc(32, 8))('a', '17')).not.toBe(blind('a', '17'));
  });
});
