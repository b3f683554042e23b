import path from 'node:path';
import { foldersIn, readGuides } from '../bot/guides';
import { readCalendar } from '../campaigns/calendar';
import { projectRoot } from '../shared/config';
import { readTexts } from '../shared/texts';

/** The folder of everything that the bot says besides the documents: layouts, texts, guides and the calendar. */
export const cardsFolder = path.join(projectRoot, 'cards');

/** Reads `cards/` once. @throws {ConfigError} that names the file where one cannot be read */
export const readContent = () => ({
  texts: readTexts(cardsFolder),
  guides: readGuides(foldersIn(cardsFolder)),
  calendar: readCalendar(path.join(cardsFolder, 'calendar.yaml')),
});

export type Content = ReturnType<typeof readContent>;
