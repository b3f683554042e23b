import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { momentAt } from '../../src/shared/localTime';
import { type Clock } from '../demo/clock';
import { type InHr } from '../demo/hrOverHttp';
import { type ChatClient } from './chatClient';
import { type Tour } from './readTour';

/** What the manager's week needs besides the chat. */
export interface Week {
  readonly chat: ChatClient;
  readonly hr: InHr;
  readonly clock: Clock;
  /** Waits until the service has sent all that is due. */
  readonly catchUp: () => Promise<void>;
  readonly keep: (name: string, png: Buffer) => void;
}

type Sending = NonNullable<Tour['week'][number]['send']>;

/** Does what the manager does in a week, and keeps its pictures. @throws an Error that names the step where a word is not on the screen. */
export async function pictureWeek(week: Week, steps: Tour['week']): Promise<void> {
  for (const step of steps)
    try {
      await take(week, step);
    } catch (cause) {
      const seen = path.join(tmpdir(), 'tillitscoachen-failed.png');
      writeFileSync(seen, await week.chat.screen());
      throw new Error(`tour.yaml, week: ${JSON.stringify(step)} failed. What the screen showed: ${seen}`, { cause });
    }
}

async function take({ chat, hr, clock, catchUp, keep }: Week, step: Tour['week'][number]): Promise<void> {
  const { at, send, say, choose, fill, press, seen, picture } = step;
  if (at) clock.moveTo(momentAt(...(at.split(' ') as [string, string])));
  if (send) await sendToAll(hr, send);
  if (at) await catchUp();
  if (say) await chat.say(say);
  if (choose) await chat.choose(choose);
  for (const [label, text] of Object.entries(fill)) await chat.fill(label, text);
  if (press) await chat.press(press);
  if (seen) await chat.seen(seen);
  if (picture) keep(picture.file, await chat.picture(picture.from));
}

/** Plans a campaign of HR's to everyone who has the bot. */
async function sendToAll(hr: InHr, { title, flow, at }: Sending): Promise<void> {
  const draft = { title, flow, audience: { kind: 'everyone' }, plan: { kind: 'once', at } };
  const { id, revision } = await hr.call<{ id: string; revision: number }>('POST', 'campaigns', draft);
  await hr.call('POST', `campaigns/${id}/launch?revision=${revision}`);
}
