import { describe, expect, it } from "vitest";
import type { Book } from "./book.ts";
import { readHtml } from "./read-html.ts";

const said = (book: Book): string[] => book.blocks.map(({ start, end }) => book.text.slice(start, end));

describe("HTML", () => {
  it("leaves out scripts, styles, menus, forms and what is hidden", () => {
    const book = readHtml(
      "<html><head><title>T</title><script>a()</script><style>b{}</style></head><body><nav>Home</nav><form><button>Send</button></form><p hidden>no</p><p style='display:none'>no</p><div role='banner'>Shop</div><p>Yes.<script>c()</script></p></body></html>",
    );
    expect(said(book)).toEqual(["Yes."]);
    expect(book.title).toBe("T");
  });

  it("keeps to the main part where nearly all of the text stands there, and to no part where it does not", () => {
    const words = "Many words of a long story. ".repeat(20);
    expect(
      said(readHtml(`<body><header>Site</header><main><p>${words}</p></main><footer>Foot</footer></body>`)),
    ).toEqual([words.trim()]);
    expect(said(readHtml(`<body><main><p>Short.</p></main><p>${words}</p></body>`))).toEqual(["Short.", words.trim()]);
  });

  it("takes metadata from its head", () => {
    const book = readHtml(
      '<html lang="fr"><head><title>Page</title><meta name="DC.title" content="La Mer"><meta name="author" content="A. B."><meta name="dc.date" content="1888"></head><p>Bonjour.</p></html>',
    );
    expect([book.title, book.creators, book.language, book.date]).toEqual([
      "La Mer",
      [{ name: "A. B.", role: "aut" }],
      "fr",
      "1888",
    ]);
  });

  it("knows the frame of Project Gutenberg and its header", () => {
    const line = "<p>It was a long day on the quay, and nobody spoke.</p>";
    const book = readHtml(
      `<!DOCTYPE html><html lang="en"><head><title>The Project Gutenberg eBook of The Ship, by Ann Lee</title></head><body><section><h2>The Project Gutenberg eBook of The Ship</h2><p><strong>Title</strong>: The Ship</p><p><strong>Author</strong>: Ann Lee</p><div>*** START OF THE PROJECT GUTENBERG EBOOK THE SHIP ***</div></section><h1>The Ship</h1><h2>CHAPTER I</h2>${line}${line}<h2>CHAPTER II</h2>${line}${line}<div>*** END OF THE PROJECT GUTENBERG EBOOK THE SHIP ***</div><p>Licence.</p></body></html>`,
    );
    expect([book.title, book.creators]).toEqual(["The Ship", [{ name: "Ann Lee", role: "aut" }]]);
    expect(book.chapters.filter(({ matter }) => matter === "body").map(({ title }) => title)).toContain("CHAPTER II");
    expect(book.chapters.at(-1)?.matter).toBe("back");
    expect(book.chapters[0]?.matter).toBe("front");
  });

  it("finds chapters in paragraphs where a page has no headings", () => {
    const line = "<p>It was a long day on the quay, and nobody there had a word to say about the ship.</p>";
    const book = readHtml(`<p><b>Chapter 1</b></p>${line}${line}<p><b>Chapter 2</b></p>${line}${line}`);
    expect(book.chapters.map(({ title }) => title)).toEqual(["Chapter 1", "Chapter 2"]);
  });
});
