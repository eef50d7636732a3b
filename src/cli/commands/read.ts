import type { Book } from "../../core/book/book.ts";
import { namesBesideTitle } from "../../core/book/credits.ts";
import { readBook } from "../../core/book/read-book.ts";
import { Refused, unwrap } from "../../core/text/result.ts";
import { type Command, shared } from "../command.ts";
import { readInput } from "../input.ts";

export const read: Command = {
  name: "read",
  summary: "Show what a book holds: title, chapters, text",
  usage: "<book> [--json]",
  takes: "books",
  options: { json: shared.json },
  examples: ["fabula read alice.epub", "fabula read alice.epub --json > alice.json"],
  async run(options, host) {
    const [path, ...more] = options.files;
    if (path === undefined || more.length > 0) throw new Refused("usage", "Name one book: fabula read <book>");
    const book = unwrap(await readBook(await readInput(host.folder, path)));
    if (options.on("json")) {
      // The line end apart: a long book's text is not copied once more for it.
      host.stdout.write(JSON.stringify(book));
      return host.stdout.write("\n");
    }
    const by = namesBesideTitle(book).join(", ");
    const lines = [
      `${book.title ?? "Untitled"}${by ? ` by ${by}` : ""}`,
      `${book.format}, ${book.language ?? "language unknown"}, ${book.direction}, ${book.text.length.toLocaleString("en")} characters`,
      ...chapterLines(book),
      ...book.warnings.map((warning) => `  ! ${warning.code}: ${warning.message}`),
    ];
    host.stdout.write(`${lines.join("\n")}\n`);
  },
};

/** The chapters with the numbers that `make --chapters` goes by; what is told of no chapter has a dot. */
function chapterLines({ chapters }: Book): string[] {
  const body = chapters.filter(({ matter }) => matter === "body");
  const width = String(body.length).length;
  return chapters.map((chapter) => {
    const number = chapter.matter === "body" ? String(body.indexOf(chapter) + 1) : "·";
    const size = (chapter.end - chapter.start).toLocaleString("en");
    return `  ${number.padStart(width)} ${chapter.title ?? "(no title)"}  ${size}`;
  });
}
