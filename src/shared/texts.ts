import path from 'node:path';
import { readJsonFile } from './contentFile';

/** The shape of cards/texts.sv.json itself: a sentence that code names but the file lacks is a type error. */
export type Texts = typeof import('../../cards/texts.sv.json');

/** Reads the bot's fixed sentences, which are content: HR changes the file, not the code. */
export const readTexts = (cardsFolder: string): Texts => readJsonFile(path.join(cardsFolder, 'texts.sv.json')) as Texts;

/** Puts values into a sentence: fill('Fråga {hrContact}.', { hrContact: 'HR' }). A placeholder without a value is an error. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`texts.sv.json: no value for ${placeholder} in "${sentence}"`);
    return value;
  });
}
