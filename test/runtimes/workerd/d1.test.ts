import { env } from "cloudflare:test";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { D1Binding } from "../../../src/backends/sql/d1-binding.ts";
import { openD1 } from "../../../src/backends/sql/d1.ts";
import { query, statement } from "../../../src/backends/sql/statement.ts";
import { sqlContract } from "../../sql-contract.ts";
import { emptied } from "./d1-tables.ts";

sqlContract("D1", async () => {
  const binding = await emptied(env.DB);
  return {
    connect: async () => openD1(binding),
    remove: async () => void (await emptied(binding)),
  };
});

const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe("D1", () => {
  let sent = 0;
  /** The binding, with a count of what reaches the platform. */
  const counted: D1Binding = {
    prepare: (text) => ((sent += 1), env.EMPTY_DB.prepare(text)),
    batch: (statements) => env.EMPTY_DB.batch(statements),
  };
  const db = openD1(counted);
  beforeAll(async () => {
    await emptied(env.EMPTY_DB);
    await db.atomic([statement("create table t (id text not null primary key, n integer, bytes blob)")]);
  });
  afterAll(async () => void (await emptied(env.EMPTY_DB)));

  it("is not asked with more than a hundred values: the program says so, and which query of a list it was", async () => {
    const many = sql`select ${sql.join(Array.from({ length: 101 }, (_, i) => i))}`;
    sent = 0;
    expect(await failure(many.execute(db.kysely))).toMatchObject({
      name: "SqlError",
      code: "other",
      message: "A statement of D1 binds 100 values at most, not 101.",
    });
    const list = [statement("insert into t (id) values ('lost')"), query(db, many)];
    expect(await failure(db.atomic(list))).toMatchObject({ code: "other", query: 1 });
    expect(sent).toBe(1);
    expect((await sql`select id from t`.execute(db.kysely)).rows).toEqual([]);
    const { rows } = await sql`select count(*) as n from t where n in ${db.capabilities.valuesOf(
      Array.from({ length: 5_000 }, (_, i) => i),
    )}`.execute(db.kysely);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("is not sent a statement of more than 100,000 bytes, nor values of more than a row holds", async () => {
    sent = 0;
    const long = statement(`select '${"é".repeat(50_000)}' as x`);
    expect(await failure(db.atomic([long]))).toMatchObject({ code: "too-large", query: 0 });
    const half = "x".repeat(1_100_000);
    const wide = sql`insert into t (id, bytes) values (${half}, ${new TextEncoder().encode(half)})`;
    expect(await failure(wide.execute(db.kysely))).toMatchObject({ code: "too-large" });
    expect(sent).toBe(0);
    expect((await sql<{ n: number }>`select length(${"é".repeat(900_000)}) as n`.execute(db.kysely)).rows).toEqual([
      { n: 900_000 },
    ]);
  });

  it("gets the part of a buffer that a view shows, and gives bytes as such", async () => {
    const part = Uint8Array.from([9, 1, 2, 9]).subarray(1, 3);
    const { rows } = await sql`insert into t (id, bytes) values ('view', ${part}) returning bytes, n`.execute(
      db.kysely,
    );
    expect(rows).toEqual([{ bytes: Uint8Array.from([1, 2]), n: null }]);
  });

  it("finds a row of text by a number only where the text is that number, as SQLite does", async () => {
    await sql`insert into t (id, n) values (${"7"}, ${7}), (${"7.0"}, ${-0})`.execute(db.kysely);
    const found = await sql`select id, n from t where id = ${7} order by id limit ${5} offset ${0}`.execute(db.kysely);
    expect(found.rows).toEqual([{ id: "7", n: 7 }]);
    const kinds = await sql`select typeof(${2 ** 53 - 1}) as whole, typeof(${0.5}) as broken`.execute(db.kysely);
    expect(kinds.rows).toEqual([{ whole: "integer", broken: "real" }]);
    await db.atomic([statement("create index t_by_n on t (n)")]);
    const plan = await sql<{
      detail: string;
    }>`explain query plan select id from t where n = ${7} and id > ${"a"}`.execute(db.kysely);
    expect(plan.rows.map(({ detail }) => detail)).toEqual([expect.stringContaining("USING INDEX t_by_n (n=?)")]);
  });

  it("has no transactions but lists", async () => {
    const tried = db.kysely.transaction().execute((trx) => sql`insert into t (id) values ('lost')`.execute(trx));
    expect(await failure(tried)).toMatchObject({ message: "D1 has no transactions beside `atomic`." });
  });

  it("tells its tables and columns without what the platform keeps for itself", async () => {
    await db.atomic([statement("create table numbered (id integer primary key, name text default 'x')")]);
    const column = { isAutoIncrementing: false, isNullable: true, hasDefaultValue: false };
    expect(await db.kysely.introspection.getTables()).toEqual([
      {
        name: "numbered",
        isView: false,
        isForeign: false,
        columns: [
          { ...column, name: "id", dataType: "INTEGER", isAutoIncrementing: true },
          { ...column, name: "name", dataType: "TEXT", hasDefaultValue: true },
        ],
      },
      {
        name: "t",
        isView: false,
        isForeign: false,
        columns: [
          { ...column, name: "id", dataType: "TEXT", isNullable: false },
          { ...column, name: "n", dataType: "INTEGER" },
          { ...column, name: "bytes", dataType: "BLOB" },
        ],
      },
    ]);
  });
});
