/**
 * `npm run bench:studio [-- BOOK]`: how long a page of a shelf of 10,000 novels takes, and what making a comic by tasks on a SQLite file
 * costs more than making it in memory: both ways in turn, in one process, with the same artist and rasteriser.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { localPump } from "../src/backends/queue/local.ts";
import { createNodeRasterizer } from "../src/backends/raster/node.ts";
import type { Cursor } from "../src/backends/sql/cursor.ts";
import { insertRows } from "../src/backends/sql/insert-rows.ts";
import { createFileTaskStore } from "../src/cli/file-task-store.ts";
import { inkArtist } from "../src/core/art/ink-artist.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import type { Settings } from "../src/core/pipeline.ts";
import { runPipeline } from "../src/core/run-pipeline.ts";
import { databaseAt } from "../src/entry/database.ts";
import { openServices } from "../src/entry/services.ts";
import { localOwner } from "../src/features/accounts/queries/local-owner.ts";
import { comicJob, comicJobType, comicPlan } from "../src/features/comics/tasks.ts";
import { createJob, readJob } from "../src/features/jobs/queries/jobs.ts";
import { taskWorker } from "../src/features/jobs/worker.ts";
import { importNovel } from "../src/features/library/import-novel.ts";
import { listShelf } from "../src/features/library/queries/shelf.ts";

const [path = "samples/english.epub"] = process.argv.slice(2);
const source = new Uint8Array(readFileSync(path));
const settings: Settings = { seed: 1, direction: "auto", roster: null, fileName: "book" };
const folder = mkdtempSync(join(tmpdir(), "fabula-bench-"));
const rasterizer = createNodeRasterizer(2);
const fonts = openFonts(await readVendoredFonts());
const services = await openServices(
  databaseAt(`file:${join(folder, "studio.sqlite")}`, "0.0.0-bench"),
  join(folder, "s"),
);
const owner = await localOwner(services.db, services);

await benchShelf();
// The first run warms up: it does not count.
await memoryRun();
const [byTasks, inMemory] = [await taskRun(), await memoryRun()];
process.stdout.write(
  `${byTasks.pages} pages: in memory ${seconds(inMemory)}, by tasks ${seconds(byTasks.milliseconds)}: ` +
    `${(byTasks.milliseconds / inMemory).toFixed(3)} times as long (asked: at most 1.1)\n`,
);
await rasterizer.close();
await services.close();
rmSync(folder, { recursive: true });

async function benchShelf(): Promise<void> {
  const rows = Array.from({ length: 10_000 }, (_, i) => ({
    id: services.newId(),
    user_id: owner,
    title: `Novel ${i}`,
    source_format: "epub",
    content_hash: String(i).padStart(64, "0"),
    created_at: new Date(i * 60_000).toISOString(),
    updated_at: new Date(i * 60_000).toISOString(),
  }));
  await services.db.atomic(insertRows(services.db, "novels", rows));
  const times: number[] = [];
  const all = { shelf: "all", tag: null, series: null, language: null, sort: "added", limit: 100 } as const;
  const after = (cursor: Cursor | null) => listShelf(services.db, owner, { ...all, cursor });
  let [cursor, listed] = [(await after(null)).at(-1)?.place ?? null, 100];
  while (cursor) {
    const began = performance.now();
    const page = await after(cursor);
    times.push(performance.now() - began);
    listed += page.length;
    cursor = page.at(-1)?.place ?? null;
  }
  times.sort((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
  process.stdout.write(`${listed} novels, 100 a page: p95 ${p95.toFixed(2)} ms (asked: under 20)\n`);
}

async function memoryRun(): Promise<number> {
  const began = performance.now();
  const store = createFileTaskStore(folder, (work) => work());
  const around = { ...rasterizer, fonts, artist: inkArtist, ask: null };
  for await (const _ of runPipeline(source, settings, around, store));
  for (const file of (await store.load("files", "book")) ?? []) for await (const _ of file.chunks());
  return performance.now() - began;
}

async function taskRun(): Promise<{ pages: number; milliseconds: number }> {
  const began = performance.now();
  const { db, now, newId } = services;
  const plan = comicPlan({
    ...services,
    model: null,
    fonts: async () => fonts,
    artist: async () => inkArtist,
    rasterizer: () => rasterizer,
  });
  const plans = { [comicJobType]: plan };
  const { novel } = await importNovel(
    db,
    services,
    owner,
    { content: source, name: "book.epub" },
    { size: 1e9, quota: null },
  );
  const job = await createJob(db, owner, await comicJob(novel, settings), { plans, now: now(), newId });
  if (job === null) throw new Error("The job was not made.");
  const pump = localPump(taskWorker(db, { plans, now, newId, jitter: () => 0 }), {
    concurrency: 3,
    onError(error) {
      throw error;
    },
  });
  await pump.idle();
  const milliseconds = performance.now() - began;
  await pump.stop();
  const summary = await readJob(db, owner, job);
  if (summary?.status !== "completed") throw new Error(`The job is ${summary?.status}.`);
  return { pages: summary.counters.pagesDone, milliseconds };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
