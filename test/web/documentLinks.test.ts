import { placeOf } from '../../src/knowledge/openDocument';
import { passagesOf } from '../../src/knowledge/documents/passages';
import { pseudonymiser } from '../../src/store/pseudonym';
import { documentLinks } from '../../src/web/documentLinks';
import { documentOf } from '../knowledge/library';

const day = 24 * 60 * 60 * 1000;
const noon = new Date('2026-11-23T12:00:00Z');
const signedWith = (byte: number) => pseudonymiser(Buffer.alloc(32, byte), 'links to documents');
const at = (now: Date, byte = 7) => documentLinks(signedWith(byte), () => now, 30);

const [first, second] = passagesOf(documentOf('# Ett\n\nMål ger riktning.\n\n# Två\n\nTillit ger frihet.'));
const address = 'https://coach.region.example';
const pathOf = (link?: string) => new URL(link!).pathname;
const link = at(noon).linkTo(address, second!)!;
const parts = /^(\/dokument\/)(prov)\/(2)\.([\w-]{8})\.(\d+)\.([\w-]{43})$/.exec(pathOf(link))!.slice(1);
const changed = (which: number, value: string) => {
  const [begin, document, number, fingerprint, lastDay, signature] = parts.map((part, nth) =>
    nth === which ? value : part,
  );
  return `${begin}${document}/${number}.${fingerprint}.${lastDay}.${signature}`;
};

describe('a link to a passage', () => {
  it('says which words of which document, and scrolls to them', () => {
    expect(at(noon).read(pathOf(link))).toMatchObject({ state: 'valid', place: placeOf(second!) });
    expect(new URL(link).hash).toBe('#stycket');
  });

  it('works through the last of its days, and no longer', () => {
    const read = (later: number) => at(new Date(noon.getTime() + later)).read(pathOf(link)).state;
    expect([read(30 * day), read(30 * day + day / 2 - 1), read(30 * day + day / 2)]).toEqual([
      'valid',
      'valid',
      'expired',
    ]);
  });

  it('is the same for everybody, at any time of the day', () => {
    expect(at(new Date('2026-11-23T23:59:59Z')).linkTo(address, second!)).toBe(link);
  });

  it.each([
    ['another document', changed(1, 'annat')],
    ['another passage', changed(2, '1')],
    ['other words', changed(3, placeOf(first!).fingerprint)],
    ['a later end', changed(4, String(Number(parts[4]) + 1))],
    ['another signature', changed(5, 'A'.repeat(43))],
    ['a part only', pathOf(link).slice(0, -1)],
    ['more', `${pathOf(link)}A`],
    ['no signature', changed(5, '')],
    ['nothing', '/dokument/'],
    ['a way out of the folder', '/dokument/../2.aaaaaaaa.1.x'],
  ])('is unknown where it says what was not signed: %s', (_, path) => {
    expect(at(noon).read(path)).toEqual({ state: 'unknown' });
  });

  it('is unknown to a service with another key, and to names made of the same key', () => {
    expect(at(noon, 8).read(pathOf(link))).toEqual({ state: 'unknown' });
    const names = documentLinks(pseudonymiser(Buffer.alloc(32, 7)), () => noon, 30);
    expect(names.read(pathOf(link))).toEqual({ state: 'unknown' });
  });

  it('is not made where no address leads to the service', () => {
    expect(at(noon).linkTo(undefined, second!)).toBeUndefined();
  });
});
