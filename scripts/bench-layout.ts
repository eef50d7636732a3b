// `npm run bench:layout [-- BOOK …]`: processor time of a page: the search for its panels alone, and all of it with people, balloons and letters.
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import { pagesOf } from "../src/core/page/lay-out-episode.ts";
import { layoutsFor } from "../src/core/page/layouts.ts";
import { isVertical, lettererOf } from "../src/core/page/letterer.ts";
import { measureBeat } from "../src/core/page/measure-texts.ts";
import { type Page, pageSize } from "../src/core/page/page.ts";
import { staturesOf } from "../src/core/page/stature.ts";
import type { Episode } from "../src/core/script/script.ts";
import { layOutBook } from "./lay-out-book.ts";
import { quantile } from "./layout-figures.ts";

const named = process.argv.slice(2);
const books = named.length > 0 ? named : ["samples/english.epub", "samples/japanese.epub"];
const folder = process.env["FABULA_CWD"] ?? process.cwd();
const fonts = openFonts(await readVendoredFonts());
/** Pages of each book that are timed, at least. */
const most = 40;

for (const book of books) {
  const source = new Uint8Array(readFileSync(resolve(folder, book)));
  const { story, script, pages: found } = await layOutBook(source, fonts, "comic", most);
  const { language } = story.source;
  const { direction } = script;
  const [whole, panels]: [number[], number[]] = [[], []];
  const pages: Page[] = [];
  for (const episode of script.episodes) {
    if (pages.length >= Math.min(most, found.length)) break;
    const options = {
      fonts,
      direction,
      size: pageSize,
      language,
      firstPage: pages.length + 1,
      seed: 1,
      statures: staturesOf(story.cast),
    };
    const made: Page[] = [];
    const making = pagesOf(episode, options);
    for (;;) {
      // The texts of an episode are set with its first page: the mean counts them, the median tells of a page like most.
      const { made: next, time } = timed(() => making.next());
      if (next.done) break;
      made.push(next.value);
      whole.push(time);
    }
    const letterer = lettererOf(fonts, isVertical(episode, direction, language), language);
    for (const page of made) {
      const beats = beatsOf(page, episode).map((beat) => measureBeat(beat, letterer));
      panels.push(
        timed(() => layoutsFor(beats, { side: page.side, direction, paper: pageSize, seed: "1", before: null })).time,
      );
    }
    pages.push(...made);
  }
  const mean = (times: readonly number[]): string =>
    (times.reduce((sum, time) => sum + time, 0) / times.length).toFixed(1);
  const median = quantile(whole, 0.5).toFixed(1);
  process.stdout.write(
    `${basename(book)}: ${pages.length} pages; panels ${mean(panels)} ms a page; with people, balloons and letters ${mean(whole)} ms, median ${median} ms\n`,
  );
}

function beatsOf({ panels }: Page, { beats }: Episode): Episode["beats"] {
  return beats.filter(({ id }) => panels.some(({ beat }) => beat === id));
}

/** Work with the milliseconds that this thread was busy with it, whatever else the machine does. */
function timed<T>(work: () => T): { made: T; time: number } {
  const from = process.threadCpuUsage();
  const made = work();
  const { user, system } = process.threadCpuUsage(from);
  return { made, time: (user + system) / 1000 };
}
