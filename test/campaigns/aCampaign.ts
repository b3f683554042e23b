import { type Campaign } from '../../src/campaigns/campaign';
import { type Run } from '../../src/campaigns/run';
import { type StoredResponse } from '../../src/store/responses';

const made = new Date('2026-11-24T08:00:00.000Z');

/** A campaign to everybody that nobody has launched. A test names what it is about, and takes the rest as it comes. */
export const aDraft = (over: Partial<Campaign> = {}): Campaign => ({
  id: 'c1',
  title: 'Ramar',
  flow: 'tydliga-ramar',
  plan: { kind: 'once', at: '2099-01-07T09:00' },
  answerDays: 5,
  audience: { kind: 'everyone' },
  state: 'draft',
  revision: 0,
  least: 6,
  createdBy: 'hanna',
  createdAt: made,
  ...over,
});

/** A campaign that is running; its plan names no moment that could come during a test. */
export const aCampaign = (over: Partial<Campaign> = {}): Campaign =>
  aDraft({ state: 'running', launchedBy: 'hanna', launchedAt: made, ...over });

/** A run of that campaign that is to come: on a Monday, with the week to answer in. */
export const aRun = (over: Partial<Run> = {}): Run => ({
  campaign: 'c1',
  day: '2026-11-30',
  dueAt: new Date('2026-11-30T08:00:00.000Z'),
  answerUntil: '2026-12-04',
  state: 'planned',
  recipients: 0,
  held: { absent: 0, capped: 0 },
  ...over,
});

/** What Åsa has answered to that campaign. */
export const aResponse = (over: Partial<StoredResponse> = {}): StoredResponse => ({
  campaign: 'c1',
  occurrence: '2026-11-30',
  person: 'asa',
  group: '',
  given: { ramar: ['4'] },
  shared: {},
  ...over,
});
