// `npm run quality [-- BOOK …]`: 500 pages of ten books against the rules of layout and lettering, as docs/quality.md keeps them.
import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { boundsOf } from "../src/core/geometry/geometry.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import type { Page } from "../src/core/page/page.ts";
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
const allHeads: number[] = [];
for (const book of books) {
  const { pages } = await layOutBook(new Uint8Array(readFileSync(book)), fonts, "comic", most);
  const figures = measureLayout(pages.slice(0, most));
  const heads = headHeights(pages.slice(0, most));
  all.push(figures);
  allHeads.push(...heads);
  process.stdout.write(`${basename(book)}\n${told(figures)}\n  ${toldHeads(heads)}\n`);
}
const sum = sumOf(all);
process.stdout.write(`\nAll ${books.length} books\n${told(sum)}\n  ${toldHeads(allHeads)}\n`);
if (!keepsRules(sum)) process.exitCode = 1;

/** Heights of all heads in shares of what is seen of their panels: a layout that lets people shrink to make room for words shows here. */
function headHeights(pages: readonly Page[]): number[] {
  return pages.flatMap(({ panels, height }) =>
    panels.flatMap(({ outline, figures }) => {
      const box = boundsOf(outline);
      const seen = Math.min(box.y + box.height, height) - Math.max(box.y, 0);
      return figures.map(({ head }) => head.size / seen);
    }),
  );
}

function toldHeads(heads: readonly number[]): string {
  const mean = heads.reduce((total, head) => total + head, 0) / Math.max(1, heads.length);
  return `${heads.length} heads, of a panel's height ${mean.toFixed(3)} mean, ${quantile(heads, 0.5).toFixed(3)} median, ${quantile(heads, 0.1).toFixed(3)} tenth percentile`;
}

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
