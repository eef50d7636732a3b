import { basename, extname, join, resolve } from "node:path";
import { Refused } from "../../core/text/result.ts";
import { type Command, shared } from "../command.ts";
import { readInput, readRoster } from "../input.ts";
import { makeComic, tellResult } from "../make-comic.ts";
import { type ParsedOptions, wholeNumber } from "../options.ts";
import type { PaceGoal } from "../../core/pipeline.ts";

export const make: Command = {
  name: "make",
  summary: "Turn a book into a comic",
  usage: "<book> [options]",
  options: {
    out: { value: "DIR", choices: null, short: "o", help: "Where the files go (default: out/ and the book's name)" },
    direction: {
      value: "DIR",
      choices: ["auto", "ltr", "rtl"],
      help: "Reading direction (default: auto, as the book says)",
    },
    pace: {
      value: "PACE",
      choices: ["comic", "full", "digest"],
      help: "comic: 3–5 pages for 1,000 words (default); full: every spoken word; digest: the book in a tenth",
    },
    "total-pages": { value: "N", choices: null, help: "Tell as much as fits N pages, instead of --pace" },
    seed: { value: "N", choices: null, help: "Another number draws another version (default: 1)" },
    cast: shared.cast,
    json: shared.json,
    quiet: shared.quiet,
  },
  examples: [
    "fabula make alice.epub",
    "fabula make story.txt --out comics/story --direction rtl",
    "fabula make book.epub --pace digest",
    "fabula make book.epub --total-pages 48",
    "fabula make book.epub --seed 7 --json",
  ],
  async run(options, host) {
    const [book, ...more] = options.files;
    if (book === undefined || more.length > 0) throw new Refused("usage", "Name one book: fabula make <book>");
    const seed = wholeNumber("seed", options.text("seed"), 1);
    const pace = paceOf(options);
    const cast = options.text("cast");
    const source = await readInput(host.folder, book);
    const fileName = basename(book, extname(book));
    const out = resolve(host.folder, options.text("out") ?? join("out", fileName));
    const settings = {
      seed,
      direction: directionOf(options.text("direction")),
      pace,
      roster: cast === null ? null : await readRoster(host.folder, cast),
      fileName,
    };
    tellResult(await makeComic(source, out, settings, options.on("quiet"), host), options.on("json"), host);
  },
};

function directionOf(text: string | null): "auto" | "ltr" | "rtl" {
  return text === "ltr" || text === "rtl" ? text : "auto";
}

/** What was asked for with --pace or --total-pages. Throws `Refused("usage")` for both, and for no page at all. */
function paceOf(options: ParsedOptions): PaceGoal {
  const [name, total] = [options.text("pace"), options.text("total-pages")];
  if (total === null) return name === "full" || name === "digest" ? name : "comic";
  if (name !== null) throw new Refused("usage", "Choose either --pace or --total-pages.");
  const totalPages = wholeNumber("total-pages", total, 0);
  if (totalPages === 0) throw new Refused("usage", "--total-pages needs at least one page.");
  return { totalPages };
}
