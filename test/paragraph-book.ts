import type { Block, Book } from "../src/core/book/book.ts";

/** A book of one body chapter made from paragraphs, for tests: `* * *` is a scene break. */
export function bookOf(paragraphs: readonly string[], language: string | null = "en"): Book {
  const blocks: Block[] = [];
  let text = "";
  for (const paragraph of paragraphs) {
    if (text !== "") text += "\n\n";
    blocks.push({
      kind: paragraph === "* * *" ? "break" : "paragraph",
      level: null,
      start: text.length,
      end: text.length + paragraph.length,
    });
    text += paragraph;
  }
  return {
    version: 1,
    format: "text",
    title: null,
    creators: [],
    series: null,
    language,
    direction: language === "ja" ? "rtl" : "ltr",
    identifier: null,
    publisher: null,
    date: null,
    subjects: [],
    cover: null,
    text,
    chapters: [{ id: "c1", title: null, level: 1, matter: "body", start: 0, end: text.length }],
    blocks,
    marks: [],
    images: [],
    notes: [],
    pages: [],
    warnings: [],
  };
}
