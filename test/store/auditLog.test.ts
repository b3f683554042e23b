import { auditLog, recordAudit } from '../../src/store/auditLog';
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
});
