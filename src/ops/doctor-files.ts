import { createHash } from "node:crypto";
import { join } from "node:path";
import { BlobError } from "../backends/blobs/blob-error.ts";
import type { BlobStore } from "../backends/blobs/blob-store.ts";
import { timeText } from "../backends/sql/codecs.ts";
import { findOrphans, mendOrphan, type Orphan, orphanGrace } from "../features/files/orphans.ts";
import { filesAfter } from "../features/files/queries/sweep-rows.ts";
import type { StoredFile } from "../features/files/stored-file.ts";
import { measureFile, pathOfKey, piecesOf } from "./backup-files.ts";
import { filesName } from "./backup-manifest.ts";
import { knownBackups } from "./backup-rows.ts";
import { type Finding, found, type Patient } from "./doctor-finding.ts";

type Loss = Exclude<Orphan, { kind: "blob-without-row" | "deletion-unfinished" }>;
type Leftover = Exclude<Orphan, Loss>;

/** Rows and files of the store that do not agree. */
export async function examineFiles(patient: Patient): Promise<Finding[]> {
  const { db, blobs, now } = patient;
  const orphans = await Array.fromAsync(findOrphans(db, blobs, now - orphanGrace));
  const blobsLeft = orphans.filter((orphan) => orphan.kind === "blob-without-row");
  const deletions = orphans.filter((orphan) => orphan.kind === "deletion-unfinished");
  const lost = orphans.filter((orphan) => orphan.kind === "row-without-blob");
  const cut = orphans.filter((orphan) => orphan.kind === "size-differs");
  const changed = patient.deep
    ? await changedFiles(patient, new Set([...lost, ...cut].map(({ file }) => file.id)))
    : [];
  const wrong = [...cut, ...changed];
  const mendAll = (all: readonly Leftover[]) => async () => {
    for (const orphan of all) await mendOrphan(db, blobs, orphan, now);
    return all.length;
  };
  const fromBackup =
    "--fix takes them from a backup that has them; else it hides what a task made, and a person decides about the rest";
  return [
    ...found(
      "files-without-row",
      blobsLeft.map(({ blob }) => blob.key),
      {
        title: "Files that no row names, for more than a day",
        remedy: "--fix deletes them",
        mend: mendAll(blobsLeft),
      },
    ),
    ...found(
      "files-deleted",
      deletions.map(({ file }) => file.key),
      {
        title: "Files whose deletion was cut off",
        remedy: "--fix finishes it",
        mend: mendAll(deletions),
      },
    ),
    ...found(
      "files-lost",
      lost.map(({ file }) => file.key),
      {
        title: "Files that are lost",
        remedy: fromBackup,
        mend: () => mendLosses(patient, lost),
      },
    ),
    ...found(
      "files-changed",
      wrong.map(({ file }) => file.key),
      {
        title: "Files that are not as they were stored",
        remedy: `${fromBackup}; what is there moves to lost/ in the storage`,
        mend: () => mendLosses(patient, wrong),
      },
    ),
  ];
}

/** Files of the size that their rows say, and of another content. */
async function changedFiles({ db, blobs }: Patient, known: ReadonlySet<string>): Promise<Loss[]> {
  const changed: Loss[] = [];
  for (let page = await filesAfter(db, ""); page.length > 0; page = await filesAfter(db, page.at(-1)?.id ?? ""))
    for (const file of page)
      if (!known.has(file.id) && !(await isWhole(blobs, file)))
        changed.push({ kind: "size-differs", file, size: file.size });
  return changed;
}

async function isWhole(blobs: BlobStore, file: StoredFile): Promise<boolean> {
  try {
    const blob = await blobs.get(file.key);
    // What went meanwhile is another finding.
    if (blob === null) return true;
    const hash = createHash("sha256");
    for await (const piece of blob.content) hash.update(piece);
    return hash.digest("hex") === file.sha256;
  } catch (error) {
    if (error instanceof BlobError && error.code === "corrupt") return false;
    if (error instanceof BlobError && error.code === "missing") return true;
    throw error;
  }
}

async function mendLosses(patient: Patient, losses: readonly Loss[]): Promise<number> {
  let mended = 0;
  for (const loss of losses) if (await mendLoss(patient, loss)) mended += 1;
  return mended;
}

/** Puts a file back from a backup, or hides one that the program made; false where neither can be done. */
async function mendLoss(patient: Patient, loss: Loss): Promise<boolean> {
  const { blobs, db, now, place } = patient;
  const kept = await keptCopy(patient, loss.file);
  if (kept === null && loss.file.artifact === null) return false;
  if (loss.kind === "size-differs") await putAside(blobs, loss.file.key, now);
  if (kept === null) await mendOrphan(db, blobs, loss, now);
  else await blobs.put(loss.file.key, piecesOf(place.files, kept));
  return true;
}

/** Where a backup has the file as its row says. */
async function keptCopy({ db, place: { files } }: Patient, { key, size, sha256 }: StoredFile): Promise<string | null> {
  for (const { location } of await knownBackups(db)) {
    const path = pathOfKey(join(location, filesName), key);
    const there = await measureFile(files, path);
    if (there?.size === size && there.sha256 === sha256) return path;
  }
  return null;
}

/** Moves a file to `lost/` in its store; what of it cannot be read is not moved. */
async function putAside(blobs: BlobStore, key: string, now: number): Promise<void> {
  const blob = await blobs.get(key);
  if (blob === null) return;
  await blobs.put(`lost/${timeText(now).replaceAll(/[:.]/g, "-")}/${key}`, blob.content);
  await blobs.delete(key);
}
