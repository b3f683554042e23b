import fc from 'fast-check';
import {
  transition,
  duplicate,
  type CampaignAction,
  type Campaign,
  type CampaignState,
} from '../../src/campaigns/campaign';
import { aDraft } from './aCampaign';

const now = new Date('2026-11-24T08:00:00Z');
const draft = aDraft();
const does = (campaign: Campaign, act: CampaignAction, { by = 'hanna', size = 10 } = {}) =>
  transition(campaign, act, { by, now, size, approvalOver: 500 });
const inState = (state: CampaignState): Campaign => ({ ...draft, state, launchedBy: 'hanna' });

describe('a campaign', () => {
  it('runs when it is launched, and remembers by whom and when', () => {
    expect(does(draft, 'launch')).toEqual({ ...draft, state: 'running', launchedBy: 'hanna', launchedAt: now });
  });

  it('to everybody waits for a second person where they are many', () => {
    const waiting = does(draft, 'launch', { size: 501 }) as Campaign;
    expect(waiting).toMatchObject({ state: 'awaiting', launchedBy: 'hanna' });
    expect(waiting.launchedAt).toBeUndefined();
    expect(does(waiting, 'approve')).toBe('ownLaunch');
    expect(does(waiting, 'approve', { by: 'bo' })).toMatchObject({ state: 'running', launchedAt: now });
  });

  it('to a group waits as well: what counts is how many are reached', () => {
    const toGroup: Campaign = { ...draft, audience: { kind: 'group', group: 'g' } };
    expect(does(toGroup, 'launch', { size: 501 })).toMatchObject({ state: 'awaiting' });
    expect(does(toGroup, 'launch', { size: 500 })).toMatchObject({ state: 'running' });
  });

  it.each([
    ['pause', 'running', 'paused'],
    ['resume', 'paused', 'running'],
    ['cancel', 'running', 'cancelled'],
    ['cancel', 'awaiting', 'cancelled'],
    ['recall', 'cancelled', 'recalled'],
    ['close', 'paused', 'closed'],
  ] as const)('can %s where it is %s, and is %s then', (act, from, to) => {
    expect(does(inState(from), act)).toMatchObject({ state: to });
  });

  it('never leaves an end, whatever is done to it', () => {
    const acts = fc.array(
      fc.constantFrom<CampaignAction>('launch', 'approve', 'pause', 'resume', 'cancel', 'recall', 'close'),
    );
    fc.assert(
      fc.property(fc.constantFrom<CampaignState>('closed', 'recalled'), acts, (end, tried) => {
        for (const act of tried) expect(does(inState(end), act, { by: 'bo' })).toBe('notNow');
      }),
    );
  });

  it('is a draft again as a duplicate, with nothing of what became of it', () => {
    const copy = duplicate({ ...inState('closed'), closedAt: now }, { id: 'd', createdBy: 'bo', createdAt: now });
    expect(copy).toEqual({ ...draft, id: 'd', createdBy: 'bo' });
  });
});
