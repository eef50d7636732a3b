import { sql } from "kysely";
import type { Database } from "../../../backends/sql/database.ts";
import { timeOf } from "../../../backends/sql/codecs.ts";
import type { JobSummary } from "./jobs.ts";

/** Attempts that tell how fast it goes: enough to even out slow pages, few enough to follow the machine. */
const sampled = 24;
/** The step whose units are pages, and what it weighs against the one behind it, which is paced by it too. */
const drawing = { step: "render", weight: 60, behind: 10 } as const;

/**
 * Seconds until a job is done, by what it has done so far: while pages are drawn by the pace of the last ones, before that by its percent.
 * Null for a job that does not run, and where too little is known. `now` in milliseconds since 1970.
 */
export async function secondsLeft(db: Database, job: JobSummary, now: number): Promise<number | null> {
  const { status, counters, startedAt, percent } = job;
  if (status !== "processing" || startedAt === null) return null;
  const remaining = counters.pagesTotal - counters.pagesDone;
  if (counters.pagesTotal > 0 && remaining > 0) {
    const pace = await secondsOfPage(db, job.id, now);
    if (pace !== null) return Math.ceil(pace * (remaining + (counters.pagesTotal * drawing.behind) / drawing.weight));
  }
  const past = (now - timeOf(startedAt)) / 1000;
  // Days of a pause say nothing of the pace.
  return percent < 4 || past > 6 * 3_600 ? null : Math.ceil((past / percent) * (100 - percent));
}

/** Seconds from one finished page to the next, as many as are drawn at once; null before the third page and after a long silence. */
async function secondsOfPage({ kysely }: Database, job: string, now: number): Promise<number | null> {
  const rows = await kysely
    .selectFrom("job_step_history")
    .select("finished_at")
    .where("job_id", "=", job)
    .where("step", "=", drawing.step)
    .where("status", "=", "completed")
    .where("finished_at", "is not", null)
    .orderBy("started_at", "desc")
    .limit(sampled)
    .execute();
  const ends = rows.flatMap(({ finished_at: end }) => (end === null ? [] : [timeOf(end)])).toSorted((a, b) => a - b);
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined || ends.length < 3) return null;
  if (now - last > 60_000) return null;
  return Math.max(0.001, (last - first) / 1000 / (ends.length - 1));
}

/** Seconds that a page of a comic took here lately, all of its steps together; null where none was made yet. */
export async function secondsPerPage({ kysely }: Database): Promise<number | null> {
  const made = kysely
    .selectFrom("jobs")
    .select(["pages_done as pages", "started_at as start", "completed_at as end"])
    .where("status", "=", sql.lit("completed"))
    .where("job_type", "=", sql.lit("manga"))
    .where("pages_done", ">", 0)
    .orderBy("completed_at", "desc")
    .limit(5);
  const paces = (await made.execute()).flatMap(({ pages, start, end }) =>
    start === null || end === null ? [] : [(timeOf(end) - timeOf(start)) / 1000 / pages],
  );
  return paces.length === 0 ? null : (paces.toSorted((a, b) => a - b)[Math.floor(paces.length / 2)] ?? null);
}
