import { publishResults, type CountedAnswer } from '../../src/campaigns/publish';
import { certainties, type Attack, type Deed, type Found, type Rule, type World } from './attacker';

export const answersOf = (world: World): CountedAnswer[] =>
  world.flatMap((people, group) =>
    people.flatMap((deed) =>
      deed === 'silent' ? [] : [{ group: `g${group}`, values: { q: [String(deed)] }, shared: {} }],
    ),
  );
export const published =
  (least: number): Rule =>
  (world) =>
    JSON.stringify(publishResults(answersOf(world), least));

/** Where everybody in a group answered alike, the page warns that a person who sees the figure knows each answer. */
const isAlike = ({ world, group, deed }: Found): boolean =>
  deed !== 'silent' && world[group]!.every((one) => one === deed);
export const learned = (attack: Attack, rule: Rule) => certainties(attack, rule).filter((found) => !isAlike(found));

/**
 * What is certain about single people in this one world, where there are too many worlds to look at. The attacker is not certain
 * about a person who did something else than another in the group, if the figures stay the same when the two are exchanged. Nor
 * about a person who could have acted otherwise alone, or together with one person of another group who makes up for it. The
 * first `count` people of the first group are accomplices.
 */
export function learnedFromOne(world: World, count: number, options: number, rule: Rule): Found[] {
  const deeds: Deed[] = ['silent', ...Array.from({ length: options }, (_, option) => option)];
  const shown = rule(world);
  const with_ = (group: number, at: number, deed: Deed, from = world): World =>
    from.map((own, each) => (each === group ? own.with(at, deed) : own));
  const firstOf = (group: number): number => (group === 0 ? count : 0);
  const isInDoubt = (group: number): boolean => {
    const [first, own] = [firstOf(group), world[group]!];
    const deed = own[first]!;
    const other = own.findIndex((one, at) => at > first && one !== deed);
    if (other >= 0) return rule(with_(group, other, deed, with_(group, first, own[other]!))) === shown;
    return deeds
      .filter((otherwise) => otherwise !== deed)
      .map((otherwise) => with_(group, first, otherwise))
      .some(
        (changed) =>
          rule(changed) === shown ||
          world.some((theirs, each) =>
            theirs.some(
              (_, at) =>
                each !== group &&
                at >= firstOf(each) &&
                deeds.some((does) => rule(with_(each, at, does, changed)) === shown),
            ),
          ),
      );
  };
  return world
    .map((own, group) => ({ world, group, deed: own[firstOf(group)]! }))
    .filter(({ group, deed }) => firstOf(group) < world[group]!.length && deed !== undefined && !isInDoubt(group))
    .filter(({ group, deed }) => deed === 'silent' || world[group]!.slice(firstOf(group)).some((one) => one !== deed));
}
