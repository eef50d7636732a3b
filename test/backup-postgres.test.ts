import { execFile } from "node:child_process";
import { createReadStream, createWriteStream, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createGunzip } from "node:zlib";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database, Row } from "../src/backends/sql/database.ts";
import { openPostgres } from "../src/backends/sql/postgres.ts";
import { makeDueBackup } from "../src/ops/backup-chore.ts";
import { checksumOf, readManifest, writeManifest } from "../src/ops/backup-manifest.ts";
import type { StudioPlace } from "../src/ops/backup-place.ts";
import { examineStudio } from "../src/ops/doctor.ts";
import { restoreBackup } from "../src/ops/restore.ts";
import { onPostgres, type PostgresPlace } from "./engines/postgres.ts";
import { type S3Bucket, type S3Server, startS3 } from "./engines/s3.ts";
import { openStudio, placeOf, quiet, textIn } from "./placed-studio.ts";
import { addPerson, jobDesk, planOf, step, task } from "./job-fixture.ts";

/** Rows of every table, without the history of backups and leases, which go on. */
async function rowsOf(db: Database): Promise<Record<string, readonly string[]>> {
  const all: Record<string, readonly string[]> = {};
  for (const { type, name } of await db.catalog.objects()) {
    if (type !== "table" || ["backups", "locks"].includes(name)) continue;
    const { rows } = await sql<Row>`select * from ${sql.table(name)}`.execute(db.kysely);
    all[name] = rows.map((row) => JSON.stringify(row)).toSorted();
  }
  return all;
}

