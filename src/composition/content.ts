import path from 'node:path';
import { foldersIn, readGuides } from '../bot/guides';
import { readCalendar } from '../campaigns/calendar';
import { readLayouts } from '../cards/layouts';
import { readQuestionCheck } from '../coaching/readQuestionCheck';
import { readSuggestionRules } from '../knowledge/coldStart/rules';
import { projectRoot } from '../shared/config';
import { readTexts } from '../shared/texts';

/** The folder of everything that the bot says besides the documents: layouts, texts, guides and the calendar. */
const cardsFolder = path.join(projectRoot, 'cards');

/** Reads `cards/` and the rules of suggestions. @throws {Explained | ConfigError} that names the file that cannot be read */
export const readContent = () => ({
  texts: readTexts(cardsFolder),
  layouts: readLayouts(cardsFolder),
  guides: readGuides(foldersIn(cardsFolder)),
  questionCheck: readQuestionCheck(path.join(cardsFolder, 'question-check.yaml')),
  suggestions: readSuggestionRules(path.join(projectRoot, 'knowledge', 'suggestions.yaml')),
  calendar: readCalendar(path.join(cardsFolder, 'calendar.yaml')),
});

export type ServiceContent = ReturnType<typeof readContent>;
