import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fabula } from "../../test/host.ts";
import { type KeptStudio, keptStudio } from "../../test/kept-studio.ts";
import type { FileSystem, StudioPlace } from "./backup-place.ts";
import { readManifest, writeManifest, checksumOf } from "./backup-manifest.ts";
import { finishRestore, journalOf, moveAll } from "./restore-journal.ts";
import { restoreBackup, type RestoreRequest } from "./restore.ts";

let studio: KeptStudio;
beforeEach(async () => {
  studio = await keptStudio();
});
afterEach(() => studio.remove());

const asked = (folder: string, more: Partial<RestoreRequest> = {}): RestoreRequest => ({
  folder,
  force: true,
  now: studio.clock.now,
  signal: new AbortController().signal,
  tell: () => undefined,
  ...more,
});

/** A backup with one file, and behind it a second file, which only the old state has. The database is closed. */
async function twoStates() {
  const first = await studio.store("Once upon a time");
  const backup = await studio.backUp();
  const second = await studio.store("The end");
  await studio.close();
  return { backup, first, second };
}

/** Keys of the files that rows name, each of which is there. */
async function stateOf(place: StudioPlace): Promise<string[]> {
  const db = await place.migrating.place.open();
  try {
    const rows = await db.kysely.selectFrom("storage_files").select("key").orderBy("id").execute();
    for (const { key } of rows) expect(existsSync(join(place.storage, key)), key).toBe(true);
    return rows.map(({ key }) => key);
  } finally {
    await db.close();
  }
}

