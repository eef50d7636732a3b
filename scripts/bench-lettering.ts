// `npm run bench:lettering [-- BOOK …]`: how long a balloon takes to set and draw on one core, its letters
// included. Measured in the time of this thread, so that what else the machine does is left out.
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import { outlineOf } from "../src/core/lettering/outline-of.ts";
import { isVertical, type Letterer, lettererOf } from "../src/core/page/letterer.ts";
import type { BeatText } from "../src/core/script/script.ts";
import { layOutBook } from "./lay-out-book.ts";

/** Milliseconds a balloon may take on average. */
const limits = { across: 3, down: 6 } as const;
const named = process.argv.slice(2);
const books = named.length > 0 ? named : ["samples/english.epub", "samples/japanese.epub"];
const folder = process.env["FABULA_CWD"] ?? process.cwd();
const bytes = await readVendoredFonts();

for (const book of books) {
  const { script } = await layOutBook(new Uint8Array(readFileSync(resolve(folder, book))), openFonts(bytes));
  const texts = script.episodes.flatMap(({ beats }) => beats.flatMap((beat) => beat.texts));
  const [first] = script.episodes;
  const vertical = first !== undefined && isVertical(first, script.direction, script.language);
  // Fresh fonts: nothing of the layout is remembered.
  const fonts = openFonts(bytes);
  const letterer = lettererOf(fonts, vertical, script.language);
  let set = 0;
  const from = process.threadCpuUsage();
  for (const text of texts) if (setBalloon(text, letterer)) set += 1;
  const { user, system } = process.threadCpuUsage(from);
  const each = (user + system) / 1000 / Math.max(1, set);
  const limit = limits[vertical ? "down" : "across"];
  process.stdout.write(`${basename(book)}: ${each.toFixed(2)} ms a balloon over ${set}; limit ${limit}\n`);
  if (each > limit) process.exitCode = 1;

  function setBalloon(text: BeatText, { setter, outline }: Letterer): boolean {
    if (text.kind === "sound" || text.kind === "narration" || text.kind === "letter") return false;
    const fitted = setter(text).balloon({ maxWidth: 430, maxHeight: 440 });
    if (!fitted) return false;
    outline(text.kind, { x: 0, y: 0 }, { x: fitted.radiusX, y: fitted.radiusY }, { x: 0, y: 400 }, 1, null);
    outlineOf(fonts, fitted.block.runs, { x: 0, y: 0 });
    return true;
  }
}
