import type { Database } from "../../backends/sql/database.ts";
import { timeText } from "../../backends/sql/codecs.ts";
import { derivedId } from "../../backends/sql/derived-id.ts";
import type { OutputFile } from "../../core/print/comic.ts";
import { picturePath } from "../../core/print/reader-data.ts";
import { unwrap } from "../../core/text/result.ts";
import { findArtifact } from "../files/queries/find-files.ts";
import { personQuota } from "../files/queries/person-quota.ts";
import { storeFile, type Storing } from "../files/store-file.ts";
import type { StoredFile } from "../files/stored-file.ts";
import type { JobPlace } from "./job-shelves.ts";
import { type FileType, fileTypes } from "../files/file-types.ts";

/** What files of a comic are filed under; what is none of these belongs to the page that opens in a browser. */
const outputTypes: Readonly<Record<string, string>> = { cbz: "cbz", epub: "epub", pdf: "pdf", "report.json": "report" };

/** The artifact under which files to take away are kept, with their path as the unit. */
export const outputArtifact = "output";

/** Bytes. */
const largest = 4 * 2 ** 30;

/**
 * Keeps the files that a person takes away, each once, with a row of its own. The pictures of pages are kept already, by the step that
 * draws them.
 */
export async function keepOutputs(
  db: Database,
  storing: Storing,
  files: readonly OutputFile[],
  place: JobPlace,
): Promise<void> {
  const pictures = picturePath(0).slice(0, picturePath(0).lastIndexOf("/") + 1);
  for (const file of files) {
    if (file.path.startsWith(pictures)) continue;
    const stored = await keepFile(db, storing, file, place);
    await noteOutput(db, stored, file.path, place, storing.now());
  }
}

async function keepFile(
  db: Database,
  storing: Storing,
  { path, chunks }: OutputFile,
  { owner, job: jobId, novel }: JobPlace,
): Promise<StoredFile> {
  const artifact = { jobId, artifact: outputArtifact, unit: path };
  const kept = await findArtifact(db, owner, artifact);
  if (kept) return kept;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const file = {
    category: "outputs",
    content: chunks(),
    name,
    type: typeOfPath(path),
    novelId: novel,
    artifact,
  } as const;
  const limits = { types: null, size: largest, quota: await personQuota(db, owner) };
  return unwrap(await storeFile(db, storing, owner, file, limits));
}

function typeOfPath(path: string): FileType {
  const ending = path.slice(path.lastIndexOf(".") + 1);
  const found = Object.entries(fileTypes).find(([, { endings }]) => endings.some((each) => each === ending))?.[0];
  return found !== undefined && isFileType(found) ? found : "binary";
}

function isFileType(name: string): name is FileType {
  return Object.hasOwn(fileTypes, name);
}

async function noteOutput(
  { kysely }: Database,
  { id }: StoredFile,
  path: string,
  { owner, job, novel }: JobPlace,
  now: number,
): Promise<void> {
  await kysely
    .insertInto("outputs")
    .values({
      id: await derivedId(job, "output", path),
      user_id: owner,
      novel_id: novel,
      job_id: job,
      output_type: outputTypes[path] ?? outputTypes[path.slice(path.lastIndexOf(".") + 1)] ?? "website",
      file_id: id,
      created_at: timeText(now),
      updated_at: timeText(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
