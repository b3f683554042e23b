import { longestWhat } from './commitment';
import { readDay } from './spokenDay';

/** What a message that asks for a reminder wants. */
export type ReminderRequest =
  | {
      readonly day: string;
      readonly what: string;
      /** It names a time of day, which a reminder cannot keep. */
      readonly clock?: true;
    }
  | { readonly problem: 'unknown' | 'noSuchDay' | 'past' | 'tooFar' | 'tooLong' | 'repeats' | 'others' };

/** The most words that a day may have. */
const mostWords = 7;
/** "Kan du", "glöm inte att". */
const courtesy =
  /(?:hej[,!]? )?(?:(?:kan|vill|skulle) du (?:vilja |kunna )?(?:vara snäll och )?|snälla |(?:glöm inte|kom ihåg) (?:att )?)?/;
const remindMe =
  /(?:påminn|påminna|paminn|paminna)(?: (?:mig|mej|oss)|(?= om )|$)|jag (?:vill|skulle vilja|behöver) bli påmind/;
/** "Lägg in en ny påminnelse". */
const aReminder =
  /(?:(?:skapa|sätta?|ställa?|lägga? (?:in|till)|göra?|ge mig|boka|fixa|jag (?:vill ha|skulle vilja ha|behöver)|kan jag få) )?(?:en )?(?:ny )?påminnelse/;
const asks = new RegExp(`^${courtesy.source}(?:${remindMe.source}|${aReminder.source})(?=$|[\\s,:!.?])`, 'iu');

/** "Hör av dig", which asks for a reminder where a day follows. */
const comeBack = /(?:hör av dig(?: till mig)?|(?:fråga|skriv till|väck|pinga) mig)(?=$|[\s,:!.?])/;
const perhapsAsks = new RegExp(`^${courtesy.source}${comeBack.source}`, 'iu');
/** "Påminn Eva": a reminder goes to the person who asks. */
const remindOthers = /(?:(?:påminn|påminna) (?!mig|mej|oss|om)\p{L}|skicka (?:en )?påminnelse till )/u;
const asksForOthers = new RegExp(`^${courtesy.source}${remindOthers.source}`, 'iu');

/** "Varje måndag", "på måndagar", "två gånger i veckan": a reminder comes once. */
const repeats =
  /^(?:(?:om|på) (?:det här|detta|det) )?(?:varje|varannan|vartannat|var tredje|dagligen|veckovis|(?:på )?\p{L}+dagar(?:na)?|en gång (?:i|om|per)|(?:två|tre|flera) gånger)(?=$| )/iu;

/** "Kl 14", "klockan 9.30". */
const clock = /kl(?:ockan|\.)? ?\d{1,2}(?:[.:]\d\d)?/;
/** A time of day after a day: "måndag kl 14", "i morgon bitti", "på fredag efter lunch". */
const partOfDay = /bitti|(?:på )?(?:morgon|förmiddag|eftermiddag|kväll)(?:en)?|(?:före|innan|efter) lunch(?:en)?/;
const clockFirst = new RegExp(`^[\\s,]*(?:${clock.source}|${partOfDay.source})(?=$|[\\s,])`, 'iu');
const clockBefore = new RegExp(`^${clock.source} `, 'iu');
const clockLast = new RegExp(` (?:${clock.source}|${partOfDay.source})$`, 'iu');

/**
 * Reads "påminn mig om en vecka", "påminn mig på torsdag att ringa Eva" and "påminn mig att ringa Eva på torsdag"; undefined where a
 * text asks for no reminder. `today` is a local ISO date. `surely` leaves out what may be said to somebody else, as an answer in a
 * guide: "hör av dig på fredag", "påminn gruppen".
 */
export function readReminderRequest(text: string, today: string, surely = false): ReminderRequest | undefined {
  const said = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const asked = asks.exec(said);
  if (asked) return requestAfter(said.slice(asked[0].length), today);
  if (surely) return undefined;
  if (asksForOthers.test(said)) return { problem: 'others' };
  const perhaps = perhapsAsks.exec(said);
  const request = perhaps ? requestAfter(said.slice(perhaps[0].length), today) : undefined;
  return request && 'day' in request ? request : undefined;
}

/** Reads what follows "påminn mig". */
function requestAfter(words: string, today: string): ReminderRequest {
  const rest = words.replace(/^[\s,:!.?]+|[\s!?.]+$/g, '');
  if (repeats.test(rest)) return { problem: 'repeats' };
  const about = rest.replace(/^(?:(?:om|på) (?:det här|detta|det))(?=$| )/iu, '').trim();
  const found =
    requestIn(about, today) ??
    withClock(requestIn(about.replace(clockBefore, ''), today)) ??
    withClock(lastDay(wordsOf(about.replace(clockLast, '')), today));
  if (!found) return { problem: 'unknown' };
  if ('problem' in found) return found;
  return found.what.length > longestWhat ? { problem: 'tooLong' } : found;
}

const wordsOf = (text: string): string[] => text.split(' ').filter(Boolean);

const requestIn = (about: string, today: string): ReminderRequest | undefined =>
  firstDay(wordsOf(about), today) ?? lastDay(wordsOf(about), today);

const withClock = (found: ReminderRequest | undefined): ReminderRequest | undefined =>
  found && 'day' in found ? { ...found, clock: true } : found;

/** The longest run of words at the beginning that is a day, and the time of day after it. */
function firstDay(words: readonly string[], today: string): ReminderRequest | undefined {
  for (let end = Math.min(words.length, mostWords); end > 0; end--) {
    const read = readDay(words.slice(0, end).join(' '), today);
    if ('problem' in read && read.problem === 'unknown') continue;
    if ('problem' in read) return read;
    const after = words.slice(end).join(' ');
    if (namesAnotherDay(words.slice(end), today)) return { problem: 'repeats' };
    const what = after.replace(clockFirst, '');
    return { day: read.day, what: withoutLead(what), ...(what !== after && { clock: true as const }) };
  }
  return undefined;
}

/** "På måndag och på torsdag": a reminder comes on one day. */
const namesAnotherDay = ([joint, ...rest]: readonly string[], today: string): boolean =>
  (joint === 'och' || joint === 'samt') && firstDay(rest, today) !== undefined;

/** The longest run of words at the end that is a day, after what the reminder is about. */
function lastDay(words: readonly string[], today: string): ReminderRequest | undefined {
  for (let from = Math.max(1, words.length - mostWords); from < words.length; from++) {
    const read = readDay(words.slice(from).join(' '), today);
    if ('problem' in read && read.problem === 'unknown') continue;
    return 'problem' in read ? read : { day: read.day, what: withoutLead(words.slice(0, from).join(' ')) };
  }
  return undefined;
}

const withoutLead = (what: string): string =>
  what.replace(/^[\s,:–-]*(?:om att|att|om)(?=$| )/iu, '').replace(/^[\s,:–-]+|[\s,:]+$/g, '');
