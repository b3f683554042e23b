import { randomUUID } from 'node:crypto';
import { type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { remember } from '../../src/store/people';
import { shareStore } from '../../src/store/shares';
import { allStored, temporaryDatabase } from './temporary';

const serviceKey = newKey();
const now = new Date('2026-11-24T10:00:00.000Z');
const bo = { id: 'bo', name: 'Bo' };

let db: Database;
let store: ReturnType<typeof shareStore>;
beforeEach(async () => {
  db = await temporaryDatabase();
  store = shareStore(db, serviceKey, () => now);
  for (const id of ['asa', 'bo']) await remember(db, { id, address: `{"chat":"${id}"}` }, now);
});

const written = {
  title: 'Överenskommelse (utkast)',
  facts: ['Klar i dag'],
  blocks: [{ kind: 'text' as const, text: 'Schemat är ditt. '.repeat(100) }],
  footer: 'Fot',
};
async function shared(): Promise<string> {
  const id = randomUUID();
  await store.send({ id, owner: 'asa', ownerName: 'Åsa', receiver: bo, isAgreement: true, written });
  return id;
}
const sealedOf = async (table: 'shares' | 'understandings') =>
  (await db.selectFrom(table).select('sealed').execute()).map(({ sealed }) => sealed);

describe('a share that its owner takes back', () => {
  it('is still listed, by its title and to whom it went, and its copy is destroyed', async () => {
    const id = await shared();
    expect(await store.withdraw('asa', id)).toBe(true);
    const [share] = await store.sentBy('asa');
    expect(share).toMatchObject({ id, receiverName: 'Bo', withdrawn: true, written: { title: written.title } });
    expect(share!.written).toEqual({ title: written.title, facts: [], blocks: [], footer: '' });
  });

  it('leaves nothing of the sealed copy, in any row or byte', async () => {
    const id = await shared();
    await store.open('bo', id);
    await store.writeBack('bo', id, 'Då tar jag schemat.');
    const [copy] = await sealedOf('shares');
    const [words] = await sealedOf('understandings');
    await store.withdraw('asa', id);
    const stored = await allStored(db);
    for (const sealed of [copy!, words!]) expect(stored.includes(sealed.slice(-40))).toBe(false);
  });

  it('is taken back by its owner only, once, and leaves other shares alone', async () => {
    const [id, other] = [await shared(), await shared()];
    expect(await store.withdraw('bo', id)).toBe(false);
    expect((await store.open('bo', id))?.written).toEqual(written);
    expect([await store.withdraw('asa', id), await store.withdraw('asa', id)]).toEqual([true, false]);
    expect((await store.open('bo', other))?.written).toEqual(written);
  });
});

describe('words that are taken back by who wrote them', () => {
  it('leave nothing of the sealed words, in any row or byte', async () => {
    const id = await shared();
    await store.writeBack('bo', id, 'Då tar jag schemat.');
    const [words] = await sealedOf('understandings');
    await store.takeBack('bo', id);
    expect((await allStored(db)).includes(words!.slice(-40))).toBe(false);
  });
});
