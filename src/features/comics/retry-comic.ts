import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import { jsonOf } from "../../backends/sql/codecs.ts";
import type { Database } from "../../backends/sql/database.ts";
import { beginAgain } from "../jobs/queries/begin-again.ts";
import { retryJob } from "../jobs/queries/job-control.ts";
import type { TaskHandler } from "../jobs/task-handler.ts";
import { novelOf } from "../library/queries/novels.ts";
import { settingsOf } from "./comic-settings.ts";
import { hideLostArtifacts } from "./lost-artifacts.ts";
import { comicJob } from "./tasks.ts";

/**
 * Begins a failed comic again where it stopped, or from its start where its tasks are purged by now, or something that was made is lost: the rest is found
 * and not made anew. False where it had not failed. Throws `BlobError`.
 */
export async function retryComic(
  db: Database,
  blobs: BlobStore,
  owner: string,
  { jobId, ...given }: { jobId: string; plan: readonly TaskHandler[]; now: number; newId: () => string },
): Promise<boolean> {
  const job = await db.kysely
    .selectFrom("jobs")
    .select(["novel_id", "settings", "seed"])
    .where("id", "=", jobId)
    .where("user_id", "=", owner)
    .where("status", "=", "failed")
    .executeTakeFirst();
  const novel = job?.novel_id ? await novelOf(db, owner, job.novel_id) : null;
  if (!job || !novel) return false;
  const mustRemake = await hideLostArtifacts(db, blobs, owner, { jobId, now: given.now });
  if (!mustRemake && (await retryJob(db, owner, jobId, given.now))) return true;
  const settings = settingsOf({ settings: jsonOf(job.settings, "jobs.settings", (value) => value), seed: job.seed });
  const { tasks } = await comicJob(novel, settings);
  return beginAgain(db, owner, { jobId, plan: given.plan, tasks }, given);
}
