import { type Database } from '../../src/store/database';
import { forgetTeam, listTeams, rememberTeam } from '../../src/store/teams';
import { temporaryDatabase } from './temporary';

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
});
const serviceUrl = 'https://smba.example/emea/';

describe('the teams', () => {
  it('are listed by name, as Swedish sorts', async () => {
    for (const name of ['Östra', 'Ånge', 'Väst']) await rememberTeam(db, { id: name, name, serviceUrl });
    expect((await listTeams(db)).map(({ name }) => name)).toEqual(['Väst', 'Ånge', 'Östra']);
  });

  it('are kept once, with their newest name and address', async () => {
    await rememberTeam(db, { id: 't', name: 'Gamla', serviceUrl: 'https://old.example/' });
    await rememberTeam(db, { id: 't', name: 'Nya', serviceUrl });
    expect(await listTeams(db)).toEqual([{ id: 't', name: 'Nya', serviceUrl }]);
  });

  it('keep their name where Teams does not tell it, and may have none', async () => {
    await rememberTeam(db, { id: 't', serviceUrl });
    expect(await listTeams(db)).toEqual([{ id: 't', serviceUrl }]);
    await rememberTeam(db, { id: 't', name: 'Chefer', serviceUrl });
    await rememberTeam(db, { id: 't', serviceUrl });
    expect(await listTeams(db)).toEqual([{ id: 't', name: 'Chefer', serviceUrl }]);
  });

  it('are gone when the bot is taken away', async () => {
    await rememberTeam(db, { id: 't', name: 'Chefer', serviceUrl });
    await forgetTeam(db, 't');
    await forgetTeam(db, 'another');
    expect(await listTeams(db)).toEqual([]);
  });
});
