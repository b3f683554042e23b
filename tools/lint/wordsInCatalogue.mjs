import { readdirSync, readFileSync } from 'node:fs';

const cards = new URL('../../cards/', import.meta.url);
const wordsIn = (text) => text.toLowerCase().match(/\p{L}+/gu) ?? [];
const sentencesIn = (part) => (typeof part === 'string' ? [part] : Object.values(part).flatMap(sentencesIn));

/** Every word of the catalogues, in small letters. */
const catalogued = new Set(
  readdirSync(cards)
    .filter((name) => name.endsWith('.sv.json'))
    .flatMap((name) => sentencesIn(JSON.parse(readFileSync(new URL(name, cards), 'utf8'))))
    .flatMap((sentence) => wordsIn(sentence.replace(/\{\w+\}/g, ''))),
);

/** Common Swedish words that are no words of English, of CSS or of SQL. */
const common = new Set(
  [
    'alla att av bara denna dessa det detta dig din dina ditt du efter ej eller ett finns fler flera gick har hittades',
    'igen ingen inga inget inte kan kunde med mig nej och saknas sedan sig ska skriv som svar till utan vi vid',
    // Beside a number.
    'chef chefer dag dagar dygn kl minuter procent rad rader sida sidor steg stycken timmar vecka veckor',
  ].flatMap((words) => words.split(' ')),
);

/** Names that begin with a capital letter and are words of the catalogues too: ours, and those of file formats and of Azure. */
const names = new Set([
  'Document',
  'Id',
  'Off',
  'Region',
  'Rubrik',
  'SingleTenant',
  'Table',
  'Tillitscoachen',
  'Title',
  'Type',
  'UserAssignedMSI',
]);

/**
 * Whether a text in code is one that a person reads: it has å, ä or ö, it has several words and one of them is a common Swedish
 * one, or it begins with a capital letter and the catalogues have all of its words ("Spara"). White space at an end stands for
 * another word, because a value or a text is put there (" av ").
 */
export function isSwedish(text) {
  if (/[åäö]/i.test(text)) return true;
  const words = wordsIn(text);
  const beside = text.replace(/^\s/, 'x ').replace(/\s$/, ' x');
  if (/\p{L}\.?\s+\p{L}/u.test(beside) && words.some((word) => common.has(word))) return true;
  return /^\s*\p{Lu}\p{Ll}/u.test(text) && !names.has(text.trim()) && words.every((word) => catalogued.has(word));
}

/** What ESLint says where a text in code should stand in a catalogue. */
export const whereWordsStand = 'What a person reads stands in a catalogue: see cards/*.sv.json and docs/svenska.md.';

/** ESLint's rule that what a person reads stands in a catalogue (cards/*.sv.json), and no Swedish in code. */
export const wordsInCatalogue = {
  create: (context) => {
    const check = (node, text) => {
      if (typeof text === 'string' && isSwedish(text)) context.report({ node, message: whereWordsStand });
    };
    return {
      Literal: (node) => check(node, node.value),
      TemplateElement: (node) => check(node, node.value.cooked),
    };
  },
};
