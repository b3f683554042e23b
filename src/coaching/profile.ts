import { dateInWords } from '../shared/localTime';
import { fill, type Texts } from '../shared/texts';
import { places, type Source, type Step } from './flow';
import { type SessionState } from './guidance';

export type Place = (typeof places)[number];

/** The scales of a guide as lines between two poles, with earlier times. Places are never added up or judged. */
export interface Profile {
  readonly kind: 'profile';
  /** The moment of each time: ISO times, oldest first, this time last. */
  readonly times: readonly string[];
  readonly lines: readonly ProfileLine[];
}

/** How others do it, for the line that is nearest its first pole. */
export interface Others {
  readonly kind: 'others';
  /** The line's label. */
  readonly label: string;
  readonly sources: readonly Source[];
  /** The id of the guide that fits. */
  readonly guide?: string;
}

export interface ProfileLine {
  readonly label: string;
  readonly private: boolean;
  readonly poles: readonly [string, string];
  /** The place at each time; undefined where it was left empty. */
  readonly places: readonly (Place | undefined)[];
  /** The same in words: "Förra gången: till vänster → Nu: i mitten". */
  readonly words: string;
}

/** The most times that a profile shows, including this one. */
export const mostTimes = 4;
/** From this many times on, each earlier one is named by its day, because there is a trend to see. */
const timesOfTrend = 3;

type Scale = Extract<Step, { kind: 'scale' }>;

/** The profile of a session; undefined where no scale has been answered. `earlier` are this guide's sessions before it, newest first. */
export function profileOf(
  { profile }: Pick<Texts, 'profile'>,
  current: SessionState,
  earlier: readonly SessionState[],
): Profile | undefined {
  const all = [...earlier.slice(0, mostTimes - 1).reverse(), current];
  const times = all.map(({ session }) => session.moves.at(-1)?.madeAt ?? session.startedAt);
  const scales = scalesOf(current);
  if (!scales.length) return undefined;
  const tell = (where: Place | undefined, at: number) => {
    const place = where ? profile.places[where] : profile.noPlace;
    if (at === all.length - 1) return fill(profile.now, { place });
    if (all.length < timesOfTrend) return fill(profile.lastTime, { place });
    return fill(profile.on, { day: dateInWords(new Date(times[at]!)), place });
  };
  const lines = scales.map(({ id, label, poles, private: own }): ProfileLine => {
    const stood = all.map((each) => placeOf(each, id));
    return { label, private: own, poles, places: stood, words: stood.map(tell).join(' → ') };
  });
  return { kind: 'profile', times, lines };
}

/**
 * How others do it, for the scale on which the person is nearest its first pole (the first of several). Undefined where every
 * scale is at the second pole, or the manager does not know.
 */
export function othersFor(current: SessionState): Others | undefined {
  const [nearest] = scalesOf(current)
    .map((scale) => ({ scale, place: placeOf(current, scale.id) }))
    .filter(({ scale, place }) => scale.others.length && place && place < '5')
    .sort((one, other) => Number(one.place) - Number(other.place));
  if (!nearest) return undefined;
  const { label, others, guide } = nearest.scale;
  return { kind: 'others', label, sources: others, ...(guide && { guide }) };
}

/** The answered scales on the person's path. */
const scalesOf = (current: SessionState): Scale[] =>
  current.state.path
    .flatMap(({ steps }) => steps)
    .filter((step): step is Scale => step.kind === 'scale' && placeOf(current, step.id) !== undefined);

function placeOf({ state }: SessionState, step: string): Place | undefined {
  const value = state.responses.get(step)?.value;
  return places.find((place) => place === value);
}
