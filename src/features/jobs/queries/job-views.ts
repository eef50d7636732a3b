import type { Database } from "../../../backends/sql/database.ts";
import { Refused } from "../../../core/text/result.ts";
import { errorWords } from "../error-words.ts";
import type { JobView } from "../schema.ts";
import { type JobSummary, readJob } from "./jobs.ts";
import { secondsLeft } from "./time-left.ts";

/** A job as people follow it. `now` in milliseconds since 1970. */
export async function jobView(db: Database, job: JobSummary, now: number): Promise<JobView> {
  const { counters, error } = job;
  return {
    id: job.id,
    bookId: job.novelId,
    name: job.name,
    status: job.status,
    step: job.currentStep,
    percent: job.percent,
    pagesDone: counters.pagesDone,
    pagesTotal: counters.pagesTotal,
    secondsLeft: await secondsLeft(db, job, now),
    error: error === null ? null : { ...errorWords(error.code), step: error.step },
    createdAt: job.createdAt,
    startedAt: job.startedAt,
    completedAt: job.completedAt,
  };
}

/** Jobs in the order given. */
export function jobViews(db: Database, jobs: readonly JobSummary[], now: number): Promise<JobView[]> {
  return Promise.all(jobs.map((job) => jobView(db, job, now)));
}

/** A job of the owner's. Throws `Refused("job-unknown")`. */
export async function ownJob(db: Database, owner: string, id: string): Promise<JobSummary> {
  const job = await readJob(db, owner, id);
  if (job === null) throw new Refused("job-unknown");
  return job;
}
