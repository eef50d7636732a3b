import { join, resolve } from "node:path";
import { Refused } from "../../core/text/result.ts";
import { type Command, shared } from "../command.ts";
import { errorLines } from "../error-lines.ts";
import type { Host } from "../host.ts";
import { readInput } from "../input.ts";
import { type ComicJob, makeComic, tellResult } from "../make-comic.ts";
import { makeExclusive, makeOptions, nameOf, settingsOf } from "../make-settings.ts";
import type { ParsedOptions } from "../options.ts";
import { refuseStream, streamComic } from "../stream-comic.ts";
import { describeError } from "../../errors.ts";

export const make: Command = {
  name: "make",
  summary: "Turn books into comics",
  usage: "<book>… [options]",
  takes: "books",
  options: {
    out: {
      value: "DIR",
      choices: null,
      path: "folder",
      short: "o",
      help: "Where the files go, each of several books in its own folder there (default: out/ and the book's name); - is standard output",
    },
    ...makeOptions,
    json: shared.json,
    quiet: shared.quiet,
  },
  exclusive: makeExclusive,
  examples: [
    "fabula make alice.epub",
    "fabula make alice.epub --chapters 1-3 --trim a5 --dpi 300",
    "fabula make story.txt --out comics/story --as manga",
    "fabula make books/*.epub --out comics --quiet --json",
    "fabula make book.epub --total-pages 48 --seed 7",
    "fabula make book.epub --out - > book.cbz",
  ],
  async run(options, host) {
    const { files } = options;
    if (files.length === 0) throw new Refused("usage", "Name a book: fabula make <book>");
    const settings = await settingsOf(options, host.folder);
    const [only, ...more] = files;
    if (options.text("out") === "-") {
      refuseStream(options, settings, host);
      if (only !== undefined) return streamComic(await jobOf(only, "", settings, options, host), host);
    }
    if (only === undefined || more.length > 0) return makeAll(files, settings, options, host);
    const out = resolve(host.folder, options.text("out") ?? join("out", nameOf(only)));
    tellResult(await makeComic(await jobOf(only, out, settings, options, host), host), options.on("json"), host);
  },
};

type CommonSettings = Awaited<ReturnType<typeof settingsOf>>;

async function jobOf(
  book: string,
  out: string,
  settings: CommonSettings,
  options: ParsedOptions,
  host: Host,
  place: string | null = null,
): Promise<ComicJob> {
  return {
    source: await readInput(host.folder, book),
    out,
    settings: { ...settings, fileName: nameOf(book) },
    quiet: options.on("quiet"),
    place,
  };
}

/** One book after another, each in its own folder; a book that fails does not stop the others. Gives the exit code. */
async function makeAll(
  books: readonly string[],
  settings: CommonSettings,
  options: ParsedOptions,
  host: Host,
): Promise<number> {
  const json = options.on("json");
  const home = resolve(host.folder, options.text("out") ?? "out");
  const names = ownNames(books.map(nameOf));
  const failed: string[] = [];
  for (const [i, book] of books.entries()) {
    try {
      const out = join(home, names[i] ?? nameOf(book));
      const job = await jobOf(book, out, settings, options, host, `${i + 1}/${books.length}`);
      tellResult(await makeComic(job, host), json, host);
    } catch (error) {
      failed.push(book);
      host.stderr.write(errorLines(error));
      const { code, title, detail, fix } = describeError(error);
      if (json) host.stdout.write(`${JSON.stringify({ book, error: { code, title, detail, fix } })}\n`);
    }
  }
  const made = `${books.length - failed.length} of ${books.length} books made`;
  const summary = `${failed.length > 0 ? `${made}; failed: ${failed.join(", ")}` : made}.\n`;
  if (!json) host.stdout.write(summary);
  return failed.length > 0 ? 1 : 0;
}

/** Books of one name get folders of their own: `emma`, `emma-2`. Letters count the same in either case, as on many disks. */
function ownNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let i = 2; taken.has(own.toLowerCase()); i++) own = `${name}-${i}`;
    taken.add(own.toLowerCase());
    return own;
  });
}
