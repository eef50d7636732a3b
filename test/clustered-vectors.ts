/** A row of numbers from 0 to 1 that looks like chance and is always the same (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Vectors as models give them: around some centres, the same on every machine. `clusters`: how many centres; the noise is as long as the way from the
 * origin to a centre, so that neighbours lie within a cluster and are not the cluster.
 */
export function clusteredVectors(
  count: number,
  { dimensions = 1_536, clusters = 100, seed = 1 }: { dimensions?: number; clusters?: number; seed?: number } = {},
): Float32Array[] {
  const next = chance(1);
  const centres = Array.from({ length: clusters }, () => Float32Array.from({ length: dimensions }, () => next() - 0.5));
  const noise = chance(seed * 7_919);
  return Array.from({ length: count }, (_, i) => {
    const centre = centres[i % clusters] ?? new Float32Array(dimensions);
    return centre.map((number) => number + noise() - 0.5);
  });
}
