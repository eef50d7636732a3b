import { describe, expect, it } from "vitest";
import { readMade } from "../../../test/epub-fixture.ts";
import type { Book, Span } from "./book.ts";

const page = (body: string): Promise<Book> => readMade({ pages: { "one.xhtml": body } });
const cut = (book: Book, { start, end }: Span): string => book.text.slice(start, end);
const codes = (book: Book): string[] => book.warnings.map(({ code }) => code);
/** A book of one page that is written out whole. */
const document = (source: string | Uint8Array): Promise<Book> =>
  readMade({ pages: { "one.xhtml": "" }, files: { "OEBPS/one.xhtml": source } });
const inBytes = (text: string): Uint8Array => new Uint8Array(Array.from(text, (letter) => letter.charCodeAt(0)));

describe("the order of pages", () => {
  const pages = { "one.xhtml": "<p>One.</p>" };

  it("reads pages that are not linear", async () => {
    const book = await readMade({
      pages,
      items: '<item id="n" href="n.xhtml" media-type="application/xhtml+xml"/>',
      refs: '<itemref idref="n" linear="no"/>',
      files: { "OEBPS/n.xhtml": "<p>Aside.</p>" },
    });
    expect(book.text).toBe("One.\n\nAside.");
  });

  it("reads a page again that the spine names again, and leads to the first", async () => {
    const nav =
      '<ol><li><a href="one.xhtml">1</a></li><li><a href="two.xhtml">2</a></li><li><a href="one.xhtml">3</a></li></ol>';
    const book = await readMade({
      pages: { ...pages, "two.xhtml": "<p>Two.</p>" },
      refs: '<itemref idref="p0"/>',
      nav,
    });
    expect(book.text).toBe("One.\n\nTwo.\n\nOne.");
    expect(book.chapters.map(({ start }) => start)).toEqual([0, 6]);
  });

  it("does not follow a spine that comes back without end", async () => {
    const book = await readMade({ pages, refs: '<itemref idref="p0"/>'.repeat(20_000) });
    expect(book.text.length).toBeLessThan(1000);
    expect(codes(book)).toEqual(["spine-broken"]);
  });

  it("takes the page that stands in for a part of another kind, through a chain, and ends a chain that goes round", async () => {
    const items =
      '<item id="a" href="a.json" media-type="application/json" fallback="b"/><item id="b" href="b.pdf" media-type="application/pdf" fallback="c"/><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/><item id="x" href="x.json" media-type="application/json" fallback="y"/><item id="y" href="y.json" media-type="application/json" fallback="x"/>';
    const book = await readMade({
      pages,
      items,
      refs: '<itemref idref="a"/><itemref idref="x"/>',
      files: { "OEBPS/a.json": "{}", "OEBPS/c.xhtml": "<p>For you.</p>", "OEBPS/x.json": '{"x":1}' },
    });
    expect(book.text).toBe("One.\n\nFor you.");
    expect(codes(book)).toEqual(["part-skipped"]);
  });

  it("reads the words of drawings in the spine, and lists the drawings", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg"><title>A crane</title><style>text{}</style><text><tspan x="1">Once</tspan><tspan x="1">up</tspan><tspan>on</tspan></text><text>a time</text><path d="M0 0"/></svg>';
    const book = await readMade({
      pages: {},
      items: '<item id="s" href="s.svg" media-type="image/svg+xml"/>',
      refs: '<itemref idref="s"/>',
      files: { "OEBPS/s.svg": svg },
    });
    expect(book.text).toBe("Once upon\n\na time");
    expect(book.images).toEqual([{ id: "i1", href: "OEBPS/s.svg", alt: "A crane", at: 0 }]);
  });

  it("tells a book of pictures by what stands for them", async () => {
    const book = await readMade({
      pages: { "a.xhtml": '<img src="1.png" alt="The sea at night"/>', "b.xhtml": '<img src="2.png" alt=""/>' },
      files: { "OEBPS/1.png": "", "OEBPS/2.png": "" },
    });
    expect(book.blocks.map((block) => `${block.kind}: ${cut(book, block)}`)).toEqual(["caption: The sea at night"]);
    expect(book.images.map(({ at }) => at)).toEqual([0, 16]);
  });

  it("takes the pages in the order of the manifest where the spine leads nowhere", async () => {
    const files = {
      "OEBPS/book.opf":
        '<package><manifest><item id="a" href="one.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="gone"/></spine></package>',
    };
    const book = await readMade({ pages, files });
    expect(book.text).toBe("One.");
    expect(codes(book)).toEqual(["spine-broken", "spine-broken"]);
  });

  it("reads a page whose media type is wrong, with a warning", async () => {
    const book = await readMade({
      pages,
      items: '<item id="w" href="w.bin" media-type="application/octet-stream"/>',
      refs: '<itemref idref="w"/>',
      files: { "OEBPS/w.bin": "<html><body><p>Here.</p></body></html>" },
    });
    expect(book.text).toBe("One.\n\nHere.");
    expect(book.warnings.map(({ message }) => message)).toEqual([
      "OEBPS/w.bin is read as a page, although the book calls it “application/octet-stream”.",
    ]);
  });

  it("takes the first of several renditions", async () => {
    const container =
      '<container><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/><rootfile full-path="other.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';
    expect(
      (await readMade({ pages, files: { "META-INF/container.xml": container, "other.opf": "<package/>" } })).text,
    ).toBe("One.");
  });
});

