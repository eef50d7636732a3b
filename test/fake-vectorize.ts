import type { VectorizeBinding } from "../src/backends/vectors/vectorize.ts";
import { nearestOfAll } from "./vector-contract.ts";

type Vector = Parameters<VectorizeBinding["upsert"]>[0][0];

/** A binding that behaves as Vectorize is documented to, and a way to make it catch up. */
export interface FakeVectorize extends VectorizeBinding {
  /** Applies what was taken; until then nothing of it is found. */
  catchUp(): void;
  /** Ids that can be found. */
  ids(): string[];
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;
const refuse = (message: string): never => {
  throw new Error(`VECTOR_ERROR: ${message}`);
};

/**
 * An index of Vectorize in memory, since nothing here runs the service: changes are taken and found later, an upsert replaces a vector whole, filters compare
 * whole values of metadata that was declared, and the limits are the documented ones. It looks at every vector, as the service does not.
 */
export function fakeVectorize({
  dimensions,
  indexed,
}: {
  dimensions: number;
  indexed: readonly string[];
}): FakeVectorize {
  const vectors = new Map<string, Vector>();
  const pending: (() => void)[] = [];
  const take = (change: () => void): { mutationId: string } => {
    pending.push(change);
    return { mutationId: `mutation-${pending.length}` };
  };
  return {
    async upsert(some) {
      if (some.length === 0 || some.length > 1_000) refuse(`a batch has 1 to 1000 vectors, not ${some.length}`);
      for (const { id, values, metadata } of some) {
        if (bytes(id) > 64) refuse(`the id has ${bytes(id)} bytes`);
        if (values.length !== dimensions) refuse(`${dimensions} dimensions are wanted, not ${values.length}`);
        if (bytes(JSON.stringify(metadata)) > 10_240) refuse("the metadata is too large");
      }
      // Values are sent as they are now, whatever the caller does with them later.
      const sent = some.map((each) => ({ ...each, values: each.values.slice() }));
      return take(() => sent.forEach((each) => vectors.set(each.id, each)));
    },
    async query(vector, { topK, filter }) {
      if (topK < 1 || topK > 100) refuse(`topK is 1 to 100, not ${topK}`);
      if (vector.length !== dimensions) refuse(`${dimensions} dimensions are wanted, not ${vector.length}`);
      const unknown = Object.keys(filter).find((name) => !indexed.includes(name));
      if (unknown !== undefined) refuse(`there is no metadata index of ${unknown}`);
      const fitting = Array.from(vectors.values()).filter(({ metadata }) =>
        Object.entries(filter).every(([name, value]) => metadata[name] === value),
      );
      const near = nearestOfAll(new Map(fitting.map(({ id, values }) => [id, values])), vector, topK);
      return { matches: near.map(({ id, similarity }) => ({ id, score: similarity })) };
    },
    async deleteByIds(ids) {
      if (ids.length === 0 || ids.length > 1_000) refuse(`a batch has 1 to 1000 ids, not ${ids.length}`);
      return take(() => ids.forEach((id) => vectors.delete(id)));
    },
    catchUp: () => pending.splice(0).forEach((change) => change()),
    ids: () => [...vectors.keys()],
  };
}
