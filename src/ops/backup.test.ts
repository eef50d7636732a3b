import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blankPages, fabula } from "../../test/host.ts";
import { type KeptStudio, keptStudio, tamper } from "../../test/kept-studio.ts";
import { makeDueBackup, watchBackups } from "./backup-chore.ts";
import type { FileSystem } from "./backup-place.ts";
import { readManifest } from "./backup-manifest.ts";
import { makeBackup } from "./backup.ts";
import { underLease } from "./schedule-lease.ts";

let studio: KeptStudio;
beforeEach(async () => {
  studio = await keptStudio();
});
afterEach(() => studio.remove());

const rows = () => studio.db.kysely.selectFrom("backups").selectAll().orderBy("created_at").execute();
const names = () => (existsSync(studio.place.backups) ? readdirSync(studio.place.backups) : []);
const quiet = new AbortController().signal;

/** A file system whose method fails, from the n-th call on whose path matches. */
function failing(method: "open" | "rename", where: RegExp, code: string): FileSystem {
  const real = studio.place.files;
  const fail = (path: unknown) => {
    if (where.test(String(path))) throw Object.assign(new Error(code), { code });
  };
  const open: FileSystem["open"] = async (path, ...rest) => {
    if (method === "open") fail(path);
    return real.open(path, ...rest);
  };
  const rename: FileSystem["rename"] = async (from, to) => {
    if (method === "rename") fail(from);
    return real.rename(from, to);
  };
  return { ...real, open, rename };
}

const onFiles = (files: FileSystem) => ({ ...studio.maker, place: { ...studio.place, files } });
const request = () => ({ kind: "manual" as const, out: studio.place.backups, signal: quiet, tell: () => undefined });

