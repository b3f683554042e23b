import { countsOf, type OwnData } from '../../src/people/ownData';
import { personalDataOf } from '../../src/store/personalData';
import { newKey } from '../../src/store/encryption';
import { temporaryDatabase } from '../store/temporary';

/** Shown elsewhere: a setting of the reminders' own card, and erasures, of which a known person has none. */
const toldElsewhere = ['reminderSettings', 'erased'];
/** A row that counts, whatever part it stands in. */
const row = { given: [{}], title: 'Utkast', understanding: { words: 'Mina', writtenAt: '' } };

it('tells a person of every part of the data that is kept', async () => {
  const nothing = await personalDataOf(await temporaryDatabase(), newKey(), 'nobody');
  for (const part of Object.keys(nothing).filter((key) => !toldElsewhere.includes(key))) {
    const counts = countsOf({ ...nothing, [part]: [row] } as unknown as OwnData);
    expect([part, Object.values(counts).some((count) => count > 0)]).toEqual([part, true]);
  }
});
