import { longestWhat } from './commitment';
import { readDay } from './spokenDay';

/** What a message that asks for a reminder wants. */
export type ReminderRequest =
  | { readonly day: string; readonly what: string }
  | { readonly problem: 'unknown' | 'past' | 'tooFar' | 'tooLong' | 'repeats' };

/** The most words that a day may have. */
const mostWords = 7;
const asks =
  /^(?:(?:kan|vill|skulle) du (?:vilja )?(?:vara snäll och )?|snälla )?(?:påminn|påminna|paminn|paminna) mig(?=$|[\s,:!.?])/iu;

/** "Varje måndag", "två gånger i veckan": a reminder comes once. */
const repeats =
  /^(?:(?:om|på) (?:det här|detta|det) )?(?:varje|varannan|vartannat|var tredje|dagligen|veckovis|varje|en gång (?:i|om|per)|(?:två|tre|flera) gånger)(?=$| )/iu;

/**
 * Reads "påminn mig om en vecka", "påminn mig på torsdag att ringa Eva" and "påminn mig att ringa Eva på torsdag"; undefined where a
 * text asks for no reminder. `today` is a local ISO date.
 */
export function readReminderRequest(text: string, today: string): ReminderRequest | undefined {
  const said = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const asked = asks.exec(said);
  if (!asked) return undefined;
  const rest = said.slice(asked[0].length).replace(/^[\s,:!.?]+|[\s!?.]+$/g, '');
  const words = rest
    .replace(/^(?:(?:om|på) (?:det här|detta|det))(?=$| )/iu, '')
    .trim()
    .split(' ')
    .filter(Boolean);
  if (repeats.test(rest)) return { problem: 'repeats' };
  const found = firstDay(words, today) ?? lastDay(words, today);
  if (!found) return { problem: 'unknown' };
  if ('problem' in found) return found;
  return found.what.length > longestWhat ? { problem: 'tooLong' } : found;
}

/** The longest run of words at the beginning that is a day. */
function firstDay(words: readonly string[], today: string): ReminderRequest | undefined {
  for (let end = Math.min(words.length, mostWords); end > 0; end--) {
    const read = readDay(words.slice(0, end).join(' '), today);
    if ('problem' in read && read.problem === 'unknown') continue;
    return 'problem' in read ? read : { day: read.day, what: withoutLead(words.slice(end)) };
  }
  return undefined;
}

/** The longest run of words at the end that is a day, after what the reminder is about. */
function lastDay(words: readonly string[], today: string): ReminderRequest | undefined {
  for (let from = Math.max(1, words.length - mostWords); from < words.length; from++) {
    const read = readDay(words.slice(from).join(' '), today);
    if ('problem' in read && read.problem === 'unknown') continue;
    return 'problem' in read ? read : { day: read.day, what: withoutLead(words.slice(0, from)) };
  }
  return undefined;
}

const withoutLead = (words: readonly string[]): string =>
  words
    .join(' ')
    .replace(/^[\s,:–-]*(?:om att|att|om)(?=$| )/iu, '')
    .replace(/^[\s,:–-]+|[\s,:]+$/g, '');
