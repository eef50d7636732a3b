import { dirname } from "node:path";
import { timeText } from "../backends/sql/codecs.ts";
import { Refused } from "../core/text/result.ts";
import { isAbsent, isThere } from "./backup-files.ts";
import { makeDueBackup } from "./backup-chore.ts";
import { readManifest, writeManifest } from "./backup-manifest.ts";
import type { StudioPlace } from "./backup-place.ts";
import { type KnownBackup, knownBackups, noteBackup, noteGone } from "./backup-rows.ts";
import { checkBackup, proveBackup } from "./backup-verify.ts";
import { type Finding, found, type Patient } from "./doctor-finding.ts";
import { unpackedAt } from "./restore.ts";

/** Bytes that a disk should have left: a long comic fills some hundred megabytes while it is made. */
const leastRoom = 1_000_000_000;

/** Disks that are nearly full, and a cache that cannot be used. */
export async function examinePlace(place: StudioPlace, now: number): Promise<Finding[]> {
  const tight: string[] = [];
  const folders = [
    ...(place.server === null ? [dirname(place.database)] : []),
    ...(place.isFolder ? [place.storage] : []),
    place.backups,
  ];
  for (const folder of new Set(folders)) {
    if (!(await isThere(place.files, folder))) continue;
    const { free } = await place.diskSpace(folder);
    if (free < leastRoom) tight.push(`${folder}: ${Math.round(free / 1e6)} MB free`);
  }
  return [
    ...found("disk-space", tight, {
      title: "Folders on a disk that is nearly full",
      remedy: "free some space, or move them to another disk",
      mend: null,
    }),
    ...(await examineCache(place, now)),
    ...(await cutOffRestore(place, now)),
  ];
}

/** What a killed restore had unpacked beside its place. One that is a day old is nobody's who is still at it. */
async function cutOffRestore(place: StudioPlace, now: number): Promise<Finding[]> {
  const { files } = place;
  const left: string[] = [];
  for (const path of place.server === null ? unpackedAt(place) : [])
    if ((await isThere(files, path)) && (await files.stat(path)).mtimeMs < now - 24 * 3_600_000) left.push(path);
  return found("restore-cut-off", left, {
    title: "What a restore that was killed had unpacked",
    remedy: "--fix deletes it: the backup still has it",
    async mend() {
      for (const path of left) await files.rm(path, { recursive: true, force: true });
      return left.length;
    },
  });
}

async function examineCache({ cacheFile, files }: StudioPlace, now: number): Promise<Finding[]> {
  if (cacheFile === null || (await isUsable(files, cacheFile))) return [];
  return found("cache", [cacheFile], {
    title: "A cache that cannot be read or written",
    remedy: "--fix renames it, and a new one is begun; nothing but the cache is lost",
    async mend() {
      await files.rename(cacheFile, `${cacheFile}.${timeText(now).replaceAll(/[:.]/g, "-")}.unusable`);
      return 1;
    },
  });
}

async function isUsable(files: StudioPlace["files"], path: string): Promise<boolean> {
  try {
    const handle = await files.open(path, "r+");
    await handle.close();
    return true;
  } catch (error) {
    // It is made when something is kept for the first time.
    return isAbsent(error) && !(await isThere(files, path));
  }
}

/** Milliseconds after which a studio that has files is without a backup for too long: a day and the night that it is made in. */
const longest = 48 * 3_600_000;

/** Backups that are overdue, gone, damaged or were never proved. */
export async function examineBackups(patient: Patient): Promise<Finding[]> {
  const { db, place, now } = patient;
  const { files } = place;
  const [there, gone]: [KnownBackup[], KnownBackup[]] = [[], []];
  for (const backup of await knownBackups(db)) ((await isThere(files, backup.location)) ? there : gone).push(backup);
  const unproved = there.filter(({ isVerified }) => !isVerified);
  const damaged = patient.deep ? await damagedOf(patient, there) : [];
  return [
    ...found(
      "backups-gone",
      gone.map(({ location }) => location),
      {
        title: "Backups that are no longer where they were put",
        remedy: "--fix notes that they are gone; put the disk back if they lie on one that was taken out",
        mend: async () => {
          await noteGone(
            db,
            gone.map(({ id }) => id),
            now,
          );
          return gone.length;
        },
      },
    ),
    ...found(
      "backups-unproved",
      unproved.map(({ location }) => location),
      {
        title: "Backups that were never restored to prove them",
        remedy: "--fix proves them",
        mend: () => proveAll(patient, unproved),
      },
    ),
    ...found("backups-damaged", damaged, {
      title: "Backups that are not what was written to them",
      remedy: "check the disk; delete them, and make another with `fabula backup`",
      mend: null,
    }),
    ...(await overdue(patient, there)),
  ];
}

async function damagedOf({ place: { files } }: Patient, backups: readonly KnownBackup[]): Promise<string[]> {
  const damaged: string[] = [];
  for (const { location } of backups)
    try {
      await checkBackup(files, { folder: location, manifest: await readManifest(files, location) }, () => undefined);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      damaged.push(`${location}: ${error.detail ?? error.code}`);
    }
  return damaged;
}

async function proveAll({ db, place, now }: Patient, backups: readonly KnownBackup[]): Promise<number> {
  let proved = 0;
  for (const { location } of backups)
    try {
      const quietly = { signal: new AbortController().signal, tell: () => undefined };
      const manifest = {
        ...(await proveBackup(place, location, `${location}.check`, quietly)),
        verifiedAt: timeText(now),
      };
      await writeManifest(place.files, location, manifest);
      await noteBackup(db, location, manifest, now);
      proved += 1;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  return proved;
}

async function overdue(patient: Patient, there: readonly KnownBackup[]): Promise<Finding[]> {
  const { db, now, maker } = patient;
  if (there.some(({ isVerified, createdAt }) => isVerified && createdAt > now - longest)) return [];
  // A studio that is new has nothing to lose yet.
  const old = db.kysely
    .selectFrom("storage_files")
    .select("id")
    .where("created_at", "<", timeText(now - longest))
    .limit(1);
  if ((await old.execute()).length === 0) return [];
  return found("backups-overdue", [there[0]?.location ?? "there is none"], {
    title: "No backup of the last two days",
    remedy: "--fix makes one; `fabula work --stay` makes one each day at 02:00",
    mend: async () => ((await makeDueBackup(maker, new AbortController().signal)) === null ? 0 : 1),
  });
}
