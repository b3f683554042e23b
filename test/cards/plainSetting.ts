import { type CardContext } from '../../src/cards/cardContext';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';
import { calendar } from '../ourCalendar';
import { usualRetention } from '../usualRetention';

/** What a card is drawn with where there are no guides and no links. */
export const plainSetting: CardContext = {
  texts: readTexts(`${projectRoot}/cards`),
  hrContact: 'HR',
  documents: () => [],
  flows: [],
  reflections: [],
  rehearsals: [],
  sourceOf: () => {
    throw new Error('no guide here');
  },
  linkTo: () => undefined,
  calendar,
  retention: usualRetention,
  calendarLinkTo: () => undefined,
  now: () => new Date('2026-11-23T12:00:00Z'),
};