describe("a backup", () => {
  it("holds the database and every file that its rows name, is proved, and has a row", async () => {
    const [one, two] = [await studio.store("Once upon a time"), await studio.store("The end")];
    const told: string[] = [];
    const { length: schemaVersion } = await studio.place.migrating.migrations();
    const made = await studio.backUp({ tell: ({ stage, done, total }) => told.push(`${stage} ${done}/${total}`) });
    expect(made).toMatchObject({ files: 2, shared: 0, missing: [], schemaVersion });
    const manifest = await readManifest(studio.place.files, made.location);
    expect(manifest.files.map(({ key }) => key)).toEqual([one.key, two.key]);
    expect(manifest.tables).toMatchObject({ users: 1, storage_files: 2, locks: 0 });
    expect(readFileSync(join(made.location, "files", two.key), "utf8")).toBe("The end");
    expect(readdirSync(made.location).toSorted()).toEqual(["database.sqlite", "files", "manifest.json"]);
    expect(told).toEqual(["Copying 1/2", "Copying 2/2", "Proving 1/3", "Proving 2/3", "Proving 3/3"]);
    expect(await rows()).toMatchObject([
      { kind: "manual", location: made.location, file_count: 2, migration_version: schemaVersion, error_message: null },
    ]);
    expect((await rows())[0]?.verified_at).not.toBeNull();
    expect(names()).toEqual([made.location.slice(studio.place.backups.length + 1)]);
  });

  it("is whole while others write without a pause", async () => {
    await studio.store("Once upon a time");
    let written = 0;
    const timer = setInterval(() => {
      written += 1;
      void sql`insert into cache (key, value) values (${`k${written}`}, ${"x".repeat(5_000)})`.execute(
        studio.db.kysely,
      );
    }, 1);
    try {
      const made = await studio.backUp();
      expect(made.missing).toEqual([]);
    } finally {
      clearInterval(timer);
    }
    expect(written).toBeGreaterThan(0);
  });

  it("shares the room of files that an earlier one has, unless they are damaged there", async () => {
    const [same, hurt] = [await studio.store("Once upon a time"), await studio.store("The end")];
    const first = await studio.backUp();
    writeFileSync(join(first.location, "files", hurt.key), "THE END");
    studio.clock.now += 1_000;
    const second = await studio.backUp();
    expect(second).toMatchObject({ files: 2, shared: 1 });
    const inode = (backup: { location: string }) => statSync(join(backup.location, "files", same.key)).ino;
    expect(inode(second)).toBe(inode(first));
    expect(readFileSync(join(second.location, "files", hurt.key), "utf8")).toBe("The end");
  });

  it("is made without files that are lost or changed, and tells which", async () => {
    const [good, lost, changed] = [await studio.store("one"), await studio.store("two"), await studio.store("six")];
    await studio.blobs.delete(lost.key);
    tamper(studio, changed.key, "SIX");
    const made = await studio.backUp();
    expect(made.missing).toEqual([lost.key, changed.key]);
    expect((await readManifest(studio.place.files, made.location)).files).toMatchObject([{ key: good.key }]);
    expect((await rows())[0]?.error_message).toContain("2 files");
  });

  it("is made of a database with rows that refer to nothing, and tells how many", async () => {
    await studio.close();
    const file = new DatabaseSync(studio.place.database);
    file.exec("pragma foreign_keys = off; insert into user_settings (user_id, updated_at) values ('nobody', '')");
    file.close();
    studio = await studio.reopened();
    expect(await studio.backUp()).toMatchObject({ broken: 1, missing: [] });
  });

  it("does not miss a file that its owner deletes while it is made", async () => {
    const file = await studio.store("one");
    const { blobs, db } = studio;
    const deleting = {
      ...blobs,
      async get(key: string) {
        await sql`delete from storage_files where id = ${file.id}`.execute(db.kysely);
        await blobs.delete(key);
        return blobs.get(key);
      },
    };
    const made = await makeBackup({ ...studio.maker, blobs: deleting }, request());
    expect(made).toMatchObject({ files: 0, missing: [] });
  });

  it("leaves nothing but a row that says so where the disk is full", async () => {
    await studio.store("one");
    const full = failing("open", /files.novels/, "ENOSPC");
    await expect(makeBackup(onFiles(full), request())).rejects.toMatchObject({ code: "disk-full" });
    expect(names()).toEqual([]);
    expect(await rows()).toMatchObject([{ verified_at: null, finished_at: null }]);
    expect((await rows())[0]?.error_message).toContain("disk-full");
  });

  it("is no good, and taken away, where what is read is not what was written", async () => {
    const file = await studio.store("one");
    const { survey } = studio.place.engine;
    const engine = {
      ...studio.place.engine,
      // Between the copy and the proof, the disk changes a file.
      async survey(path: string) {
        writeFileSync(join(dirname(path), "files", file.key), "???");
        return survey(path);
      },
    };
    const maker = { ...studio.maker, place: { ...studio.place, engine } };
    await expect(makeBackup(maker, request())).rejects.toMatchObject({ code: "backup-damaged", detail: file.key });
    expect(names()).toEqual([]);
  });

  it("ends when it is stopped, and leaves nothing", async () => {
    await studio.store("one");
    const stop = new AbortController();
    const making = makeBackup(studio.maker, { ...request(), signal: stop.signal, tell: () => stop.abort() });
    await expect(making).rejects.toMatchObject({ name: "AbortError" });
    expect(names()).toEqual([]);
  });

  it("clears away what a killed one left, and goes on after it", async () => {
    await studio.store("one");
    const { files } = studio.place;
    const reached = Promise.withResolvers<void>();
    const rename: FileSystem["rename"] = (from, to) => {
      if (!String(from).endsWith("-manual.partial")) return files.rename(from, to);
      reached.resolve();
      return new Promise(() => undefined);
    };
    void makeBackup(onFiles({ ...files, rename }), request());
    await reached.promise;
    expect(names()[0]).toMatch(/\.partial$/);
    // Whoever held the lease is dead by now.
    studio.clock.now += 3_600_000;
    await studio.backUp();
    expect(names()).toHaveLength(1);
    expect(names()[0]).toMatch(/-manual$/);
  });

  it("is made by one process at a time", async () => {
    const { db } = studio;
    const other = { owner: "another", now: () => studio.clock.now, isDead: () => false };
    await underLease(db, "backup", other, quiet, async () => {
      await expect(studio.backUp()).rejects.toMatchObject({ code: "backup-busy" });
    });
    await studio.backUp();
    await sql`insert into locks values ('backup', 'dead', '2026-01-10T12:01:00.000Z')`.execute(db.kysely);
    const taker = { ...studio.maker.taker, isDead: (owner: string) => owner === "dead" };
    studio.clock.now += 1_000;
    expect(await makeBackup({ ...studio.maker, taker }, request())).toMatchObject({ missing: [] });
  });
});

