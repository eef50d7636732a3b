// `npm run bench [-- BOOK …]`: how long panels and pages take to draw on one core, without the rasteriser, and that twice gives the same.
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import type { Artist } from "../src/core/art/artist.ts";
import { inkArtist } from "../src/core/art/ink-artist.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import { pageSvg } from "../src/core/print/page-svg.ts";
import { layOutBook } from "./lay-out-book.ts";

const named = process.argv.slice(2);
const books = named.length > 0 ? named : ["samples/english.epub", "samples/japanese.epub"];
const folder = process.env["FABULA_CWD"] ?? process.cwd();
const fonts = openFonts(await readVendoredFonts());
/** Pages of each book that are drawn. */
const most = 60;

for (const book of books) {
  const { pages, sheets } = await layOutBook(new Uint8Array(readFileSync(resolve(folder, book))), fonts);
  const [panels, whole]: [number[], number[]] = [[], []];
  const artist: Artist = { ...inkArtist, draw: (brief) => timed(panels, () => inkArtist.draw(brief)) };
  const ink = { artist, sheets, fonts, seed: 1 };
  let same = true;
  for (const page of pages.slice(0, most)) {
    const drawn = timed(whole, () => pageSvg(page, ink));
    same &&= drawn === pageSvg(page, { ...ink, artist: inkArtist });
  }
  process.stdout.write(
    `${basename(book)}: panel ${told(panels)}; page ${told(whole)}; drawn twice ${same ? "the same" : "NOT THE SAME"}\n`,
  );
  if (!same) process.exitCode = 1;
}

function timed<T>(into: number[], work: () => T): T {
  const from = performance.now();
  const made = work();
  into.push(performance.now() - from);
  return made;
}

/** Median, ninth decile and longest of some times in milliseconds. */
function told(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
  return `${at(0.5)} ms median, ${at(0.9)} p90, ${at(1)} longest of ${times.length}`;
}