describe("a restore", () => {
  it("puts back rows and files, and keeps the old state beside", async () => {
    const { backup, first, second } = await twoStates();
    const restored = await restoreBackup(studio.place, asked(backup.location));
    expect(await stateOf(studio.place)).toEqual([first.key]);
    expect(restored.kept).toHaveLength(2);
    const [files = "", database = ""] = restored.kept;
    expect(await stateOf({ ...studio.place, storage: files, migrating: placed(database) })).toEqual([
      first.key,
      second.key,
    ]);
    expect(readdirSync(studio.folder).filter((name) => name.includes("restor"))).toEqual([]);
    const again = await studio.reopened();
    expect(await again.store("A new tale")).toMatchObject({ size: 10 });
    await again.close();
  });

  const placed = (path: string): StudioPlace["migrating"] => ({
    ...studio.place.migrating,
    place: { ...studio.place.migrating.place, open: () => studio.place.engine.open(path) },
  });

  it("works where nothing is, and asks for --force where something is", async () => {
    const { backup, first } = await twoStates();
    const refused = restoreBackup(studio.place, asked(backup.location, { force: false }));
    await expect(refused).rejects.toMatchObject({ code: "restore-occupied" });
    rmSync(studio.place.database);
    rmSync(studio.place.storage, { recursive: true });
    const restored = await restoreBackup(studio.place, asked(backup.location, { force: false }));
    expect(restored.kept).toEqual([]);
    expect(await stateOf(studio.place)).toEqual([first.key]);
  });

  it("touches nothing where a file of the backup is damaged or gone, and names it", async () => {
    const { backup, first, second } = await twoStates();
    const path = join(backup.location, "files", first.key);
    for (const hurt of [() => writeFileSync(path, "once upon a time"), () => rmSync(path)]) {
      hurt();
      await expect(restoreBackup(studio.place, asked(backup.location))).rejects.toMatchObject({
        code: "backup-damaged",
        detail: first.key,
      });
    }
    const manifest = join(backup.location, "manifest.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace(first.sha256, "0".repeat(64)));
    const refused = restoreBackup(studio.place, asked(backup.location));
    await expect(refused).rejects.toMatchObject({ code: "backup-damaged", detail: "manifest.json" });
    await expect(restoreBackup(studio.place, asked(studio.folder))).rejects.toMatchObject({ code: "backup-unknown" });
    expect(await stateOf(studio.place)).toEqual([first.key, second.key]);
  });

  it("refuses a backup of a schema that this program does not know", async () => {
    const { backup } = await twoStates();
    const { files } = studio.place;
    const newer = { ...(await readManifest(files, backup.location)), schemaVersion: 999 };
    await writeManifest(files, backup.location, { ...newer, checksum: checksumOf(newer) });
    await expect(restoreBackup(studio.place, asked(backup.location))).rejects.toMatchObject({ code: "backup-newer" });
  });

  it("refuses while another has the database open, idle or not", async () => {
    const { backup, first, second } = await twoStates();
    const worker = await studio.place.migrating.place.open();
    await worker.kysely.selectFrom("users").select("id").execute();
    await expect(restoreBackup(studio.place, asked(backup.location))).rejects.toMatchObject({ code: "database-busy" });
    await worker.close();
    expect(await stateOf(studio.place)).toEqual([first.key, second.key]);
  });

  it("replaces a database that is damaged, and keeps it", async () => {
    const { backup, first } = await twoStates();
    writeFileSync(
      studio.place.database,
      "This is no database, and it is long enough for a header of one hundred bytes, or so.".repeat(4),
    );
    const { kept } = await restoreBackup(studio.place, asked(backup.location));
    expect(await stateOf(studio.place)).toEqual([first.key]);
    expect(readFileSync(kept.find((path) => path.endsWith(".sqlite")) ?? "", "utf8")).toContain("no database");
  });

  it("leaves the old state where the disk is full", async () => {
    const { backup, first, second } = await twoStates();
    const { files } = studio.place;
    const open: FileSystem["open"] = (path, ...rest) => {
      if (String(path).includes("storage.restoring")) throw Object.assign(new Error("full"), { code: "ENOSPC" });
      return files.open(path, ...rest);
    };
    const full = { ...studio.place, files: { ...files, open } };
    await expect(restoreBackup(full, asked(backup.location))).rejects.toMatchObject({ code: "disk-full" });
    expect(await stateOf(studio.place)).toEqual([first.key, second.key]);
    expect(readdirSync(studio.folder).filter((name) => name.includes("restor"))).toEqual([]);
  });
});

/** A place whose file system stops for good before its n-th change, as a kill does; `reached` when it has. */
function killedBefore(place: StudioPlace, n: number) {
  const { files } = place;
  const killed = Promise.withResolvers<"killed">();
  let changes = 0;
  const dying =
    <Args extends unknown[], Value>(work: (...args: Args) => Promise<Value>) =>
    (...args: Args): Promise<Value> => {
      changes += 1;
      if (changes < n) return work(...args);
      killed.resolve("killed");
      return new Promise(() => undefined);
    };
  const held: { release(): void }[] = [];
  const engine = {
    ...place.engine,
    async hold(path: string) {
      const holder = await place.engine.hold(path);
      held.push(holder);
      return holder;
    },
  };
  const handles: Awaited<ReturnType<FileSystem["open"]>>[] = [];
  const changed: FileSystem = {
    ...files,
    open: dying(async (...args: Parameters<FileSystem["open"]>) => {
      const handle = await files.open(...args);
      handles.push(handle);
      return handle;
    }),
    rename: dying(files.rename),
    rm: dying(files.rm),
  };
  /** With a process goes what it has locked and opened. */
  async function bury(): Promise<void> {
    for (const holder of held) holder.release();
    for (const handle of handles) if (handle.fd >= 0) await handle.close();
  }
  return { place: { ...place, engine, files: changed }, reached: killed.promise, bury };
}

describe("a kill", () => {
  it("at any step leaves the old state whole, or the new one", async () => {
    const { backup, first, second } = await twoStates();
    const [old, fresh] = [[first.key, second.key], [first.key]];
    const seen: string[] = [];
    for (let step = 1; ; step++) {
      const copy = mkdtempSync(join(tmpdir(), "fabula-killed-"));
      const place = await copyOf(copy);
      const dying = killedBefore(place, step);
      const ended = await Promise.race([restoreBackup(dying.place, asked(backup.location)), dying.reached]);
      await dying.bury();
      // The next program that opens the database finds one state, and goes on.
      const state = await stateOf(place);
      seen.push(state.length === old.length ? "old" : "new");
      expect(state, `killed before change ${step}`).toEqual(state.length === old.length ? old : fresh);
      expect(existsSync(journalOf(place.database))).toBe(false);
      rmSync(copy, { recursive: true });
      if (ended !== "killed") break;
    }
    expect(seen.join(" ")).toMatch(/^(old )+(new ?)+$/);
    expect(seen.filter((state) => state === "new").length).toBeGreaterThan(4);
  });

  async function copyOf(folder: string): Promise<StudioPlace> {
    const { cp } = await import("node:fs/promises");
    await cp(studio.folder, folder, { recursive: true, filter: (path) => !path.includes("backups") });
    const { databaseAt } = await import("../entry/database.ts");
    const { studioPlaceAt } = await import("../entry/studio-place.ts");
    const [database, storage] = [join(folder, "fabula.sqlite"), join(folder, "storage")];
    return studioPlaceAt({ database, storage, cacheFile: null }, databaseAt(`file:${database}`, "0.0.0-test"));
  }
});

describe("the renames of a restore", () => {
  it("are taken back where one of them is refused", async () => {
    const { folder, place } = studio;
    const [a, b, c] = [join(folder, "a"), join(folder, "b"), join(folder, "c")];
    writeFileSync(a, "old");
    writeFileSync(b, "new");
    const rename: FileSystem["rename"] = async (from, to) => {
      if (from === b) throw Object.assign(new Error("busy"), { code: "EBUSY" });
      await place.files.rename(from, to);
    };
    const moves = [
      { from: a, to: c },
      { from: b, to: a },
    ];
    await expect(moveAll({ ...place.files, rename }, place.database, moves)).rejects.toMatchObject({ code: "EBUSY" });
    expect(readFileSync(a, "utf8")).toBe("old");
    expect(existsSync(journalOf(place.database))).toBe(false);
  });

  it("that cannot be read are told, and nothing is opened", async () => {
    writeFileSync(journalOf(studio.place.database), "{");
    await expect(finishRestore(studio.place.database)).rejects.toMatchObject({ code: "restore-unfinished" });
    await expect(studio.place.migrating.place.open()).rejects.toMatchObject({ code: "restore-unfinished" });
    rmSync(journalOf(studio.place.database));
  });
});

describe("backup and restore on the command line", () => {
  it("bring back what was there, and say where what was there since is kept", async () => {
    const folder = mkdtempSync(join(tmpdir(), "fabula-restore-"));
    try {
      writeFileSync(join(folder, "tale.txt"), readFileSync("samples/english.txt").subarray(0, 9_000));
      const queued = await fabula(folder, ["queue", "tale.txt"]);
      expect(queued.code, queued.stderr).toBe(0);
      const before = (await fabula(folder, ["jobs", "--json"])).stdout;
      const backup = await fabula(folder, ["backup", "--json", "--quiet"]);
      expect(backup.code, backup.stderr).toBe(0);
      expect(JSON.parse(backup.stdout)).toMatchObject({ kind: "manual", files: 1, missing: [] });
      await fabula(folder, ["jobs", "cancel", "last"]);
      const refused = await fabula(folder, ["restore", "last"]);
      expect(refused.stderr).toContain("--force");
      const restored = await fabula(folder, ["restore", "last", "--force"]);
      expect(restored.code, restored.stderr).toBe(0);
      expect(restored.stdout).toContain("kept from before: ");
      expect((await fabula(folder, ["jobs", "--json"])).stdout).toBe(before);
      expect((await fabula(folder, ["doctor"])).stdout).toBe("All is well.\n");
      expect((await fabula(folder, ["restore", "nothing"])).stderr).toContain("backup-unknown");
      expect(dirname(JSON.parse(backup.stdout).location)).toBe(join(folder, "data", "backups"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
