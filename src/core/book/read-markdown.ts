import { Marked } from "marked";
import type { Book, Creator } from "./book.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { FrontMatter } from "./front-matter.ts";
import { canonicalLanguage } from "./guess-language.ts";
import { bookOfMarkup, noFacts } from "./markup-book.ts";

/** Reads CommonMark with tables and footnotes; title, author, language and series come from its front matter. */
export function readMarkdown(source: string): Book {
  const { fields, body } = readFrontMatter(source);
  const first = (...names: string[]): string | null => valuesOf(fields, names)[0] ?? null;
  const series = first("series", "belongs-to-collection");
  const facts = {
    ...noFacts,
    title: first("title"),
    creators: [
      ...valuesOf(fields, ["author", "authors", "creator", "by"]).map((name): Creator => ({ name, role: "aut" })),
      ...valuesOf(fields, ["translator"]).map((name): Creator => ({ name, role: "trl" })),
      ...valuesOf(fields, ["illustrator"]).map((name): Creator => ({ name, role: "ill" })),
    ],
    series:
      series === null
        ? null
        : { name: series, number: first("series_index", "series-index", "volume", "group-position") },
    language: canonicalLanguage(first("lang", "language")),
    publisher: first("publisher"),
    date: first("date"),
    identifier: first("identifier", "isbn"),
    subjects: [...valuesOf(fields, ["subjects", "subject", "tags", "keywords"])],
    cover: first("cover-image", "cover"),
  };
  return bookOfMarkup("markdown", markdownReader().parse(body, { async: false }), facts);
}

const valuesOf = (fields: FrontMatter["fields"], names: readonly string[]): readonly string[] =>
  names.map((name) => fields.get(name)).find((values) => values !== undefined) ?? [];

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Footnotes are no part of CommonMark: `[^1]` in the text, `[^1]: …` with indented lines below. */
function markdownReader(): Marked {
  return new Marked({
    gfm: true,
    extensions: [
      {
        name: "footnote",
        level: "block",
        // Asked anew for every paragraph: it must not look further than the paragraph's end.
        start(source) {
          const found = /^\[\^|\n[ \t]*\n/m.exec(source);
          return found?.[0] === "[^" ? found.index : undefined;
        },
        tokenizer(source) {
          const found = /^\[\^([^\]\s]{1,60})\]:[ \t]*([^\n]*(?:\n(?:[ \t]*\n)*(?: {2,}|\t)[^\n]*)*)(?:\n|$)/.exec(
            source,
          );
          if (!found) return undefined;
          const text = (found[2] ?? "").replaceAll(/\n(?: {2,4}|\t)/g, "\n");
          return { type: "footnote", raw: found[0], id: found[1], tokens: this.lexer.blockTokens(text) };
        },
        renderer(token) {
          const id = escaped(String(token["id"]));
          return `<aside epub:type="footnote" id="note-${id}">${this.parser.parse(token.tokens ?? [])}</aside>\n`;
        },
      },
      {
        name: "footnoteReference",
        level: "inline",
        start: (source) => source.indexOf("[^"),
        tokenizer(source) {
          const found = /^\[\^([^\]\s]{1,60})\]/.exec(source);
          return found ? { type: "footnoteReference", raw: found[0], id: found[1] } : undefined;
        },
        renderer(token) {
          const id = escaped(String(token["id"]));
          return `<a epub:type="noteref" href="#note-${encodeURIComponent(String(token["id"]))}">${id}</a>`;
        },
      },
    ],
  });
}
