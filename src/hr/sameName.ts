import { type ListedDocument, type VersionFacts } from './documentPorts';
import { noPublisher } from '../documents/composeMarkdown';

type Facts = VersionFacts['facts'];

/** What tells two editions apart: a year, a day, "version 2", "reviderad". */
const edition =
  /\b(?:v(?:ersion|er)?\.? ?\d[\d.]*|(?:19|20)\d\d(?:[-–/]\d{1,4}){0,2}|version(?:en)?|utgåva|reviderad|uppdaterad|slutlig|fastställd|ny|nya|nytt|gammal|gamla)(?![\p{L}\d])/giu;

const nameOf = (title: string): string =>
  title
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(edition, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether two documents seem to be editions of the same one: the same publisher, and the same title apart from the year. */
export function areEditions(one: Facts, other: Facts): boolean {
  const [name, same] = [nameOf(one.title), nameOf(other.title)];
  const publishers = [one, other].map(({ publisher }) => publisher.trim().toLocaleLowerCase('sv'));
  const isAnybodys = [one, other].some(({ publisher }) => publisher === noPublisher);
  return name !== '' && name === same && (isAnybodys || publishers[0] === publishers[1]);
}

/** The published documents that are editions of a document with these facts. `id` is that document, which is left out. */
export const editionsOf = (all: readonly ListedDocument[], id: string, facts: Facts): ListedDocument[] =>
  all.filter((other) => other.live === 'published' && other.id !== id && areEditions(facts, other.shown.facts));

/**
 * Whether the first document is newer. Dates begin with the year, so they are compared as text, up to the length of the shorter
 * one. A document without a date counts as older.
 */
export function isNewer(one: Facts, other: Facts): boolean {
  const [date = '', than = ''] = [one.date, other.date];
  const known = Math.min(date.length, than.length) || date.length;
  return date.slice(0, known) > than.slice(0, known);
}
