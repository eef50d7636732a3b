// `npm run quality:pace [-- --pace NAME] [-- BOOK …]`: how the pages of ten books keep to the pace (T4, P1, P5, P7).
import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { readBook } from "../src/core/book/read-book.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import { type PaceFigures, paceFigures } from "../src/core/print/pace-figures.ts";
import type { PaceName } from "../src/core/script/pace.ts";
import { unwrap } from "../src/core/text/result.ts";
import { layOutBook } from "./lay-out-book.ts";

const shared = "../shared/data";
const usual = [
  "samples/english.epub",
  "samples/japanese.epub",
  `${shared}/epub/epubjs-alice.epub`,
  `${shared}/quotes/litbank/original/215_the_call_of_the_wild.txt`,
  `${shared}/quotes/litbank/original/36_the_war_of_the_worlds.txt`,
  `${shared}/quotes/litbank/original/120_treasure_island.txt`,
  `${shared}/epub/kusamakura-japanese-vertical-writing.epub`,
  `${shared}/aozora/akutagawa_rashomon.txt`,
  `${shared}/aozora/nankichi_gon.txt`,
  `${shared}/aozora/soseki_botchan.txt`,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pace: { type: "string", default: "comic" } },
});
const pace = namedPace(values.pace);
const folder = process.env["FABULA_CWD"] ?? process.cwd();
const fonts = openFonts(await readVendoredFonts());

const columns: readonly (readonly [heading: string, figure: (of: PaceFigures) => string])[] = [
  ["words", (of) => String(of.words)],
  ["pages", (of) => String(of.pages)],
  ["pages/1000", (of) => of.pagesPerThousand.toFixed(2)],
  ["words/page", (of) => of.wordsMedian.toFixed(0)],
  ["most", (of) => of.wordsMost.toFixed(0)],
  ["lettered", (of) => percent(of.lettered)],
  ["panels/page", (of) => of.panelsPerPage.toFixed(2)],
  ["in P1", (of) => percent(of.pagesInP1)],
  ["silent", (of) => percent(of.silent)],
  ["splash/episode", (of) => of.splashesPerEpisode.toFixed(2)],
  ["turns on a hook", (of) => percent(of.turnsHooked)],
  ["scenes on a row", (of) => percent(of.scenesApart)],
  ["captions broken off", (of) => percent(of.brokenCaptions)],
];
put(["book", ...columns.map(([heading]) => heading)]);
put(["---", ...columns.map(() => "--:")]);
for (const book of positionals.length > 0 ? positionals : usual) {
  const file = resolve(folder, book);
  if (!existsSync(file)) continue;
  const figures = await figuresOf(new Uint8Array(readFileSync(file)));
  put([basename(book), ...columns.map(([, figure]) => figure(figures))]);
}

async function figuresOf(source: Uint8Array): Promise<PaceFigures> {
  const { script, pages } = await layOutBook(source, fonts, pace);
  return paceFigures(unwrap(await readBook(source)), script, pages);
}

function namedPace(name: string): PaceName {
  if (name === "comic" || name === "full" || name === "digest") return name;
  throw new Error(`There is no pace “${name}”: comic, full or digest`);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function put(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}
