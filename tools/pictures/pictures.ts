import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser } from 'playwright-core';
import pino from 'pino';
import { startService } from '../../src/main';
import { projectRoot, readConfig } from '../../src/shared/config';
import { dayOf, momentAt } from '../../src/shared/localTime';
import { openChromium, unpackChromium } from '../browser/openChromium';
import { clockFrom } from '../demo/clock';
import { signInToHr } from '../demo/hrOverHttp';
import { readDemo } from '../demo/readDemo';
import { startDemo } from '../demo/startDemo';
import { openChat } from './chatClient';
import { pictureWeek } from './chatPictures';
import { pictureMonth } from './hrPictures';
import { readTour, type Tour } from './readTour';
import { pictureDay } from './terminalPictures';

/** Bytes of a picture in the documentation. */
const largest = 120_000;

const log = pino({ level: 'error' });

/** The command `npm run pictures`: makes the pictures of docs/tour.md again. */
async function run(): Promise<void> {
  const tour = readTour();
  const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-pictures-'));
  const made = new Map<string, Buffer>();
  const keep = (name: string, png: Buffer) => {
    if (png.length > largest) throw new Error(`${name}.png has ${png.length} bytes, more than ${largest}.`);
    made.set(name, png);
    console.log(`${name}.png: ${Math.round(png.length / 1_000)} kB`);
  };
  try {
    const browser = await openChromium(unpackChromium(folder));
    try {
      await managerAndOperator(browser, tour, path.join(folder, 'data'), keep);
      await hr(browser, tour, keep);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  // They are copied only when all of them exist, so that the page never shows half a tour.
  const pictures = path.join(projectRoot, 'docs/pictures');
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures);
  for (const [name, png] of made) writeFileSync(path.join(pictures, `${name}.png`), png);
}

type Keep = (name: string, png: Buffer) => void;

/** The first moment of the week. */
function beginningOf({ week }: Tour): Date {
  const [day, time] = (week[0]?.at ?? '').split(' ');
  if (!day || !time) throw new Error('tour.yaml: the first entry of week says when it is (at).');
  return momentAt(day, time);
}

async function managerAndOperator(browser: Browser, tour: Tour, dataDir: string, keep: Keep): Promise<void> {
  const clock = clockFrom(beginningOf(tour));
  const config = { ...readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }), port: 0 };
  const service = await startService(config, { log, now: clock.now });
  try {
    const chat = await openChat(browser, `${service.url}/api/messages`, clock.now);
    try {
      const hr = await signInToHr(service.url, readDemo().story.hr);
      await pictureWeek({ chat, hr, clock, catchUp: () => service.catchUp(), keep }, tour.week);
    } finally {
      await chat.stop();
    }
    await pictureDay(browser, dataDir, tour.day, keep);
  } finally {
    await service.stop();
  }
}

async function hr(browser: Browser, tour: Tour, keep: Keep): Promise<void> {
  const demo = await startDemo(0, dayOf(beginningOf(tour)), log);
  try {
    const url = demo.url.replace(/demo$/, 'hr');
    await pictureMonth(browser, url, { now: demo.now, name: readDemo().story.hr, steps: tour.month, keep });
  } finally {
    await demo.stop();
  }
}

if (require.main === module)
  run().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
