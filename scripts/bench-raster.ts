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

const named = process.argv.slice(2);
const books = named.length > 0 ? named : ["samples/english.epub", "samples/japanese.epub"];
const folder = process.env["FABULA_CWD"] ?? process.cwd();
const fonts = openFonts(await readVendoredFonts());
/** Pages of each book that are drawn. */
const most = 12;
/** Times that one child and two take turns: other work on the machine disturbs both alike. */
const rounds = 3;

const [resvg, webp] = ["@resvg/resvg-wasm/index_bg.wasm", webpProgram].map(compiled);
if (!resvg || !webp) throw new Error("no programs");
const wasm = await createWasmRasterizer({ resvg, webp });

for (const book of books) {
  const { pages, sheets } = await layOutBook(new Uint8Array(readFileSync(resolve(folder, book))), fonts, "comic", most);
  const svgs = pages.slice(0, most).map((page) => pageSvg(page, { artist: inkArtist, sheets, fonts, seed: 1 }));
  const [one, two]: [number[], number[]] = [[], []];
  let native: Uint8Array[] = [];
  for (let round = 0; round < rounds; round++) {
    one.push((await drawn(svgs, createNodeRasterizer(1))).milliseconds);
    const both = await drawn(svgs, createNodeRasterizer(2));
    two.push(both.milliseconds);
    native = both.pictures;
  }
  const slow = await drawn(svgs, wasm, false);
  const other = native.filter((png, i) => !Buffer.from(png).equals(slow.pictures[i] ?? new Uint8Array())).length;
  const ratio = Math.min(...one) / Math.min(...two);
  const each = (milliseconds: number): string => `${(milliseconds / svgs.length).toFixed(0)} ms`;
  process.stdout.write(
    `${basename(book)}: ${svgs.length} pages; one child ${each(Math.min(...one))} a page, two ${each(Math.min(...two))}: ` +
      `${ratio.toFixed(2)} times as fast; WebAssembly ${each(slow.milliseconds)}, ${other === 0 ? "all pictures the same" : `${other} PICTURES DIFFER`}\n`,
  );
  if (other > 0) process.exitCode = 1;
}

function compiled(specifier: string): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(fileURLToPath(import.meta.resolve(specifier))));
}

/** Draws all pages at once and measures it, without the start of the children. */
async function drawn(svgs: readonly string[], { toPng, close, concurrency }: Rasterizer, closes = true) {
  const blank = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`;
  await Promise.all(Array.from({ length: concurrency }, () => toPng(blank)));
  const from = performance.now();
  const pictures = await Promise.all(svgs.map((svg) => toPng(svg)));
  const milliseconds = performance.now() - from;
  if (closes) await close();
  return { pictures, milliseconds };
}
