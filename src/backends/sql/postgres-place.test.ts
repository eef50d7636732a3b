import { sql } from "kysely";
import { expect, it } from "vitest";
import { onPostgres, postgresServer } from "../../../test/engines/postgres.ts";
import { databaseAt } from "../../entry/database.ts";
import { postgresPlace } from "./postgres-place.ts";
import { openPostgres } from "./postgres.ts";
import { statement } from "./statement.ts";

const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

onPostgres("a place on a server of PostgreSQL", (open) => {
  it.each([
    ["encoding 'LATIN1' locale 'C'", "LATIN1"],
    ["encoding 'UTF8' locale_provider icu icu_locale 'en-US' locale 'C'", "en"],
  ])("is refused with %s, since text would not be as elsewhere", async (settings) => {
    const server = openPostgres(postgresServer ?? "", { connections: 1 });
    const name = `fabula_test_locale_${process.pid}`;
    await sql.raw(`create database ${name} template template0 ${settings}`).execute(server.kysely);
    const url = new URL(postgresServer ?? "");
    url.pathname = name;
    const place = postgresPlace(url.href, "the place");
    for (const way of [place.open, place.read, place.copy])
      expect(await failure(way())).toMatchObject({ code: "database-collation" });
    await sql.raw(`drop database ${name} with (force)`).execute(server.kysely);
    await server.close();
  });

  it("is opened, read without writing, and tried in a way that leaves nothing and that nobody else sees", async () => {
    const { url, remove } = await open();
    const place = postgresPlace(url, "the place");
    const db = await place.open();
    await db.atomic([statement("create table t (x integer)"), statement("insert into t values (1)")]);
    const reader = await place.read();
    expect(await failure(reader?.atomic([statement("delete from t")]) ?? Promise.resolve())).toMatchObject({
      code: "read-only",
    });
    const trial = await place.copy();
    await trial.atomic([statement("insert into t values (2)"), statement("create table u (y integer)")]);
    expect(await failure(trial.atomic([statement("insert into t values (3)"), statement("nonsense")]))).toMatchObject({
      code: "other",
      query: 1,
    });
    expect(await failure(sql`select * from nowhere`.execute(trial.kysely))).toMatchObject({ code: "other" });
    const seen = sql`select x from t order by x`;
    expect((await seen.execute(trial.kysely)).rows).toEqual([{ x: 1 }, { x: 2 }]);
    expect((await seen.execute(db.kysely)).rows).toEqual([{ x: 1 }]);
    await trial.close();
    expect((await db.catalog.objects()).map(({ name }) => name)).toEqual(["t"]);
    expect((await seen.execute(db.kysely)).rows).toEqual([{ x: 1 }]);
    await Promise.all([db.close(), reader?.close()]);
    await remove();
  });

  it("is what an address names, without its password", async () => {
    const { url, remove } = await open();
    const { place, migrations } = databaseAt(url.replace("postgres@", "postgres:a%20secret@"), "0");
    expect(place.name).toMatch(/^[^@]+\/fabula_test_/);
    expect(place.name).not.toContain("secret");
    const db = await place.open();
    expect(await db.catalog.objects()).toEqual([]);
    await db.close();
    expect((await migrations()).length).toBeGreaterThan(11);
    await remove();
  });
});
