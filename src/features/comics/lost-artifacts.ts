import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import { timeText } from "../../backends/sql/codecs.ts";
import type { Database } from "../../backends/sql/database.ts";
import { verifyFile } from "../files/open-file.ts";
import { filesOfJob } from "../files/queries/find-files.ts";
import { hideFile } from "../files/queries/sweep-rows.ts";
import type { FileCategory } from "../files/stored-file.ts";
import { comicSteps } from "./steps.ts";

/** What the pipeline makes and can make again. */
const remakable: readonly FileCategory[] = ["chunks", "analysis", "layouts", "renders"];
/** Kept as rows, or not at all. */
const withoutFile: readonly string[] = ["cover", "pages", "ownPages", "files"];

/**
 * Reads all that a job has made on its way, hides what is lost or changed, and tells whether something that was done has to be done again.
 * Throws `BlobError`.
 */
export async function hideLostArtifacts(
  db: Database,
  blobs: BlobStore,
  owner: string,
  { jobId, now }: { jobId: string; now: number },
): Promise<boolean> {
  const whole = new Set<string>();
  for (const file of await filesOfJob(db, owner, jobId)) {
    if (!remakable.includes(file.category)) continue;
    if ((await verifyFile(blobs, file)) === "whole") whole.add(`${file.artifact} ${file.unit}`);
    else await hideFile(db, owner, file.id, timeText(now));
  }
  const done = await db.kysely
    .selectFrom("tasks")
    .select(["step", "unit_key"])
    .where("job_id", "=", jobId)
    .where("status", "=", "done")
    .execute();
  return done.some(({ step, unit_key }) => {
    const artifact = artifactOf(step);
    return artifact !== null && !whole.has(`${artifact} ${unit_key}`);
  });
}

/** The artifact that a step leaves as a file. */
function artifactOf(name: string): string | null {
  const artifact = comicSteps.find((step) => step.name === name)?.step.stages.at(-1)?.gives ?? null;
  return artifact === null || withoutFile.includes(artifact) ? null : artifact;
}
