import type { Vectorize } from "@cloudflare/workers-types";
import { describe, expect, expectTypeOf, it } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { addPerson } from "../../../test/engine-schema.ts";
import { fakeVectorize } from "../../../test/fake-vectorize.ts";
import { addThings, vectorContract } from "../../../test/vector-contract.ts";
import type { VectorEntry } from "./vector-index.ts";
import { type VectorizeBinding, vectorizeIndex } from "./vectorize.ts";

const indexed = ["kind", "owner", "model"];

// The contract has vectors of several sizes; whichever one the index of the service has, the others are found as well.
for (const dimensions of [2, 1_536])
  vectorContract(`the port for Vectorize, ${dimensions} dimensions, on an index that is played,`, async () => {
    const db = await testDatabase();
    const fake = fakeVectorize({ dimensions, indexed });
    return {
      db,
      index: vectorizeIndex(db, fake, dimensions),
      settle: async () => fake.catchUp(),
      close: () => db.close(),
    };
  });

describe("the port for Vectorize", () => {
  const entry = (id: string, x: number, y: number, changes: Partial<VectorEntry> = {}): VectorEntry => ({
    kind: "character",
    id,
    owner: "ann",
    novel: "n1",
    model: "m1",
    vector: Float32Array.of(x, y),
    ...changes,
  });
  const query = { kind: "character", model: "m1", vector: Float32Array.of(1, 0), limit: 2 } as const;
  const scope = { owner: "ann", novel: null };
  const studio = async () => {
    const db = await testDatabase();
    await addPerson(db, "ann");
    await addThings(db, { owner: "ann", novel: "n1" }, ["a", "b", "c"]);
    const fake = fakeVectorize({ dimensions: 2, indexed });
    return { db, fake, index: vectorizeIndex(db, fake, 2) };
  };

  it("asks for what the binding of the platform has", () => {
    expectTypeOf<Vectorize>().toExtend<VectorizeBinding>();
  });

  it("finds what the service cannot find yet, and not what is in the service only", async () => {
    const { db, fake, index } = await studio();
    await index.put([entry("a", 1, 0), entry("b", 1, 1)], 0);
    expect((await index.nearest(scope, query)).map(({ id }) => id)).toEqual(["a", "b"]);
    fake.catchUp();
    await db.kysely.deleteFrom("character_embeddings").where("character_id", "=", "a").execute();
    expect((await index.nearest(scope, query)).map(({ id }) => id)).toEqual(["b"]);
    expect(fake.ids()).toEqual(["c:a", "c:b"]);
    await index.remove("character", ["a", "b"]);
    fake.catchUp();
    expect(fake.ids()).toEqual([]);
    await db.close();
  });

  it("sends many in batches, and none of a size that the index does not take", async () => {
    const { db, fake, index } = await studio();
    const ids = Array.from({ length: 1_100 }, (_, i) => `x${i}`);
    await addThings(db, { owner: "ann", novel: "n2" }, ids);
    await index.put(
      ids.map((id, i) => entry(id, i + 1, 1, { novel: "n2" })),
      0,
    );
    await index.put([entry("c", 1, 0, { vector: Float32Array.of(1, 2, 3) })], 0);
    fake.catchUp();
    expect(fake.ids()).toHaveLength(1_100);
    expect((await index.nearest(scope, { ...query, limit: 60 })).map(({ id }) => id)).toEqual(
      ids.slice(-60).toReversed(),
    );
    await index.remove("character", ids);
    fake.catchUp();
    expect(fake.ids()).toEqual([]);
    await db.close();
  });

  it("refuses names that a filter would compare by their beginning only, and ids that the service does not take", async () => {
    const { db, fake, index } = await studio();
    for (const wrong of [{ model: "m".repeat(65) }, { owner: "ö".repeat(33) }, { id: "i".repeat(63) }])
      await expect(index.put([entry("a", 1, 0, wrong)], 0)).rejects.toThrow(TypeError);
    fake.catchUp();
    expect(fake.ids()).toEqual([]);
    await db.close();
  });
});
