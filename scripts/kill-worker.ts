/**
 * A worker that the kill test starts and kills: the product's own services, tasks and pump, with a scripted model.
 * `node scripts/kill-worker.ts DATA quick|whole`; DATA holds `home.json` and the traps of `test/kill-crew.ts`: at each (`made layout`: the work is done
 * and not yet stored, `kept layout`: stored) the first worker that meets it kills itself. `quick` draws blank pages. It writes a line for each task
 * that it begins, and ends with 0 when no work is left.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { scriptedModel } from "../src/backends/models/scripted.ts";
import { localPump } from "../src/backends/queue/local.ts";
import { pgBossPump } from "../src/backends/queue/pg-boss.ts";
import type { TaskSource } from "../src/backends/queue/task-queue.ts";
import { createNodeRasterizer } from "../src/backends/raster/node.ts";
import { SqlError } from "../src/backends/sql/sql-error.ts";
import { inkArtist } from "../src/core/art/ink-artist.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import { localOwner } from "../src/features/accounts/queries/local-owner.ts";
import { comicJobType, comicPlan } from "../src/features/comics/tasks.ts";
import type { ClaimedWork } from "../src/features/jobs/queries/claim-tasks.ts";
import { listJobs } from "../src/features/jobs/queries/list-jobs.ts";
import { taskWorker } from "../src/features/jobs/worker.ts";
import { workerName, workerIsDead } from "../src/entry/worker-name.ts";
import { homeIn, openHome } from "../test/kill-home.ts";

const [data = "", drawing = "whole"] = process.argv.slice(2);
const services = await openHome(data);
const quick = drawing === "quick" ? await import("../test/comic-studio.ts") : null;
const rasterizer = quick?.quickRasterizer ?? createNodeRasterizer(2);

/** The questions of the task that is under way. */
const questions = new AsyncLocalStorage<string[]>();
const note = (what: "asked" | "kept", key: string): void => appendFileSync(join(data, "calls.txt"), `${what} ${key}\n`);

/** Every question is written down before it is answered, as a provider's bill would have it. */
const model = scriptedModel(({ idempotencyKey, text }) => {
  note("asked", idempotencyKey);
  questions.getStore()?.push(idempotencyKey);
  const asked = text.match(/\[q\d+\]/g) ?? [];
  return JSON.stringify(Object.fromEntries(asked.map((quote) => [quote.slice(1, -1), "n1"])));
});
const plan = comicPlan({
  ...services,
  model,
  fonts: async () => openFonts(await readVendoredFonts()),
  artist: async () => quick?.blankArtist ?? inkArtist,
  rasterizer: () => rasterizer,
});

function reached(place: string): void {
  try {
    rmSync(join(data, "traps", place));
  } catch {
    // There is no such trap, or another worker has met it.
    return;
  }
  process.kill(process.pid, "SIGKILL");
}

const watched = plan.map((handler) => ({
  ...handler,
  async run(call: Parameters<typeof handler.run>[0]) {
    const keys: string[] = [];
    const outcome = await questions.run(keys, () => handler.run(call));
    // From here on the replies are stored, and none of these is to be put again.
    for (const key of keys) note("kept", key);
    reached(`made ${handler.step}`);
    return outcome;
  },
}));
const worker = taskWorker(services.db, {
  plans: { [comicJobType]: watched },
  now: services.now,
  newId: services.newId,
  jitter: () => 0,
  worker: workerName(),
  isDead: workerIsDead,
});
const source: TaskSource<ClaimedWork> = {
  ...worker,
  async claim(limit) {
    const claimed = await worker.claim(limit);
    for (const { task } of claimed) process.stdout.write(`${task.step} ${task.unit}\n`);
    return claimed;
  },
  async run(work, signal) {
    await worker.run(work, signal);
    reached(`kept ${work.task.step}`);
  },
};

const { postgres } = homeIn(data);
const options = {
  concurrency: 3,
  poll: 100,
  // What another worker holds at this moment is waited for, as the program itself does.
  onError(error: unknown) {
    if (!(error instanceof SqlError && error.code === "busy")) throw error;
    process.stderr.write(`${error.message}\n`);
  },
};
const pump = postgres === null ? localPump(source, options) : pgBossPump(source, { ...options, connection: postgres });
const owner = await localOwner(services.db, services);
while ((await listJobs(services.db, owner, { status: ["pending", "processing"] })).length > 0) await pause(20);
await pump.stop();
await rasterizer.close();
await services.close();
