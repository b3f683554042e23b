import { type OwnDataStore } from '../people/ownData';
import { eraseForGood, type ErasureDeps } from './erasures';
import { findPerson } from './people';
import { personalDataOf } from './personalData';

/** The store as a person's own data needs it: every call reaches those of one person only. */
export const ownDataStore = (deps: ErasureDeps, now: () => Date): OwnDataStore => ({
  of: async (id) => {
    const person = await findPerson(deps.db, id);
    return person && { ...person, ...(await personalDataOf(deps.db, deps.serviceKey, id)) };
  },
  erase: (id) => eraseForGood(deps, id, now()),
});
