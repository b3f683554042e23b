const dailyMs = 24 * 60 * 60 * 1000;

/**
 * Prunes at once, and then every 24 hours until the returned function is called. `failed` gets the error of a later pruning.
 * @throws where the first pruning fails
 */
export async function pruneDaily(prune: () => Promise<void>, failed: (error: unknown) => void): Promise<() => void> {
  await prune();
  const timer = setInterval(() => void prune().catch(failed), dailyMs);
  return () => clearInterval(timer);
}
