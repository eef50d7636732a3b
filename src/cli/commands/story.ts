import { relative, resolve } from "node:path";
import { readBook } from "../../core/book/read-book.ts";
import { explainHtml } from "../../core/print/explain-html.ts";
import type { Story } from "../../core/story/story.ts";
import { understand } from "../../core/story/understand.ts";
import { Refused, unwrap } from "../../core/text/result.ts";
import { type Command, shared } from "../command.ts";
import { readInput, readRoster } from "../input.ts";
import { writeWhole } from "../whole-file.ts";

export const story: Command = {
  name: "story",
  summary: "Show what Fabula understands: cast, scenes, who says what",
  usage: "<book> [--json] [--cast FILE] [--explain FILE]",
  takes: "books",
  options: {
    json: shared.json,
    cast: shared.cast,
    explain: {
      value: "FILE",
      choices: null,
      path: "file",
      help: "Write a page (HTML) on which every decision can be checked against the text",
    },
  },
  examples: [
    "fabula story alice.epub",
    "fabula story alice.epub --json --cast cast.json",
    "fabula story alice.epub --explain alice.html",
  ],
  async run(options, host) {
    const [path, ...more] = options.files;
    if (path === undefined || more.length > 0) throw new Refused("usage", "Name one book: fabula story <book>");
    const cast = options.text("cast");
    const book = unwrap(await readBook(await readInput(host.folder, path)));
    const found = understand(book, cast === null ? {} : { roster: await readRoster(host.folder, cast) });
    const page = options.text("explain");
    const explained = page === null ? null : resolve(host.folder, page);
    if (explained !== null) await writeWhole(explained, explainHtml(book, found));
    const where = explained === null ? "" : `Explained in ${relative(host.folder, explained)}: open it in a browser\n`;
    host.stdout.write(options.on("json") ? `${JSON.stringify(found)}\n` : `${summary(found)}${where}`);
  },
};

function summary(found: Story): string {
  const names = new Map([...found.cast, ...found.places].map(({ id, name }) => [id, name]));
  const spoken = found.quotes.filter((quote) => quote.speaker !== null).length;
  const lines = [
    `${found.source.title ?? "Untitled"}: ${found.scenes.length} scenes, ${found.cast.length} people, ${found.quotes.length} quotes (${spoken} with a speaker)`,
    "Cast",
    ...found.cast
      .slice(0, 20)
      .map(
        (p) => `  ${p.name}  ${[p.role, p.gender, `${p.mentions} mentions`, ...p.aliases].filter(Boolean).join(", ")}`,
      ),
    "Scenes",
    ...found.scenes.map(
      (s) =>
        `  ${s.id}  ${[s.place && names.get(s.place), s.time, s.weather, s.mood].map((fact) => fact ?? "?").join(", ")}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}
