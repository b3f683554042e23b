const dailyMs = 24 * 60 * 60 * 1000;

/** Prunes now and then every day, until the function that comes back is called. @throws where the first time fails */
export async function pruneDaily(prune: () => Promise<void>, failed: (error: unknown) => void): Promise<() => void> {
  await prune();
  const timer = setInterval(() => void prune().catch(failed), dailyMs);
  return () => clearInterval(timer);
}
