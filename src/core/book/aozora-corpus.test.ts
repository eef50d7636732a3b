import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Book } from "./book.ts";
import { readAozora } from "./read-aozora.ts";
import { readBook } from "./read-book.ts";

const data = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));
const folder = `${data}aozora-notation/conformance/vectors/`;

interface Vector {
  meta: { level: string };
  source: string;
  expected: { html: string; diagnostics: unknown[] };
}

const vectorOf = (name: string): Vector => JSON.parse(readFileSync(`${folder}${name}/vector.json`, "utf8"));
const names = existsSync(folder) ? readdirSync(folder) : [];

/** What a reader sees in the reference rendering: no hidden notes, no readings, no tags, no white space. */
const visible = (html: string): string =>
  html
    .replaceAll(/<span[^>]* hidden>.*?<\/span>|<rp>.*?<\/rp>|<rt.*?<\/rt>|<[^>]*>|\s/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
const rubies = (html: string): string[] =>
  [...html.matchAll(/<ruby>(.*?)<rp>.*?<rt[^>]*>(.*?)<\/rt>/g)].map(
    ([, base, over]) => `${visible(base ?? "")}=${over}`,
  );
const emphasized = (html: string): string[] =>
  [...html.matchAll(/<(?:em|b)\b[^>]*>(.*?)<\/(?:em|b)>/g)].map(([, inside]) => visible(inside ?? ""));

const marksOf = (book: Book, ...kinds: string[]): string[] =>
  book.marks
    .filter(({ kind }) => kinds.includes(kind))
    .map((mark) => `${book.text.slice(mark.start, mark.end)}${mark.kind === "ruby" ? `=${mark.reading}` : ""}`);

describe.skipIf(names.length === 0)("the conformance vectors of the notation", () => {
  it.each(names.filter((name) => vectorOf(name).meta.level === "must"))(
    "%s has the words, readings, emphasis, pictures and complaints of the reference",
    (name) => {
      const { source, expected } = vectorOf(name);
      const book = readAozora(source);
      expect(book.text.replaceAll(/\s/g, "")).toBe(visible(expected.html));
      expect(marksOf(book, "ruby")).toEqual(rubies(expected.html));
      expect(marksOf(book, "emphasis", "strong")).toEqual(emphasized(expected.html));
      expect(book.images.map(({ href }) => href)).toEqual(
        [...expected.html.matchAll(/<img src="([^"]+)"/g)].map(([, src]) => src),
      );
      expect(book.warnings.length > 0).toBe(expected.diagnostics.length > 0);
    },
  );
});

describe.skipIf(!existsSync(`${data}aozora`))("the works of the corpus", () => {
  const works = existsSync(`${data}aozora`)
    ? readdirSync(`${data}aozora`, { recursive: true, encoding: "utf8" }).filter(
        (name) => name.endsWith(".txt") && name !== "SOURCE.txt",
      )
    : [];

  it.each(works)("%s keeps no sign of the notation, and its readings and credits", async (name) => {
    const result = await readBook(readFileSync(`${data}aozora/${name}`));
    if (!result.ok) throw new Error(result.code);
    const book = result.value;
    expect(book.format).toBe("aozora");
    expect(/.{0,9}(?:［＃|｜|《[^》]*$).{0,9}/m.exec(book.text)?.[0]).toBeUndefined();
    expect(marksOf(book, "ruby").length).toBeGreaterThan(20);
    expect(book.creators.map(({ role }) => role)).toEqual(expect.arrayContaining(["aut", "trc", "pfr"]));
    expect([book.publisher, book.date]).toEqual([expect.any(String), expect.stringMatching(/^\d{4}/)]);
    expect(book.chapters.at(-1)?.matter).toBe("back");
  });

  it.each(works.filter((name) => name.startsWith("sjis/")))("%s is read alike in Shift_JIS and UTF-8", async (name) => {
    const read = async (path: string): Promise<unknown> => {
      const result = await readBook(readFileSync(`${data}aozora/${path}`));
      return result.ok ? { text: result.value.text, marks: result.value.marks } : result;
    };
    expect(await read(name)).toEqual(await read(name.replace("sjis/", "")));
  });
});
