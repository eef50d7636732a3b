import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sqlContract } from "../../../test/sql-contract.ts";
import { openSqlite } from "./sqlite.ts";
import { statement } from "./statement.ts";

sqlContract("SQLite", async () => {
  const place = mkdtempSync(join(tmpdir(), "fabula-sql-"));
  return {
    connect: async () => openSqlite(join(place, "contract.sqlite")),
    remove: async () => rmSync(place, { recursive: true }),
  };
});

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fabula-sqlite-"));
  path = join(folder, "test.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true }));

const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
const opening = async (...options: Parameters<typeof openSqlite>) => openSqlite(...options);

describe("a file of SQLite", () => {
  it("is kept with a write-ahead log and foreign keys", async () => {
    const db = openSqlite(path);
    const ask = async (pragma: string) =>
      Object.values((await sql`select * from ${sql.raw(pragma)}`.execute(db.kysely)).rows[0] ?? {})[0];
    expect([await ask("pragma_journal_mode"), await ask("pragma_foreign_keys")]).toEqual(["wal", 1]);
    await db.close();
    await db.close();
  });

  it("that another holds is busy after the time to wait, and free afterwards", async () => {
    const [one, two] = [openSqlite(path), openSqlite(path, { busyTimeout: 30 })];
    await one.atomic([statement("create table t (x integer)")]);
    await sql`begin immediate`.execute(one.kysely);
    expect(await failure(two.atomic([statement("insert into t values (1)")]))).toMatchObject({ code: "busy" });
    await sql`rollback`.execute(one.kysely);
    await two.atomic([statement("insert into t values (1)")]);
    await Promise.all([one.close(), two.close()]);
  });

  it("that is none, that lies nowhere, or that may only be read says so", async () => {
    writeFileSync(path, "no database ".repeat(1_000));
    expect(await failure(opening(path))).toMatchObject({ name: "SqlError", code: "corrupt" });
    expect(await failure(opening(join(folder, "no", "where.sqlite")))).toMatchObject({ code: "unreachable" });
    const other = join(folder, "other.sqlite");
    const db = openSqlite(other);
    await db.atomic([statement("create table t (x integer)")]);
    await db.close();
    const reader = openSqlite(other, { readOnly: true });
    expect(await failure(reader.atomic([statement("insert into t values (1)")]))).toMatchObject({ code: "read-only" });
    expect((await sql`select * from t`.execute(reader.kysely)).rows).toEqual([]);
    await reader.close();
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "in a folder that is read-only is refused",
    async () => {
      chmodSync(folder, 0o500);
      expect(await failure(opening(path))).toMatchObject({ code: "unreachable" });
      chmodSync(folder, 0o700);
    },
  );

  it("that finds no room keeps what was there and goes on when there is room", async () => {
    const db = openSqlite(path);
    await db.atomic([statement("create table t (x text)"), statement("insert into t values ('kept')")]);
    await sql`pragma max_page_count = 20`.execute(db.kysely);
    const large = statement(`insert into t values (printf('%.*c', 500000, 'x'))`);
    expect(await failure(db.atomic([statement("insert into t values ('lost')"), large]))).toMatchObject({
      code: "full",
    });
    await sql`pragma max_page_count = 100000`.execute(db.kysely);
    await db.atomic([large]);
    expect((await sql`select length(x) as size from t order by 1`.execute(db.kysely)).rows).toEqual([
      { size: 4 },
      { size: 500_000 },
    ]);
    await db.close();
  });

  it("takes the batches of three processes that open it at once, and loses none", async () => {
    const source = `
      const { openSqlite } = await import(${JSON.stringify(new URL("./sqlite.ts", import.meta.url).href)});
      const { statement } = await import(${JSON.stringify(new URL("./statement.ts", import.meta.url).href)});
      const [path, name] = process.argv.slice(1);
      const db = openSqlite(path);
      await db.atomic([statement("create table if not exists t (writer text, n integer)")]);
      for (let i = 0; i < 100; i += 1)
        await db.atomic([statement("insert into t values ('" + name + "', " + i + ")"), statement("delete from t where n < 0")]);
      await db.close();`;
    const ends = ["a", "b", "c"].map(async (name) => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", source, path, name], {
        stdio: ["ignore", "ignore", "inherit"],
      });
      const [code] = await once(child, "exit");
      return code;
    });
    expect(await Promise.all(ends)).toEqual([0, 0, 0]);
    const db = openSqlite(path);
    const { rows } = await sql`select writer, count(*) as n from t group by writer order by writer`.execute(db.kysely);
    expect(rows).toEqual(["a", "b", "c"].map((writer) => ({ writer, n: 100 })));
    await db.close();
  });

  it("that a killed process wrote to holds whole batches only", async () => {
    const source = `
      const { openSqlite } = await import(${JSON.stringify(new URL("./sqlite.ts", import.meta.url).href)});
      const { statement } = await import(${JSON.stringify(new URL("./statement.ts", import.meta.url).href)});
      const db = openSqlite(process.argv[1]);
      await db.atomic([statement("create table t (x text)")]);
      const insert = statement("insert into t values ('row')");
      for (let i = 0; ; i += 1) {
        await db.atomic([insert, insert, insert]);
        if (i === 20) process.stdout.write("on the way");
      }`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", source, path], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    const db = openSqlite(path);
    const { rows } = await sql<{ n: number }>`select count(*) as n from t`.execute(db.kysely);
    expect(rows[0]?.n).toBeGreaterThanOrEqual(63);
    expect((rows[0]?.n ?? 1) % 3).toBe(0);
    await db.close();
  });
});
