import { type Activity } from '../../src/teams/activity';

/** A message in a personal chat as Teams sends it; a test overrides what it is about. */
export const activityOf = (over: object = {}): Activity => ({
  type: 'message',
  id: '1700000000001',
  timestamp: '2026-11-22T09:00:00.000Z',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  text: 'Vad är tillit?',
  from: { id: '29:anna', name: 'Anna', aadObjectId: '33333333-3333-4333-8333-333333333333' },
  recipient: { id: '28:bot', name: 'Tillitscoachen' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: '11111111-1111-4111-8111-111111111111' },
  channelData: { tenant: { id: '11111111-1111-4111-8111-111111111111' } },
  ...over,
});
