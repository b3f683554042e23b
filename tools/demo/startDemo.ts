import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Logger } from 'pino';
import { readCalendar } from '../../src/campaigns/calendar';
import { startService } from '../../src/main';
import { projectRoot, readConfig } from '../../src/shared/config';
import { dayAfter, dayOf } from '../../src/shared/localTime';
import { type Channel, startChannel } from '../localTeams/localTeams';
import { clockFrom, looksUntil, morningOf } from './clock';
import { demoRoutes } from './demoRoutes';
import { signInToHr } from './hrOverHttp';
import { invitedManagers } from './managers';
import { readDemo } from './readDemo';
import { storyDays, tellStory } from './tellStory';

export interface Demo {
  /** Of the page with the buttons that move the day. */
  readonly url: string;
  readonly now: () => Date;
  /** What the bot did that Teams would have refused. Empty if all is well. */
  readonly refusals: Channel['refusals'];
  stop(): Promise<void>;
}

/** What is sent goes to this computer only: nobody waits for it as long as for Teams. */
const sendRate = 250;

/**
 * Starts the service on a store of its own, with made-up managers, and lets three months pass. The demo opens on the day `today`,
 * or the working day before it.
 * @throws where the service cannot start, or the signal comes before the demo is open
 */
export async function startDemo(port: number, today: string, log: Logger, signal?: AbortSignal): Promise<Demo> {
  const calendar = readCalendar(path.join(projectRoot, 'cards/calendar.yaml'));
  const files = readDemo();
  const days = storyDays(calendar, today);
  const clock = clockFrom(morningOf(days.start));
  const { now } = clock;
  // The environment is not read, so the demo never touches anybody's data.
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-demo-'));
  const closing: (() => unknown)[] = [() => rmSync(dataDir, { recursive: true, force: true })];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const config = { ...readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }), port, sendRate };
    /** One move after the other, the first after the story. */
    let begin = (): void => undefined;
    let moving: Promise<unknown> = new Promise<void>((resolve) => (begin = resolve));
    const move = (ahead: number) => {
      const moved = moving.then(() => moveTo(morningOf(dayAfter(dayOf(now()), ahead))));
      moving = moved.catch(() => undefined);
      return moved;
    };
    const service = await startService(config, { log, now, routes: [demoRoutes(now, move)] });
    closing.push(() => service.stop());
    const botUrl = `${service.url}/api/messages`;
    const channel = await startChannel({ botUrl, now: () => now().getTime(), rates: 'none' });
    closing.push(() => channel.close());
    const managers = invitedManagers(channel, files);

    async function moveTo(moment: Date): Promise<void> {
      for (const look of looksUntil(calendar, now(), moment)) {
        signal?.throwIfAborted();
        // Work under way when the clock jumps would count as lost.
        await service.catchUp();
        const isNewDay = dayOf(look) > dayOf(now());
        clock.moveTo(look);
        if (isNewDay) await service.prune();
        await service.catchUp();
        await managers.act(dayOf(now()));
      }
      await service.catchUp();
    }

    const hr = await signInToHr(service.url, files.story.hr);
    await tellStory({ hr, managers, files, calendar, now, moveTo }, days);
    begin();
    return { url: `${service.url}/demo`, now, refusals: channel.refusals, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
