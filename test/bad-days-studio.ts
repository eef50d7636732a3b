import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BlobStore } from "../src/backends/blobs/blob-store.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { databaseAt } from "../src/entry/database.ts";
import { openServices } from "../src/entry/services.ts";
import { localOwner } from "../src/features/accounts/queries/local-owner.ts";
import type { ComicTools } from "../src/features/comics/comic-tools.ts";
import { savedComic } from "../src/features/comics/saved-comic.ts";
import { comicJob, comicJobType, comicPlan } from "../src/features/comics/tasks.ts";
import { createJob, type JobSummary, readJob } from "../src/features/jobs/queries/jobs.ts";
import { taskWorker } from "../src/features/jobs/worker.ts";
import { importNovel } from "../src/features/library/import-novel.ts";
import type { Services } from "../src/services.ts";
import { blankArtist, quickFonts, quickRasterizer, someSettings, someText } from "./comic-studio.ts";

/** The beginning of the sample: a few pages. */
const shortText = someText.slice(0, 2_000);

export interface WorkOptions {
  db?: Database;
  blobs?: BlobStore;
  now?: () => number;
  /** Whether it comes so late that it takes over what others held, and no task waits any more. */
  isLate?: boolean;
  /** Called before each task; work ends where it gives false. */
  before?: (step: string, unit: string) => boolean | Promise<boolean>;
}

/** A studio in a folder, where the command line looks for it too, with a book and a job that nobody has begun. */
export interface DiskStudio {
  folder: string;
  services: Services;
  owner: string;
  job: string;
  database: string;
  /** Does tasks one after another, as a worker that was just started, until none is ready. */
  work(options?: WorkOptions): Promise<void>;
  summary(): Promise<JobSummary>;
  /** SHA-256 of each file of the comic, by path. */
  saved(): Promise<Record<string, string>>;
  remove(): Promise<void>;
}

export async function diskStudio(text: Uint8Array = shortText): Promise<DiskStudio> {
  const folder = mkdtempSync(join(tmpdir(), "fabula-bad-day-"));
  const database = join(folder, "data", "fabula.sqlite");
  const services = await openServices(databaseAt(`file:${database}`, "0.0.0-test"), join(folder, "storage"));
  const owner = await localOwner(services.db, services);
  const book = { content: text, name: "tale.txt" };
  const { novel } = await importNovel(services.db, services, owner, book, { size: 1e9, quota: null });
  const given = { plans: { [comicJobType]: planFor(services) }, now: services.now(), newId: services.newId };
  const job = await createJob(services.db, owner, await comicJob(novel, someSettings), given);
  if (job === null) throw new Error("The job was not made.");
  return {
    folder,
    services,
    owner,
    job,
    database,
    work: (options = {}) => workOn(services, options),
    async summary() {
      const found = await readJob(services.db, owner, job);
      if (found === null) throw new Error("The job is gone.");
      return found;
    },
    async saved() {
      const files: Record<string, string> = {};
      for (const { path, chunks } of await savedComic(services.db, services.blobs, owner, job)) {
        const hash = createHash("sha256");
        for await (const chunk of chunks()) hash.update(chunk);
        files[path] = hash.digest("hex");
      }
      return files;
    },
    async remove() {
      await services.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The files of an undisturbed conversion. */
export async function calmComic(): Promise<Record<string, string>> {
  const studio = await diskStudio();
  await studio.work();
  const saved = await studio.saved();
  await studio.remove();
  return saved;
}

function planFor(services: Pick<Services, "blobs" | "now" | "newId">): ReturnType<typeof comicPlan> {
  const tools: ComicTools = {
    ...services,
    model: null,
    fonts: quickFonts,
    artist: async () => blankArtist,
    rasterizer: () => quickRasterizer,
  };
  return comicPlan(tools);
}

async function workOn(services: Services, options: WorkOptions): Promise<void> {
  const { db, blobs, now, before = () => true } = { ...services, ...options };
  const plans = { [comicJobType]: planFor({ blobs, now, newId: services.newId }) };
  let passed = options.isLate ? 3_600_000 : 0;
  const worker = taskWorker(db, { plans, now: () => now() + passed, newId: services.newId, jitter: () => 0 });
  if (options.isLate) await worker.sweep();
  passed *= 2;
  for (let claimed = await worker.claim(1); claimed.length > 0; claimed = await worker.claim(1))
    for (const work of claimed) {
      if (!(await before(work.task.step, work.task.unit))) return worker.release(work);
      await worker.run(work, new AbortController().signal);
    }
}
