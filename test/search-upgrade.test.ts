import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { databaseAt } from "../src/entry/database.ts";
import { openServices } from "../src/entry/services.ts";
import { localOwner } from "../src/features/accounts/queries/local-owner.ts";
import { importNovel } from "../src/features/library/import-novel.ts";
import { searchShelf } from "../src/features/library/queries/shelf.ts";
import { runMigrate } from "../src/ops/migrate.ts";

const folder = mkdtempSync(join(tmpdir(), "fabula-upgrade-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("a program that brings search to an old database finds the books that are there", async () => {
  const database = databaseAt(`file:${join(folder, "studio.sqlite")}`, "0.0.0-test");
  const open = () => openServices(database, join(folder, "storage"));
  const old = await open();
  const owner = await localOwner(old.db, old);
  const content = { content: new Uint8Array(readFileSync("samples/japanese.epub")), name: "japanese.epub" };
  const { novel } = await importNovel(old.db, old, owner, content, { size: 1e9, quota: null });
  await old.close();
  await runMigrate(database, { direction: "down", to: 12, dryRun: false }, 1_000);

  const upgraded = await open();
  const all = { shelf: "all", tag: null, series: null, language: null, cursor: null, limit: 10 } as const;
  const { rows } = await searchShelf(upgraded.db, owner, { ...all, words: "龍" });
  await upgraded.close();
  expect(rows.map(({ id }) => id)).toEqual([novel.id]);
});
