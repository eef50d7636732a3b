import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { createMemoryBlobs } from "../src/backends/blobs/memory.ts";
import type { BlobStore } from "../src/backends/blobs/blob-store.ts";
import type { TextModel } from "../src/backends/models/text-model.ts";
import type { Rasterizer } from "../src/backends/raster/rasterizer.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { encodeGreyPng } from "../src/core/image/grey-png.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import type { Settings } from "../src/core/pipeline.ts";
import { uuid7Maker } from "../src/core/text/uuid7.ts";
import { localOwner } from "../src/features/accounts/queries/local-owner.ts";
import type { ComicTools } from "../src/features/comics/comic-tools.ts";
import { comicJob, comicPlan } from "../src/features/comics/tasks.ts";
import { createJob } from "../src/features/jobs/queries/jobs.ts";
import { taskWorker } from "../src/features/jobs/worker.ts";
import { importNovel } from "../src/features/library/import-novel.ts";
import { testDatabase } from "./database.ts";

const fonts = openFonts(await readVendoredFonts());
export const quickFonts = async (): Promise<typeof fonts> => fonts;

/** The beginning of the English sample: some pages, a few episodes. */
export const someText = new TextEncoder().encode(readFileSync("samples/english.txt", "utf8").slice(0, 9_000));
export const someSettings: Settings = {
  seed: 1,
  direction: "auto",
  roster: null,
  fileName: "sample",
  formats: ["cbz", "pdf"],
};

/** Draws small pictures, each like no other page's, so that a page in a wrong place is another file. */
export const quickRasterizer: Rasterizer = {
  concurrency: 2,
  toPng: async (svg) => {
    const data = new Uint8Array(createHash("sha512").update(svg).digest());
    return encodeGreyPng({ width: 4, height: 4, data: Uint8Array.from(data, (byte) => (byte >> 4) * 17) });
  },
  toWebp: async (png) => png,
  mishaps: () => [],
  close: async () => undefined,
};

/** Draws nothing, so that only the way through the tasks is at work. */
export const blankArtist: Awaited<ReturnType<ComicTools["artist"]>> = {
  id: "blank",
  sheets: () => ({ people: {}, places: {} }),
  draw: () => ({ defs: "", svg: "" }),
};

export const quickSurroundings = { ...quickRasterizer, fonts, artist: blankArtist };

/** A studio in memory with one person. The clock is the machine's. */
export interface TestStudio {
  db: Database;
  blobs: BlobStore;
  owner: string;
  tools: ComicTools;
  /** Imports a book and makes a job of it; gives the job's id. */
  begin(source: Uint8Array, settings: Settings): Promise<string>;
  /** Does tasks one after another until none is ready, as a worker that was just started; gives their steps and units. */
  workOn(): Promise<string[]>;
}

export async function testStudio(
  changes: { model?: TextModel | null; blobs?: BlobStore; db?: Database } = {},
): Promise<TestStudio> {
  const db = changes.db ?? (await testDatabase());
  const now = (): number => Date.now();
  const newId = uuid7Maker(now, () => crypto.getRandomValues(new Uint8Array(10)));
  const blobs = changes.blobs ?? createMemoryBlobs(now);
  const owner = await localOwner(db, { now, newId });
  const tools: ComicTools = {
    blobs,
    now,
    newId,
    model: changes.model ?? null,
    fonts: async () => fonts,
    artist: async () => blankArtist,
    rasterizer: () => quickRasterizer,
  };
  return {
    db,
    blobs,
    owner,
    tools,
    async begin(source, settings) {
      const book = { content: source, name: `${settings.fileName}.txt` };
      const { novel } = await importNovel(db, tools, owner, book, { size: 1e9, quota: null });
      const plans = { manga: comicPlan(tools) };
      const id = await createJob(db, owner, await comicJob(novel, settings), { plans, now: now(), newId });
      if (id === null) throw new Error("The job was not made.");
      return id;
    },
    async workOn() {
      const worker = taskWorker(db, { plans: { manga: comicPlan(tools) }, now, newId, jitter: () => 0 });
      const done: string[] = [];
      for (let claimed = await worker.claim(1); claimed.length > 0; claimed = await worker.claim(1))
        for (const work of claimed) {
          await worker.run(work, new AbortController().signal);
          done.push(`${work.task.step} ${work.task.unit}`);
        }
      return done;
    },
  };
}
