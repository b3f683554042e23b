import { hrStore } from '../../src/store/hrStore';
import { recordRoster, remember } from '../../src/store/people';
import { type Database } from '../../src/store/database';
import { temporaryDatabase } from './temporary';

const now = () => new Date('2024-05-06T07:00:00.000Z');
const asChat = (person: string) => ({ person, address: `{"chat":"${person}"}` });
let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
  for (const person of ['hanna-oid', 'stranger-oid'])
    await remember(db, { id: person, address: `{"chat":"${person}"}` }, now());
  await recordRoster(db, 'stranger-oid', { name: 'Sten', email: 'hanna@region.example' }, now());
});

describe('the chat of somebody in HR', () => {
  it('is found by the object id alone in production, whatever the token has for a name', async () => {
    const { chatOf } = hrStore(db, now, { signsInByEmail: false });
    expect(await chatOf({ id: 'hanna-oid', name: 'hanna@region.example' })).toEqual(asChat('hanna-oid'));
    for (const name of ['hanna@region.example', 'Hanna@Region.example', '', 'stranger-oid'])
      expect(await chatOf({ id: 'unknown-oid', name })).toBeUndefined();
  });

  it('is found by the e-mail that was typed as a name in local mode', async () => {
    const { chatOf } = hrStore(db, now, { signsInByEmail: true });
    expect(await chatOf({ id: 'hanna@region.example', name: 'Hanna@region.example' })).toEqual(asChat('stranger-oid'));
    expect(await chatOf({ id: 'nobody', name: 'nobody' })).toBeUndefined();
  });
});
