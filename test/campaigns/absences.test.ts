import { readAbsences } from '../../src/campaigns/absences';
import { countVerdicts } from '../../src/campaigns/audienceList';

const read = (...rows: string[][]) =>
  readAbsences(rows, (listedAs) => (listedAs === 'asa@b.se' ? 'reachable' : undefined));

describe('a list of absences', () => {
  it('says who is away from which day until which, in whatever order', () => {
    const lines = read(
      ['Till', 'E-post', 'Från'],
      ['2026-12-24', 'Asa@b.se', '2026-11-24'],
      ['20261224', 'bo@b.se', '20261224'],
      ['2027-01-31', 'asa@b.se', '2027-01-01 00:00:00'],
      ['2026-12-24', 'asa@b.se', '2026-11-24'],
    );
    expect(lines).toEqual([
      { line: 2, listedAs: 'asa@b.se', from: '2026-11-24', until: '2026-12-24', verdict: 'matched' },
      { line: 3, listedAs: 'bo@b.se', from: '2026-12-24', until: '2026-12-24', verdict: 'unknown' },
      { line: 4, listedAs: 'asa@b.se', from: '2027-01-01', until: '2027-01-31', verdict: 'matched' },
      { line: 5, listedAs: 'asa@b.se', from: '2026-11-24', until: '2026-12-24', verdict: 'duplicate', duplicateOf: 2 },
    ]);
    expect(countVerdicts(lines)).toEqual({ matched: 2, unknown: 1, duplicate: 1, malformed: 0 });
  });

  it('is found without a header where the days are', () => {
    expect(read(['x', '2026-11-24', 'asa@b.se', '2026-11-25'])).toMatchObject([
      { from: '2026-11-24', until: '2026-11-25', verdict: 'matched' },
    ]);
  });

  it.each([
    ['2026-02-30', '2026-03-01'],
    ['2026-13-01', '2026-12-31'],
    ['2026-11-24', ''],
    ['2026-11-24', '2026-11-23'],
    ['24/11 2026', '2026-12-24'],
    ['46350', '46360'],
  ])('does not take from %j until %j', (from, until) => {
    expect(read(['mail', 'från', 'till'], ['asa@b.se', from, until])).toEqual([
      { line: 2, listedAs: 'asa@b.se', from, until, verdict: 'malformed' },
    ]);
  });

  it('does not take who cannot be an e-mail', () => {
    expect(read(['mail', 'från', 'till'], ['Åsa', '2026-11-24', '2026-11-24'])).toMatchObject([
      { verdict: 'malformed' },
    ]);
  });
});
