import path from 'node:path';
import { readJsonFile } from './contentFile';

export { fill } from './fill';

/** The shape of cards/texts.sv.json itself: a sentence that code names but the file lacks is a type error. */
export type Texts = typeof import('../../cards/texts.sv.json');

/** Reads the bot's fixed sentences, which are content: HR changes the file, not the code. @throws {Explained} where it cannot be read */
export const readTexts = (cardsFolder: string): Texts => readJsonFile(path.join(cardsFolder, 'texts.sv.json')) as Texts;
