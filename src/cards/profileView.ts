import { type Place, type Profile, type ProfileLine } from '../coaching/profile';
import { dateInWords } from '../shared/localTime';
import { fill } from '../shared/texts';
import { sourceView, type CardContext } from './cardContext';

const track: readonly Place[] = ['1', '2', '3', '4', '5'];

/**
 * What layouts/summaryProfile.json shows: for each line its two poles, five places between them, and the same in words. The
 * places are marked by words, so that they can be read in any theme and by a screen reader.
 */
export function profileView(setting: CardContext, { times, lines, nearest }: Profile) {
  const { profile } = setting.texts;
  const [lastTime, now] = times.slice(-2).map((time) => dateInWords(new Date(time)));
  const legend = lastTime && now ? [fill(profile.legend, { lastTime, now })] : [];
  return {
    lead: [profile.lead, ...legend].map((text) => ({ text })),
    lines: lines.map((line) => lineView(setting, line)),
    others: nearest
      ? [
          {
            heading: fill(profile.others, { label: nearest.label }),
            quotes: nearest.others.map((source) => sourceView(setting, source)),
          },
        ]
      : [],
  };
}

function lineView(
  { texts: { profile, coaching } }: CardContext,
  { label, poles: [left, right], places, words, private: own }: ProfileLine,
) {
  const now = places.at(-1);
  const lastTime = places.at(-2);
  const mark = (place: Place): string => {
    if (place === now && place === lastTime) return profile.mark.both;
    return place === now ? profile.mark.now : place === lastTime ? profile.mark.lastTime : '·';
  };
  return {
    label: own ? `${label} · ${coaching.private}` : label,
    left,
    right,
    places: track.map((place) => ({
      text: mark(place),
      style: place === now ? 'accent' : 'emphasis',
      weight: place === now ? 'Bolder' : 'Default',
    })),
    words,
  };
}
