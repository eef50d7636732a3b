import { openR2Blobs } from "../backends/blobs/r2.ts";
import { type CloudflareQueue, cloudflareQueue, messageLife } from "../backends/queue/cloudflare.ts";
import type { TaskSource } from "../backends/queue/task-queue.ts";
import { openD1 } from "../backends/sql/d1.ts";
import { inkArtist } from "../core/art/ink-artist.ts";
import { uuid7Maker } from "../core/text/uuid7.ts";
import type { ComicTools } from "../features/comics/comic-tools.ts";
import { comicJobType, comicPlan } from "../features/comics/tasks.ts";
import type { ClaimedWork } from "../features/jobs/queries/claim-tasks.ts";
import type { JobPlans, TaskCall } from "../features/jobs/task-handler.ts";
import { taskWorker } from "../features/jobs/worker.ts";
import type { Services } from "../services.ts";
import type { EventContext, WorkerBindings } from "./worker-bindings.ts";
import { openVectors } from "./vectors.ts";
import { openWorkerRasterizer, workerFonts } from "./worker-programs.ts";

/** The studio as one event of a Worker has it. */
export interface WorkerStudio {
  services: Services;
  plans: JobPlans;
  /** The tasks, claimed for as long as the platform lets a message be worked on. */
  source: TaskSource<ClaimedWork>;
  queue: CloudflareQueue;
}

/** The services of a Worker, over its bindings. */
export function workerServices({ DB, FILES }: Pick<WorkerBindings, "DB" | "FILES">): Services {
  const db = openD1(DB);
  const newId = uuid7Maker(Date.now, () => crypto.getRandomValues(new Uint8Array(10)));
  const vectors = openVectors(db);
  return { db, blobs: openR2Blobs(FILES), vectors, now: Date.now, newId, close: () => db.close() };
}

/** Opens the studio anew for each event: what one event has opened or begun to read, another may not wait for. */
export async function openWorkerStudio(bindings: WorkerBindings, context: EventContext): Promise<WorkerStudio> {
  const services = workerServices(bindings);
  const { db, now, newId } = services;
  const [rasterizer, { fonts, setting }] = [await openWorkerRasterizer(), workerFonts(bindings)];
  const tools: ComicTools = {
    ...services,
    fonts: async () => fonts,
    artist: async () => inkArtist,
    rasterizer: () => rasterizer,
    model: null,
  };
  // Every step finds what it has done already, so that it can be begun again.
  const plan = comicPlan(tools).map((step) => ({ ...step, run: (call: TaskCall) => setting(() => step.run(call)) }));
  const plans = { [comicJobType]: plan };
  const source = taskWorker(db, { plans, now, newId, jitter: Math.random, leaseLength: messageLife });
  const queue = cloudflareQueue(bindings.TASKS, {
    keepAlive: (work) => context.waitUntil(work),
    onError: tellTrouble,
  });
  return { services, plans, source, queue };
}

/** Writes what failed into the log of the platform. */
export function tellTrouble(error: unknown): void {
  console.error(error);
}
