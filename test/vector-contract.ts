import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { timeText } from "../src/backends/sql/codecs.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { insertRows } from "../src/backends/sql/insert-rows.ts";
import type { Neighbour, VectorEntry, VectorIndex, VectorKind } from "../src/backends/vectors/vector-index.ts";
import { clusteredVectors } from "./clustered-vectors.ts";
import { addPerson, type FilledPlace } from "./engine-schema.ts";

/** An index on a database with every table. */
export interface VectorPlace extends FilledPlace {
  index: VectorIndex;
  /** Waits until what was put can be found. */
  settle(): Promise<void>;
}

/** Adds a novel with people (or places) of these ids, one after another. */
export async function addThings(
  db: Database,
  { owner, novel, kind = "character" }: { owner: string; novel: string; kind?: VectorKind },
  ids: readonly string[],
): Promise<void> {
  const at = timeText(0);
  const row = { user_id: owner, title: novel, source_format: "text", content_hash: "0".repeat(64) };
  await db.kysely
    .insertInto("novels")
    .values({ id: novel, ...row, created_at: at, updated_at: at })
    .execute();
  const rows = ids.map((id) => ({ id, novel_id: novel, name: id, created_at: at, updated_at: at }));
  await db.atomic(insertRows(db, kind === "character" ? "characters" : "places", rows));
}

/** The share of the nearest ones that were found. */
export function recall(found: readonly Neighbour[], truth: readonly Neighbour[]): number {
  const ids = new Set(found.map(({ id }) => id));
  return truth.filter(({ id }) => ids.has(id)).length / truth.length;
}

/** The nearest of some vectors, by looking at all of them. */
export function nearestOfAll(all: ReadonlyMap<string, Float32Array>, query: Float32Array, limit: number): Neighbour[] {
  const near = Array.from(all, ([id, vector]) => {
    let [product, one, other] = [0, 0, 0];
    for (const [i, number] of vector.entries()) {
      const wanted = query[i] ?? 0;
      product += wanted * number;
      one += wanted * wanted;
      other += number * number;
    }
    return { id, similarity: product / (Math.sqrt(one) * Math.sqrt(other)) };
  });
  return near.toSorted((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1)).slice(0, limit);
}

