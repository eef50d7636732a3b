import { expect, it } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { explained, makeTables } from "../../../test/engine-schema.ts";
import { onPostgres } from "../../../test/engines/postgres.ts";
import { vectorContract } from "../../../test/vector-contract.ts";
import { tableIndex, thingsQuery, vectorsQuery } from "./table.ts";

vectorContract("a table of SQLite", async () => {
  const db = await testDatabase();
  return { db, index: tableIndex(db), settle: async () => undefined, close: () => db.close() };
});

onPostgres("vectors on a server", (open) => {
  vectorContract("a table of PostgreSQL", async () => {
    const place = await open();
    const db = await place.connect();
    await makeTables(db, "postgres");
    const close = async (): Promise<void> => {
      await db.close();
      await place.remove();
    };
    return { db, index: tableIndex(db), settle: async () => undefined, close };
  });
});

it("the ids of a scope are read by indexes, and vectors by the key of their things", async () => {
  const db = await testDatabase();
  const scopes = ["n1", null].map((novel) => ({ owner: "ann", novel }));
  const query = { kind: "character", model: "m", vector: Float32Array.of(1), limit: 5 } as const;
  const queries = [
    ...scopes.flatMap((scope) => [null, ["c1"]].map((among) => thingsQuery(db, scope, "character", among))),
    vectorsQuery(db, ["c1", "c2"], query),
  ];
  for (const built of queries) {
    const plan = await explained(db, [{ compile: () => built.compile(db.kysely) }], "explain query plan");
    expect(plan).toMatch(/^SEARCH (?:thing|novels|character_embeddings) USING/m);
    expect(plan).not.toMatch(/^SCAN (?!json_each)/m);
  }
  await db.close();
});
