import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Database } from "../src/backends/sql/database.ts";
import { query } from "../src/backends/sql/statement.ts";
import { testDatabase } from "./database.ts";
import { makeTables } from "./engine-schema.ts";
import { pglitePlace } from "./engines/pglite.ts";
import { planOf } from "./query-plan.ts";

const engines: [string, () => Promise<{ db: Database; close(): Promise<void> }>][] = [
  [
    "SQLite",
    async () => {
      const db = await testDatabase();
      return { db, close: () => db.close() };
    },
  ],
  [
    "PostgreSQL",
    async () => {
      const place = await pglitePlace();
      const db = await place.connect();
      await makeTables(db, "postgres");
      return { db, close: () => db.close().then(place.remove) };
    },
  ],
];

describe.each(engines)("the plan of a query on %s", (_, open) => {
  it("tells which tables are read whole, and which only by what is looked for", async () => {
    const { db, close } = await open();
    const plan = (text: ReturnType<typeof sql>) => planOf(db, query(db, text));
    const sought = await plan(
      sql`select * from jobs where user_id = ${"ann"} order by created_at desc, id desc limit 5`,
    );
    expect(sought).toMatchObject({ scanned: [], walked: [] });
    const [whole, ordered] = [
      await plan(sql`select * from jobs where job_name = ${"x"}`),
      await plan(sql`select id from jobs order by id limit 5`),
    ];
    expect([...whole.scanned, ...whole.walked].join()).toMatch(/^jobs\b/);
    expect(ordered).toMatchObject({ scanned: [], walked: [expect.stringMatching(/^jobs by /)] });
    const inner = await plan(
      sql`select id from users where id in (select user_id from jobs where length(job_name) > 3)`,
    );
    expect([...inner.scanned, ...inner.walked].join()).toContain("jobs");
    const values = await plan(sql`select id from jobs where id in ${db.capabilities.valuesOf(["a", "b"])}`);
    expect(values.scanned).toEqual([]);
    await close();
  });
});
