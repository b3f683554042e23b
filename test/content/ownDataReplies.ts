import { type Reply } from '../../src/bot/reply';
import { type Format } from '../../src/downloads/order';
import { type OwnData } from '../../src/people/ownData';
import { hostile } from './guideReplies';

const at = '2026-11-20T12:00:00.000Z';
const links = (...all: Format[]) =>
  all.map((format) => ({ format, url: `https://coach.region.example/hamta/${'x'.repeat(43)}` }));

/** A person of whom there is something of every kind. */
export const everythingOwn: OwnData = {
  name: hostile,
  email: 'asa@region.example',
  firstSeenAt: at,
  optedOutAt: at,
  sessions: [
    { title: 'Ramar', startedAt: at, given: [{ asked: 'Vad?', words: [hostile, 'två'], givenAt: at }] },
    { title: 'Tom', startedAt: at, open: true, given: [] },
  ],
  feedback: [
    { reaction: 'like', givenAt: at },
    { reaction: 'dislike', words: hostile, givenAt: at },
  ],
  answers: [{ title: 'Ramar', occurrence: '2026-11-20' }],
  questions: [{ said: [{ by: 'manager', text: hostile, at }] }],
  campaigns: [{ title: 'Ramar', occurrence: '2026-11-20' }],
  messages: [{}],
  unanswered: [{ month: '2026-11', word: 'parkering' }],
  groups: [{ title: 'Chefer', unit: 'Öron' }],
  absences: [{ from: '2026-12-01', until: '2026-12-05' }],
  acts: [{}],
  ownCampaigns: [{}],
  takenQuestions: [{}],
};

const { name, email, optedOutAt, ...others } = everythingOwn;
const nothingOwn = {
  ...(Object.fromEntries(Object.keys(others).map((key) => [key, []])) as unknown as OwnData),
  firstSeenAt: at,
};

/** Every card of a person's own data. */
export const ownDataReplies = (): Reply[] => [
  { kind: 'ownData', data: everythingOwn },
  { kind: 'ownData', data: nothingOwn },
  { kind: 'erasingAll', since: at },
  { kind: 'fileLinks', links: links('html', 'json'), until: new Date(at) },
  { kind: 'fileLinks', links: links('word', 'pdf', 'markdown'), until: new Date(at), session: 'a1b2' },
];
