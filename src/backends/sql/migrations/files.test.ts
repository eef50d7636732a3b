import { describe, expect, it } from "vitest";
import { type MigrationFiles, readMigrations } from "./files.ts";

const shelf: MigrationFiles = {
  "0001_people.sql": "create table people (id text not null primary key)",
  "down/0001_people.sql": "drop table people",
  "0002_books.sql": "create table books (id text not null primary key)",
  "down/0002_books.sql": "drop table books",
  "0003_pages.sql": "create table pages (id text not null primary key)",
  "down/0003_pages.sql": "drop table pages",
};

describe("files of migrations", () => {
  it.each([
    ["a doubled number", { "0001_b.sql": "", "down/0001_b.sql": "" }, "migration-doubled", "0001_b and 0001_people"],
    ["a gap", { "0005_b.sql": "", "down/0005_b.sql": "" }, "migration-gap", "there is no 0004 before 0005_b"],
    ["a missing down file", { "0004_b.sql": "select 1" }, "migration-down-missing", "down/0004_b.sql"],
    [
      "a down file of nothing",
      { "down/0004_b.sql": "" },
      "migration-name",
      "down/0004_b.sql has no file of its name beside the folder",
    ],
    ["a name without a number", { "people.sql": "" }, "migration-name", "people.sql"],
    [
      "a pragma",
      { "0004_b.sql": "\nPRAGMA foreign_keys = off", "down/0004_b.sql": "" },
      "migration-statement",
      "0004_b.sql, line 2: PRAGMA",
    ],
    [
      "a transaction",
      { "0004_b.sql": "", "down/0004_b.sql": "begin; select 1; commit" },
      "migration-statement",
      "down/0004_b.sql, line 1: begin",
    ],
  ])("with %s are refused", async (_, more, code, detail) => {
    await expect(readMigrations({ ...shelf, ...more })).rejects.toMatchObject({ code, detail });
  });

  it("of an engine replace the portable ones", async () => {
    const files = { ...shelf, "postgres/0001_people.sql": "create table people (id uuid)" };
    const [portable, postgres] = [await readMigrations(files), await readMigrations(files, "postgres")];
    expect(postgres[0]?.up[0]?.text).toBe("create table people (id uuid)");
    expect(portable[0]?.up[0]?.text).toContain("text");
    expect(postgres[0]?.checksum).not.toBe(portable[0]?.checksum);
  });

  it("have the same checksum with the line ends of Windows", async () => {
    const [first] = await readMigrations({ "0001_a.sql": "select\n1", "down/0001_a.sql": "" });
    const [second] = await readMigrations({ "0001_a.sql": "select\r\n1", "down/0001_a.sql": "" });
    expect(second?.checksum).toBe(first?.checksum);
  });
});
