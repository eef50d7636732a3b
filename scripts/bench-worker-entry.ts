// The Worker of `bench-worker.ts`: that of production, with a way to give it a book and to see what came of it.
import { migrateDatabase } from "../src/backends/sql/migrate.ts";
import { readMigrations } from "../src/backends/sql/migrations/files.ts";
import type { EventContext, WorkerBindings, WorkerHandlers } from "../src/entry/worker-bindings.ts";
import { openWorkerStudio, workerServices } from "../src/entry/worker-studio.ts";
import worker from "../src/entry/worker.ts";
import { localOwner } from "../src/features/accounts/queries/local-owner.ts";
import { readJob } from "../src/features/jobs/queries/jobs.ts";
import { stepHistory } from "../src/features/jobs/queries/step-history.ts";
import { migrationFiles } from "../src/generated/migrations.ts";
import type { Services } from "../src/services.ts";
import { beginComic, comicHashes } from "../test/short-comic.ts";

const handlers: WorkerHandlers<WorkerBindings> = { ...worker, fetch: answered };
export default handlers;

/** POST of a book begins its comic; GET of a job's id tells how far it is, and GET of `/steps/` and the id what every task took. */
async function answered(request: Request, bindings: WorkerBindings, context: EventContext): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === "/health") return worker.fetch(request, bindings, context);
  if (request.method === "POST") return Response.json(await begun(request, bindings, context));
  const services = workerServices(bindings);
  const [, asked, job = asked ?? ""] = pathname.split("/");
  if (asked === "steps") return Response.json(await stepsOf(services, job));
  if (asked === "hashes") return Response.json(await comicHashes(services.db, services, job));
  return Response.json(await readJob(services.db, await localOwner(services.db, services), job));
}

async function begun(request: Request, bindings: WorkerBindings, context: EventContext): Promise<string> {
  const { services, plans, queue } = await openWorkerStudio(bindings, context);
  const { db, now, newId } = services;
  const runner = { owner: newId(), tool: "bench", now, sleep: async () => undefined, patience: 0 };
  const all = { direction: "up", to: null } as const;
  await migrateDatabase(db, await readMigrations(migrationFiles), all, { ...runner, backup: async () => null });
  const job = await beginComic(services, plans, new Uint8Array(await request.arrayBuffer()));
  await queue.send([job]);
  return job;
}

async function stepsOf(services: Services, job: string) {
  const { db } = services;
  return stepHistory(db, await localOwner(db, services), job, { limit: 1_000 });
}
