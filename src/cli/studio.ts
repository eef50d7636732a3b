import type { Rasterizer } from "../backends/raster/rasterizer.ts";
import type { Database } from "../backends/sql/database.ts";
import { Refused } from "../core/text/result.ts";
import { localOwner } from "../features/accounts/queries/local-owner.ts";
import type { ComicTools } from "../features/comics/comic-tools.ts";
import { comicJobType, comicPlan } from "../features/comics/tasks.ts";
import { findJobs, listJobs } from "../features/jobs/queries/list-jobs.ts";
import type { JobSummary } from "../features/jobs/queries/jobs.ts";
import type { TaskFailure } from "../features/jobs/task-failure.ts";
import type { JobPlans } from "../features/jobs/task-handler.ts";
import type { Services } from "../services.ts";
import { errorLines } from "./error-lines.ts";
import type { Host } from "./host.ts";
import { asStudioRefusal } from "./store-failures.ts";

/** The studio as the one who sits at this machine has it. */
export interface OwnStudio {
  services: Services;
  owner: string;
  plans: JobPlans;
  /** What draws, opened when it is asked for. */
  tools: ComicTools;
  /** What failed and was made good while pages were drawn. */
  mishaps(): readonly string[];
}

/** Opens the studio, brings its tables up to date, does something with it and closes it. Throws `Refused` where its database or files fail. */
export async function withStudio<T>(host: Host, act: (studio: OwnStudio) => Promise<T>): Promise<T> {
  try {
    return await openStudio(host, act);
  } catch (error) {
    throw asStudioRefusal(error, host.studioNames());
  }
}

async function openStudio<T>(host: Host, act: (studio: OwnStudio) => Promise<T>): Promise<T> {
  const services = await host.openServices();
  const opened: Rasterizer[] = [];
  const rasterizer = (): Rasterizer => {
    const [first = host.openRasterizer()] = opened;
    opened[0] = first;
    return first;
  };
  try {
    const tools = { ...services, fonts: once(host.openFonts), artist: once(host.openArtist), rasterizer, model: null };
    const plan = comicPlan(tools);
    const owner = await localOwner(services.db, services);
    return await act({
      services,
      owner,
      plans: { [comicJobType]: plan },
      tools,
      mishaps: () => opened.flatMap((each) => each.mishaps()),
    });
  } finally {
    for (const each of opened) await each.close();
    await services.close();
  }
}

/** What is opened when it is first asked for, and then kept; a failure is not. */
function once<Value>(open: () => Promise<Value>): () => Promise<Value> {
  let kept: Promise<Value> | null = null;
  return () => {
    kept ??= open();
    kept.catch(() => (kept = null));
    return kept;
  };
}

/** The job whose id begins or ends so, in four letters or more; the newest one for `last`. Throws `Refused`, `job-unknown` or `usage`. */
export async function jobNamed({ services, owner }: OwnStudio, name: string): Promise<JobSummary> {
  const [only, ...more] = await jobsNamed(services.db, owner, name.toLowerCase());
  if (!only) throw new Refused("job-unknown", name);
  if (more.length > 0)
    throw new Refused(
      "usage",
      `“${name}” may be more than one job: ${[only, ...more].map(({ id }) => id).join(", ")}.`,
    );
  return only;
}

/** A few letters would be some job by chance, and what is done to it cannot always be undone. */
async function jobsNamed(db: Database, owner: string, name: string): Promise<JobSummary[]> {
  if (name === "last") return listJobs(db, owner, { limit: 1 });
  return /^[0-9a-f-]{4,36}$/.test(name) ? findJobs(db, owner, name) : [];
}

/** How a job is named on the command line: the end of its id, which tells jobs of one second apart. */
export function shortId({ id }: Pick<JobSummary, "id">): string {
  return id.slice(-8);
}

/** Why a job failed and what to do about it, as a person reads it; nothing where it did not fail. */
export function failureLines(job: JobSummary): string[] {
  if (job.error === null) return [];
  const { code, message, step } = job.error;
  const told = failureText({ code, message: message ?? code });
  const lines = `${step === null ? "" : `${step}: `}${told}`.trimEnd().split("\n");
  return [...lines, `To go on from there: fabula jobs retry ${shortId(job)}`];
}

/** What a person reads of a failure of a task. */
export function failureText({ code, message }: Pick<TaskFailure, "code" | "message">): string {
  const detail = message === code ? null : message.replace(`${code}: `, "");
  return errorLines(code === "internal" ? new Error(message) : new Refused(code, detail));
}
