import { type Receiver } from '../shares/share';
import { type Database } from './database';
import { lowered } from './listedPeople';

/**
 * Returns the only person with a chat and a known name whose e-mail is `asked`, or where there is none, whose name is `asked`. It
 * never returns `owner`. Undefined where nobody or more than one person is found, because a guess could show a text to the wrong
 * person.
 */
export async function findReceiver(db: Database, owner: string, asked: string): Promise<Receiver | undefined> {
  const people = await db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('address', 'is not', null)
    .where('name', 'is not', null)
    .where('id', '!=', owner)
    .execute();
  const is = (text: string | null) => text !== null && lowered(text.trim()) === lowered(asked.trim());
  const byEmail = people.filter(({ email }) => is(email));
  const found = byEmail.length ? byEmail : people.filter(({ name }) => is(name));
  return found.length === 1 ? { id: found[0]!.id, name: found[0]!.name! } : undefined;
}