describe("the backups of the schedule", () => {
  const day = 24 * 3_600_000;

  it("are made once a day however many processes look, old ones go, and each is proved", async () => {
    await studio.store("one");
    const second = { ...studio.maker, taker: { ...studio.maker.taker, owner: "another process" } };
    for (let i = 0; i < 11; i++) {
      const made = await Promise.all([studio.maker, second].map((maker) => makeDueBackup(maker, quiet)));
      expect(made.filter((each) => each !== null)).toHaveLength(1);
      studio.clock.now += day;
    }
    const kinds = names().map((name) => name.split("-").at(-1));
    expect(kinds.filter((kind) => kind === "daily")).toHaveLength(7);
    expect(kinds.filter((kind) => kind === "weekly")).toHaveLength(3);
    const kept = (await rows()).filter(({ deleted_at }) => deleted_at === null);
    expect(kept.map(({ location }) => location).toSorted()).toEqual(
      names()
        .map((name) => join(studio.place.backups, name))
        .toSorted(),
    );
    expect(kept.every(({ verified_at }) => verified_at !== null)).toBe(true);
  });

  it("leave what a person made, and know again what the rows have forgotten", async () => {
    const manual = await studio.backUp();
    await sql`delete from backups`.execute(studio.db.kysely);
    await makeDueBackup(studio.maker, quiet);
    expect((await rows()).map(({ location }) => location)).toContain(manual.location);
    expect(existsSync(manual.location)).toBe(true);
  });

  it("are made beside the work of a program, one at a time, and stopped with it", async () => {
    const told: string[] = [];
    const watch = watchBackups(studio.maker, {
      tell: ({ made }) => told.push(made.kind),
      trouble: (error) => told.push(String(error)),
    });
    watch.look();
    watch.look();
    await expect.poll(() => told, { timeout: 10_000 }).toEqual(["weekly"]);
    watch.look();
    studio.clock.now += day;
    watch.look();
    await watch.end();
    expect(told).toEqual(["weekly"]);
    expect(names()).toHaveLength(1);
  });

  it("are made by a program that stays at work", async () => {
    const folder = mkdtempSync(join(tmpdir(), "fabula-nightly-"));
    try {
      const stop = new AbortController();
      const working = fabula(folder, ["work", "--stay", "--quiet"], { ...blankPages, interrupted: () => stop.signal });
      const backups = join(folder, "data", "backups");
      const made = () => existsSync(backups) && readdirSync(backups).some((name) => name.endsWith("-weekly"));
      await expect.poll(made, { timeout: 15_000 }).toBe(true);
      stop.abort();
      expect((await working).stderr).toContain("Backup: ");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("are tried again after a while where one failed", async () => {
    await studio.store("one");
    const troubles: unknown[] = [];
    const maker = onFiles(failing("open", /files.novels/, "ENOSPC"));
    const watch = watchBackups(maker, { tell: () => undefined, trouble: (error) => troubles.push(error) });
    watch.look();
    await expect.poll(() => troubles, { timeout: 10_000 }).toHaveLength(1);
    watch.look();
    studio.clock.now += 11 * 60_000;
    watch.look();
    await expect.poll(() => troubles, { timeout: 10_000 }).toHaveLength(2);
    await watch.end();
    rmSync(studio.place.backups, { recursive: true, force: true });
  });
});
