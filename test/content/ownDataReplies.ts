import { type Reply } from '../../src/bot/reply';
import { type Format } from '../../src/downloads/order';
import { type OwnData } from '../../src/people/ownData';
import { longestUnderstanding, type Share } from '../../src/shares/share';
import { aDocument } from '../downloads/aDocument';
import { hostile } from './guideReplies';

const at = '2026-11-20T12:00:00.000Z';
const links = (...all: Format[]) =>
  all.map((format) => ({ format, url: `https://coach.region.example/hamta/${'x'.repeat(43)}` }));

/** A person with data of every kind. */
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
  commitments: [{ title: 'Ramar', what: hostile, due: '2026-12-01' }],
  dialogues: [{ text: hostile }],
  shares: [
    { ownerName: hostile, receiverName: 'Bo', sharedAt: at },
    {
      ownerName: 'Bo',
      receiverName: hostile,
      sharedAt: at,
      title: 'Utkast',
      understanding: { words: hostile, writtenAt: at },
    },
  ],
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

const id = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const longest = '丈'.repeat(5000);
const longestBack = '丈'.repeat(longestUnderstanding);
const textOf = (text: string) => aDocument({ title: 'Överenskommelse', blocks: [{ kind: 'heading', text: 'Uppdrag' }, { kind: 'text', text }, ...aDocument().blocks] }); // oxfmt-ignore
const shareOf = (text: string, over: Partial<Share> = {}): Share => ({
  id,
  owner: 'asa',
  ownerName: hostile,
  receiverName: hostile,
  written: textOf(text),
  sharedAt: at,
  expiresAt: at,
  withdrawn: false,
  ...over,
});

/** Every card of sharing, with what is hostile and what is longest. */
const shareReplies = (): Reply[] => [
  ...[true, false].map((isEmpty) => ({ kind: 'shareForm', session: 'a1b2', isEmpty }) as const),
  { kind: 'shareInvitation', share: id, from: hostile },
  { kind: 'understandingInvitation', share: id, from: hostile },
  ...[hostile, longest].flatMap((text): Reply[] => [
    { kind: 'sharePreview', session: 'a1b2', written: textOf(text) },
    {
      kind: 'sharePreview',
      session: 'a1b2',
      written: textOf(text),
      sending: { share: id, to: hostile, name: hostile, seen: 'x'.repeat(43) },
    },
    { kind: 'sharedText', share: shareOf(text) },
    { kind: 'sharedText', share: shareOf(text, { isAgreement: true }), problem: 'tooLong', draft: longestBack },
    { kind: 'sharedText', share: shareOf(text, { isAgreement: true, understanding: { writtenAt: at } }) },
    ...[hostile, longestBack].flatMap((words): Reply[] => {
      const share = shareOf(text, { isAgreement: true, understanding: { words, writtenAt: at } });
      return [
        { kind: 'sharedText', share },
        { kind: 'answeredText', share },
      ];
    }),
  ]),
  {
    kind: 'shares',
    shares: [
      { withdrawn: true },
      { openedOn: '2026-11-20' },
      { understanding: { words: hostile, writtenAt: at } },
      {},
      {},
      {},
      {},
    ].map((over) => shareOf(hostile, over)),
  },
];

/** Every card of a person's own data. */
export const ownDataReplies = (): Reply[] => [
  ...shareReplies(),
  { kind: 'ownData', data: everythingOwn },
  { kind: 'ownData', data: nothingOwn },
  { kind: 'erasingAll', since: at },
  { kind: 'fileLinks', links: links('html', 'json'), code: '012345', until: new Date(at) },
  { kind: 'fileLinks', links: links('word', 'pdf', 'markdown'), code: '012345', until: new Date(at), session: 'a1b2' },
];
