import { basename, extname, join, relative, resolve } from "node:path";
import type { Artist, Sheets } from "../../core/art/artist.ts";
import { readBook } from "../../core/book/read-book.ts";
import { castSheetSvg, perSheet, placeSheetSvg } from "../../core/print/model-sheet.ts";
import type { PageInk } from "../../core/print/page-svg.ts";
import type { Story } from "../../core/story/story.ts";
import { understand } from "../../core/story/understand.ts";
import { Refused, unwrap } from "../../core/text/result.ts";
import { type Command, shared } from "../command.ts";
import type { Host } from "../host.ts";
import { readInput, readRoster } from "../input.ts";
import { wholeNumber } from "../option-numbers.ts";
import { openOutputFolder, sheetOutput } from "../output-folder.ts";
import { progressDisplay } from "../progress.ts";

/** People and places on the sheets of a book: those that a reader meets again and again. */
const most = { people: 24, places: 18 } as const;

export const sheet: Command = {
  name: "sheet",
  summary: "Draw the model sheets of a book: its people and its places",
  usage: "<book> [options]",
  takes: "books",
  options: {
    out: {
      value: "DIR",
      choices: null,
      path: "folder",
      short: "o",
      help: "Where the sheets go (default: out/, the book's name and /sheets)",
    },
    seed: { value: "N", choices: null, help: "The seed of the comic (default: 1)" },
    cast: shared.cast,
    json: shared.json,
    quiet: shared.quiet,
  },
  examples: ["fabula sheet alice.epub", "fabula sheet story.txt --seed 7 --out sheets"],
  async run(options, host) {
    const [path, ...more] = options.files;
    if (path === undefined || more.length > 0) throw new Refused("usage", "Name one book: fabula sheet <book>");
    const seed = wholeNumber("seed", options.text("seed"), 1);
    const cast = options.text("cast");
    const book = unwrap(await readBook(await readInput(host.folder, path)));
    const story = understand(book, cast === null ? {} : { roster: await readRoster(host.folder, cast) });
    const out = resolve(host.folder, options.text("out") ?? join("out", basename(path, extname(path)), "sheets"));
    const files = await drawSheets(story, { out, seed, quiet: options.on("quiet") }, host);
    const told = { title: book.title ?? basename(path), out, files };
    host.stdout.write(options.on("json") ? `${JSON.stringify(told)}\n` : summary(told, story, host));
  },
};

/** Draws all sheets into a folder, which gets them whole or not at all; gives their names. */
async function drawSheets(
  story: Story,
  { out, seed, quiet }: { out: string; seed: number; quiet: boolean },
  host: Host,
): Promise<string[]> {
  const artist = await host.openArtist();
  const sheets = artist.sheets(story.cast, story.places, seed, story.world);
  const pictures = picturesOf(story, { artist, fonts: await host.openFonts(), sheets, seed });
  if (pictures.length === 0) throw new Refused("nothing-to-draw");
  const display = progressDisplay(host.stderr, quiet, host.now, null);
  const folder = await openOutputFolder(out, sheetOutput, host.guard);
  const rasterizer = host.openRasterizer();
  try {
    for (const [done, { path, svg }] of pictures.entries()) {
      display.show({ stage: "Drawing sheets", done, total: pictures.length });
      const png = await rasterizer.toPng(svg());
      await folder.write({ path, chunks: () => only(png) });
    }
    await folder.write({ path: sheetOutput.seal, chunks: () => only(sealOf(sheets, artist)) });
    await folder.publish();
    return [...pictures.map(({ path }) => path), sheetOutput.seal];
  } finally {
    display.end();
    await rasterizer.close();
    await folder.discard();
  }
}

function picturesOf({ cast, places }: Story, ink: PageInk): { path: string; svg: () => string }[] {
  const people = inGroups(cast.slice(0, most.people), perSheet.people);
  const often = places.toSorted((a, b) => b.mentions - a.mentions).slice(0, most.places);
  return [
    ...people.map((group, i) => ({ path: `cast-${i + 1}.png`, svg: () => castSheetSvg(group, ink) })),
    ...inGroups(often, perSheet.places).map((group, i) => ({
      path: `places-${i + 1}.png`,
      svg: () => placeSheetSvg(group, ink),
    })),
  ];
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/** The sheets as data: what the text says of everyone's looks, and what the seed filled in. */
function sealOf(sheets: Sheets, artist: Artist): Uint8Array {
  const told = { version: 1, program: { name: "fabula", artist: artist.id }, ...sheets };
  return new TextEncoder().encode(`${JSON.stringify(told, null, 1)}\n`);
}

function summary({ title, out, files }: { title: string; out: string; files: string[] }, story: Story, host: Host) {
  const found = `${story.cast.length} people, ${story.places.length} places`;
  const lines = files.map((file) => `  ${relative(host.folder, join(out, file)) || file}`);
  return `${[`${title}: ${found}`, ...lines].join("\n")}\n`;
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
