import { type Place, type Profile, type ProfileLine } from '../coaching/profile';
import { dateInWords } from '../shared/localTime';
import { fill } from '../shared/texts';
import { type CardContext } from './cardContext';

const track: readonly Place[] = ['1', '2', '3', '4', '5'];

/**
 * What layouts/summaryProfile.json shows: each line's two poles, five places between them, and the same in words. A sign marks a
 * place, not colour alone, so that it can be read in any theme and by a screen reader.
 */
export function profileView(setting: CardContext, { times, lines }: Profile) {
  const { lead, legend, legendOfTwo } = setting.texts.profile;
  const [now = '', lastTime] = times
    .slice(-2)
    .map((time) => dateInWords(new Date(time)))
    .reverse();
  return {
    lead: [lead, lastTime ? fill(legendOfTwo, { now, lastTime }) : fill(legend, { now })].map((text) => ({ text })),
    lines: lines.map((line) => lineView(setting, line)),
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
