/** A measurement at a moment. */
export interface Sample {
  readonly minutes: number;
  readonly value: number;
}

/** How much the value grows a minute, by least squares. NaN without two different moments. */
export function slopeOf(samples: readonly Sample[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [at, of] = [mean(samples.map(({ minutes }) => minutes)), mean(samples.map(({ value }) => value))];
  const spread = samples.reduce((sum, { minutes }) => sum + (minutes - at) ** 2, 0);
  return samples.reduce((sum, { minutes, value }) => sum + (minutes - at) * (value - of), 0) / spread;
}
