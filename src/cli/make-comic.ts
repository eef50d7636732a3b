import { join, relative } from "node:path";
import type { Settings } from "../core/pipeline.ts";
import type { OutputFile } from "../core/print/comic.ts";
import { runPipeline } from "../core/run-pipeline.ts";
import { printedPages } from "../core/stored-pages.ts";
import type { TaskStore } from "../core/task-store.ts";
import type { Host } from "./host.ts";
import { comicOutput, openOutputFolder } from "./output-folder.ts";
import { type ProgressDisplay, progressDisplay } from "./progress.ts";

/** One book to be made into a comic. */
export interface ComicJob {
  source: Uint8Array;
  /** The folder that gets the files. */
  out: string;
  settings: Settings;
  quiet: boolean;
  /** Its place among several books (`2/5`), or null. */
  place: string | null;
}

export interface MadeComic {
  title: string;
  out: string;
  index: string;
  files: { path: string; bytes: number }[];
  pages: number;
  panels: number;
  warnings: number;
  /** What of the book was damaged or left out while it was read. */
  damage: string[];
  milliseconds: number;
}

/** Makes a comic of a book's bytes in a folder; the folder appears whole or not at all. */
export async function makeComic({ source, out, settings, quiet, place }: ComicJob, host: Host): Promise<MadeComic> {
  const began = host.now();
  const times = stageTimes(host.now);
  const display = progressDisplay(host.stderr, quiet, host.now, place);
  const folder = await openOutputFolder(out, comicOutput, host.guard);
  const show: ProgressDisplay["show"] = (progress) => {
    times.note(progress.stage);
    display.show(progress);
  };
  try {
    const files = await drawAndBind(source, settings, { store: folder.store, show, host }, async (outputs) => {
      const written: MadeComic["files"] = [];
      for (const [index, file] of outputs.entries()) {
        show({ stage: "Writing files", done: index, total: outputs.length });
        written.push({ path: file.path, bytes: await folder.write(file) });
      }
      return written;
    });
    const milliseconds = Math.round(host.now() - began);
    await folder.write({
      path: "timings.json",
      chunks: () => oneChunk(`${JSON.stringify({ milliseconds, stages: times.all() }, null, 1)}\n`),
    });
    await folder.publish();
    return { ...(await factsOf(folder.store, settings)), out, index: join(out, "index.html"), files, milliseconds };
  } finally {
    display.end();
    await folder.discard();
  }
}

/** Runs the pipeline over a store and hands its files on while what draws them is open. */
export async function drawAndBind<T>(
  source: Uint8Array,
  settings: Settings,
  { store, show, host }: { store: TaskStore; show: ProgressDisplay["show"]; host: Host },
  take: (outputs: readonly OutputFile[]) => Promise<T>,
): Promise<T> {
  const rasterizer = host.openRasterizer();
  try {
    const { toPng, toWebp, concurrency } = rasterizer;
    const [fonts, artist] = [await host.openFonts(), await host.openArtist()];
    const surroundings = { fonts, artist, toPng, toWebp, ask: null, concurrency };
    for await (const progress of runPipeline(source, settings, surroundings, store)) show(progress);
    const taken = await take((await store.load("files", "book")) ?? []);
    for (const mishap of rasterizer.mishaps()) host.stderr.write(`! ${mishap}\n`);
    return taken;
  } finally {
    await rasterizer.close();
  }
}

async function factsOf(
  store: TaskStore,
  settings: Settings,
): Promise<Pick<MadeComic, "title" | "pages" | "panels" | "damage" | "warnings">> {
  const book = await store.load("book", "book");
  const damage = (book?.warnings ?? []).map(({ message }) => message);
  const facts = { title: book?.title ?? settings.fileName, pages: 0, panels: 0, damage, warnings: damage.length };
  for await (const { panels, faults } of printedPages(store, settings.pages)) {
    facts.pages++;
    facts.panels += panels.length;
    facts.warnings += faults.length;
  }
  return facts;
}

/** What a person reads at the end, or the same as JSON. */
export function tellResult(made: MadeComic, json: boolean, host: Host): void {
  if (json) return host.stdout.write(`${JSON.stringify(made)}\n`);
  const at = (path: string): string => relative(host.folder, join(made.out, path)) || path;
  const bound = made.files.filter(({ path }) => !path.includes("/") && !comicOutput.owns.has(path));
  const rows = [
    [at("index.html"), "open this in a browser: pages, cast, every sentence's fate"],
    ...bound.map(({ path, bytes }) => [at(path), `${(bytes / 1e6).toFixed(1)} MB`]),
    [at("report.json"), made.warnings > 0 ? `what was made; ${counted(made.warnings, "warning")}` : "what was made"],
  ];
  const width = Math.max(...rows.map(([path = ""]) => path.length));
  host.stdout.write(
    `${made.title}: ${counted(made.pages, "page")}, ${counted(made.panels, "panel")} in ${(made.milliseconds / 1000).toFixed(1)} s\n`,
  );
  for (const [path = "", note] of rows) host.stdout.write(`  ${path.padEnd(width)}  ${note}\n`);
  for (const message of made.damage.slice(0, mostTold)) host.stdout.write(`  ! ${message}\n`);
  const more = made.damage.length - mostTold;
  if (more > 0) host.stdout.write(`  ! and ${more} more, in ${at("report.json")}\n`);
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

/** How many damages of the book are told at the end. */
const mostTold = 3;

function stageTimes(now: () => number): {
  note(stage: string): void;
  all(): { stage: string; milliseconds: number }[];
} {
  const stages: { stage: string; from: number }[] = [];
  return {
    note(stage) {
      if (stages.at(-1)?.stage !== stage) stages.push({ stage, from: now() });
    },
    all: () =>
      stages.map(({ stage, from }, i) => ({ stage, milliseconds: Math.round((stages[i + 1]?.from ?? now()) - from) })),
  };
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
