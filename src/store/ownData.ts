import { type OwnDataStore } from '../people/ownData';
import { eraseForGood, type ErasureDeps } from './erasures';
import { findPerson } from './people';
import { personalDataOf } from './personalData';

/** Fits the store to the port of a person's own data. Every call reaches one person only. */
export const ownDataStore = (deps: ErasureDeps, now: () => Date): OwnDataStore => ({
  of: async (id) => {
    const person = await findPerson(deps.db, id);
    return person && { ...person, ...(await personalDataOf(deps.db, deps.serviceKey, id)) };
  },
  erase: (id) => eraseForGood(deps, id, now()),
});
