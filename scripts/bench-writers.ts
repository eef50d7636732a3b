// `npm run bench:writers [-- BOOK]`: the writers of PDF, CBZ and EPUB against pdfkit and a plain ZIP library with the same pictures and words,
// round by round in one run.
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { zipSync } from "fflate";
import Pdf from "pdfkit";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { createNodeRasterizer } from "../src/backends/raster/node.ts";
import { inkArtist } from "../src/core/art/ink-artist.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import type { ArtifactName, Artifacts } from "../src/core/pipeline.ts";
import type { OutputFile } from "../src/core/print/comic.ts";
import { pageSvg } from "../src/core/print/page-svg.ts";
import { runPipeline } from "../src/core/run-pipeline.ts";
import type { TaskStore } from "../src/core/task-store.ts";
import { layOutBook } from "./lay-out-book.ts";
import { median, ratio } from "./medians.ts";

const [named = "samples/english.epub"] = process.argv.slice(2);
const path = resolve(process.env["FABULA_CWD"] ?? process.cwd(), named);
const rounds = 7;
/** A short comic is bound so often that a round has this many pages. */
const pagesPerRound = 400;

const source = new Uint8Array(readFileSync(path));
const fonts = openFonts(await readVendoredFonts());
const rasterizer = createNodeRasterizer(2);
const { pages, sheets } = await layOutBook(source, fonts);
const [page] = pages;
if (!page) throw new Error(`${named} gives no page`);
const picture = await rasterizer.toPng(pageSvg(page, { artist: inkArtist, sheets, fonts, seed: 1 }));
const files = await bound();
await rasterizer.close();
const times = Math.ceil(pagesPerRound / pages.length);

compare("PDF", await measured(() => written(".pdf"), withPdfkit), "pdfkit");
compare("CBZ", await measured(() => written(".cbz"), zipped), "fflate's zipSync, stored");
compare("EPUB", await measured(() => written(".epub"), zipped), "fflate's zipSync, stored");

/** The book's files, with one picture for every page. */
async function bound(): Promise<OutputFile[]> {
  const kept = new Map<string, unknown>();
  const finished: Partial<Artifacts> = { drawing: "", print: picture };
  const store: TaskStore = {
    load: async <Name extends ArtifactName>(name: Name, unit: string) =>
      // Only `save` writes to the map, under the name that ties the value to its type.
      (kept.get(`${name}/${unit}`) as Artifacts[Name] | undefined) ?? finished[name] ?? null,
    save: async (name, unit, value) => void kept.set(`${name}/${unit}`, value),
  };
  const formats = ["pdf", "cbz", "epub"] as const;
  const settings = { seed: 1, direction: "auto" as const, roster: null, fileName: "book", formats };
  const surroundings = { ...rasterizer, fonts, artist: inkArtist, ask: null };
  for await (const _ of runPipeline(source, settings, surroundings, store));
  return (await store.load("files", "book")) ?? [];
}

async function measured(ours: () => Promise<unknown>, theirs: () => Promise<unknown>): Promise<[number, number]> {
  const [own, foreign]: [number[], number[]] = [[], []];
  // The first round warms up and does not count.
  for (let round = 0; round <= rounds; round++) {
    const [a, b] = [await timeOf(ours), await timeOf(theirs)];
    if (round === 0) continue;
    own.push(a);
    foreign.push(b);
  }
  return [median(own), median(foreign)];
}

function compare(name: string, [own, foreign]: [number, number], other: string): void {
  const each = own / (times * pages.length);
  process.stdout.write(
    `${name} of ${basename(path)}: ${each.toFixed(2)} ms a page, ${ratio(foreign / own)} times as fast as ${other}\n`,
  );
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  for (let i = 0; i < times; i++) await work();
  return performance.now() - from;
}

async function written(ending: string): Promise<void> {
  const file = files.find((each) => each.path.endsWith(ending));
  if (!file) throw new Error(`No ${ending} was bound`);
  for await (const _ of file.chunks());
}

/** The same pictures on pages of the same size, with the words as invisible text, as its users do it. */
function withPdfkit(): Promise<void> {
  const [width, height] = [516, 728];
  return new Promise((done, failed) => {
    const document = new Pdf({ size: [width, height], margin: 0, autoFirstPage: false });
    document
      .on("data", () => undefined)
      .on("end", done)
      .on("error", failed);
    for (const { panels } of pages) {
      document.addPage().image(Buffer.from(picture), 0, 0, { width, height }).fillOpacity(0);
      for (const { words, centre } of panels.flatMap(({ balloons }) => balloons))
        document.text(words, (centre.x / 1240) * width, (centre.y / 1240) * width, { lineBreak: false });
    }
    document.end();
  });
}

async function zipped(): Promise<void> {
  zipSync(Object.fromEntries(pages.map(({ number }) => [`${number}.png`, picture])), { level: 0 });
}
