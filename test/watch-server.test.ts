import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseAt } from "../src/entry/database.ts";
import { type FolderWatching, openFolderWatch } from "../src/entry/folder-watch.ts";
import { openServices } from "../src/entry/services.ts";
import { localOwner } from "../src/features/accounts/queries/local-owner.ts";
import { listImports } from "../src/features/library/queries/import-jobs.ts";
import type { Services } from "../src/services.ts";

describe.skipIf(process.platform === "win32")("the process that watches a folder", () => {
  let place: string;
  let services: Services;
  let owner: string;
  let watching: FolderWatching | null = null;
  const told: string[] = [];
  const folder = (): string => join(place, "books");
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), "fabula-watch-"));
    process.env["FABULA_CWD"] = place;
    services = await openServices(
      databaseAt(`file:${join(place, "data/fabula.sqlite")}`, "test"),
      join(place, "storage"),
    );
    owner = await localOwner(services.db, services);
    watching = openFolderWatch({ version: "test", owner, folder: folder() }, (text) => void told.push(text));
  });
  afterAll(async () => {
    watching?.end();
    delete process.env["FABULA_CWD"];
    await services.close();
    await rm(place, { recursive: true, force: true, maxRetries: 5 });
  });
  const names = async (): Promise<string[]> =>
    (await listImports(services.db, owner, "watch")).map(({ name, status }) => `${name} ${status}`).toSorted();
  async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; !(await isSo()); tries++) {
      if (tries > 600) throw new Error("It did not come to pass in half a minute.");
      await pause(50);
    }
  }

  it("waits for a folder that is not there yet, takes what is put into it, and outlives that it goes away and returns", async () => {
    await until(() => told.length > 0);
    expect(told.join("")).toContain("is not there");
    await mkdir(join(folder(), "Tales"), { recursive: true });
    await cp("samples/japanese.epub", join(folder(), "Tales", "japanese.epub"));
    await writeFile(join(folder(), "strange.txt"), "%PDF-1.7 is no book");
    await until(async () => (await names()).length === 2);
    expect(await names()).toEqual(["japanese.epub completed", "strange.txt failed"]);
    expect(watching?.isThere()).toBe(true);
    await rename(folder(), join(place, "away"));
    await until(() => watching?.isThere() === false);
    await rename(join(place, "away"), folder());
    await until(() => watching?.isThere() === true);
    expect(await readFile(join(folder(), "strange.txt"), "utf8")).toBe("%PDF-1.7 is no book");
    expect(await names()).toHaveLength(2);
  }, 60_000);
});
