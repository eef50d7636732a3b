import { describe, expect, it } from "vitest";
import { describeCache } from "../../../test/cache-contract.ts";
import { testDatabase } from "../../../test/database.ts";
import { openSqlite } from "../sql/sqlite.ts";
import { makeCacheTable, tableCache } from "./table.ts";

describeCache("the table of the product's database", async (now) => {
  const db = await testDatabase();
  return { cache: tableCache(db, now), close: () => db.close() };
});

describeCache("a database of its own", async (now) => {
  const db = openSqlite(":memory:");
  await makeCacheTable(db);
  return { cache: tableCache(db, now), close: () => db.close() };
});

describe("the table of a database of its own", () => {
  it("is made once, and has the columns of the product's", async () => {
    const own = openSqlite(":memory:");
    await makeCacheTable(own);
    await makeCacheTable(own);
    const product = await testDatabase();
    const columns = async (db: typeof own) =>
      (await db.kysely.introspection.getTables()).find(({ name }) => name === "cache")?.columns;
    expect(await columns(own)).toMatchObject(
      ((await columns(product)) ?? []).map(({ name, isNullable }) => ({ name, isNullable })),
    );
    await Promise.all([own.close(), product.close()]);
  });
});
