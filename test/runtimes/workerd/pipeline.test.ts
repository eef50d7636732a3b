import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import type { WakeMessage } from "../../../src/backends/queue/cloudflare.ts";
import { migrateDatabase } from "../../../src/backends/sql/migrate.ts";
import { readMigrations } from "../../../src/backends/sql/migrations/files.ts";
import { openD1 } from "../../../src/backends/sql/d1.ts";
import type { WorkerBindings } from "../../../src/entry/worker-bindings.ts";
import { openWorkerStudio } from "../../../src/entry/worker-studio.ts";
import worker from "../../../src/entry/worker.ts";
import { localOwner } from "../../../src/features/accounts/queries/local-owner.ts";
import { readJob } from "../../../src/features/jobs/queries/jobs.ts";
import { migrationFiles } from "../../../src/generated/migrations.ts";
import { beginComic, comicHashes } from "../../short-comic.ts";

/** A queue whose messages this test delivers, one an event, as `wrangler.jsonc` asks for. */
function deliveredQueue() {
  const waiting: WakeMessage[] = [];
  const binding: WorkerBindings["TASKS"] = {
    sendBatch: async (messages) => void waiting.push(...Array.from(messages, ({ body }) => body)),
  };
  return { binding, next: () => waiting.shift() };
}

const context = { waitUntil: (work: Promise<unknown>) => void work };
const queue = deliveredQueue();
const bindings: WorkerBindings = { ...env, TASKS: queue.binding, ENVIRONMENT: "development", VERSION: { id: "v1" } };

/** Delivers until no message is left; how often the Worker asked for one again. */
async function deliverAll(): Promise<number> {
  let retried = 0;
  while (queue.next() !== undefined) {
    const message = { ack: () => undefined, retry: () => void retried++ };
    await worker.queue({ messages: [message] }, bindings, context);
  }
  return retried;
}

describe("a comic made in workerd, on D1 and R2, a message for each unit of work", () => {
  beforeAll(async () => {
    const runner = { owner: "test", tool: "test", now: Date.now, sleep: async () => undefined, patience: 0 };
    const all = { direction: "up", to: null } as const;
    const migrations = await readMigrations(migrationFiles);
    await migrateDatabase(openD1(env.DB), migrations, all, { ...runner, backup: async () => null });
  });

  it.each(["english", "japanese"])(
    "has the pages and files that Node makes of the same %s book, byte by byte",
    async (sample) => {
      const { services, plans, queue: tasks } = await openWorkerStudio(bindings, context);
      const ask = (what: string) => env.NODE_COMIC.fetch(`https://node/${what}/${sample}`);
      const text = new Uint8Array(await (await ask("text")).arrayBuffer());
      const job = await beginComic(services, plans, text);
      await tasks.send([job]);
      expect(await deliverAll()).toBe(0);
      const owner = await localOwner(services.db, services);
      expect(await readJob(services.db, owner, job)).toMatchObject({ status: "completed", error: null });
      const vectors = services.db.kysely.selectFrom("character_embeddings").select("dimensions");
      expect(await vectors.execute()).toContainEqual({ dimensions: 1_536 });
      const here = await comicHashes(services.db, services, job);
      expect(Object.keys(here).filter((unit) => unit.startsWith("page-")).length).toBeGreaterThanOrEqual(4);
      expect(here).toEqual(await (await ask("hashes")).json());
    },
    300_000,
  );

  it("answers for its health, and has nothing else", async () => {
    const get = (path: string) => worker.fetch(new Request(`https://studio${path}`), bindings, context);
    const health = await get("/health");
    expect([health.status, await health.json()]).toMatchObject([
      200,
      { status: "healthy", environment: "development", checks: { application: { version: "v1" } } },
    ]);
    for (const path of ["/", "/dev/config", "/dev/migrate"]) {
      const none = await get(path);
      expect([none.status, none.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
    }
  });
});
