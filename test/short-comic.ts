import type { Database } from "../src/backends/sql/database.ts";
import type { Settings } from "../src/core/pipeline.ts";
import { localOwner } from "../src/features/accounts/queries/local-owner.ts";
import { comicJob } from "../src/features/comics/tasks.ts";
import { artifactsOf } from "../src/features/files/queries/find-files.ts";
import { createJob } from "../src/features/jobs/queries/jobs.ts";
import type { JobPlans } from "../src/features/jobs/task-handler.ts";
import { importNovel } from "../src/features/library/import-novel.ts";
import type { Services } from "../src/services.ts";

// No names of Node here: the same comic is begun on Node and in workerd.

/** What decides the bytes of a short comic. */
export const shortComic: Settings = { seed: 1, direction: "auto", roster: null, fileName: "short" };

/** Puts a book into the queue as a person would; the id of its job. */
export async function beginComic(services: Services, plans: JobPlans, content: Uint8Array): Promise<string> {
  const { db, now, newId } = services;
  const owner = await localOwner(db, services);
  const book = { content, name: `${shortComic.fileName}.txt` };
  const { novel } = await importNovel(db, services, owner, book, { size: 1e9, quota: null });
  const job = await createJob(db, owner, await comicJob(novel, shortComic), { plans, now: now(), newId });
  if (job === null) throw new Error("The job was not made.");
  return job;
}

/** SHA-256 of every picture of a comic and of every file that a person takes away, by its place in the comic. */
export async function comicHashes(db: Database, services: Pick<Services, "now" | "newId">, job: string) {
  const owner = await localOwner(db, services);
  const kept = await Promise.all(
    ["print", "output"].map((artifact) => artifactsOf(db, owner, { jobId: job, artifact })),
  );
  return Object.fromEntries(
    kept
      .flat()
      .map(({ unit, sha256 }) => [unit ?? "", sha256] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
