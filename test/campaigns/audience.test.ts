import fc from 'fast-check';
import { dryRun, type AudienceMember } from '../../src/campaigns/audience';

const member = (person: string, reachable = true): AudienceMember => ({ person, group: '', reachable });
const nobody = { absent: new Set<string>(), capped: new Set<string>(), optedOut: new Set<string>() };

describe('a dry run', () => {
  it('tells who would get it, who is not reached yet and who is left out', () => {
    const members = ['a', 'b', 'c', 'd'].map((person) => member(person)).concat(member('e', false));
    const out = { absent: new Set(['b']), capped: new Set(['c']), optedOut: new Set(['d']) };
    const { recipients, waiting, absent, capped, optedOut } = dryRun(members, out);
    expect([recipients, waiting, absent, capped, optedOut].map((all) => all.map(({ person }) => person))).toEqual([
      ['a'],
      ['e'],
      ['b'],
      ['c'],
      ['d'],
    ]);
  });

  it('counts each person once, however often listed', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const names = fc.array(name).map((all) => new Set(all));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.boolean())), names, names, names, (listed, absent, capped, optedOut) => {
        const run = dryRun(
          listed.map(([person, reachable]) => member(person, reachable)),
          { absent, capped, optedOut },
        );
        const all = Object.values(run)
          .flat()
          .map(({ person }: AudienceMember) => person);
        expect(all.sort()).toEqual([...new Set(listed.map(([person]) => person))].sort());
      }),
    );
  });

  it('leaves nobody out without a reason', () => {
    expect(dryRun([member('a')], nobody).recipients).toHaveLength(1);
  });
});
