import { type Recipient } from '../../src/store/deliveries';

/** Those to whom something is sent: people of no group, whom the bot can reach unless a test says otherwise. */
export const recipients = (people: readonly string[], over: Omit<Partial<Recipient>, 'person'> = {}): Recipient[] =>
  people.map((person) => ({ person, group: '', reachable: true, ...over }));
