import { consume, sweepQueue } from "../backends/queue/cloudflare.ts";
import { readMigrations } from "../backends/sql/migrations/files.ts";
import { dueTasks } from "../features/jobs/queries/due-tasks.ts";
import { migrationFiles } from "../generated/migrations.ts";
import { health, keptOpen, readOnce } from "../ops/health.ts";
import { sweepDaily } from "../ops/retention-chore.ts";
import { nightlyWorkerBackup } from "./worker-backup.ts";
import { environmentOf, type WorkerBindings, type WorkerHandlers } from "./worker-bindings.ts";
import { openWorkerStudio, tellTrouble, workerServices } from "./worker-studio.ts";

const migrations = readOnce(() => readMigrations(migrationFiles));

/** What a Worker answers in every environment. */
export const workerHandlers: WorkerHandlers<WorkerBindings> = {
  async fetch(request, bindings) {
    const { pathname } = new URL(request.url);
    if (pathname !== "/health") return problem(404, "There is nothing here.");
    if (request.method !== "GET" && request.method !== "HEAD")
      return problem(405, "This is only read.", { allow: "GET, HEAD" });
    return healthResponse(bindings);
  },
  async queue(batch, bindings, context) {
    const { source, queue } = await openWorkerStudio(bindings, context);
    await consume(batch, { source, queue, now: Date.now, onError: tellTrouble });
  },
  async scheduled(_, bindings, context) {
    const { services, source, queue } = await openWorkerStudio(bindings, context);
    const due = (limit: number) => dueTasks(services.db, services.now(), limit);
    await sweepQueue({ source, queue, due, onError: tellTrouble });
    try {
      // What the sweep takes away tonight is in the backup of tonight.
      await nightlyWorkerBackup(services);
    } catch (error) {
      tellTrouble(error);
    }
    try {
      await sweepDaily(services, services.newId(), new AbortController().signal);
    } catch (error) {
      tellTrouble(error);
    }
  },
};

async function healthResponse(bindings: WorkerBindings): Promise<Response> {
  const { db, blobs, now } = workerServices(bindings);
  const { status, body } = await health({
    environment: environmentOf(bindings),
    version: bindings.VERSION.id,
    migrations,
    openDatabase: async () => keptOpen(db),
    openStore: async () => blobs,
    now,
    clock: now,
    trouble: (_, error) => tellTrouble(error),
  });
  return answer(status, body, "application/json");
}

/** A failure as JSON that says what it is. RFC 9457. */
export function problem(status: number, title: string, headers: Readonly<Record<string, string>> = {}): Response {
  return answer(status, { title, status }, "application/problem+json", headers);
}

/** JSON that nobody keeps. */
export function answer(
  status: number,
  body: unknown,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: { "content-type": type, "cache-control": "no-store", ...headers },
  });
}
