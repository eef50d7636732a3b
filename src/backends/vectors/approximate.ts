import type { ExactIndex } from "./table.ts";
import { assertDirection } from "./vector-bytes.ts";
import type { VectorEntry, VectorIndex, VectorKind, VectorQuery } from "./vector-index.ts";

/** What tells quickly which things of a person are probably the nearest. It is a copy of the tables, and may lag behind them. */
export interface Candidates {
  put(entries: readonly VectorEntry[], now: number): Promise<void>;
  remove(kind: VectorKind, ids: readonly string[]): Promise<void>;
  /** Ids of things that are probably the nearest of a person's, as many as the query's limit where there are so many. */
  near(owner: string, query: VectorQuery): Promise<readonly string[]>;
}

/** Candidates for each thing that is asked for, and at least: what they say of the order is not exact. */
const spare = { factor: 4, least: 50 } as const;

/**
 * An index that looks at the vectors of candidates only, and at all where there are too few of them. One novel has few things: they are all looked at.
 * Candidates are put before the tables: what is in the tables is in both, unless the copy lags behind or was lost.
 */
export function approximateIndex(exact: ExactIndex, candidates: Candidates): VectorIndex {
  return {
    async put(entries, now) {
      for (const { vector } of entries) assertDirection(vector);
      await candidates.put(entries, now);
      await exact.put(entries, now);
    },
    async remove(kind, ids) {
      await exact.remove(kind, ids);
      await candidates.remove(kind, ids);
    },
    async nearest(scope, query) {
      assertDirection(query.vector);
      if (scope.novel !== null) return exact.nearest(scope, query);
      const limit = Math.max(query.limit * spare.factor, spare.least);
      const ids = await candidates.near(scope.owner, { ...query, limit });
      const found = await exact.nearestOf(ids, scope, query);
      return found.length < query.limit ? exact.nearest(scope, query) : found;
    },
  };
}
