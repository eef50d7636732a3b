import { approximateIndex, type Candidates } from "./approximate.ts";
import { tableIndex, type VectorDatabase } from "./table.ts";
import type { VectorEntry, VectorIndex, VectorKind } from "./vector-index.ts";

/** The part of a binding of Cloudflare Vectorize that is used. Changes can be found some seconds after they were taken. Source: Vectorize, Workers client API. */
export interface VectorizeBinding {
  upsert(
    vectors: { id: string; values: Float32Array; metadata: Record<string, string> }[],
  ): Promise<{ mutationId: string }>;
  query(
    vector: Float32Array,
    options: { topK: number; filter: Record<string, string>; returnValues: false; returnMetadata: "none" },
  ): Promise<{ matches: { id: string; score: number }[] }>;
  deleteByIds(ids: string[]): Promise<{ mutationId: string }>;
}

/** Limits of Vectorize (platform limits): vectors of an upsert from a Worker, matches without values and metadata, bytes of an id and of what a filter compares. */
const limits = { upsert: 1_000, matches: 100, idBytes: 64, metadataBytes: 64 } as const;
/** Below the limit, since a batch is also held in the memory of a Worker: of 1,536 numbers it is 1.5 MB. */
const batch = 250;

const letters = { character: "c", place: "p" } as const satisfies Record<VectorKind, string>;

/**
 * An index on D1 that finds candidates by Vectorize: an index there of the metric `cosine`, whose `dimensions` never change, with indexes of the metadata
 * `kind`, `owner` and `model` that were made before the first vector. Vectors of other dimensions are compared one by one.
 */
export function vectorizeIndex(db: VectorDatabase, binding: VectorizeBinding, dimensions: number): VectorIndex {
  return approximateIndex(tableIndex(db), vectorizeCandidates(binding, dimensions));
}

function vectorizeCandidates(binding: VectorizeBinding, dimensions: number): Candidates {
  return {
    async put(entries) {
      const vectors = entries.filter(({ vector }) => vector.length === dimensions).map(vectorizeVector);
      for (const some of inBatches(vectors)) await binding.upsert(some);
    },
    async remove(kind, ids) {
      for (const some of inBatches(ids.map((id) => vectorizeId(kind, id)))) await binding.deleteByIds(some);
    },
    async near(owner, { kind, model, vector, limit }) {
      if (vector.length !== dimensions) return [];
      const { matches } = await binding.query(vector, {
        topK: Math.min(limit, limits.matches),
        filter: { kind, owner, model },
        returnValues: false,
        returnMetadata: "none",
      });
      return matches.map(({ id }) => id.slice(letters[kind].length + 1));
    },
  };
}

function vectorizeVector({
  kind,
  id,
  owner,
  model,
  vector,
}: VectorEntry): Parameters<VectorizeBinding["upsert"]>[0][0] {
  const metadata = { kind, owner, model };
  const long = Object.entries(metadata).find(([, text]) => byteLength(text) > limits.metadataBytes);
  // A filter compares the beginning only: models or people with the same one would be mixed.
  if (long) throw new TypeError(`The ${long[0]} of a vector has more than ${limits.metadataBytes} bytes.`);
  return { id: vectorizeId(kind, id), values: vector, metadata };
}

function vectorizeId(kind: VectorKind, id: string): string {
  const text = `${letters[kind]}:${id}`;
  if (byteLength(text) > limits.idBytes)
    throw new TypeError(`The id of a vector has more than ${limits.idBytes} bytes.`);
  return text;
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

function inBatches<Item>(items: readonly Item[]): Item[][] {
  const size = Math.min(batch, limits.upsert);
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
