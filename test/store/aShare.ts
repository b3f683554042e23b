import { type Database } from '../../src/store/database';
import { shareStore } from '../../src/store/shares';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** One person shares a draft with another. */
export const aShare = (
  db: Database,
  serviceKey: Buffer,
  { id, owner, receiver, now }: { id: string; owner: Named; receiver: Named; now: Date },
): Promise<void> =>
  shareStore(db, serviceKey, () => now).send({
    id,
    owner: owner.id,
    ownerName: owner.name,
    receiver,
    isAgreement: true,
    written: { title: 'Utkast', facts: [], blocks: [], footer: '' },
  });
