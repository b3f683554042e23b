import { failingOf, pauseFailing } from '../../src/campaigns/pauseFailing';
import { type LastOutcome } from '../../src/deliveries/delivery';
import { type Campaign } from '../../src/campaigns/campaign';
import { type CampaignStore } from '../../src/campaigns/ports';
import { aCampaign } from './aCampaign';

const now = new Date('2026-11-24T08:02:00.000Z');
const at = (second: number) => new Date(now.getTime() + second * 1000);
const times = (count: number, outcome: LastOutcome): LastOutcome[] => Array<LastOutcome>(count).fill(outcome);
const refused = (because: LastOutcome['because']): LastOutcome => ({ because, refusedSince: now });
const ended: LastOutcome = {};

describe('sending fails', () => {
  it('where more than half of the last outcomes are the same refusal', () => {
    expect(failingOf([...times(11, refused('unauthorised')), ...times(9, ended)])).toEqual({
      because: 'unauthorised',
      since: now,
    });
    expect(failingOf([...times(10, refused('unauthorised')), ...times(10, ended)])).toBeUndefined();
    expect(failingOf(times(20, refused('unreachable')))?.because).toBe('unreachable');
  });

  it('not where refusals differ, nor where few have been tried', () => {
    const both = [...times(10, refused('unauthorised')), ...times(10, refused('unreachable'))];
    expect(failingOf(both)).toBeUndefined();
    expect(failingOf(times(9, refused('unauthorised')))).toBeUndefined();
    expect(failingOf(times(10, refused('unauthorised')))).toBeDefined();
  });

  it('not where Teams only asks to wait', () => {
    expect(failingOf(times(20, refused('slowed')))).toBeUndefined();
  });

  it('since the first of them was refused', () => {
    const one = (second: number): LastOutcome => ({ because: 'unreachable', refusedSince: at(second) });
    expect(failingOf([one(60), one(7), one(30), ...times(9, one(80))])?.since).toEqual(at(7));
  });
});

describe('a campaign of which most is refused', () => {
  const tries = async (campaign: Campaign, changes = true) => {
    const [kept, written]: [Campaign[], unknown[]] = [[], []];
    const store = {
      find: () => Promise.resolve(campaign),
      lastOutcomes: () => Promise.resolve(times(20, refused('unauthorised'))),
      change: (next: Campaign) => Promise.resolve(changes && kept.push(next) > 0),
    } as Partial<CampaignStore> as CampaignStore;
    const record = (...entry: unknown[]) => Promise.resolve(void written.push(entry));
    const paused = await pauseFailing({ store, now: () => now, record }, { campaign: 'c1', day: '2026-11-24' });
    return { paused, kept, written };
  };

  it('is paused by the service, which says why', async () => {
    const { paused, kept, written } = await tries(aCampaign());
    expect(paused).toBe(true);
    expect(kept).toMatchObject([{ state: 'paused', failing: { because: 'unauthorised', since: now } }]);
    expect(written).toEqual([[{ id: 'tjänsten', name: 'Tjänsten' }, 'pause', 'c1']]);
  });

  it.each(['paused', 'cancelled', 'closed'] as const)('stays as it is where it is %s', async (state) => {
    expect(await tries(aCampaign({ state }))).toEqual({ paused: false, kept: [], written: [] });
  });

  it('is looked at again where somebody else has just changed it', async () => {
    expect(await tries(aCampaign(), false)).toEqual({ paused: false, kept: [], written: [] });
  });
});
