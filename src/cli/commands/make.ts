import { basename, extname, join, resolve } from "node:path";
import { Refused } from "../../core/text/result.ts";
import { type Command, shared } from "../command.ts";
import { readInput, readRoster } from "../input.ts";
import { makeComic, tellResult } from "../make-comic.ts";
import { wholeNumber } from "../options.ts";

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
    seed: { value: "N", choices: null, help: "Another number draws another version (default: 1)" },
    cast: shared.cast,
    json: shared.json,
    quiet: shared.quiet,
  },
  examples: [
    "fabula make alice.epub",
    "fabula make story.txt --out comics/story --direction rtl",
    "fabula make book.epub --seed 7 --json",
  ],
  async run(options, host) {
    const [book, ...more] = options.files;
    if (book === undefined || more.length > 0) throw new Refused("usage", "Name one book: fabula make <book>");
    const seed = wholeNumber("seed", options.text("seed"), 1);
    const cast = options.text("cast");
    const source = await readInput(host.folder, book);
    const fileName = basename(book, extname(book));
    const out = resolve(host.folder, options.text("out") ?? join("out", fileName));
    const settings = {
      seed,
      direction: directionOf(options.text("direction")),
      roster: cast === null ? null : await readRoster(host.folder, cast),
      fileName,
    };
    tellResult(await makeComic(source, out, settings, options.on("quiet"), host), options.on("json"), host);
  },
};

function directionOf(text: string | null): "auto" | "ltr" | "rtl" {
  return text === "ltr" || text === "rtl" ? text : "auto";
}
