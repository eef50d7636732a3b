import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseAt } from "../src/entry/database.ts";
import { openDesk, type ProcessDesk } from "../src/entry/desk.ts";
import { newId, openServices } from "../src/entry/services.ts";
import { localOwner } from "../src/features/accounts/queries/local-owner.ts";
import { comicSettings } from "../src/features/comics/schema.ts";
import { importNovel } from "../src/features/library/import-novel.ts";
import type { Services } from "../src/services.ts";

describe.skipIf(process.platform === "win32")("the desk as a process", () => {
  let folder: string;
  let services: Services;
  let desk: ProcessDesk;
  let owner: string;
  let book: string;
  const chosen = comicSettings.parse({});
  const patient = (): AbortSignal => new AbortController().signal;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fabula-desk-"));
    process.env["FABULA_CWD"] = folder;
    services = await openServices(
      databaseAt(`file:${join(folder, "data/fabula.sqlite")}`, "test"),
      join(folder, "storage"),
    );
    owner = await localOwner(services.db, services);
    const story = readFileSync("samples/english.txt", "utf8");
    // Long enough that only its first chapters are read.
    const chapters = Array.from({ length: 6 }, (_, i) => `CHAPTER ${i + 1}\n\n${story}\n\n`);
    const file = { content: new TextEncoder().encode(chapters.join("")), name: "long.txt" };
    const { novel } = await importNovel(services.db, services, owner, file, { size: 1e9, quota: null });
    book = novel.id;
    desk = openDesk("test");
  }, 60_000);
  afterAll(async () => {
    desk.end();
    delete process.env["FABULA_CWD"];
    await services.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("makes previews while this thread stays free, and says of a long book that they are reckoned", async () => {
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const began = performance.now();
    const preview = await desk.preview(owner, { book, chosen }, patient());
    const took = performance.now() - began;
    clearInterval(beat);
    expect(preview.picture).toMatch(/^data:image\/png;base64,/);
    expect(preview.isExact).toBe(false);
    expect(preview.pages).toBeGreaterThan(20);
    // Made in this thread, one of its steps alone would take more than a fifth of the whole.
    expect(longest).toBeLessThan(took / 5);
  }, 60_000);

  it("refuses what the studio refuses, by the same codes", async () => {
    const nothing = { book: newId(), chosen };
    await expect(desk.preview(owner, nothing, patient())).rejects.toMatchObject({ code: "book-unknown" });
    const others = desk.preview(newId(), { book, chosen }, patient());
    await expect(others).rejects.toMatchObject({ code: "book-unknown" });
    const file = { comic: newId(), format: "pdf" } as const;
    await expect(desk.makeFile(owner, file)).rejects.toMatchObject({ code: "job-unknown" });
  }, 60_000);

  it("gives up at once what nobody waits for, and makes the next", async () => {
    const stop = new AbortController();
    const given = desk.preview(owner, { book, chosen: { ...chosen, seed: 2 } }, stop.signal);
    const told = given.catch((error: unknown) => error);
    await pause(50);
    stop.abort();
    expect(await told).toMatchObject({ name: "AbortError" });
    const next = await desk.preview(owner, { book, chosen: { ...chosen, seed: 3 } }, patient());
    expect(next.pages).toBeGreaterThan(20);
  }, 60_000);
});
