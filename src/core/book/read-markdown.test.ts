import { describe, expect, it } from "vitest";
import type { Book } from "./book.ts";
import { readMarkdown } from "./read-markdown.ts";
import { textKind } from "./text-kind.ts";

const blocks = (book: Book): string[] =>
  book.blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ""}: ${book.text.slice(start, end)}`);

describe("Markdown", () => {
  it("keeps every kind of block", () => {
    const book = readMarkdown(
      "# The Ship\n\nOne\n---\n\nline one  \nline two\n\n> quoted\n\n1. first\n2. second\n\n***\n\n```\nx  y\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nEnd.\n",
    );
    expect(blocks(book)).toEqual([
      "heading1: The Ship",
      "heading2: One",
      "paragraph: line one\nline two",
      "quote: quoted",
      "list-item: first",
      "list-item: second",
      "break: ",
      "preformatted: x  y",
      "table: a\tb",
      "table: 1\t2",
      "paragraph: End.",
    ]);
  });

  it("reads the lines of a block scalar in the front matter as one", () => {
    const book = readMarkdown("---\ntitle: >-\n  The Long\n  Ship\nauthor: |\n  Ann Lee\nlang: en\n---\nWords.\n");
    expect([book.title, book.creators, book.language]).toEqual([
      "The Long Ship",
      [{ name: "Ann Lee", role: "aut" }],
      "en",
    ]);
  });

  it("reads front matter: plain, quoted and listed values", () => {
    const book = readMarkdown(
      "---\ntitle: 'The Ship: a tale'\nauthor:\n  - Ann Lee\n  - \"Tim Roe\"\nlang: de-AT # Austrian\nseries: Sea\nseries_index: 2\ntags: [sea, ships]\n---\nWords.\n",
    );
    expect(book).toMatchObject({
      title: "The Ship: a tale",
      creators: [{ name: "Ann Lee" }, { name: "Tim Roe" }],
      language: "de-AT",
      series: { name: "Sea", number: "2" },
      subjects: ["sea", "ships"],
      text: "Words.",
    });
  });

  it("is told from plain text by its signs, and not by signs that plain text has too", () => {
    for (const source of ["# A\n\nB c.\n", "---\ntitle: A\n---\nB\n", "See [a](b.html).\n\n**Bold** words.\n"])
      expect(textKind(source), source).toBe("markdown");
    for (const source of [
      "A _b_ c.\n\n* * *\n\nD.\n",
      "# 題\n　雨。\n　風。\n　月。\n　星。\n",
      "Title\n=====\n\nB.\n",
      "- a\n- b\n",
    ])
      expect(textKind(source), source).toBe("plain");
  });

  it("stays plain text where signs are heaped up to make a reader slow", () => {
    for (const heap of [">".repeat(5000), "[".repeat(5000), "*a ".repeat(20_000), "- ".repeat(5000)])
      expect(textKind(`# A\n\nB.\n\n${heap}\n`)).toBe("plain");
  });
});
