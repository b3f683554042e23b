const dailyMs = 24 * 60 * 60 * 1000;

/** Prunes now and then once a day, until the returned function is called. @throws where the first pruning fails */
export async function pruneDaily(prune: () => Promise<void>, failed: (error: unknown) => void): Promise<() => void> {
  await prune();
  const timer = setInterval(() => void prune().catch(failed), dailyMs);
  return () => clearInterval(timer);
}
