import { docxParagraph, docxRun, makeDocx } from "./docx-fixture.ts";
import { makeEpub, makeZip } from "./epub-fixture.ts";

/** A chapter as a test thinks of it. Each paragraph's first word is set off; letters have no meaning in any markup. */
export interface PlainChapter {
  title: string;
  paragraphs: readonly string[];
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Writes a paragraph with its first word between two tags. */
const setOff = (paragraph: string, open: string, close: string): string =>
  paragraph.replace(/^\S+/, `${open}$&${close}`);

function html(chapters: readonly PlainChapter[]): string {
  const body = chapters.map(
    ({ title, paragraphs }) =>
      `<h2>${title}</h2>\n${paragraphs.map((text) => `<p>${setOff(text, "<em>", "</em>")}</p>`).join("\n")}`,
  );
  return `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>A Test</title><style>p { margin: 0 }</style></head>\n<body><nav><a href="/">Home</a></nav>\n<main>${body.join("\n")}\n<p>Aa last<a href="#n" epub:type="noteref">1</a> <img src="a.png" alt="A ship"></p><aside id="n" epub:type="footnote">Aa note.</aside></main></body></html>`;
}

function markdown(chapters: readonly PlainChapter[]): string {
  const body = chapters.map(
    ({ title, paragraphs }) => `## ${title}\n\n${paragraphs.map((text) => setOff(text, "*", "*")).join("\n\n")}\n\n`,
  );
  return `---\ntitle: A Test\nauthor: [Ann Lee]\nlang: en\n---\n\n${body.join("")}Aa last[^n] ![A ship](a.png)\n\n[^n]: Aa note.\n`;
}

function fb2(chapters: readonly PlainChapter[]): string {
  const body = chapters.map(
    ({ title, paragraphs }) =>
      `<section><title><p>${title}</p></title>${paragraphs.map((text) => `<p>${setOff(text, "<emphasis>", "</emphasis>")}</p>`).join("")}</section>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><author><first-name>Ann</first-name><last-name>Lee</last-name></author><book-title>A Test</book-title><lang>en</lang></title-info></description><body>${body.join("")}<section><p>Aa last<a l:href="#n" type="note">1</a> <image l:href="#a.png" alt="A ship"/></p></section></body><body name="notes"><section id="n"><p>Aa note.</p></section></body><binary id="a.png" content-type="image/png">AAAA</binary></FictionBook>`;
}

function docx(chapters: readonly PlainChapter[]): Uint8Array {
  const body = chapters.map(({ title, paragraphs }) => {
    const lines = paragraphs.map((text) => {
      const [first = "", ...rest] = text.split(/(?= )/);
      return docxParagraph(docxRun(first, "<w:i/>") + docxRun(rest.join("")));
    });
    return docxParagraph(docxRun(title), "Heading1") + lines.join("");
  });
  const picture = `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="A ship"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const last = docxParagraph(`${docxRun("Aa last")}<w:r><w:footnoteReference w:id="2"/></w:r>${picture}`);
  return makeDocx({
    body: body.join("") + last,
    footnotes: `<w:footnote w:id="2">${docxParagraph(docxRun("Aa note."))}</w:footnote>`,
    files: { "word/media/image1.png": "x" },
  });
}

const plain = (chapters: readonly PlainChapter[]): string =>
  chapters.map(({ title, paragraphs }) => `${title}\n\n${paragraphs.join("\n\n")}\n\n`).join("");

function utf16(text: string, low: 0 | 1): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index++) {
    bytes[index * 2 + low] = text.charCodeAt(index) & 0xff;
    bytes[index * 2 + 1 - low] = text.charCodeAt(index) >> 8;
  }
  return bytes;
}

/** Formats with emphasis, a note and a picture, and how each writes the same chapters. */
export const markedFormats: Readonly<Record<string, (chapters: readonly PlainChapter[]) => Uint8Array>> = {
  html: (chapters) => encode(html(chapters)),
  markdown: (chapters) => encode(markdown(chapters)),
  fb2: (chapters) => encode(fb2(chapters)),
  "fb2 in a ZIP": (chapters) => makeZip({ "book.fb2": fb2(chapters) }),
  docx,
};

/** Formats of letters alone. */
export const plainFormats: Readonly<Record<string, (chapters: readonly PlainChapter[]) => Uint8Array>> = {
  "UTF-8": (chapters) => encode(plain(chapters)),
  "UTF-16 with the low byte first": (chapters) => utf16(plain(chapters), 0),
  "UTF-16 with the high byte first": (chapters) => utf16(plain(chapters), 1),
  "UTF-16 with a mark": (chapters) => utf16(`\uFEFF${plain(chapters)}`, 0),
  "a ZIP of texts": (chapters) =>
    makeZip(Object.fromEntries(chapters.map((chapter, index) => [`${index + 1}.txt`, plain([chapter])]))),
};

/** An EPUB of the same chapters, a page for each. */
export function epubOf(chapters: readonly PlainChapter[]): Uint8Array {
  return makeEpub({
    pages: Object.fromEntries(
      chapters.map(({ title, paragraphs }, index) => [
        `${index}.xhtml`,
        `<h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}`,
      ]),
    ),
  });
}
