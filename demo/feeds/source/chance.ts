/** Numbers from 0 to 1 that look like chance and are the same in every run. */
export function chance(seed: number): () => number {
  return () => (seed = (seed * 16807) % 2147483647) / 2147483647;
}
