import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { createFileTaskStore } from "../src/cli/file-task-store.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import type { Page } from "../src/core/page/page.ts";
import type { Surroundings } from "../src/core/pipeline-run.ts";
import { runPipeline } from "../src/core/run-pipeline.ts";
import type { TaskStore } from "../src/core/task-store.ts";
import { memoryUsed } from "./memory-used.ts";
import { greyBindery, pictureOf } from "./small-comic.ts";

const source = new TextEncoder().encode(readFileSync("samples/english.txt", "utf8").slice(0, 3000));
const formats = ["cbz", "epub", "pdf", "png"] as const;
const settings = { seed: 1, direction: "auto", roster: null, fileName: "sample", formats } as const;
const pagesPerEpisode = 10;
/** How often the memory is looked at while every page is made or bound once: a look takes a tenth of a second. */
const looks = 2;

const folder = mkdtempSync(join(tmpdir(), "fabula-memory-"));
let surroundings: Surroundings;
let small: TaskStore;

beforeAll(async () => {
  const { artist } = greyBindery();
  const fonts = openFonts(await readVendoredFonts());
  const blank = { ...artist, sheets: () => ({ people: {}, places: {} }) };
  surroundings = {
    fonts,
    artist: blank,
    toPng: async () => pictureOf(1),
    toWebp: async (png) => png,
    ask: null,
    concurrency: 2,
  };
  small = storeIn("small");
  for await (const _ of runPipeline(source, settings, surroundings, small));
  return () => rmSync(folder, { recursive: true });
}, 120_000);

function storeIn(name: string): TaskStore {
  return createFileTaskStore(mkdtempSync(join(folder, name)), (work) => work());
}

/** A store in which a book is laid out already: the pages of the small one again and again, nothing in them shared. */
async function laidOut(count: number): Promise<TaskStore> {
  const store = storeIn(`of-${count}`);
  for (const name of ["book", "story", "sheets", "cover"] as const) {
    const made = await small.load(name, "book");
    if (made) await store.save(name, "book", made);
  }
  const script = await small.load("script", "book");
  const episode = script?.episodes[0];
  const pages = episode && (await small.load("pages", episode.id));
  if (!script || !episode || !pages) throw new Error("nothing was laid out");
  const episodes = Array.from({ length: count / pagesPerEpisode }, (_, i) => ({ ...episode, id: `e${i + 1}` }));
  await store.save("script", "book", { ...script, episodes });
  for (const [i, { id }] of episodes.entries()) {
    const own = Array.from({ length: pagesPerEpisode }, (_, at): Page[] => {
      const page = pages[at % pages.length];
      return page ? [{ ...structuredClone(page), episode: id, number: i * pagesPerEpisode + at + 1 }] : [];
    });
    await store.save("pages", id, own.flat());
  }
  return store;
}

/** Bytes in use at most while a book of so many pages is printed and bound in all formats. */
async function peakOf(count: number): Promise<number> {
  const store = await laidOut(count);
  let [most, made] = [0, 0];
  const look = async (): Promise<void> => {
    if (++made % Math.ceil(count / looks) === 0) most = Math.max(most, await memoryUsed());
  };
  const toPng = async (): Promise<Uint8Array> => {
    await look();
    return pictureOf(1);
  };
  const undrawn: TaskStore = {
    ...store,
    // Nothing is drawn: a drawing is on its own whatever the book.
    load: async (name, unit) => (name === "drawing" ? ("" as never) : store.load(name, unit)),
  };
  for await (const _ of runPipeline(source, settings, { ...surroundings, toPng }, undrawn));
  for (const file of (await store.load("files", "book")) ?? []) for await (const _ of file.chunks()) await look();
  expect(made).toBeGreaterThan(5 * count);
  return most;
}

it("[F6] prints and binds a thousand pages in the memory of fifty", async () => {
  const [few, many] = [await peakOf(50), await peakOf(1000)];
  expect(many / few).toBeLessThan(1.25);
}, 120_000);
