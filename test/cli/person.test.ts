import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { run } from '../../src/cli/person';
import { replaceAbsences } from '../../src/store/absences';
import { auditLog } from '../../src/store/auditLog';
import { addGroup } from '../../src/store/groups';
import { recordRoster } from '../../src/store/people';
import { anna, bo, run as runService, type Running } from '../journeys/service';

let running: Running;
beforeAll(async () => {
  running = await runService();
  for (const person of [anna, bo]) {
    const chat = running.chat(person);
    const { sent } = await running.channel.say(chat, person, 'Hur undviker jag detaljstyrning?');
    await running.channel.say(chat, person, 'delegering');
    await running.channel.say(chat, person, `Uppdraget åt ${person.name}`);
    await running.channel.feedback(chat, person, sent[0]!, 'like', `Bra, säger ${person.name}`);
  }
});
afterAll(() => running.stop());

const person = async (...args: string[]) => {
  const lines: string[] = [];
  const code = await run(args, (line) => lines.push(line), running.settings);
  return { code, said: lines.join('\n') };
};

describe('npm run person', () => {
  it('shows a person all that is kept about the person, in clear', async () => {
    const { code, said } = await person('export', anna.email.toUpperCase());
    expect(code).toBe(0);
    const [shown] = JSON.parse(said) as object[];
    expect(shown).toMatchObject({
      id: anna.aadObjectId,
      firstSeenAt: expect.any(String) as string,
      name: anna.name,
      feedback: [{ words: `Bra, säger ${anna.name}` }],
      sessions: [{ given: [{ words: [`Uppdraget åt ${anna.name}`] }] }],
    });
    expect(said).not.toContain(bo.name);
  });

  it('erases a person under every id, and nobody else', async () => {
    await running.stored((db) => recordRoster(db, 'under another id', { email: anna.email }, new Date()));
    expect((await person('erase', anna.email)).code).toBe(0);
    expect(await running.stored((db) => db.selectFrom('people').select('id').execute())).toEqual([
      { id: bo.aadObjectId },
    ]);
  });

  it('finds nobody who has been erased', async () => {
    expect((await person('export', anna.email)).code).toBe(1);
    expect((await person('export', bo.email)).code).toBe(0);
  });

  it('shows and erases somebody who only stands on HR’s lists', async () => {
    const listed = 'Listad@region.example';
    await running.stored(async (db) => {
      await addGroup(db, { id: 'g', title: 'Chefer', now: new Date() }, [{ listedAs: listed, unit: 'Öron' }]);
      await replaceAbsences(db, [{ listedAs: listed, from: '2099-12-01', until: '2099-12-05' }]);
    });
    const { code, said } = await person('export', listed.toUpperCase());
    expect(code).toBe(0);
    expect(JSON.parse(said)).toMatchObject([
      {
        listedAs: listed.toLowerCase(),
        groups: [{ title: 'Chefer', unit: 'Öron' }],
        absences: [{ from: '2099-12-01', until: '2099-12-05' }],
      },
    ]);
    expect((await person('erase', listed)).code).toBe(0);
    expect((await person('export', listed)).code).toBe(1);
    expect(await running.stored((db) => db.selectFrom('group_members').selectAll().execute())).toEqual([]);
  });

  it('shows whom it has erased, by the id that stays, that and when', async () => {
    const { said } = await person('export', anna.aadObjectId);
    expect(JSON.parse(said)).toMatchObject([{ erased: [expect.any(String)], sessions: [], groups: [] }]);
  });

  it('writes down who has seen or erased what is kept of somebody, but not of whom', async () => {
    const before = await running.stored((db) => auditLog(db, 50));
    await person('export', bo.email);
    await person('export', 'ingen@region.example');
    const entries = await running.stored((db) => auditLog(db, 50));
    expect(entries).toHaveLength(before.length + 1);
    expect(entries[0]).toEqual({
      id: expect.any(String) as string,
      at: expect.any(String) as string,
      by: `kommandoraden:${userInfo().username}`,
      name: `Kommandoraden (${userInfo().username})`,
      act: 'disclose',
    });
    expect(entries.map(({ act }) => act)).toContain('erase');
    expect(entries.filter(({ about }) => about !== undefined)).toEqual([]);
  });

  it('names whom it did not find, and explains itself when called wrongly', async () => {
    expect((await person('export', 'ingen@region.example')).said).toContain('ingen@region.example');
    expect((await person('delete', anna.email)).said).toContain('npm run person -- export');
    expect((await person('erase')).code).toBe(1);
  });

  it('erases nobody where two are named, because only one would be', async () => {
    const { code, said } = await person('erase', anna.email, 'bo@region.example');
    expect([code, said]).toEqual([1, expect.stringContaining('npm run person -- erase')]);
  });

  it('makes no new database in a folder that has none', async () => {
    const asked = run(['export', 'x'], () => undefined, { DATA_DIR: '/tmp/finns-inte-här' });
    await expect(asked).rejects.toThrow('DATA_DIR');
    expect(existsSync('/tmp/finns-inte-här')).toBe(false);
  });
});
