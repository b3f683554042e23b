import { longestUnit, type ListLine } from '../campaigns/audienceList';
import { type ListView } from '../hr/groups';
import { type ListSource } from '../hr/readList';
import { swedish } from './words';

const rows = (count: number): string => `${swedish(count)} ${count === 1 ? 'rad' : 'rader'}`;
const named = (names: readonly string[]): string => names.map((name) => `”${name}”`).join(', ');

/** What HR cannot see of an upload in its lines: what was read, as what, and what was left out. */
export function sourceWords({ sheet, otherSheets, unreadSheets, hiddenRows, encoding }: ListSource): string[] {
  const others = otherSheets.map((other) => `”${other.name}” (${rows(other.rows)})`).join(', ');
  return [
    sheet !== undefined && `Listan är läst från bladet ”${sheet}”.`,
    others !== '' && `Det står adresser också på ${others}. De är inte med. Lägg dem på samma blad om de ska vara det.`,
    unreadSheets.length > 0 && `${named(unreadSheets)} gick inte att läsa, för att bladet är för stort eller skadat.`,
    hiddenRows > 0 &&
      `${rows(hiddenRows)} är ${hiddenRows === 1 ? 'dold eller bortfiltrerad' : 'dolda eller bortfiltrerade'} i filen och inte med. Rensa filtret och ladda upp igen om de ska vara det.`,
    encoding !== undefined && encodingWords(encoding),
  ].filter((line) => line !== false);
}

const encodingWords = (encoding: string): string =>
  encoding === 'UTF-8 twice'
    ? 'Filens å, ä och ö var sparade fel (”Ã¥” för ”å”). De är rättade. Se efter att namnen på enheterna stämmer.'
    : `Filen är inte sparad som UTF-8. Den är läst som ${encoding}. Se efter att å, ä och ö stämmer.`;

/** What HR is told of a list as a whole: an upload, or the members of a team, who have no units. */
export function listWords({ lines, unitHeading, source }: ListView): string[] {
  const usable = lines.filter(({ verdict }) => verdict === 'matched' || verdict === 'unknown');
  if (!source) return ['Ett team säger inget om enheter, så resultatet delas inte upp.'];
  return [...sourceWords(source), ...(usable.length ? unitWords(usable, unitHeading) : [nobodyFound])];
}

const nobodyFound =
  'Ingen rad har en e-postadress eller ett objekt-id som går att läsa. Se efter att det är rätt lista, och att adresserna står i en kolumn som heter ”E-post”.';

function unitWords(usable: readonly ListLine[], heading: string | undefined): string[] {
  if (heading === undefined)
    return ['Ingen kolumn med enhet hittades, så resultatet delas inte upp. Kalla kolumnen ”Enhet” och ladda upp listan igen om det ska delas upp.']; // prettier-ignore
  const without = usable.filter(({ unit }) => !unit).length;
  const long = usable.filter(({ unit }) => unit.length >= longestUnit).length;
  return [
    heading ? `Enheten är läst ur kolumnen ”${heading}”.` : 'Enheten är läst ur en kolumn utan rubrik.',
    without > 0 && `${rows(without)} har ingen enhet.`,
    long > 0 && `${rows(long)} har en enhet med så långt namn att bara de första ${longestUnit} tecknen är med.`,
  ].filter((line) => line !== false);
}
