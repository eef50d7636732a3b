import { describe, expect, it } from "vitest";
import { readMade } from "../../../test/epub-fixture.ts";
import type { Book, Span } from "./book.ts";

const page = (body: string): Promise<Book> => readMade({ pages: { "one.xhtml": body } });
const cut = (book: Book, { start, end }: Span): string => book.text.slice(start, end);
const blocks = (book: Book): string[] => book.blocks.map((block) => `${block.kind}: ${cut(book, block)}`);
const marks = (book: Book): string[] => book.marks.map((mark) => `${mark.kind}: ${cut(book, mark)}`);

describe("text of an EPUB page", () => {
  it("folds white space as CSS does, across inline tags", async () => {
    const book = await page("<p>\n  One\n  <em> two</em>\t<b>three </b> four<span/>five\n</p>");
    expect(book.text).toBe("One two three fourfive");
    expect(marks(book)).toEqual(["emphasis: two", "strong: three"]);
  });

  it("makes nothing of a line feed between two Japanese letters, and a space of one between words", async () => {
    expect((await page("<p>雨が\n  降る。\nThe rain\nfalls.</p>")).text).toBe("雨が降る。 The rain falls.");
  });

  it("separates blocks by an empty line and keeps text that stands beside them", async () => {
    const book = await page("<div>loose <p>first</p> between <p>second</p></div>");
    expect(book.text).toBe("loose\n\nfirst\n\nbetween\n\nsecond");
  });

  it("reads what is not well-formed: open tags, HTML entities, empty anchors and titles", async () => {
    expect((await page('<p>a<a id="x"/>b&nbsp;&hellip;<p>c<br>d')).text).toBe("ab\u00A0…\n\nc\nd");
  });

  it("takes <br></br> for one line break, and two breaks for the end of a paragraph", async () => {
    expect((await page("<p>a<br></br>b</p><p>c<br/> <br/>d</p>")).text).toBe("a\nb\n\nc\n\nd");
  });

  it("takes Japanese lines that end as sentences for paragraphs", async () => {
    const book = await page("<div>「おい」<br/>　返事がない。<br/>「誰だ」</div>");
    expect(blocks(book)).toEqual(["paragraph: 「おい」", "paragraph: 　返事がない。", "paragraph: 「誰だ」"]);
  });

  it("knows the kinds of blocks", async () => {
    const book = await page(
      "<h2>One</h2><p>a</p><blockquote><p>b</p></blockquote><ul><li>c</li><li><p>d</p></li></ul><pre>e\n  f</pre><figure><figcaption>g</figcaption></figure>",
    );
    expect(blocks(book)).toEqual([
      "heading: One",
      "paragraph: a",
      "quote: b",
      "list-item: c",
      "list-item: d",
      "preformatted: e\n  f",
      "caption: g",
    ]);
    expect(book.blocks[0]?.level).toBe(2);
    expect(book.text).toContain("c\nd\n\ne");
  });

  it("joins the cells of a row by tabs and follows rows without an empty line", async () => {
    const book = await page(
      "<table><tr><th>Name</th><th>Age</th></tr>\n<tr><td><p>Ann</p></td><td>9</td></tr></table>",
    );
    expect(book.text).toBe("Name\tAge\nAnn\t9");
    expect(blocks(book)[1]).toBe("table: Ann\t9");
  });

  it("keeps the lines of verse", async () => {
    const book = await page(
      '<blockquote epub:type="z3998:verse"><p><span>One,</span><br/>\n<span>two.</span></p></blockquote><div class="poem"><div>three</div><div>four</div></div>',
    );
    expect(blocks(book)).toEqual(["verse: One,\ntwo.", "verse: three", "verse: four"]);
    expect(book.text.endsWith("three\nfour")).toBe(true);
  });

  it("makes a break of a rule, of a line of ornaments, and one of both together", async () => {
    const book = await page('<p>a</p><hr/><p>b</p><p>* * *</p><p>c</p><p class="scene-break"/><p>＊　＊</p><p>……</p>');
    expect(book.blocks.map(({ kind }) => kind)).toEqual([
      "paragraph",
      "break",
      "paragraph",
      "break",
      "paragraph",
      "break",
      "paragraph",
    ]);
  });

  it("leaves out scripts and styles, and keeps hidden words and the numbers of printed pages apart", async () => {
    const book = await page(
      '<style>x</style><p>a<script>y</script></p><p style="display: none">z</p><ul hidden=""><li>z<hr/></li></ul><p><span epub:type="pagebreak" id="p9">9</span>b <i hidden="">h</i>c</p>',
    );
    expect(blocks(book)).toEqual([
      "paragraph: a",
      "hidden: z",
      "hidden: z",
      "paragraph: b c",
      "hidden: 9",
      "hidden: h",
    ]);
  });

  it("takes invisible joiners out of the text", async () => {
    expect((await page("<p>wait\u2060—what</p>")).text).toBe("wait—what");
  });
});

