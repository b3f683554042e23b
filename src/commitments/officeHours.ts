import { dayOf, momentAt, timeOf } from '../shared/localTime';

/** Local times (HH:mm) between which a person may be reminded. `to` itself is outside. */
export interface OfficeHours {
  readonly from: string;
  readonly to: string;
}

export const usualHours: OfficeHours = { from: '08:00', to: '17:00' };
/** Nobody is reminded outside these hours, whatever hours a person sets. */
export const widestHours: OfficeHours = { from: '06:00', to: '20:00' };
const partsOfDay: Readonly<Record<string, OfficeHours>> = {
  morgonen: { from: '08:00', to: '10:00' },
  förmiddagen: { from: '08:00', to: '12:00' },
  eftermiddagen: { from: '12:00', to: '17:00' },
};

/** Whether a person may be reminded at this moment. `isWorkingDay` takes a local ISO date. */
export const isWithin = (hours: OfficeHours, at: Date, isWorkingDay: (day: string) => boolean): boolean =>
  isWorkingDay(dayOf(at)) && timeOf(at) >= hours.from && timeOf(at) < hours.to;

/** The moment when the office hours end on this moment's local day. */
export const endOfHours = (hours: OfficeHours, at: Date): Date => momentAt(dayOf(at), hours.to);

/** What a message about office hours wants. */
export type HoursRequest =
  | { readonly kind: 'set'; readonly hours: OfficeHours }
  | { readonly kind: 'reset' | 'show' | 'unclear' };

const clock = String.raw`(\d{1,2})(?:[.:](\d\d))?`;
const range = new RegExp(
  String.raw`^(?:mellan |från )?(?:kl\.? ?)?${clock}(?: ?[-–—] ?| till | och )(?:kl\.? ?)?${clock}$`,
);

/** Reads "kontorstid 9-15" or "påminn mig på förmiddagen"; undefined where a text is about something else. */
export function readHours(text: string): HoursRequest | undefined {
  const said = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[!.?]+$/, '')
    .trim();
  const part = /^påminn mig (?:alltid |helst |bara )?på (\p{L}+)$/u.exec(said)?.[1] ?? '';
  if (Object.hasOwn(partsOfDay, part)) return { kind: 'set', hours: partsOfDay[part]! };
  const [about, rest] = /^(?:min |mina )?kontorstid(?:er)?(?: är)?:?(?:$|\s+(.*)$)/.exec(said) ?? [];
  if (about === undefined) return undefined;
  if (!rest) return { kind: 'show' };
  if (/^(?:standard|som vanligt|vanlig|vanliga|återställ)$/.test(rest)) return { kind: 'reset' };
  const [, h1, m1 = '00', h2, m2 = '00'] = range.exec(rest) ?? [];
  if (h1 === undefined || h2 === undefined) return { kind: 'unclear' };
  const hours = { from: `${h1.padStart(2, '0')}:${m1}`, to: `${h2.padStart(2, '0')}:${m2}` };
  return isUsable(hours) ? { kind: 'set', hours } : { kind: 'unclear' };
}

/** Whether hours are within the widest ones and at least an hour long. */
function isUsable({ from, to }: OfficeHours): boolean {
  const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  return (
    isTime(from) && isTime(to) && from >= widestHours.from && to <= widestHours.to && minutes(to) - minutes(from) >= 60
  );
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
