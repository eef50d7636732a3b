import { describe, expect, it } from "vitest";
import type { Book } from "./book.ts";
import { readBook } from "./read-book.ts";

async function read(text: string): Promise<Book> {
  const result = await readBook(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const blocks = (book: Book): string[] =>
  book.blocks.map((block) => `${block.kind}: ${book.text.slice(block.start, block.end)}`);
const chapters = (book: Book): string[] =>
  book.chapters.map(({ matter, level, title }) => `${matter} ${level} ${title}`);
const prose =
  "It was a long day, and nobody on the quay had anything to say about the ship\nthat lay in the harbour with her sails down and her lamps out, not even Tom.";

describe("plain text", () => {
  it("[T2] keeps the decoded file as the reading text, without its byte order mark, with its line ends", async () => {
    const book = await read(`\uFEFFChapter One\r\n\r\n${prose.replace("\n", "\r\n")}\r\n`);
    expect(book.text).toBe(`Chapter One\r\n\r\n${prose.replace("\n", "\r\n")}\r\n`);
    expect(blocks(book)).toEqual(["heading: Chapter One", `paragraph: ${prose.replace("\n", "\r\n")}`]);
  });

  it("takes numbers without a word for chapters where they go on from those with one", async () => {
    const titles = ["ADVENTURE I. A BOAT", "ADVENTURE II. A SHIP", "III. THE ADVENTURE OF THE OAR", "IV. THE LAMP"];
    const book = await read(titles.map((title) => `${title}\n\n${prose}\n\n`).join(""));
    expect(chapters(book)).toEqual(titles.map((title) => `body 1 ${title}`));
  });

  it("takes a short first chapter with a number for no title page", async () => {
    const book = await read(`CHAPTER I\n\nRain fell all day.\n\nCHAPTER II\n\n${prose}\n`);
    expect(chapters(book)).toEqual(["body 1 CHAPTER I", "body 1 CHAPTER II"]);
  });

  it("puts a sign in the place of letters for private use, with a warning", async () => {
    const book = await read(`Chapter One\n\n\uE001${prose}\n`);
    expect(book.text).toBe(`Chapter One\n\n\uFFFD${prose}\n`);
    expect(book.warnings.map(({ code }) => code)).toEqual(["letters-private"]);
  });

  it("finds title, author and chapters, with titles on the line below", async () => {
    const book = await read(
      `The Ship\n\nby Ann Lee\n\nCHAPTER I.\n\nThe Quay\n\n${prose}\n\n${prose}\n\nCHAPTER II. THE SEA\n\n${prose}\n`,
    );
    expect([book.title, book.creators, book.language]).toEqual(["The Ship", [{ name: "Ann Lee", role: "aut" }], "en"]);
    expect(chapters(book)).toEqual(["front 1 null", "body 1 CHAPTER I. The Quay", "body 1 CHAPTER II. THE SEA"]);
  });

  it("takes no paragraph that begins with By for the author's line", async () => {
    const book = await read(`The Blue Tin\n\n${prose}\n\nBy noon the house was full.\n\n${prose}\n`);
    expect([book.title, book.creators]).toEqual(["The Blue Tin", []]);
    expect(chapters(book)).toEqual(["front 1 null", "body 1 null"]);
    expect(book.text.slice(book.chapters[1]?.start).startsWith(prose)).toBe(true);
    const signed = await read(`The Blue Tin\n\nBy Ann de la Tour, the Author of “Roe”\n\n${prose}\n`);
    expect(signed.creators.map(({ name }) => name)).toEqual(["Ann de la Tour, the Author of “Roe”"]);
  });

  it("knows many ways to write a heading", async () => {
    for (const heading of [
      "CHAPTER XII",
      "Chapter Twenty-One",
      "CHAPTER THE FIRST",
      "## The Sea",
      "STAVE ONE. Marley’s Ghost",
      "LETTER 4",
      "PROLOGUE",
      "第十二章　海へ",
      "第３話",
      "エピローグ",
      "Erstes Kapitel",
      "3. Kapitel: Die Reise",
      "ZWEITER TEIL",
      "Vorwort",
      "CHAPITRE PREMIER",
      "Deuxième partie",
      "Chapitre II. La mer",
      "CAPÍTULO III",
      "Capítulo primero",
      "Segunda parte",
    ]) {
      expect(blocks(await read(`${heading}\n\n${prose}\n`))[0], heading).toMatch(/^heading: /);
    }
    for (const sentence of [
      "Part one of the plan failed.",
      "Chapter 3 was dull.",
      "I.",
      "Book early, she said.",
      "One night",
      "La segunda parte fue mejor.",
      "Ende gut, alles gut.",
      "Fin. He laughed.",
      "第一章は長かった。",
    ]) {
      expect(blocks(await read(`${sentence}\n\n${prose}\n`))[0], sentence).toMatch(/^paragraph: /);
    }
  });

  it("takes lines of capitals for headings where no chapter is counted and empty lines set them off", async () => {
    const parts = ["THE QUAY", "THE SEA", "HELP!"].map((title) => `${title}\n\n${prose}\n`);
    expect(chapters(await read(`${prose}\n\n\n\n${parts.join("\n\n\n")}`)).map((line) => line.slice(7).trim())).toEqual(
      ["null", "THE QUAY", "THE SEA"],
    );
  });

  it("takes the licence of old texts of Project Gutenberg for front matter", async () => {
    const book = await read(
      `The Project Gutenberg Etext of The Ship, by Ann Lee\n\nPlease read this.\n\n*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*\n\nCHAPTER I\n\n${prose}\n\nCHAPTER II\n\n${prose}\n\nEnd of The Project Gutenberg Etext of The Ship\n`,
    );
    expect([book.title, book.creators[0]?.name]).toEqual(["The Ship", "Ann Lee"]);
    expect(book.chapters.map(({ matter }) => matter)).toEqual(["front", "body", "body", "back"]);
  });

  it("takes bare numbers for headings only when they count up", async () => {
    expect(chapters(await read(`I.\n\n${prose}\n\nII.\n\n${prose}\n\nIII.\n\n${prose}\n`))).toEqual([
      "body 1 I.",
      "body 1 II.",
      "body 1 III.",
    ]);
    expect(chapters(await read(`${prose}\n\n1984\n\n${prose}\n`))).toHaveLength(1);
    expect(chapters(await read(`[ 1 ]\n\n${prose}\n\n[ 2 ]\n\n${prose}\n`))).toEqual(["body 1 [ 1 ]", "body 1 [ 2 ]"]);
    expect(chapters(await read(`${prose}\n\n[1]\n\n${prose}\n\n[2]\n\n${prose}\n`))).toHaveLength(1);
  });

  it("does not take a table of contents for chapters", async () => {
    const book = await read(`The Ship\n\nCHAPTER I\n\nCHAPTER II\n\nCHAPTER I\n\n${prose}\n\nCHAPTER II\n\n${prose}\n`);
    expect(chapters(book)).toEqual(["front 1 null", "front 1 null", "body 1 CHAPTER I", "body 1 CHAPTER II"]);
  });

  it("orders parts above chapters", async () => {
    expect(
      chapters(await read(`PART ONE\n\nCHAPTER I\n\n${prose}\n\nPART TWO\n\nCHAPTER II\n\n${prose}\n`)).filter((line) =>
        / 2 /.test(line),
      ),
    ).toEqual(["body 2 CHAPTER I", "body 2 CHAPTER II"]);
  });

  it("takes the frame of Project Gutenberg for front and back matter and its header for metadata", async () => {
    const book = await read(
      `The Project Gutenberg eBook of The Ship\n\nTitle: The Ship\n        or, the Sea\n\nAuthor: Ann Lee\n\nTranslator: Tim Roe\n\nLanguage: English\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE SHIP ***\n\nCHAPTER I\n\n${prose}\n\nCHAPTER II\n\n${prose}\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE SHIP ***\n\nSection 1. General Terms of Use\n\n${prose}\n`,
    );
    expect([book.title, book.language, book.creators.map(({ role }) => role)]).toEqual([
      "The Ship or, the Sea",
      "en",
      ["aut", "trl"],
    ]);
    expect(book.chapters.map(({ matter }) => matter)).toEqual(["front", "body", "body", "back"]);
  });

  it("tells verse, quotes, captions and breaks from paragraphs", async () => {
    const verse = "  Twinkle, twinkle,\n  little bat,";
    const quote = prose.replaceAll(/^/gm, "    ");
    const book = await read(
      `${prose}\n\n${verse}\n\n${quote}\n\n[Illustration: a bat]\n\n      *      *      *\n\n${prose}\n`,
    );
    expect(book.blocks.map(({ kind }) => kind)).toEqual([
      "paragraph",
      "verse",
      "quote",
      "caption",
      "break",
      "paragraph",
    ]);
  });

  it("takes each line for a paragraph where lines are not wrapped", async () => {
    const long = prose.replace("\n", " ");
    expect((await read(`${long}\n${long}\n${long}`)).blocks).toHaveLength(3);
    expect((await read("　雨が降る。\n　風が吹く。\n")).blocks).toHaveLength(2);
  });

  it("marks _emphasis_ between its signs and leaves names_like_this alone", async () => {
    const book = await read("He said _never_ to file_name_x, *never*.\n");
    expect(book.marks.map((mark) => book.text.slice(mark.start, mark.end))).toEqual(["never", "never"]);
  });

  it("guesses the language and reads Japanese from right to left", async () => {
    expect(await read("雨が降る。風が吹く。\n")).toMatchObject({ language: "ja", direction: "rtl", format: "text" });
    expect(await read("Ĉu vi parolas Esperanton? Jes, iomete.\n")).toMatchObject({ language: null, direction: "ltr" });
  });
});