describe("names of parts", () => {
  it("finds names in other alphabets, with signs and percent signs, above the root, and from the root", async () => {
    const hrefs: [string, string][] = [
      ["目次 1.xhtml", "OEBPS/目次 1.xhtml"],
      ["caf%C3%A9.xhtml", "OEBPS/cafe\u0301.xhtml"],
      ["a&amp;b+c.xhtml", "OEBPS/a&b+c.xhtml"],
      ["50%.xhtml", "OEBPS/50%.xhtml"],
      ["../../../up.xhtml", "up.xhtml"],
      ["/root.xhtml", "root.xhtml"],
      ["UPPER.XHTML", "OEBPS/upper.xhtml"],
    ];
    const book = await readMade({
      pages: {},
      items: hrefs.map(([href], i) => `<item id="h${i}" href="${href}" media-type="application/xhtml+xml"/>`).join(""),
      refs: hrefs.map((_, i) => `<itemref idref=" h${i} "/>`).join(""),
      files: Object.fromEntries(hrefs.map(([, name], i) => [name, `<p>Page ${i}.</p>`])),
    });
    expect(book.text).toBe(hrefs.map((_, i) => `Page ${i}.`).join("\n\n"));
    expect(book.warnings).toEqual([]);
  });
});

describe("markup of every kind", () => {
  it("puts in the entities that a page defines, and no others", async () => {
    const source =
      '<?xml version="1.0"?><!DOCTYPE html [<!-- ]> --><!ENTITY who "Ann"><!ENTITY line "said &who; &lt;so&gt;"><!ENTITY far SYSTEM "far.txt"><!ENTITY amp "x">]><html><body><p>&line; &amp; &far;&nbsp;&none;</p></body></html>';
    expect((await document(source)).text).toBe("said Ann <so> & &far;\u00A0&none;");
  });

  it("reads pages whose elements have a prefix", async () => {
    const source =
      '<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns:s="http://www.w3.org/2000/svg"><h:head><h:title>No</h:title></h:head><h:body><h:p>Yes.</h:p><s:svg><s:text>Drawn.</s:text></s:svg></h:body></h:html>';
    expect((await document(source)).text).toBe("Yes.\n\nDrawn.");
  });

  it("reads the encodings that pages declare", async () => {
    const declared = (name: string): string => `<?xml version="1.0" encoding="${name}"?><p>`;
    expect((await document(inBytes(`${declared("windows-1252")}\u0093caf\u00E9\u0094`))).text).toBe("“café”");
    expect((await document(inBytes(`${declared("Shift_JIS")}\u0089J`))).text).toBe("雨");
    expect((await document(inBytes(`${declared("EUC-JP")}\u00b1\u00ab`))).text).toBe("雨");
    expect((await document(inBytes(`${declared("ISO-8859-2")}\u00b3`))).text).toBe("ł");
    expect((await document(inBytes(`\u00EF\u00BB\u00BF${declared("utf-8")}\u00e9\u009b\u00a8`))).text).toBe("雨");
  });

  it("reads UTF-16 without a mark, and what does not keep to its encoding with a warning", async () => {
    const wide = "<html><body><p>Ann said so, and that was that.</p></body></html>";
    const units = Array.from(wide, (letter) => letter.charCodeAt(0));
    expect((await document(new Uint8Array(units.flatMap((unit) => [unit, 0])))).text).toBe(
      "Ann said so, and that was that.",
    );
    const book = await document(inBytes("<html><body><p>She said \u0093caf\u00E9\u0094.</p></body></html>"));
    expect(book.text).toBe("She said “café”.");
    expect(codes(book)).toEqual(["letters-damaged"]);
  });

  it("reads formulas by their alternative text", async () => {
    expect((await page('<p>Let <math alttext="x squared"><msup><mi>x</mi><mn>2</mn></msup></math> be.</p>')).text).toBe(
      "Let x squared be.",
    );
    expect(
      (await page("<p>Let <math><semantics><mi>y</mi><annotation>why</annotation></semantics></math> be.</p>")).text,
    ).toBe("Let y be.");
  });

  it("shows the default of a switch and keeps its cases apart", async () => {
    const book = await page(
      '<p>a</p><epub:switch id="s"><epub:case required-namespace="x"><p>case</p></epub:case><epub:default><p>default</p></epub:default></epub:switch>',
    );
    expect(book.blocks.map((block) => `${block.kind}: ${cut(book, block)}`)).toEqual([
      "paragraph: a",
      "hidden: case",
      "paragraph: default",
    ]);
  });

  it("reads a page of DTBook with its levels, notes, verse and page numbers", async () => {
    const source =
      '<dtbook><book><frontmatter><doctitle>A Book</doctitle></frontmatter><bodymatter><level1><h1>One</h1><pagenum id="p7">7</pagenum><p>Said<noteref idref="#n1">1</noteref>.</p><note id="n1"><p>By whom?</p></note><linegroup><line>so</line><line>so</line></linegroup></level1></bodymatter></book></dtbook>';
    const book = await readMade({
      pages: {},
      items: '<item id="d" href="d.xml" media-type="application/x-dtbook+xml"/>',
      refs: '<itemref idref="d"/>',
      files: { "OEBPS/d.xml": source },
    });
    expect(book.blocks.map((block) => `${block.kind}: ${cut(book, block)}`)).toEqual([
      "heading: A Book",
      "heading: One",
      "hidden: 7",
      "paragraph: Said1.",
      "paragraph: By whom?",
      "verse: so",
      "verse: so",
    ]);
    expect(book.notes.map((note) => cut(book, note))).toEqual(["By whom?"]);
    expect(book.pages).toEqual([{ label: "7", at: 13 }]);
    expect(book.chapters.map(({ matter }) => matter)).toEqual(["front", "body"]);
  });

  it("says where markup is broken, and reads on", async () => {
    const book = await document("<html>\n<body>\n<p>One <b>two</p>\n<p>Three<br/><a id='x'/></p></body></html>");
    expect(book.text).toBe("One two\n\nThree");
    expect(book.warnings).toEqual([{ code: "markup-broken", message: "OEBPS/one.xhtml, line 3: <b> is not closed." }]);
    const closed = await document("<html><body><p>One<div>Two</div>Three</p></body></html>");
    expect([closed.text, closed.warnings]).toEqual(["One\n\nTwo\n\nThree", []]);
  });

  it("reads a page without a tag", async () => {
    expect((await document("Only words.")).text).toBe("Only words.");
  });

  it("leaves out a page that is something else", async () => {
    const book = await readMade({
      pages: { "one.xhtml": "<p>One.</p>", "two.xhtml": "" },
      files: { "OEBPS/two.xhtml": inBytes("\u0089PNG\r\n\u001a\n") },
    });
    expect(book.warnings.map(({ message }) => message)).toEqual(["OEBPS/two.xhtml is no page of text but PNG image."]);
  });
});

