import path from 'node:path';
import { timeNeeded } from '../../src/coaching/stepText';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';

const { coaching } = readTexts(path.join(projectRoot, 'cards'));

it.each([
  ['1', '1 minut'],
  ['5', '5 minuter'],
  ['5–10', '5–10 minuter'],
])('a guide of %s takes %s', (minutes, words) => expect(timeNeeded(coaching, { minutes })).toBe(words));