describe("ruby", () => {
  const ruby = async (markup: string): Promise<[string, string[]]> => {
    const book = await page(`<p>${markup}</p>`);
    return [
      book.text,
      book.marks.map((mark) => `${cut(book, mark)}=${mark.kind === "ruby" ? mark.reading : mark.kind}`),
    ];
  };

  it("keeps the base in the text and the reading in a mark", async () => {
    expect(await ruby("<ruby>下人<rp>(</rp><rt>げにん</rt><rp>)</rp></ruby>が")).toEqual(["下人が", ["下人=げにん"]]);
  });

  it("pairs readings that follow their letters one by one", async () => {
    expect(await ruby("<ruby>漢<rt>かん<rp>・</rp>字<rt>じ</ruby>")).toEqual(["漢字", ["漢=かん", "字=じ"]]);
  });

  it("pairs a row of bases with a row of readings", async () => {
    expect(await ruby("<ruby><rb>漢</rb><rb>字</rb><rt>かん</rt><rt>じ</rt></ruby>")).toEqual([
      "漢字",
      ["漢=かん", "字=じ"],
    ]);
  });
});

describe("languages, links, pictures and notes", () => {
  it("marks another language than the book's, and no variant of the same", async () => {
    const book = await page('<p xml:lang="en-GB">He said <i lang="fr">adieu</i>.</p><p lang="la">Requiescat.</p>');
    expect(marks(book)).toEqual(["emphasis: adieu", "language: adieu", "language: Requiescat."]);
  });

  it("lists pictures with their alternative text and place, SVG covers too", async () => {
    const book = await readMade({
      pages: {
        "one.xhtml":
          '<p>a</p><svg><title>Cover</title><image xlink:href="img/c.jpg"/></svg><p>b<img src="../art/d%20e.png" alt="A map"/>c</p>',
      },
      files: { "OEBPS/img/c.jpg": "", "art/d e.png": "" },
    });
    expect(book.images).toEqual([
      { id: "i1", href: "OEBPS/img/c.jpg", alt: "Cover", at: 3 },
      { id: "i2", href: "art/d e.png", alt: "A map", at: 4 },
    ]);
  });

  it("never follows a picture out of the book, and says what is not there", async () => {
    const book = await page('<p>a<img src="https://example.org/x.png"/><img src="../../../etc/x.png"/></p>');
    expect(book.images).toEqual([]);
    expect(book.warnings.map(({ message }) => message)).toEqual([
      "Pictures are not in the file (1), first etc/x.png on OEBPS/one.xhtml.",
      "Pictures outside of the book were not fetched (1), first https://example.org/x.png",
    ]);
  });

  it("binds a footnote to its sign, which stays in the text with a mark", async () => {
    const book = await page(
      '<p>Whale<a epub:type="noteref" href="#n">1</a>.</p><aside epub:type="footnote" id="n"><p>A fish.</p><p>Or not.</p></aside><p>End.</p>',
    );
    expect(book.notes.map((note) => [note.id, note.at, cut(book, note)])).toEqual([["n1", 5, "A fish.\n\nOr not."]]);
    expect(book.marks).toEqual([{ kind: "note-reference", note: "n1", start: 5, end: 6 }]);
  });

  it("finds notes that only look like notes, and takes no link back for one", async () => {
    const book = await readMade({
      pages: {
        "a.xhtml": '<p id="r">Whale <a href="b.xhtml#f"><sup>[1]</sup></a></p>',
        "b.xhtml": '<div><p><a id="f" href="a.xhtml#r">[1]</a> A fish.</p></div>',
      },
    });
    expect(book.notes.map((note) => cut(book, note))).toEqual(["[1] A fish."]);
  });
});

