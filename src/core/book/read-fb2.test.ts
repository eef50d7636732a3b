import { describe, expect, it } from "vitest";
import { readFb2 } from "./read-fb2.ts";

const book = readFb2(
  `<?xml version="1.0"?><FictionBook xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><genre>sea</genre><author><first-name>Ann</first-name><middle-name>B.</middle-name><last-name>Lee</last-name></author><translator><nickname>tim</nickname></translator><book-title>The Ship</book-title><annotation><p>Not read.</p></annotation><date value="1999-01-02">1999</date><coverpage><image l:href="#c.png"/></coverpage><lang>en</lang><sequence name="Sea" number="3"/></title-info><publish-info><publisher>House</publisher></publish-info></description>
<body><title><p>The Ship</p></title><epigraph><p>Sea, sea.</p><text-author>Somebody</text-author></epigraph>
<section><title><p>Part One</p></title><section><title><p>Chapter 1</p></title><p>He <emphasis>spoke</emphasis> with Tom on the quay for as long as he could, for once.</p><empty-line/><p>Then night fell.</p><poem><stanza><v>Line one</v><v>Line two</v></stanza></poem></section>
<section><title><p>Chapter 2</p></title><subtitle>* * *</subtitle><p>End of it all, with many more words than a title page would ever have on it, and then some.</p><cite><p>A letter.</p></cite></section></section></body><binary id="c.png">AAAA</binary></FictionBook>`,
);

describe("FictionBook", () => {
  it("keeps sections, poems, epigraphs, citations and breaks apart", () => {
    expect(
      book.blocks.map(
        ({ kind, level, start, end }) => `${kind}${level ?? ""} ${book.text.slice(start, Math.min(end, start + 9))}`,
      ),
    ).toEqual([
      "heading1 The Ship",
      "quote Sea, sea.",
      "quote Somebody",
      "heading2 Part One",
      "heading3 Chapter 1",
      "paragraph He spoke ",
      "break ",
      "paragraph Then nigh",
      "verse Line one",
      "verse Line two",
      "heading3 Chapter 2",
      "break * * *",
      "paragraph End of it",
      "quote A letter.",
    ]);
    expect(book.chapters.map(({ title, level }) => `${level} ${title}`)).toEqual([
      "1 The Ship",
      "1 Part One",
      "2 Chapter 1",
      "2 Chapter 2",
    ]);
  });

  it("takes everything about the book from its description, and no words of it into the text", () => {
    expect(book).toMatchObject({
      title: "The Ship",
      creators: [
        { name: "Ann B. Lee", role: "aut" },
        { name: "tim", role: "trl" },
      ],
      series: { name: "Sea", number: "3" },
      language: "en",
      publisher: "House",
      date: "1999-01-02",
      subjects: ["sea"],
      cover: "c.png",
    });
    expect(book.text).not.toMatch(/Not read|AAAA/);
  });
});
