import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { clusteredVectors } from "../../../test/clustered-vectors.ts";
import { addPerson, explained, makeTables } from "../../../test/engine-schema.ts";
import { pglitePlace } from "../../../test/engines/pglite.ts";
import { onPostgres } from "../../../test/engines/postgres.ts";
import { addThings, vectorContract, type VectorPlace } from "../../../test/vector-contract.ts";
import { migrationFiles } from "../../generated/migrations.ts";
import type { Database } from "../sql/database.ts";
import { readMigrations } from "../sql/migrations/files.ts";
import { statement } from "../sql/statement.ts";
import { nearQueries } from "./pgvector-copies.ts";
import { type PostgresVectors, postgresVectors } from "./pgvector.ts";
import { tableIndex } from "./table.ts";
import type { VectorEntry } from "./vector-index.ts";

type Place = VectorPlace & PostgresVectors;

/** A database with every table and what pgvector needs. */
async function vectorPlace(place: { connect(): Promise<Database>; remove(): Promise<void> }): Promise<Place> {
  const db = await place.connect();
  await makeTables(db, "postgres");
  return {
    db,
    ...(await postgresVectors(db)),
    settle: async () => void (await postgresVectors(db)),
    async close() {
      await sql`drop schema if exists public_vectors cascade`.execute(db.kysely);
      await db.close();
      await place.remove();
    },
  };
}

const open = async (): Promise<Place> => vectorPlace(await pglitePlace());
const entriesOf = (vectors: readonly Float32Array[], model = "m1"): VectorEntry[] =>
  vectors.map((vector, i) => ({ kind: "character", id: `c${i}`, owner: "ann", novel: "n1", model, vector }));
const namesOf = async (db: Database): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select indexname::text as name from pg_indexes where schemaname = 'public_vectors' and indexdef like '%hnsw%' order by 1`.execute(
    db.kysely,
  );
  return rows.map(({ name }) => name);
};

vectorContract("pgvector in PGlite", open, { least: 0.99 });

describe("vectors in PostgreSQL", () => {
  it("have one partial index for each size, which is made once and used", async () => {
    const { db, index, pgvector, close } = await open();
    await addPerson(db, "ann");
    const vectors = clusteredVectors(500, { dimensions: 24 });
    await addThings(
      db,
      { owner: "ann", novel: "n1" },
      vectors.map((_, i) => `c${i}`),
    );
    await index.put(entriesOf(vectors.slice(1)), 0);
    await postgresVectors(db);
    expect(await namesOf(db)).toEqual([]);
    await index.put(entriesOf(vectors), 0);
    for (const _ of [1, 2]) await postgresVectors(db);
    expect(await namesOf(db)).toEqual(["character_embeddings_24"]);
    if (pgvector === null) throw new Error("PGlite has pgvector.");
    const query = { kind: "character", model: "m1", vector: vectors[0] ?? new Float32Array(24), limit: 5 } as const;
    const settings = ["seqscan", "bitmapscan", "sort"].map((way) => statement(`set local enable_${way} = off`));
    const plan = await explained(db, [...settings, ...nearQueries(db, pgvector, "ann", query)], "explain");
    expect(plan).toContain("Index Scan using character_embeddings_24");
    await close();
  });

  it("that came in another way are found when the process starts, and those that are gone are forgotten", async () => {
    const { db, close } = await open();
    await addPerson(db, "ann");
    const vectors = clusteredVectors(250, { dimensions: 8 });
    await addThings(
      db,
      { owner: "ann", novel: "n1" },
      vectors.map((_, i) => `c${i}`),
    );
    await tableIndex(db).put(entriesOf(vectors), 0);
    const count = async () =>
      (await sql<{ n: number }>`select count(*) as n from public_vectors.character_embeddings`.execute(db.kysely)).rows;
    expect(await count()).toEqual([{ n: 0 }]);
    await postgresVectors(db);
    expect(await count()).toEqual([{ n: 250 }]);
    await tableIndex(db).put(entriesOf(vectors.slice(0, 1).map((vector) => vector.map((number) => -number))), 1);
    await tableIndex(db).remove("character", ["c1", "c2"]);
    await postgresVectors(db);
    expect(await count()).toEqual([{ n: 248 }]);
    const { rows } = await sql<{ at: string }>`
      select updated_at as at from public_vectors.character_embeddings where id = 'c0'`.execute(db.kysely);
    expect(rows).toEqual([{ at: new Date(1).toISOString() }]);
    await close();
  });

  it("of a person with few of them are found among many of another's", async () => {
    const { db, index, close } = await open();
    for (const person of ["ann", "bob"]) await addPerson(db, person);
    const vectors = clusteredVectors(600, { dimensions: 16, clusters: 5 });
    await addThings(
      db,
      { owner: "ann", novel: "n1" },
      vectors.map((_, i) => `c${i}`),
    );
    await addThings(db, { owner: "bob", novel: "n2" }, ["b1", "b2", "b3"]);
    await index.put(entriesOf(vectors), 0);
    const far = clusteredVectors(5, { dimensions: 16, clusters: 5, seed: 3 }).slice(2);
    await index.put(
      far.map((vector, i) => ({ kind: "character", id: `b${i + 1}`, owner: "bob", novel: "n2", model: "m1", vector })),
      0,
    );
    await postgresVectors(db);
    expect(await namesOf(db)).toEqual(["character_embeddings_16"]);
    const query = { kind: "character", model: "m1", vector: vectors[0] ?? new Float32Array(16), limit: 3 } as const;
    const found = await index.nearest({ owner: "bob", novel: null }, query);
    expect(found.map(({ id }) => id).toSorted()).toEqual(["b1", "b2", "b3"]);
    await close();
  });

  it("leave nothing in the schema that migrations look after, and do not keep them from being taken back", async () => {
    const { db, close } = await open();
    const names = (await db.catalog.objects()).map(({ name }) => name);
    expect(names.filter((name) => /1536|_by_owner/.test(name))).toEqual([]);
    const children = (await db.catalog.references()).filter(({ parent }) => parent === "characters");
    expect(children.filter(({ child }) => child === "character_embeddings")).toHaveLength(1);
    for (const { down } of (await readMigrations(migrationFiles, "postgres")).toReversed())
      await db.atomic(down.map(({ text }) => statement(text)));
    const left = (await db.catalog.objects()).filter(({ name }) => /embeddings|characters/.test(name));
    expect(left).toEqual([]);
    await close();
  });
});

onPostgres("vectors on a server of PostgreSQL", (openServer) => {
  it("use pgvector where the server has it, and look at every vector where not, and say why", async () => {
    const { db, pgvector, reason, close } = await vectorPlace(await openServer());
    const { rows } = await sql`select 1 from pg_available_extensions where name = 'vector'`.execute(db.kysely);
    const expected = rows.length > 0 ? null : "the server does not have the extension “vector”";
    console.log(reason ?? `pgvector ${pgvector?.version}`);
    expect(reason).toBe(expected);
    expect(pgvector === null).toBe(rows.length === 0);
    await close();
  });
});