describe("package and chapters", () => {
  const pages = {
    "cover.xhtml": "<p>A Test</p>",
    "c1.xhtml": "<h1>One</h1><p>First.</p>",
    "c2.xhtml": '<h1 id="two">Two</h1><p>Second.</p><h2 id="three">Three</h2><p>Third.</p>',
  };
  const titles = (book: Book): string[] =>
    book.chapters.map(
      ({ matter, level, title, ...span }) =>
        `${matter} ${level} ${title}: ${cut(book, span).trim().replaceAll(/\n+/g, "|")}`,
    );
  const expected = [
    "front 1 null: A Test",
    "body 1 One: One|First.",
    "body 1 Two: Two|Second.",
    "body 2 Three: Three|Third.",
  ];

  it("takes chapters from the navigation document", async () => {
    const nav =
      '<ol><li><a href="c1.xhtml">One</a></li><li><a href="c2.xhtml#two">Two</a><ol><li><a href="c2.xhtml#three">Three</a></li></ol></li></ol>';
    expect(titles(await readMade({ pages, nav }))).toEqual(expected);
  });

  it("takes chapters from the NCX of an EPUB 2", async () => {
    const point = (title: string, href: string, inside = ""): string =>
      `<navPoint><navLabel><text>${title}</text></navLabel><content src="${href}"/>${inside}</navPoint>`;
    const ncx = point("One", "c1.xhtml") + point("Two", "c2.xhtml", point("Three", "c2.xhtml#three"));
    expect(titles(await readMade({ pages, ncx }))).toEqual(expected);
  });

  it("takes chapters from headings where there is no table of contents", async () => {
    expect(titles(await readMade({ pages }))).toEqual([
      "front 1 null: A Test",
      "body 1 One: One|First.",
      "body 1 Two: Two|Second.|Three|Third.",
    ]);
  });

  it("takes each page for a chapter where there are no headings either", async () => {
    expect(
      titles(await readMade({ pages: { "a.xhtml": "<p>“Yes,” said Ann.</p>", "b.xhtml": "<p>No.</p>" } })),
    ).toEqual(["body 1 null: “Yes,” said Ann.", "body 1 null: No."]);
  });

  it("tells front, body and back matter by type, landmarks and guide", async () => {
    const body = {
      "t.xhtml": '<section epub:type="titlepage"><p>T</p></section>',
      "d.xhtml": "<p>For you.</p>",
      "c.xhtml":
        '<section epub:type="chapter"><h1>One</h1><blockquote epub:type="epigraph"><p>Q</p></blockquote><p>x</p></section>',
      "n.xhtml": '<section epub:type="endnotes"><p>N</p></section>',
    };
    const expectedMatter = ["front T", "front For you.", "body One", "back N"];
    const found = (book: Book): string[] =>
      book.chapters.map((chapter) => `${chapter.matter} ${cut(book, chapter).split("\n")[0] ?? ""}`);
    const guide = '<guide><reference type="dedication" href="d.xhtml"/></guide>';
    const nav =
      '<ol><li><a href="t.xhtml">T</a></li><li><a href="d.xhtml">D</a></li><li><a href="c.xhtml">One</a></li></ol>';
    expect(found(await readMade({ pages: body, guide, nav }))).toEqual(expectedMatter);
    expect(
      found(
        await readMade({
          pages: body,
          nav,
          landmarks: '<ol><li><a epub:type="dedication" href="d.xhtml">D</a></li></ol>',
        }),
      ),
    ).toEqual(expectedMatter);
  });

  it("reads metadata of EPUB 3 and EPUB 2", async () => {
    const three = await readMade({
      pages,
      metadata:
        '<dc:identifier>x</dc:identifier><dc:identifier id="id">urn:isbn:1</dc:identifier><dc:title id="s">Sub</dc:title><dc:title id="m">Main</dc:title><meta refines="#m" property="title-type">main</meta><dc:creator id="a">Ann</dc:creator><meta refines="#a" property="role">ann</meta><meta refines="#a" property="role">aut</meta><dc:contributor id="b">Bob</dc:contributor><meta refines="#b" property="role">bkp</meta><dc:language>ja-jp</dc:language><dc:subject>Whales</dc:subject>',
    });
    expect(three).toMatchObject({
      title: "Main",
      creators: [{ name: "Ann", role: "aut" }],
      identifier: "urn:isbn:1",
      language: "ja-JP",
      subjects: ["Whales"],
    });
    const two = await readMade({
      pages,
      metadata:
        '<dc:creator opf:role="aut">Ann</dc:creator><dc:contributor opf:role="trl">Tim</dc:contributor><dc:publisher>P</dc:publisher><dc:date>1890</dc:date>',
    });
    expect(two).toMatchObject({
      title: null,
      creators: [
        { name: "Ann", role: "aut" },
        { name: "Tim", role: "trl" },
      ],
      publisher: "P",
      date: "1890",
    });
  });

  it("reads right to left where the book says so, and where Japanese runs vertically", async () => {
    expect((await readMade({ pages, spine: 'page-progression-direction="rtl"' })).direction).toBe("rtl");
    expect((await readMade({ pages })).direction).toBe("ltr");
    const metadata = "<dc:language>ja</dc:language>";
    expect((await readMade({ pages, metadata })).direction).toBe("ltr");
    expect(
      (await readMade({ pages, metadata: `${metadata}<meta name="primary-writing-mode" content="vertical-rl"/>` }))
        .direction,
    ).toBe("rtl");
  });

  it("finds pages whose names have other letters than the reference, and warns of those that are missing", async () => {
    const files = {
      "OEBPS/second page.xhtml": null,
      "OEBPS/Second Page.xhtml": "<p>Found.</p>",
      "OEBPS/gone.xhtml": null,
    };
    const book = await readMade({
      pages: { "one.xhtml": "<p>a</p>", "second page.xhtml": "", "gone.xhtml": "" },
      files,
    });
    expect(book.text).toBe("a\n\nFound.");
    expect(book.warnings.map(({ code }) => code)).toEqual(["part-missing"]);
  });

  it("reads pages in other encodings", async () => {
    const declared = '<?xml version="1.0" encoding="iso-8859-1"?><p>caf\u00E9</p>';
    const latin = new Uint8Array(Array.from(declared, (letter) => letter.charCodeAt(0)));
    const units = Array.from("\uFEFF<p>雨</p>", (letter) => letter.charCodeAt(0));
    const utf16 = new Uint8Array(units.flatMap((unit) => [unit & 255, unit >> 8]));
    expect(
      (
        await readMade({
          pages: { "a.xhtml": "", "b.xhtml": "" },
          files: { "OEBPS/a.xhtml": latin, "OEBPS/b.xhtml": utf16 },
        })
      ).text,
    ).toBe("café\n\n雨");
  });

  it("reads a book whose container is missing, with a warning", async () => {
    const book = await readMade({ pages, files: { "META-INF/container.xml": null } });
    expect(book.warnings.map(({ code }) => code)).toEqual(["container-broken"]);
    expect(book.chapters.length).toBe(3);
  });
});
