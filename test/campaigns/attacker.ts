/** What a person did in a run: chose this option, or was silent. */
export type Deed = number | 'silent';

/** A group on HR's list, by what each of its people did. */
export type World = readonly (readonly Deed[])[];

/** What HR is shown of a world, as text that can be compared. */
export type Rule = (world: World) => string;

/** Every way in which so many people can have acted, up to the order of the people: how many did what. */
export function* tallies(people: number, deeds: readonly Deed[]): Generator<readonly Deed[]> {
  const [first, ...others] = deeds;
  if (others.length === 0) {
    yield Array<Deed>(people).fill(first!);
    return;
  }
  for (let count = 0; count <= people; count++)
    for (const rest of tallies(people - count, others)) yield [...Array<Deed>(count).fill(first!), ...rest];
}

/** What an attacker knows who holds HR's list, and whose accomplices are the first of each group. */
export interface Attack {
  /** How many people each group has. */
  readonly sizes: readonly number[];
  /** What the accomplices in each group did: they tell. */
  readonly accomplices: readonly (readonly Deed[])[];
  readonly options: number;
}

/** Something that he knows for certain of one other person. */
export interface Found {
  readonly world: World;
  readonly group: number;
  readonly deed: Deed;
}

/**
 * What an attacker learns for certain of a single other person, in any world. He looks at all worlds that show the same: people of a
 * group who are not his accomplices are alike to him, so he is certain of one of them only where all of them did the same in all of
 * these worlds.
 */
export function certainties({ sizes, accomplices, options }: Attack, rule: Rule): Found[] {
  const deeds: Deed[] = ['silent', ...Array.from({ length: options }, (_, option) => option)];
  const seen = new Map<string, World[]>();
  for (const others of product(sizes.map((size, group) => [...tallies(size - accomplices[group]!.length, deeds)]))) {
    const shown = rule(others.map((own, group) => [...accomplices[group]!, ...own]));
    seen.set(shown, [...(seen.get(shown) ?? []), others]);
  }
  return [...seen.values()].flatMap((worlds) =>
    sizes.flatMap((_, group) => {
      const done = new Set(worlds.flatMap((world) => world[group]!));
      const [deed] = done;
      return done.size === 1 ? [{ world: worlds[0]!, group, deed: deed! }] : [];
    }),
  );
}

/** One of each. */
export function* product<T>(choices: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...others] = choices;
  if (!first) {
    yield [];
    return;
  }
  for (const one of first) for (const rest of product(others)) yield [one, ...rest];
}
