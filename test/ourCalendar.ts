import path from 'node:path';
import { readCalendar } from '../src/campaigns/calendar';
import { projectRoot } from '../src/shared/config';

/** The calendar that the service comes with. */
export const calendar = readCalendar(path.join(projectRoot, 'cards/calendar.yaml'));
