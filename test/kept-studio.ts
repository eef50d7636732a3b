import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BlobStore } from "../src/backends/blobs/blob-store.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { databaseAt } from "../src/entry/database.ts";
import { openServices } from "../src/entry/services.ts";
import { studioPlaceAt } from "../src/entry/studio-place.ts";
import { storeFile } from "../src/features/files/store-file.ts";
import type { StoredFile } from "../src/features/files/stored-file.ts";
import type { BackupMaker, BackupRequest } from "../src/ops/backup-request.ts";
import { makeBackup } from "../src/ops/backup.ts";
import type { StudioPlace } from "../src/ops/backup-place.ts";
import { addPerson } from "./job-fixture.ts";

/** A studio on the disk with one person, and a clock that a test puts. */
export interface KeptStudio {
  folder: string;
  place: StudioPlace;
  db: Database;
  blobs: BlobStore;
  maker: BackupMaker;
  /** Milliseconds since 1970. */
  clock: { now: number };
  store(text: string, more?: { artifact: string }): Promise<StoredFile>;
  backUp(more?: Partial<BackupRequest>): ReturnType<typeof makeBackup>;
  /** Closes the database; it can be opened again with `reopened`. */
  close(): Promise<void>;
  reopened(): Promise<KeptStudio>;
  remove(): Promise<void>;
}

const migrations = databaseAt("file:none", "0.0.0-test").migrations();
// The tables are made once and copied.
const blank = await blankDatabase();

async function blankDatabase(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "fabula-blank-"));
  const path = join(folder, "fabula.sqlite");
  const { db, close } = await openServices(databaseAt(`file:${path}`, "0.0.0-test"), join(folder, "storage"));
  await addPerson(db);
  await close();
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true });
  return bytes;
}

export async function keptStudio(now = Date.UTC(2026, 0, 10, 12)): Promise<KeptStudio> {
  const folder = mkdtempSync(join(tmpdir(), "fabula-kept-"));
  writeFileSync(join(folder, "fabula.sqlite"), blank);
  return studioIn(folder, { now });
}

function placeIn(folder: string): StudioPlace {
  const database = join(folder, "fabula.sqlite");
  const migrating = { ...databaseAt(`file:${database}`, "0.0.0-test"), migrations: () => migrations };
  return studioPlaceAt({ database, storage: join(folder, "storage"), cacheFile: join(folder, "cache") }, migrating);
}

let made = 0;
const newId = (): string => `id-${String((made += 1)).padStart(6, "0")}`;

async function studioIn(folder: string, clock: { now: number }): Promise<KeptStudio> {
  const place = { ...placeIn(folder), zone: "UTC" };
  const db = await place.migrating.place.open();
  const blobs = await place.openStore(place.storage);
  const taker = { owner: newId(), now: () => clock.now, isDead: () => false };
  const maker: BackupMaker = { db, blobs, place, newId, taker, guard: () => () => undefined };
  let isOpen = true;
  const close = async () => {
    if (isOpen) await db.close();
    isOpen = false;
  };
  return {
    folder,
    place,
    db,
    blobs,
    maker,
    clock,
    async store(text, more) {
      const file = { category: "novels" as const, content: new TextEncoder().encode(text), name: null, type: null };
      const limits = { types: null, size: 1_000_000, quota: null };
      const stored = await storeFile(db, { blobs, now: () => clock.now, newId }, "ann", file, limits);
      if (!stored.ok) throw new Error(stored.code);
      if (!more) return stored.value;
      await db.kysely.updateTable("storage_files").set(more).where("id", "=", stored.value.id).execute();
      return { ...stored.value, ...more };
    },
    backUp: (more = {}) =>
      makeBackup(maker, {
        kind: "manual",
        out: place.backups,
        signal: new AbortController().signal,
        tell: () => undefined,
        ...more,
      }),
    close,
    async reopened() {
      await close();
      return studioIn(folder, clock);
    },
    async remove() {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Overwrites a stored file behind the back of the store. */
export function tamper({ place }: KeptStudio, key: string, text: string): void {
  writeFileSync(join(place.storage, key), text);
}
