/** After the tests on PostgreSQL: stops the one that start.ts started. */
export default async function stop(): Promise<void> {
  await (globalThis as { stopPostgres?: () => Promise<void> }).stopPostgres?.();
}
