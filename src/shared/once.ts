/** Makes a thing when it is first asked for, and returns the same thing afterwards. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
