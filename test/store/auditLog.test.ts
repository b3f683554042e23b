import { auditLog, recordAudit, recordRefusal } from '../../src/store/auditLog';
import { temporaryDatabase } from './temporary';

const at = new Date('2026-11-24T10:00:00.000Z');

describe('the audit log', () => {
  it('has the latest first, and loses none between its pages, also of one millisecond', async () => {
    const db = await temporaryDatabase();
    for (let n = 0; n < 7; n++) await recordAudit(db, { by: 'hanna', name: 'Hanna', act: 'launch', about: `${n}` }, at);
    await recordAudit(db, { by: 'holger', name: 'Holger', act: 'approve' }, new Date(at.getTime() + 1));
    const read = [];
    for (let page = await auditLog(db, 3); page.length; page = await auditLog(db, 3, page.at(-1)!.id))
      read.push(...page);
    expect(read[0]).toEqual({
      id: expect.any(String) as string,
      at: '2026-11-24T10:00:00.001Z',
      by: 'holger',
      name: 'Holger',
      act: 'approve',
    });
    expect(read.map(({ about }) => about).sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', undefined]);
  });

  it('ends after an entry that nobody knows', async () => {
    const db = await temporaryDatabase();
    await recordAudit(db, { by: 'hanna', name: 'Hanna', act: 'launch' }, at);
    expect(await auditLog(db, 3, 'x')).toEqual([]);
  });

  it('has one refusal for each person and local day, however often the person tries', async () => {
    const db = await temporaryDatabase();
    const tries = [
      ['nils', 'GET /a', '2026-11-24T10:00:00Z'],
      ['nils', 'GET /b', '2026-11-24T22:59:00Z'],
      ['nora', 'GET /a', '2026-11-24T10:00:00Z'],
      // Half past midnight in Sweden.
      ['nils', 'GET /b', '2026-11-24T23:30:00Z'],
    ] as const;
    for (const [by, route, time] of tries) await recordRefusal(db, { by, name: by, route }, new Date(time));
    const entries = await auditLog(db, 9);
    expect(entries.map(({ by, act, about }) => `${by} ${act} ${about}`).sort()).toEqual([
      'nils refused GET /a',
      'nils refused GET /b',
      'nora refused GET /a',
    ]);
  });
});
