// `npm run quality [-- BOOK …]`: 500 pages of ten books against the rules of layout and lettering, as docs/quality.md keeps them.
import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import { layOutBook } from "./lay-out-book.ts";
import { type LayoutFigures, layoutKinds, measureLayout, quantile, sumOf } from "./layout-figures.ts";

const root = new URL("../", import.meta.url);
const tenBooks = [
  "samples/english.epub",
  "samples/japanese.epub",
  "../shared/data/epub/epubjs-alice.epub",
  "../shared/data/epub/childrens-literature.epub",
  "../shared/data/epub/kusamakura-japanese-vertical-writing.epub",
  "../shared/data/aozora/soseki_botchan.txt",
  "../shared/data/aozora/nankichi_gon.txt",
  "../shared/data/aozora/akutagawa_rashomon.txt",
  "../shared/data/quotes/litbank/original/120_treasure_island.txt",
  "../shared/data/quotes/litbank/original/2852_the_hound_of_the_baskervilles.txt",
].map((path) => fileURLToPath(new URL(path, root)));
const folder = process.env["FABULA_CWD"] ?? process.cwd();
const named = process.argv.slice(2).map((path) => resolve(folder, path));
const books = (named.length > 0 ? named : tenBooks).filter((path) => existsSync(path));
const fonts = openFonts(await readVendoredFonts());
/** Pages of each book that are measured: the short ones have fewer, ten books some 500 together. */
const most = 90;

const all: LayoutFigures[] = [];
for (const book of books) {
  const { pages } = await layOutBook(new Uint8Array(readFileSync(book)), fonts, "comic", most);
  const figures = measureLayout(pages.slice(0, most));
  all.push(figures);
  process.stdout.write(`${basename(book)}\n${told(figures)}\n`);
}
const sum = sumOf(all);
process.stdout.write(`\nAll ${books.length} books\n${told(sum)}\n`);
if (!keepsRules(sum)) process.exitCode = 1;

function told(figures: LayoutFigures): string {
  const { pages, panels, balloons, wordsOfPages, wordsOfBalloons, lettersOfBalloons } = figures;
  const share = (part: number, whole = pages): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  const lines = [
    `${pages} pages, ${panels} panels (${(panels / pages).toFixed(2)} a page), ${balloons} balloons`,
    `overflow ${figures.overflows}, faces covered ${figures.facesCovered}, order mismatches ${figures.orderMismatches}, small type ${figures.smallType}, repeated layouts ${figures.repeated}, other faults ${figures.others.length}`,
    `3–7 panels ${share(figures.usual)}, most important is largest ${share(figures.foremost)}, ${figures.layouts} layouts`,
    `pages with ${layoutKinds.map((kind) => `${kind} ${share(figures.kinds[kind])}`).join(", ")}`,
  ];
  if (wordsOfPages.length > 0)
    lines.push(
      `words a page ${quantile(wordsOfPages, 0.5)} median, ${quantile(wordsOfPages, 1)} most; a balloon ${quantile(wordsOfBalloons, 0.5)} median, ${quantile(wordsOfBalloons, 1)} most`,
    );
  if (lettersOfBalloons.length > 0)
    lines.push(
      `letters a Japanese balloon ${quantile(lettersOfBalloons, 0.5)} median, ${quantile(lettersOfBalloons, 1)} most`,
    );
  return [...lines, ...figures.others].map((line) => `  ${line}`).join("\n");
}

/** Whether nothing breaks a rule that must hold on every page, and panels and words keep to P1, T4, L2 and L3. */
function keepsRules(figures: LayoutFigures): boolean {
  const broken =
    figures.overflows + figures.facesCovered + figures.orderMismatches + figures.smallType + figures.repeated;
  return (
    broken + figures.others.length === 0 &&
    figures.usual >= 0.8 * figures.pages &&
    figures.foremost === figures.pages &&
    quantile(figures.wordsOfPages, 1) <= 160 &&
    quantile(figures.wordsOfBalloons, 1) <= 25 &&
    quantile(figures.lettersOfBalloons, 1) <= 60
  );
}