onPostgres("a studio on a server of PostgreSQL", (open) => {
  let folder = "";
  let server: PostgresPlace;
  let s3: S3Server | null = null;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "fabula-server-"));
    server = await open();
  });
  afterEach(async () => {
    await server.remove();
    await s3?.close();
    s3 = null;
    rmSync(folder, { recursive: true });
  });

  const files: [string, () => Promise<S3Bucket | null>][] = [
    ["a folder", async () => null],
    ["S3", async () => (s3 = await startS3()).bucket],
  ];

  /** A studio with a person, a job and a file. */
  async function lively(bucket: S3Bucket | null) {
    const studio = await openStudio(folder, server.url, bucket);
    await addPerson(studio.db);
    await jobDesk(studio.db, planOf(step("page"))).create([task("page", "it's; \\ 🐇")]);
    return { studio, first: await studio.store("Once upon a time") };
  }

  describe.each(files)("with its files in %s", (_, bucketOf) => {
    it("is put back whole, and what was there before is kept", { timeout: 120_000 }, async () => {
      const bucket = await bucketOf();
      const { studio, first } = await lively(bucket);
      const backup = await studio.backUp();
      expect(backup).toMatchObject({ files: 1, missing: [], broken: 0 });
      expect(readdirSync(backup.location).toSorted()).toEqual(["database.sql.gz", "files", "manifest.json"]);
      const before = await rowsOf(studio.db);
      const second = await studio.store("The end");
      await sql`update jobs set status = 'cancelled'`.execute(studio.db.kysely);
      await expect(studio.restore(backup.location)).rejects.toMatchObject({ code: "restore-occupied" });
      // Nobody else may have it open.
      await expect(studio.restore(backup.location, { force: true })).rejects.toMatchObject({ code: "database-busy" });
      await studio.close();
      const { kept } = await studio.restore(backup.location, { force: true });
      const again = await openStudio(folder, server.url, bucket);
      expect(await rowsOf(again.db)).toEqual(before);
      expect(await textIn(again.blobs, first.key)).toBe("Once upon a time");
      const [schema, aside] = [
        /schema (\w+)$/.exec(kept[0] ?? "")?.[1] ?? "",
        /(kept\/.+\/) \(/.exec(kept[1] ?? "")?.[1],
      ];
      expect(await textIn(again.blobs, `${aside}${second.key}`)).toBe("The end");
      const url = new URL(server.url);
      url.searchParams.set("options", `-csearch_path=${schema}`);
      const old = openPostgres(url.href);
      expect((await sql`select key from storage_files order by id`.execute(old.kysely)).rows).toEqual([
        { key: first.key },
        { key: second.key },
      ]);
      expect((await sql`select status from jobs`.execute(old.kysely)).rows).toEqual([{ status: "cancelled" }]);
      await old.close();
      expect(await again.store("A new tale")).toMatchObject({ size: 10 });
      await again.close();
    });

    it(
      "is put back where database and files are lost, and the doctor finds nothing",
      { timeout: 120_000 },
      async () => {
        const bucket = await bucketOf();
        const { studio, first } = await lively(bucket);
        const [before, backup] = [await rowsOf(studio.db), await studio.backUp()];
        await studio.blobs.delete(first.key);
        await studio.close();
        await server.remove();
        server = await open();
        const empty = placeOf(folder, server.url, bucket);
        await restoreBackup(empty, { folder: backup.location, force: false, now: Date.now(), ...quiet });
        const again = await openStudio(folder, server.url, bucket);
        expect(await rowsOf(again.db)).toEqual(before);
        expect(await textIn(again.blobs, first.key)).toBe("Once upon a time");
        const doctor = { fix: false, deep: true, now: Date.now(), jitter: () => 0, maker: () => again.maker };
        expect(await examineStudio(again.place, doctor)).toEqual([]);
        await again.blobs.delete(first.key);
        // The restore is no backup: its row came behind what was copied.
        const found = await examineStudio(again.place, doctor);
        expect(found).toMatchObject([{ check: "files-lost", examples: [first.key] }]);
        await makeDueBackup(again.maker, quiet.signal);
        await again.close();
      },
    );
  });

  it("is copied as it is at one moment while others write, and psql reads the copy", { timeout: 120_000 }, async () => {
    const { studio } = await lively(null);
    let [written, isOver] = [0, false];
    // Each file has its row before its job, so that a copy of two moments would have jobs more than files.
    const writing = (async () => {
      while (!isOver) {
        written += 1;
        await studio.store(`file ${written}`);
        await jobDesk(studio.db, planOf(step("page")), () => `late-${written}-${Math.random()}`).create([task("page")]);
      }
    })();
    const backup = await studio.backUp();
    isOver = true;
    await writing;
    expect(backup.missing).toEqual([]);
    const { tables } = await readManifest(studio.place.files, backup.location);
    const [filesThere = 0, jobsThere = 0] = [tables["storage_files"], tables["jobs"]];
    expect(filesThere - jobsThere === 0 || filesThere - jobsThere === 1).toBe(true);
    expect(written).toBeGreaterThan(filesThere);
    await studio.close();

    const [sqlFile, other] = [join(folder, "dump.sql"), await open()];
    const packed = createReadStream(join(backup.location, "database.sql.gz"));
    await pipeline(packed, createGunzip(), createWriteStream(sqlFile));
    await promisify(execFile)("psql", ["-q", "-1", "-X", "-v", "ON_ERROR_STOP=1", "-f", sqlFile, other.url]);
    await studio.restore(backup.location, { force: true });
    const [byPsql, byProgram] = [await other.connect(), await server.connect()];
    expect(await rowsOf(byPsql)).toEqual(await rowsOf(byProgram));
    expect((await byPsql.kysely.selectFrom("jobs").select("id").execute()).length).toBe(jobsThere);
    await Promise.all([byPsql.close(), byProgram.close()]);
    await other.remove();
  });

  it("stays as it was where a restore is cut off, or is not what the list says", { timeout: 120_000 }, async () => {
    const { studio, first } = await lively(null);
    const backup = await studio.backUp();
    const second = await studio.store("The end");
    const before = await rowsOf(studio.db);
    await studio.close();
    const { place } = studio;
    const request = { folder: backup.location, force: true, now: Date.now(), ...quiet };
    const standing = async (): Promise<void> => {
      const db = await server.connect();
      expect(await rowsOf(db)).toEqual(before);
      await db.close();
      expect(await textIn(studio.blobs, first.key)).toBe("Once upon a time");
      expect(await textIn(studio.blobs, second.key)).toBe("The end");
    };
    const real = place.server;
    if (real === null) throw new Error("It is a server's.");
    const ends: StudioPlace["server"] = {
      ...real,
      replace: (dump, options) => real.replace(cutOff(dump), options),
    };
    async function* cutOff(dump: AsyncIterable<string>): AsyncGenerator<string> {
      for await (const piece of dump) {
        // Behind the first rows, the connection is gone, as that of a killed program is.
        if (/insert into/.test(piece)) await endOthers();
        yield piece;
      }
    }
    const endOthers = async (): Promise<void> => {
      const db = await server.connect();
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(db.kysely);
      await db.close();
    };
    await expect(restoreBackup({ ...place, server: ends }, request)).rejects.toMatchObject({
      code: "database-unreachable",
    });
    await standing();
    const manifest = await readManifest(place.files, backup.location);
    const wrong = { ...manifest, tables: { ...manifest.tables, users: 2 } };
    await writeManifest(place.files, backup.location, { ...wrong, checksum: checksumOf(wrong) });
    await expect(restoreBackup(place, request)).rejects.toMatchObject({
      code: "backup-damaged",
      detail: "database.sql.gz: users has 1 rows, not 2",
    });
    await standing();
    const elsewhere = { ...manifest, database: { ...manifest.database, name: "database.sqlite" as const } };
    await writeManifest(place.files, backup.location, { ...elsewhere, checksum: checksumOf(elsewhere) });
    await expect(restoreBackup(place, request)).rejects.toMatchObject({ code: "backup-elsewhere" });
    await writeManifest(place.files, backup.location, manifest);
    await restoreBackup(place, request);
    const db = await server.connect();
    expect((await rowsOf(db))["storage_files"]).toHaveLength(1);
    await db.close();
  });
});
