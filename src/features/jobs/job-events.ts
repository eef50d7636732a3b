import type { SSEStreamingApi } from "hono/streaming";
import type { Database } from "../../backends/sql/database.ts";
import type { JobView } from "./schema.ts";
import { rangesOf, rangesText } from "./number-ranges.ts";
import { jobView } from "./queries/job-views.ts";
import { type JobSummary, readJob } from "./queries/jobs.ts";

export interface JobEventsParts {
  db: Database;
  now(): number;
  /** Waits so many milliseconds, or until the signal aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Aborted when the server stops: streams end, and browsers come back to the next one. */
  stopping: AbortSignal;
}

/** Milliseconds between two looks at the rows: work is done by other processes, and rows are the truth. */
const glance = 400;
/** Looks between two signs of life where nothing changes, which proxies and browsers wait for. */
const quietLooks = 35;

/**
 * Tells of a job until it has ended or nobody listens: `job` for each change of it, `page` for each page that is drawn, `end` at last.
 * An event's id says which pages are known by then (`0-12.14`), so that whoever comes back with it misses none and hears none twice.
 */
export async function tellJob(
  stream: SSEStreamingApi,
  { db, now, sleep, stopping }: JobEventsParts,
  { owner, jobId, lastEventId }: { owner: string; jobId: string; lastEventId: string | null },
): Promise<void> {
  const gone = new AbortController();
  stream.onAbort(() => gone.abort());
  const signal = AbortSignal.any([gone.signal, stopping]);
  const known = rangesOf(lastEventId ?? "");
  let told = "";
  let silent = 0;
  while (!signal.aborted) {
    const job = await readJob(db, owner, jobId);
    if (job === null) break;
    const state = stateOf(job);
    if (state !== told) {
      for (const number of await drawnPages(db, jobId)) {
        if (known.has(number)) continue;
        known.add(number);
        await send(stream, "page", { number, pagesDone: known.size }, known);
      }
      const view = await jobView(db, job, now());
      await send(stream, "job", view, known);
      if (isOver(view)) {
        await send(stream, "end", view, known);
        break;
      }
      told = state;
      silent = 0;
    } else if (++silent % quietLooks === 0) await stream.write(": still here\n\n");
    await sleep(glance, signal);
  }
}

/** What a change of is told: the time left changes with it. */
function stateOf({ status, currentStep, percent, counters, attempts }: JobSummary): string {
  return JSON.stringify([status, currentStep, percent, counters, attempts]);
}

const isOver = ({ status }: JobView): boolean => ["completed", "failed", "cancelled"].includes(status);

async function send(stream: SSEStreamingApi, event: string, data: unknown, known: ReadonlySet<number>): Promise<void> {
  await stream.writeSSE({ event, data: JSON.stringify(data), id: rangesText(known) });
}

/** Numbers of the pages that have a picture. */
async function drawnPages({ kysely }: Database, job: string): Promise<number[]> {
  const rows = await kysely
    .selectFrom("pages")
    .select("page_number as number")
    .where("job_id", "=", job)
    .where("image_file_id", "is not", null)
    .orderBy("page_number")
    .execute();
  return rows.map(({ number }) => number);
}
