/** How much may come at once, and how fast it may go on. */
export interface Allowance {
  burst: number;
  perSecond: number;
}

export interface TokenBuckets {
  /** Takes one token of a key; milliseconds until there is one where there is none, else 0. */
  take(key: string, allowance: Allowance): number;
  size(): number;
}

/**
 * Counts what keys have asked for, in the memory of this process. `clock` in milliseconds from any moment. At most `most` keys are known: for a new one
 * that which has asked longest ago is forgotten, and begins anew.
 */
export function tokenBuckets(clock: () => number, most: number): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(key, { burst, perSecond }) {
      const now = clock();
      const known = buckets.get(key);
      const tokens = known ? Math.min(burst, known.tokens + ((now - known.at) / 1000) * perSecond) : burst;
      const isThere = tokens >= 1;
      // The order of the map is that of asking.
      buckets.delete(key);
      buckets.set(key, { tokens: isThere ? tokens - 1 : tokens, at: now });
      const [oldest] = buckets.keys();
      if (buckets.size > most && oldest !== undefined) buckets.delete(oldest);
      return isThere ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000);
    },
    size: () => buckets.size,
  };
}
