/** Large and prime: the rank of a table of small whole numbers is the same in its field as among fractions. */
const prime = 2_147_483_647n;

const power = (base: bigint, exponent: bigint): bigint => {
  let [result, factor] = [1n, base % prime];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % prime;
    factor = (factor * factor) % prime;
  }
  return result;
};

/** How many of the rows tell something that the others do not. */
export function rank(rows: readonly (readonly number[])[]): number {
  const matrix = rows.map((row) => row.map((value) => ((BigInt(value) % prime) + prime) % prime));
  let found = 0;
  for (let column = 0; column < (matrix[0]?.length ?? 0) && found < matrix.length; column++) {
    const pivot = matrix.findIndex((row, at) => at >= found && row[column] !== 0n);
    if (pivot < 0) continue;
    [matrix[found], matrix[pivot]] = [matrix[pivot]!, matrix[found]!];
    const inverse = power(matrix[found]![column]!, prime - 2n);
    for (let at = found + 1; at < matrix.length; at++) {
      const factor = (matrix[at]![column]! * inverse) % prime;
      if (factor)
        matrix[at] = matrix[at]!.map(
          (value, nth) => (((value - factor * matrix[found]![nth]!) % prime) + prime) % prime,
        );
    }
    found += 1;
  }
  return found;
}

/** All sets of `size` out of these. */
export function* subsets<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = 0; at + size <= all.length; at++)
    for (const rest of subsets(all.slice(at + 1), size - 1)) yield [all[at]!, ...rest];
}

/**
 * Whether somebody who adds and subtracts published tables, as often as he likes, can come to a figure about fewer than
 * `least` people. Each row is a table: how often it counts each answer ever given; `owners` says whose each answer was.
 * A combination that is about these people only is one that vanishes in all other columns, and that is there where
 * leaving their columns out makes rows dependent that were not.
 */
export function learns(rows: readonly (readonly number[])[], owners: readonly string[], least: number): boolean {
  const whole = rank(rows);
  const people = [...new Set(owners)];
  for (const few of subsets(people, Math.min(people.length, least - 1))) {
    const others = rows.map((row) => row.filter((_, at) => !few.includes(owners[at]!)));
    if (rank(others) < whole) return true;
  }
  return false;
}
