import { longestPromise, mayPromise, promiseOf, WrittenPromise } from '../../src/campaigns/promise';
import { aCampaign, aRun } from './aCampaign';

describe('what HR writes that it promises', () => {
  const read = (text: unknown) => WrittenPromise.safeParse({ text });

  it('is one line of text, whatever stood between the words', () => {
    expect(read('  Vi går igenom svaren\r\n\tmed er\u0000 i januari. ').data).toEqual({
      text: 'Vi går igenom svaren med er i januari.',
      carried: false,
    });
  });

  it('may be empty, which takes it back', () => {
    expect(read(' \n ').data?.text).toBe('');
  });

  it('has at most three hundred characters, and is a text', () => {
    expect(read('x'.repeat(longestPromise)).success).toBe(true);
    const [issue] = read('x'.repeat(longestPromise + 1)).error!.issues;
    expect(issue!.message).toBe('Högst 300 tecken.');
    for (const text of [undefined, null, 7, {}, ['a']])
      expect(read(text).error!.issues[0]!.message).toBe('Skriv en mening.');
    expect(WrittenPromise.safeParse({ text: 'a', carried: 'ja' }).success).toBe(false);
  });
});

describe('what HR promises of a run', () => {
  const carried = aCampaign({ promise: 'Vi återkommer.' });

  it('is its own sentence, else the one that the campaign carries', () => {
    expect(promiseOf(aRun({ promise: 'Vi ses i mars.' }), carried)).toBe('Vi ses i mars.');
    expect(promiseOf(aRun({ state: 'sent' }), carried)).toBe('Vi återkommer.');
    expect(promiseOf(aRun(), aCampaign())).toBeUndefined();
  });

  it('is nothing where HR has taken it back for this run', () => {
    expect(promiseOf(aRun({ promise: '' }), carried)).toBeUndefined();
  });

  it('is settled once the run is published: what is said later is for the runs to come', () => {
    expect(promiseOf(aRun({ state: 'published' }), carried)).toBeUndefined();
  });

  it('can be written before the run is published, and not of a campaign that is over or taken back', () => {
    expect(
      (['planned', 'sent', 'published', 'skipped'] as const).map((state) => mayPromise(aRun({ state }), carried)),
    ).toEqual([true, true, false, false]);
    for (const state of ['recalled', 'closed'] as const)
      expect(mayPromise(aRun({ state: 'sent' }), aCampaign({ state }))).toBe(false);
  });
});
