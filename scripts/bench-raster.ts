// `node scripts/bench-raster.ts [BOOK …]`: what two cores are worth to the rasteriser, and whether WebAssembly draws every page as the native engine does.
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { createNodeRasterizer } from "../src/backends/raster/node.ts";
import type { Rasterizer } from "../src/backends/raster/rasterizer.ts";
import { createWasmRasterizer } from "../src/backends/raster/wasm.ts";
import { webpProgram } from "../src/backends/raster/webp.ts";
import { inkArtist } from "../src/core/art/ink-artist.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import { pageSvg } from "../src/core/print/page-svg.ts";
import { layOutBook } from "./lay-out-book.ts";
import { median } from "./medians.ts";

const named = process.argv.slice(2);
const books = named.length > 0 ? named : ["samples/english.epub", "samples/japanese.epub"];
const folder = process.env["FABULA_CWD"] ?? process.cwd();
const fonts = openFonts(await readVendoredFonts());
/** Pages of each book that are drawn. */
const most = 12;
/** Times that one child and two take turns: other work on the machine disturbs both alike. */
const rounds = 5;

const [resvg, webp] = ["@resvg/resvg-wasm/index_bg.wasm", webpProgram].map(compiled);
if (!resvg || !webp) throw new Error("no programs");
const wasm = await createWasmRasterizer({ resvg, webp });

for (const book of books) {
  const { pages, sheets } = await layOutBook(new Uint8Array(readFileSync(resolve(folder, book))), fonts, "comic", most);
  const svgs = pages.slice(0, most).map((page) => pageSvg(page, { artist: inkArtist, sheets, fonts, seed: 1 }));
  const [single, pair] = [createNodeRasterizer(1), createNodeRasterizer(2)];
  const [one, two]: [number[], number[]] = [[], []];
  let native: Uint8Array[] = [];
  // The first round warms up and does not count.
  for (let round = 0; round <= rounds; round++) {
    const alone = await drawn(svgs, single);
    const both = await drawn(svgs, pair);
    if (round > 0) {
      one.push(alone.milliseconds);
      two.push(both.milliseconds);
    }
    native = both.pictures;
  }
  await Promise.all([single.close(), pair.close()]);
  const slow = await drawn(svgs, wasm);
  const other = native.filter((png, i) => !Buffer.from(png).equals(slow.pictures[i] ?? new Uint8Array())).length;
  const ratio = median(one) / median(two);
  const each = (milliseconds: number): string => `${(milliseconds / svgs.length).toFixed(0)} ms`;
  process.stdout.write(
    `${basename(book)}: ${svgs.length} pages; one child ${each(median(one))} a page, two ${each(median(two))}: ` +
      `${ratio.toFixed(2)} times as fast; WebAssembly ${each(slow.milliseconds)}, ${other === 0 ? "all pictures the same" : `${other} PICTURES DIFFER`}\n`,
  );
  if (other > 0) process.exitCode = 1;
}

function compiled(specifier: string): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(fileURLToPath(import.meta.resolve(specifier))));
}

/** Draws all pages at once and measures it. */
async function drawn(svgs: readonly string[], { toPng }: Rasterizer) {
  const from = performance.now();
  const pictures = await Promise.all(svgs.map((svg) => toPng(svg)));
  return { pictures, milliseconds: performance.now() - from };
}
