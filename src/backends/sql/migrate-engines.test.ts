import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { pglitePlace } from "../../../test/engines/pglite.ts";
import { onPostgres } from "../../../test/engines/postgres.ts";
import { migrateContract } from "../../../test/migrate-contract.ts";
import { migrationFiles } from "../../generated/migrations.ts";
import { readMigrations } from "./migrations/files.ts";
import { postgresPlace } from "./postgres-place.ts";
import { sqlitePlace } from "./sqlite-place.ts";

migrateContract("SQLite", "portable", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fabula-migrations-"));
  return {
    place: sqlitePlace(join(folder, "test.sqlite")),
    remove: async () => rmSync(folder, { recursive: true }),
  };
});

migrateContract("PostgreSQL in the process", "postgres", async () => {
  const { connect, tried, remove } = await pglitePlace();
  const backup = async () => null;
  return { place: { name: "in the process", open: connect, read: connect, copy: tried, backup }, remove };
});

onPostgres("a server of PostgreSQL", (open) => {
  migrateContract("PostgreSQL", "postgres", async () => {
    const { url, remove } = await open();
    return { place: postgresPlace(url, "the test"), remove };
  });
});

it("a file of PostgreSQL that replaces a portable one has a checksum of its own, and all others have the same", async () => {
  const portable = await readMigrations(migrationFiles);
  const own = await readMigrations(migrationFiles, "postgres");
  expect(own.map(({ name }) => name)).toEqual(portable.map(({ name }) => name));
  const replaced = own.filter(({ checksum }, i) => checksum !== portable[i]?.checksum);
  const files = Object.keys(migrationFiles).filter((path) => path.startsWith("postgres/"));
  expect(replaced.map(({ name }) => `postgres/${name}.sql`)).toEqual(files.toSorted());
});
