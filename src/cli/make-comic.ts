import { join, relative } from "node:path";
import type { Settings } from "../core/pipeline.ts";
import { runPipeline } from "../core/run-pipeline.ts";
import type { Host } from "./host.ts";
import { comicOutput, openOutputFolder } from "./output-folder.ts";
import { progressDisplay } from "./progress.ts";

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
export async function makeComic(
  source: Uint8Array,
  out: string,
  settings: Settings,
  quiet: boolean,
  host: Host,
): Promise<MadeComic> {
  const began = host.now();
  const times = stageTimes(host.now);
  const display = progressDisplay(host.stderr, quiet, host.now);
  const folder = await openOutputFolder(out, comicOutput, host.guard);
  const rasterizer = host.openRasterizer();
  try {
    const fonts = await host.openFonts();
    const surroundings = {
      fonts,
      artist: await host.openArtist(),
      toPng: rasterizer.toPng,
      concurrency: rasterizer.concurrency,
    };
    for await (const progress of runPipeline(source, settings, surroundings, folder.store)) {
      times.note(progress.stage);
      display.show(progress);
    }
    const outputs = (await folder.store.load("files", "book")) ?? [];
    const files: MadeComic["files"] = [];
    for (const [index, file] of outputs.entries()) {
      times.note("Writing files");
      display.show({ stage: "Writing files", done: index, total: outputs.length });
      files.push({ path: file.path, bytes: await folder.write(file) });
    }
    const milliseconds = Math.round(host.now() - began);
    await folder.write({
      path: "timings.json",
      chunks: () => oneChunk(`${JSON.stringify({ milliseconds, stages: times.all() }, null, 1)}\n`),
    });
    await folder.publish();
    const script = await folder.store.load("script", "book");
    const episodes = script?.episodes ?? [];
    const pages = (await Promise.all(episodes.map(({ id }) => folder.store.load("pages", id)))).flatMap(
      (found) => found ?? [],
    );
    const book = await folder.store.load("book", "book");
    return {
      title: book?.title ?? settings.fileName,
      out,
      index: join(out, "index.html"),
      files,
      pages: pages.length,
      panels: pages.reduce((sum, page) => sum + page.panels.length, 0),
      damage: (book?.warnings ?? []).map(({ message }) => message),
      warnings: (book?.warnings.length ?? 0) + pages.reduce((sum, page) => sum + page.faults.length, 0),
      milliseconds,
    };
  } finally {
    display.end();
    await rasterizer.close();
    await folder.discard();
  }
}

/** What a person reads at the end, or the same as JSON. */
export function tellResult(made: MadeComic, json: boolean, host: Host): void {
  if (json) return host.stdout.write(`${JSON.stringify(made)}\n`);
  const at = (path: string): string => relative(host.folder, join(made.out, path)) || path;
  const comic = made.files.find((file) => file.path.endsWith(".cbz"));
  const rows = [
    [at("index.html"), "open this in a browser: pages, cast, every sentence's fate"],
    ...(comic ? [[at(comic.path), `${(comic.bytes / 1e6).toFixed(1)} MB, for any comic reader`]] : []),
    [at("report.json"), made.warnings > 0 ? `what was made; ${made.warnings} warnings` : "what was made"],
  ];
  const width = Math.max(...rows.map(([path = ""]) => path.length));
  host.stdout.write(
    `${made.title}: ${made.pages} pages, ${made.panels} panels in ${(made.milliseconds / 1000).toFixed(1)} s\n`,
  );
  for (const [path = "", note] of rows) host.stdout.write(`  ${path.padEnd(width)}  ${note}\n`);
  for (const message of made.damage.slice(0, mostTold)) host.stdout.write(`  ! ${message}\n`);
  const more = made.damage.length - mostTold;
  if (more > 0) host.stdout.write(`  ! and ${more} more, in ${at("report.json")}\n`);
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
