/** What a person did in a run: chose this option, or was silent. */
export type Deed = number | 'silent';

/** A group on HR's list, by what each of its people did. */
export type World = readonly (readonly Deed[])[];

/** What HR is shown of a world, as text that can be compared. */
export type Rule = (world: World) => string;

/** Every way in which this many people can have acted, without the order of the people: how many did what. */
export function* tallies(people: number, deeds: readonly Deed[]): Generator<readonly Deed[]> {
  const [first, ...others] = deeds;
  if (others.length === 0) {
    yield Array<Deed>(people).fill(first!);
    return;
  }
  for (let count = 0; count <= people; count++)
    for (const rest of tallies(people - count, others)) yield [...Array<Deed>(count).fill(first!), ...rest];
}

/** The knowledge of an attacker who holds HR's list, and whose accomplices are the first people of each group. */
export interface Attack {
  /** How many people each group has. */
  readonly sizes: readonly number[];
  /** What the accomplices in each group did: they tell. */
  readonly accomplices: readonly (readonly Deed[])[];
  readonly options: number;
  /** Whether worlds of one group are looked at only up to what the options are called. */
  readonly alike?: boolean;
}

/** What two accomplices in a group did, up to their order: every pair, or with `alike` one of those that differ only by what the options are called. */
export function pairs(options: number, alike = false): [one: Deed, other: Deed][] {
  const deeds: Deed[] = ['silent', ...Array.from({ length: alike ? 2 : options }, (_, option) => option)];
  const all = deeds.flatMap((one, at) => deeds.slice(at).map((other): [Deed, Deed] => [one, other]));
  return alike ? all.filter(([one, other]) => one !== 1 && (one !== 'silent' || other !== 1)) : all;
}

/**
 * Of worlds of one group that differ only by the names of options that no accomplice chose, the one in which the earlier option
 * has more. If the attacker learns nothing in these worlds, the attacker learns nothing in the others, provided that the figures
 * treat all options alike.
 */
const isFirstAlike = (others: readonly Deed[], named: ReadonlySet<Deed>, options: number): boolean => {
  const counts = Array.from({ length: options }, (_, option) => option)
    .filter((option) => !named.has(option))
    .map((option) => others.filter((deed) => deed === option).length);
  return counts.every((count, at) => at === 0 || count <= counts[at - 1]!);
};

/** Something that the attacker knows for certain about one other person. */
export interface Found {
  readonly world: World;
  readonly group: number;
  readonly deed: Deed;
}

/**
 * What an attacker learns for certain about a single other person, in any world. The attacker looks at all worlds that show the
 * same figures. All people of a group who are no accomplices look alike. So the attacker is certain about one of them only where
 * all of them did the same in all of these worlds.
 */
export function certainties({ sizes, accomplices, options, alike = false }: Attack, rule: Rule): Found[] {
  if (alike && sizes.length > 1)
    throw new Error('Only worlds of one group are looked at up to the names of the options.');
  const deeds: Deed[] = ['silent', ...Array.from({ length: options }, (_, option) => option)];
  const named = new Set(accomplices.flat());
  const worlds = sizes.map((size, group) =>
    [...tallies(size - accomplices[group]!.length, deeds)].filter((own) => !alike || isFirstAlike(own, named, options)),
  );
  const seen = new Map<string, World[]>();
  for (const others of product(worlds)) {
    const shown = rule(others.map((own, group) => [...accomplices[group]!, ...own]));
    const same = seen.get(shown);
    if (same) same.push(others);
    else seen.set(shown, [others]);
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
