import { buttonOn } from './sent';
import { newManager } from './manager';
import { type Running } from './service';
import { recordRoster } from '../../src/store/people';

/** Words of the owner that nobody else may see. */
export const canary = 'Kanariefågelns schema [x](http://y.example)';

type Manager = ReturnType<typeof newManager>;

export const nameOf = (one: Manager) => `Chef ${one.person.id}`;
export const emailOf = (one: Manager) => `${one.person.id.replace(/\W/g, '')}@region.example`;

/** The owner of a draft, its receiver and a third person, all with a chat and a name. */
export async function threeManagers(running: Running) {
  const [owner, receiver, other] = [newManager(running), newManager(running), newManager(running)] as const;
  for (const one of [owner, receiver, other]) {
    await one.say('hej');
    await running.stored((db) =>
      recordRoster(db, one.person.aadObjectId, { name: nameOf(one), email: emailOf(one) }, running.now()),
    );
  }
  return { owner, receiver, other };
}

/** Waits until what is due has been sent. Two messages to one person are at least two seconds apart. */
export async function delivered(running: Running): Promise<void> {
  running.pass(3000);
  await running.caughtUp();
}

/** A session with words, opened from "mina svar". */
export async function written(one: Manager): Promise<string> {
  await one.say('delegering');
  await one.press('next', { uppdrag: canary });
  await one.say('mina svar');
  await one.press('open');
  return (buttonOn(one, 'share').data as { session: string }).session;
}

/** The owner shares a draft with the receiver; gives the share's id. */
export async function shared(running: Running, owner: Manager, receiver: Manager): Promise<string> {
  await written(owner);
  await owner.press('share');
  await owner.press('sharePreview', { mottagare: emailOf(receiver).toUpperCase() });
  const { share } = buttonOn(owner, 'shareSend').data as { share: string };
  await owner.press('shareSend');
  await delivered(running);
  return share;
}
