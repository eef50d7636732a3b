import { basename, extname } from "node:path";
import type { PaceGoal, Settings } from "../core/pipeline.ts";
import type { trims } from "../core/print/edition.ts";
import { binders, type FormatName } from "../core/print/formats.ts";
import { Refused } from "../core/text/result.ts";
import { shared } from "./command.ts";
import { editionOf, editionOptions } from "./edition-options.ts";
import { readRoster } from "./input.ts";
import { partRange, wholeNumber } from "./option-numbers.ts";
import type { OptionSpec, ParsedOptions } from "./options.ts";

/** Every format that a comic can be bound in. */
export const formatNames = Object.keys(binders).filter(isFormat);

/** Kinds of comic: the direction, paper and format that each is known by. */
const kinds = {
  manga: { direction: "rtl", trim: "b5", format: "cbz" },
  comic: { direction: "ltr", trim: "us-comic", format: "cbz" },
  webtoon: { direction: "auto", trim: "b5", format: "webtoon" },
} as const satisfies Record<string, { direction: Settings["direction"]; trim: keyof typeof trims; format: FormatName }>;

type Kind = keyof typeof kinds;

/** The options of `make` that say how a comic is made. */
export const makeOptions = {
  format: {
    value: "LIST",
    choices: formatNames,
    list: true,
    short: "f",
    help: "What to bind beside the pictures and index.html, with commas (default: cbz)",
  },
  as: {
    value: "KIND",
    choices: Object.keys(kinds),
    help: "manga: right to left, b5; comic: left to right, us-comic; webtoon: one strip (default: as the book reads, b5)",
  },
  direction: {
    value: "DIR",
    choices: ["auto", "ltr", "rtl"],
    help: "Reading direction (default: auto, as the book says)",
  },
  ...editionOptions,
  chapters: { value: "A-B", choices: null, help: "Tell these chapters only: 3, 3-7 or 3-" },
  pages: { value: "A-B", choices: null, help: "Print these pages only, of all that are laid out" },
  pace: {
    value: "PACE",
    choices: ["comic", "full", "digest"],
    help: "comic: 3–5 pages for 1,000 words (default); full: every spoken word; digest: the book in a tenth",
  },
  "total-pages": { value: "N", choices: null, help: "Tell as much as fits N pages, instead of --pace" },
  seed: { value: "N", choices: null, help: "Another number draws another version (default: 1)" },
  language: {
    value: "LANG",
    choices: ["auto", "en", "ja"],
    help: "Read the book as English or Japanese (default: auto)",
  },
  cast: shared.cast,
} satisfies Record<string, OptionSpec>;

/** Pairs of which only one makes sense. */
export const makeExclusive = [
  ["pace", "total-pages"],
  ["as", "direction"],
] as const;

/** Everything a run is made with but the book's name, from the command line. Throws `Refused("usage")`, or why the cast file is refused. */
export async function settingsOf(options: ParsedOptions, folder: string): Promise<Omit<Settings, "fileName">> {
  const kind = kindOf(options);
  const edition = editionOf(options, kind?.trim ?? "b5");
  const [chapters, pages, language] = [options.text("chapters"), options.text("pages"), options.text("language")];
  const formats = formatsOf(options, kind?.format ?? "cbz");
  if (pages !== null && formats.includes("webtoon"))
    throw new Refused("usage", "A webtoon has no pages: choose its part with --chapters instead of --pages.");
  if (edition && edition.bleed > 0 && !formats.includes("pdf"))
    throw new Refused("usage", "--bleed is for printers: it needs --format pdf.");
  const settings: Omit<Settings, "fileName" | "roster"> = {
    seed: wholeNumber("seed", options.text("seed"), 1),
    direction: kind?.direction ?? directionOf(options.text("direction")),
    pace: paceOf(options),
    formats,
    ...(edition ? { edition } : {}),
    ...(chapters === null ? {} : { chapters: partRange("chapters", chapters) }),
    ...(pages === null ? {} : { pages: partRange("pages", pages) }),
    ...(language === "en" || language === "ja" ? { language } : {}),
  };
  const cast = options.text("cast");
  return { ...settings, roster: cast === null ? null : await readRoster(folder, cast) };
}

/** A book's file name without its ending: the title of last resort, and the name of its folder. */
export function nameOf(path: string): string {
  return basename(path, extname(path));
}

function formatsOf(options: ParsedOptions, usual: FormatName): FormatName[] {
  return [...new Set((options.list("format") ?? [usual]).filter(isFormat))];
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(binders, name);
}

/** Throws `Refused("usage")` for a webtoon with what only pages have. */
function kindOf(options: ParsedOptions): (typeof kinds)[Kind] | null {
  const name = options.text("as");
  if (name === null || !isKind(name)) return null;
  const ofPages = Object.keys(editionOptions).filter((option) => option !== "colour");
  const wrong = ["format", ...ofPages].find((option) => options.on(option));
  if (name === "webtoon" && wrong !== undefined)
    throw new Refused("usage", `--as webtoon is one strip for screens: leave out --${wrong}.`);
  return kinds[name];
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}

function directionOf(text: string | null): "auto" | "ltr" | "rtl" {
  return text === "ltr" || text === "rtl" ? text : "auto";
}

/** What was asked for with --pace or --total-pages. Throws `Refused("usage")` for no page at all. */
function paceOf(options: ParsedOptions): PaceGoal {
  const [name, total] = [options.text("pace"), options.text("total-pages")];
  if (total === null) return name === "full" || name === "digest" ? name : "comic";
  const totalPages = wholeNumber("total-pages", total, 0);
  if (totalPages === 0) throw new Refused("usage", "--total-pages needs at least one page.");
  return { totalPages };
}
