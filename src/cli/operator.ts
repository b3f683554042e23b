import { userInfo } from 'node:os';
import { type Actor } from '../campaigns/ports';
import { cliTexts } from './cliTexts';
import { fill } from '../shared/fill';

const { operator: texts } = cliTexts;

/** The person at the command line, as the audit log names them: the account, and the person who uses it through sudo. */
export function operator(
  { SUDO_USER: person }: NodeJS.ProcessEnv,
  account: () => { username: string } = userInfo,
): Actor {
  const runsAs = nameOf(account);
  if (!person || person === runsAs)
    return { id: `kommandoraden:${runsAs}`, name: fill(texts.name, { account: runsAs }) };
  return { id: `kommandoraden:${person}`, name: fill(texts.nameThrough, { person, account: runsAs }) };
}

/** In a container the account may have a number and no name. */
function nameOf(account: () => { username: string }): string {
  try {
    return account().username;
  } catch {
    const uid = process.getuid?.();
    return uid === undefined ? texts.unknownAccount : `uid ${uid}`;
  }
}
