import type { BlobStore } from "../backends/blobs/blob-store.ts";
import { timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";
import { sweepFiles, type SweepReport } from "../features/files/orphans.ts";
import { countExpired, deleteExpired, type ExpiredRows } from "./retention-expired.ts";
import {
  type Cutoffs,
  deleteTasks,
  forgetHidden,
  hideIntermediate,
  jobsToPurge,
  markPurged,
  purgeable,
} from "./retention-rows.ts";

const day = 24 * 3_600_000;

/** Milliseconds after a job's end for which its tasks, their history and its intermediate files are kept. */
const keptFor = { completed: 30 * day, failed: 90 * day } as const;

/** What a sweep took, or would take. */
export interface Swept {
  /** Jobs of which only the summary, pages, panels, pictures, outputs and costs are left. */
  jobs: number;
  tasks: number;
  files: number;
  /** Of those files. */
  bytes: number;
  expired: ExpiredRows;
  /** What kills left in the store; null in a dry run. */
  orphans: SweepReport | null;
}

/** What a sweep would take now; nothing is changed. `now` in milliseconds since 1970. */
export async function planSweep(db: Database, now: number): Promise<Swept> {
  return { ...(await purgeable(db, cutoffsAt(now))), expired: await countExpired(db, now), orphans: null };
}

/**
 * Ends the life of what has had its time: tasks, history and intermediate files of jobs that are over, rows that have expired, and what kills left in
 * the store. May be killed at any moment, run twice at once, and run while a job is begun again, which then keeps what it has. `now` in milliseconds
 * since 1970. Throws `SqlError`, `BlobError`, and the reason of `signal`.
 */
export async function sweepStorage(db: Database, blobs: BlobStore, now: number, signal?: AbortSignal): Promise<Swept> {
  const swept = { jobs: 0, tasks: 0, files: 0, bytes: 0 };
  const cutoffs = cutoffsAt(now);
  const seen = new Set<string>();
  for (;;) {
    // One that another sweep is at, or that was begun again, would come back for ever.
    const jobs = (await jobsToPurge(db, cutoffs)).filter((job) => !seen.has(job));
    if (jobs.length === 0) break;
    for (const job of jobs) {
      signal?.throwIfAborted();
      seen.add(job);
      if (await markPurged(db, job, cutoffs, now)) swept.jobs += 1;
      const { files, bytes } = await purgeFiles(db, blobs, job, now);
      swept.files += files;
      swept.bytes += bytes;
      for (let taken = await deleteTasks(db, job); taken > 0; taken = await deleteTasks(db, job)) swept.tasks += taken;
    }
  }
  return { ...swept, expired: await deleteExpired(db, now), orphans: await sweepFiles(db, blobs, now) };
}

/** Rows are hidden, then blobs go, then rows: what a kill leaves in between nobody sees, and the sweep of files ends it. */
async function purgeFiles(
  db: Database,
  blobs: BlobStore,
  job: string,
  now: number,
): Promise<{ files: number; bytes: number }> {
  const purged = { files: 0, bytes: 0 };
  for (
    let hidden = await hideIntermediate(db, job, now);
    hidden.length > 0;
    hidden = await hideIntermediate(db, job, now)
  ) {
    for (const { key, size } of hidden) {
      await blobs.delete(key);
      purged.files += 1;
      purged.bytes += size;
    }
    await forgetHidden(
      db,
      hidden.map(({ id }) => id),
    );
  }
  return purged;
}

function cutoffsAt(now: number): Cutoffs {
  return { completed: timeText(now - keptFor.completed), failed: timeText(now - keptFor.failed) };
}
