import fc from 'fast-check';
import { newKey, encrypt, decrypt } from '../../src/store/encryption';

const key = newKey();
const about = { personId: 'asa', purpose: 'feedback' };
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';

describe('seal', () => {
  it('gives back any Unicode text', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', minLength: 1000 }));
    fc.assert(fc.property(anyText, (text) => decrypt(key, about, encrypt(key, about, text)) === text));
  });

  it('writes v1, iv of 12, tag of 16 and data of the same length in bytes', () => {
    const [version, ...parts] = encrypt(key, about, 'åäö').split('.');
    expect(version).toBe('v1');
    expect(parts.map((part) => Buffer.from(part, 'base64url').length)).toEqual([12, 16, 6]);
  });

  it('never seals the same text alike', () => {
    expect(encrypt(key, about, 'hej')).not.toBe(encrypt(key, about, 'hej'));
  });
});

describe('unseal', () => {
  it('refuses another key, person or purpose', () => {
    const sealed = encrypt(key, about, 'mina ord');
    expect(() => decrypt(newKey(), about, sealed)).toThrow('går inte att öppna');
    expect(() => decrypt(key, { ...about, personId: 'bo' }, sealed)).toThrow('går inte att öppna');
    expect(() => decrypt(key, { ...about, purpose: 'response' }, sealed)).toThrow('går inte att öppna');
  });

  it('keeps person and purpose apart, also where they run together', () => {
    const sealed = encrypt(key, { personId: 'a', purpose: 'bc' }, 'mina ord');
    expect(() => decrypt(key, { personId: 'ab', purpose: 'c' }, sealed)).toThrow('går inte att öppna');
  });

  it('refuses another place, and what had no place under a name that says it had', () => {
    const placed = encrypt(key, { ...about, place: 1 }, 'mina ord');
    expect(placed.startsWith('v2.')).toBe(true);
    expect(decrypt(key, { ...about, place: 1 }, placed)).toBe('mina ord');
    for (const other of [{ ...about, place: 2 }, about])
      for (const text of [placed, placed.replace('v2', 'v1')])
        expect(() => decrypt(key, other, text)).toThrow(/^Den kryp/);
    expect(() => decrypt(key, { ...about, place: 1 }, placed.replace('v2', 'v1'))).toThrow('går inte att öppna');
  });

  it('opens what was sealed before places were bound', () => {
    expect(decrypt(key, { ...about, place: 1 }, encrypt(key, about, 'mina ord'))).toBe('mina ord');
  });

  it('notices a change of any one character', () => {
    const sealed = encrypt(key, about, 'Ord som ingen får ändra.');
    for (let at = 0; at < sealed.length; at++)
      for (const other of alphabet.replace(sealed[at] ?? '', '')) {
        const tampered = sealed.slice(0, at) + other + sealed.slice(at + 1);
        expect(() => decrypt(key, about, tampered)).toThrow(/^Den krypterade texten/);
      }
  });

  it('notices a shortened, lengthened or foreign text', () => {
    const sealed = encrypt(key, about, 'Ord som ingen får ändra.');
    for (let length = 0; length < sealed.length; length++)
      expect(() => decrypt(key, about, sealed.slice(0, length))).toThrow(/^Den krypterade texten/);
    expect(() => decrypt(key, about, `${sealed}A`)).toThrow(/^Den krypterade texten/);
    expect(() => decrypt(key, about, `${sealed}.AAAA`)).toThrow(/^Den krypterade texten/);
    fc.assert(fc.property(fc.string(), (foreign) => expect(() => decrypt(key, about, foreign)).toThrow()));
  });

  it('notices a tag cut to fewer bytes, which GCM would otherwise take', () => {
    const [version, iv, tag = '', data] = encrypt(key, about, 'mina ord').split('.');
    const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url');
    expect(() => decrypt(key, about, [version, iv, short, data].join('.'))).toThrow('går inte att öppna');
  });

  it('says nothing of the content when it refuses', () => {
    const sealed = encrypt(key, about, 'hemliga ord');
    const refusal = (() => {
      try {
        return decrypt(newKey(), about, sealed);
      } catch (error) {
        return `${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`;
      }
    })();
    expect(refusal).toContain('fel nyckel');
    expect(refusal).not.toContain('hemliga');
    for (const part of sealed.split('.').slice(1)) expect(refusal).not.toContain(part);
  });
});
