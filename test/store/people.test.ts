import {
  claimWelcome,
  findPeopleByEmail,
  findPerson,
  recordRoster,
  releaseWelcome,
  remember,
} from '../../src/store/people';
import { type Database } from '../../src/store/database';
import { temporaryDatabase, twoHandles } from './temporary';

const monday = new Date('2024-05-06T07:00:00.000Z');
const tuesday = new Date('2024-05-07T07:00:00.000Z');
let db: Database;
beforeEach(async () => (db = await temporaryDatabase()));

const firstSeen = async () =>
  (await db.selectFrom('people').select('first_seen_at').execute()).map((r) => r.first_seen_at);

describe('remember', () => {
  it('stores a person with the address of the person’s chat', async () => {
    await remember(db, { id: 'asa', address: '{"chat":1}' }, monday);
    expect(await findPerson(db, 'asa')).toMatchObject({ id: 'asa', address: '{"chat":1}' });
  });

  it('takes a new address and keeps when the person was first seen', async () => {
    await remember(db, { id: 'asa', address: '{"chat":1}' }, monday);
    await remember(db, { id: 'asa', address: '{"chat":2}' }, tuesday);
    expect(await findPerson(db, 'asa')).toMatchObject({ address: '{"chat":2}' });
    expect(await firstSeen()).toEqual([monday.toISOString()]);
  });

  it('keeps the person’s address when the person writes in a group', async () => {
    await remember(db, { id: 'asa', address: '{"chat":1}' }, monday);
    await remember(db, { id: 'asa' }, tuesday);
    expect(await findPerson(db, 'asa')).toMatchObject({ address: '{"chat":1}' });
  });

  it('keeps name, e-mail and welcome when the address changes', async () => {
    await recordRoster(db, 'asa', { name: 'Åsa', email: 'asa@region.example' }, monday);
    await claimWelcome(db, 'asa', monday);
    await remember(db, { id: 'asa', address: '{"chat":1}' }, tuesday);
    expect(await findPerson(db, 'asa')).toMatchObject({
      id: 'asa',
      name: 'Åsa',
      email: 'asa@region.example',
      address: '{"chat":1}',
    });
    expect(await claimWelcome(db, 'asa', tuesday)).toBe(false);
  });

  it('writes nothing when nothing has changed', async () => {
    const [reader, writer] = await twoHandles();
    await remember(reader, { id: 'asa', address: '{"chat":1}' }, monday);
    // While another connection writes the same person, any write here would wait and fail.
    await writer.transaction().execute(async (open) => {
      await recordRoster(open, 'asa', { name: 'Åsa' }, monday);
      await remember(reader, { id: 'asa', address: '{"chat":1}' }, tuesday);
      await remember(reader, { id: 'asa' }, tuesday);
    });
    expect(await findPerson(reader, 'asa')).toMatchObject({ name: 'Åsa' });
  });

  it('stores one person when two instances see the person’s first message at once', async () => {
    const handles = await twoHandles();
    await Promise.all(handles.map((handle) => remember(handle, { id: 'asa', address: '{}' }, monday)));
    expect(await handles[0].selectFrom('people').select('id').execute()).toEqual([{ id: 'asa' }]);
  });
});

describe('recordRoster', () => {
  it('takes a name with what no database can hold: NUL, and half an emoji', async () => {
    await recordRoster(db, 'asa', { name: 'Å\0sa \ud83d', email: 'asa@region.example' }, monday);
    expect(await findPerson(db, 'asa')).toMatchObject({ email: 'asa@region.example' });
  });
});

describe('whether the roster has been asked', () => {
  const asked = async () => (await remember(db, { id: 'asa' }, monday)).rosterAsked;

  it('is told of a person once it has been recorded', async () => {
    expect(await asked()).toBe(false);
    expect(await asked()).toBe(false);
    await recordRoster(db, 'asa', { name: 'Åsa' }, monday);
    expect(await asked()).toBe(true);
  });

  it('is told also when the roster knew nothing, so that it is not asked at every message', async () => {
    await recordRoster(db, 'asa', {}, monday);
    expect(await asked()).toBe(true);
    expect(await findPerson(db, 'asa')).toMatchObject({ id: 'asa' });
  });
});

describe('recordRoster', () => {
  it('replaces name and e-mail and keeps the address', async () => {
    await remember(db, { id: 'asa', address: '{}' }, monday);
    await recordRoster(db, 'asa', { name: 'Åsa Ek', email: 'asa.ek@region.example' }, monday);
    await recordRoster(db, 'asa', { name: 'Åsa Alm' }, tuesday);
    expect(await findPerson(db, 'asa')).toMatchObject({ id: 'asa', name: 'Åsa Alm', address: '{}' });
  });
});

describe('claimWelcome', () => {
  it('is true once per person, for ever', async () => {
    expect(await claimWelcome(db, 'asa', monday)).toBe(true);
    expect(await claimWelcome(db, 'asa', tuesday)).toBe(false);
    expect(await claimWelcome(db, 'bo', tuesday)).toBe(true);
  });

  it('is true for a person who has been remembered but not welcomed', async () => {
    await remember(db, { id: 'asa' }, monday);
    expect(await claimWelcome(db, 'asa', tuesday)).toBe(true);
    expect(await firstSeen()).toEqual([monday.toISOString()]);
  });

  it('is true for one of many callers at once on two instances', async () => {
    const [one, other] = await twoHandles();
    const claims = await Promise.all([one, other, one, other].map((handle) => claimWelcome(handle, 'asa', monday)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });
});

describe('releaseWelcome', () => {
  it('lets the next turn try again when sending failed', async () => {
    await claimWelcome(db, 'asa', monday);
    await claimWelcome(db, 'bo', monday);
    await releaseWelcome(db, 'asa');
    expect(await claimWelcome(db, 'asa', tuesday)).toBe(true);
    expect(await claimWelcome(db, 'bo', tuesday)).toBe(false);
  });
});

describe('findPerson', () => {
  it('knows nobody who has not written', async () => {
    expect(await findPerson(db, 'asa')).toBeUndefined();
  });

  it('takes an id that no text in a database can be for nobody’s', async () => {
    await remember(db, { id: 'asa' }, monday);
    expect(await findPerson(db, 'asa\0')).toBeUndefined();
    expect(await findPerson(db, '\ud800')).toBeUndefined();
  });
});

describe('findPeopleByEmail', () => {
  it('finds the person under every id, in whatever case, first come first, å ä ö too', async () => {
    await recordRoster(db, 'new', { email: 'ÅSA.Öberg@Region.example' }, tuesday);
    await recordRoster(db, 'old', { email: 'åsa.öberg@region.example' }, monday);
    await recordRoster(db, 'bo', { email: 'bo@region.example' }, monday);
    const found = await findPeopleByEmail(db, 'Åsa.öberg@region.example');
    expect(found.map(({ id }) => id)).toEqual(['old', 'new']);
  });
});