/** What every index of vectors must do the same. `least`: the recall that is wanted of 1,000 vectors, 1 where all are looked at. */
export function vectorContract(
  name: string,
  open: () => Promise<VectorPlace>,
  { least = 1 }: { least?: number } = {},
): void {
  describe(`${name} keeps the contract of indexes of vectors`, () => {
    let place: VectorPlace;
    let db: Database;
    let index: VectorIndex;
    beforeAll(async () => {
      place = await open();
      ({ db, index } = place);
      for (const person of ["ann", "bob"]) await addPerson(db, person);
      // An engine that starts in this process takes seconds.
    }, 60_000);
    afterAll(() => place.close());

    const vector = (...numbers: number[]): Float32Array => Float32Array.from(numbers);
    const entry = (id: string, at: Float32Array, changes: Partial<VectorEntry> = {}): VectorEntry => ({
      kind: "character",
      id,
      owner: "ann",
      novel: "n1",
      model: "m1",
      vector: at,
      ...changes,
    });
    const put = async (...entries: VectorEntry[]): Promise<void> => {
      await index.put(entries, 0);
      await place.settle();
    };
    const near = (
      at: Float32Array,
      changes: { owner?: string; novel?: string | null; model?: string; limit?: number } = {},
    ) => {
      const { owner = "ann", novel = null, model = "m1", limit = 5 } = changes;
      return index.nearest({ owner, novel }, { kind: "character", model, vector: at, limit });
    };
    const idsOf = (found: readonly Neighbour[]): string[] => found.map(({ id }) => id);

    it("gives the nearest first with their cosines, as many as are asked for", async () => {
      await addThings(db, { owner: "ann", novel: "n1" }, ["east", "north", "north-east", "west"]);
      await put(
        entry("east", vector(2, 0)),
        entry("north", vector(0, 0.5)),
        entry("north-east", vector(1, 1)),
        entry("west", vector(-3, 0)),
      );
      const found = await near(vector(1, 0.1));
      expect(idsOf(found)).toEqual(["east", "north-east", "north", "west"]);
      const cosines = [1, 1.1 / Math.SQRT2, 0.1, -1].map((part) => part / Math.hypot(1, 0.1));
      for (const [i, { similarity }] of found.entries()) expect(similarity).toBeCloseTo(cosines[i] ?? 0, 6);
      expect(idsOf(await near(vector(1, 0.1), { limit: 2 }))).toEqual(["east", "north-east"]);
    });

    it("gives things that are equally near in the order of their ids", async () => {
      await addThings(db, { owner: "ann", novel: "twins" }, ["t3", "t1", "t2"]);
      await put(...["t3", "t1", "t2"].map((id) => entry(id, vector(0, 0, 7), { novel: "twins" })));
      expect(await near(vector(0, 0, 1))).toEqual(["t1", "t2", "t3"].map((id) => ({ id, similarity: 1 })));
      expect(idsOf(await near(vector(0, 0, 1), { limit: 2 }))).toEqual(["t1", "t2"]);
    });

    it("looks within one person's novels, or within one of them", async () => {
      await addThings(db, { owner: "ann", novel: "n2" }, ["other-east"]);
      await addThings(db, { owner: "bob", novel: "n3" }, ["bobs-east"]);
      await put(
        entry("other-east", vector(1, 0), { novel: "n2" }),
        entry("bobs-east", vector(1, 0), { owner: "bob", novel: "n3" }),
      );
      expect(idsOf(await near(vector(1, 0), { limit: 2 }))).toEqual(["east", "other-east"]);
      expect(idsOf(await near(vector(1, 0), { novel: "n2" }))).toEqual(["other-east"]);
      expect(idsOf(await near(vector(1, 0), { owner: "bob" }))).toEqual(["bobs-east"]);
      expect(await near(vector(1, 0), { owner: "bob", novel: "n2" })).toEqual([]);
      expect(await near(vector(1, 0), { owner: "nobody" })).toEqual([]);
    });

    it("compares within one model and one size only, also when the model of some is changed", async () => {
      await put(entry("east", vector(2, 0), { model: "m2" }), entry("north", vector(0, 0.5, 0.1)));
      expect(idsOf(await near(vector(1, 0)))).toEqual(["other-east", "north-east", "west"]);
      expect(await near(vector(1, 0), { model: "m2" })).toEqual([{ id: "east", similarity: 1 }]);
      expect(idsOf(await near(vector(0, 1, 0), { limit: 9 }))).toEqual(["north", "t1", "t2", "t3"]);
      await put(entry("east", vector(0, -2)));
      expect(await near(vector(1, 0), { model: "m2" })).toEqual([]);
      expect(idsOf(await near(vector(0, -1), { limit: 1 }))).toEqual(["east"]);
    });

    it("forgets what is removed, and what went with its novel", async () => {
      await index.remove("character", ["other-east", "nothing"]);
      await place.settle();
      expect(idsOf(await near(vector(1, 0)))).not.toContain("other-east");
      await db.kysely.deleteFrom("novels").where("id", "=", "twins").execute();
      expect(idsOf(await near(vector(0, 0, 1)))).toEqual(["north"]);
    });

    it("keeps places apart from people", async () => {
      await addThings(db, { owner: "ann", novel: "n4", kind: "place" }, ["harbour"]);
      await put(entry("harbour", vector(1, 0), { kind: "place", novel: "n4" }));
      const scope = { owner: "ann", novel: null };
      const places = await index.nearest(scope, { kind: "place", model: "m1", vector: vector(1, 0), limit: 5 });
      expect(places).toEqual([{ id: "harbour", similarity: 1 }]);
      expect(idsOf(await near(vector(1, 0)))).not.toContain("harbour");
    });

    it("keeps vectors as float32, little-endian", async () => {
      await put(entry("west", vector(1, -2)));
      const row = await db.kysely
        .selectFrom("character_embeddings")
        .select(["embedding", "model", "dimensions"])
        .where("character_id", "=", "west")
        .executeTakeFirstOrThrow();
      expect({ ...row, embedding: [...row.embedding] }).toEqual({
        embedding: [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0],
        model: "m1",
        dimensions: 2,
      });
    });

    it.each([
      ["no numbers", vector()],
      ["zeros", vector(0, 0)],
      ["NaN", vector(1, Number.NaN)],
      ["infinity", vector(1, Number.POSITIVE_INFINITY)],
    ])("a vector of %s is refused", async (_, wrong) => {
      await expect(index.put([entry("west", wrong)], 0)).rejects.toThrow(TypeError);
      await expect(near(wrong)).rejects.toThrow(TypeError);
    });

    it("finds the five nearest of 1,000 vectors of 1,536 numbers", async () => {
      const vectors = clusteredVectors(1_000, { clusters: 20 });
      const all = new Map(vectors.map((each, i) => [`c${String(i).padStart(4, "0")}`, each]));
      await addThings(db, { owner: "bob", novel: "crowd" }, [...all.keys()]);
      await put(...Array.from(all, ([id, each]) => entry(id, each, { owner: "bob", novel: "crowd" })));
      const recalls: number[] = [];
      for (const query of clusteredVectors(10, { clusters: 20, seed: 2 })) {
        const found = await near(query, { owner: "bob" });
        const truth = nearestOfAll(all, query, 5);
        recalls.push(recall(found, truth));
        for (const { id, similarity } of truth) {
          const same = found.find((each) => each.id === id);
          if (same) expect(same.similarity).toBeCloseTo(similarity, 12);
        }
        if (least === 1) expect(idsOf(found)).toEqual(idsOf(truth));
      }
      expect(recalls.reduce((sum, each) => sum + each, 0) / recalls.length).toBeGreaterThanOrEqual(least);
      // A graph is built as they come in.
    }, 120_000);
  });
}