describe("pages of the printed edition", () => {
  const pages = {
    "one.xhtml": '<p>a<span epub:type="pagebreak" id="p1" title="i"/>b</p>',
    "two.xhtml": '<p><span role="doc-pagebreak" id="p2" aria-label="ii"/>c</p>',
  };

  it("come from the marks in the text", async () => {
    expect((await readMade({ pages })).pages).toEqual([
      { label: "i", at: 1 },
      { label: "ii", at: 4 },
    ]);
  });

  it("come from the list of pages where there is one", async () => {
    const pageList =
      '<ol><li><a href="one.xhtml#p1">I</a></li><li><a href="two.xhtml#p2">II</a></li><li><a href="gone.xhtml">III</a></li></ol>';
    expect((await readMade({ pages, nav: "<ol/>", pageList })).pages).toEqual([
      { label: "I", at: 1 },
      { label: "II", at: 4 },
    ]);
  });

  it("come from the NCX of an EPUB 2", async () => {
    const ncx =
      '</navMap><pageList><pageTarget value="5"><navLabel><text>Page 5</text></navLabel><content src="two.xhtml#p2"/></pageTarget></pageList><navMap>';
    expect((await readMade({ pages, ncx })).pages).toEqual([{ label: "Page 5", at: 4 }]);
  });
});
