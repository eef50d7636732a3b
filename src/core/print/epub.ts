import { namesBesideTitle } from "../book/credits.ts";
import { canonicalLanguage } from "../book/guess-language.ts";
import { hashText } from "../geometry/random.ts";
import { crc32 } from "../image/grey-png.ts";
import { pngSize } from "../image/png-size.ts";
import type { LeanPage } from "../page/lean-page.ts";
import { type Binder, type Bindery, type Comic, utf8 } from "./comic.ts";
import { type ContentsEntry, navigationXhtml, tocNcx } from "./epub-navigation.ts";
import { packageXml } from "./epub-package.ts";
import { type EpubPage, pageName, pageXhtml } from "./epub-page.ts";
import { epubPicture } from "./epub-picture.ts";
import { type EpubWords, epubWords } from "./epub-words.ts";
import { contentsStarts } from "./episode-starts.ts";
import { type ArchiveEntry, writeStoredZip } from "./stored-zip.ts";
import { transcriptOf } from "./transcript.ts";

/** The comic as EPUB 3 in a fixed layout (F2): a document for each page, with its picture and the words as alternative text. */
export const bindEpub: Binder = (comic, bindery, name) => [
  { path: `${name}.epub`, chunks: () => writeStoredZip(entriesOf(comic, bindery)) },
];

const container = `<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles>
<rootfile full-path="item/standard.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

/** The type first, pages as they come, then what must know them all. Names are those of the Japanese guide to fixed layouts. */
async function* entriesOf(comic: Comic, bindery: Bindery): AsyncGenerator<ArchiveEntry> {
  const { title, book, script } = comic;
  const language = languageOf(book.language);
  const words = epubWords(book);
  const names = new Map(comic.story.cast.map((person) => [person.id, person.name]));
  yield file("mimetype", "application/epub+zip");
  yield file("META-INF/container.xml", container);
  const pages: EpubPage[] = [];
  const sums: string[] = [];
  for (const [index, page] of [comic.cover, ...comic.pages].entries()) {
    const bytes = await epubPicture(page, comic, bindery);
    const bound = { index, printed: printedNumber(page), side: page.side, ...pngSize(bytes) };
    pages.push(bound);
    sums.push(`${bytes.length}:${crc32(bytes)}`);
    yield { name: `item/image/${pageName(index)}.png`, bytes };
    const texts = { title: nameOf(page, words), language, transcript: alternativeText(page, comic, names, words) };
    yield file(`item/xhtml/${pageName(index)}.xhtml`, pageXhtml(bound, texts));
  }
  const identifier = identifierOf(sums.join(" "));
  const navigation = { title, language, words, contents: contentsOf(comic, words), pages };
  yield file("item/nav.xhtml", navigationXhtml(navigation));
  yield file("item/toc.ncx", tocNcx(navigation, identifier));
  yield file(
    "item/standard.opf",
    packageXml({ title, book, direction: script.direction, identifier, language, words, pages }),
  );
}

const file = (name: string, text: string): ArchiveEntry => ({ name, bytes: utf8(text) });

/** Some shops know Japanese only without a country. */
function languageOf(language: string | null): string {
  return canonicalLanguage(language)?.replace(/^ja-.*/, "ja") ?? "und";
}

/** The number of a page that tells the story, be it of a book or of a strip. */
const printedNumber = ({ number, role = "strip" }: LeanPage): number | null =>
  number === 0 || role !== "strip" ? null : number;

function nameOf({ number, role = "strip" }: LeanPage, words: EpubWords): string {
  if (number === 0) return words.cover;
  return role === "strip" ? words.page(number) : words[role];
}

function contentsOf(comic: Comic, words: EpubWords): ContentsEntry[] {
  const pages = [comic.cover, ...comic.pages];
  const parts = contentsStarts(comic).map(({ page, title }, i) => ({
    index: pages.findIndex(({ number }) => number === page),
    title: title ?? words.part(i + 1),
  }));
  const own = pages.flatMap((page, index) =>
    index === 0 || page.role === "credits" ? [{ index, title: nameOf(page, words) }] : [],
  );
  return [...own, ...parts].sort((a, b) => a.index - b.index);
}

/** What stands for a page's picture: its words; on the cover title and names; the number of a page without words. */
function alternativeText(
  page: LeanPage,
  { title, book }: Comic,
  names: ReadonlyMap<string, string>,
  words: EpubWords,
): string {
  if (page.number === 0) return [`${words.cover}: ${title}`, ...namesBesideTitle(book)].join(", ");
  return transcriptOf(page, names, words.transcript) || nameOf(page, words);
}

/** A UUID of version 8 (RFC 9562, 5.8) out of the pictures' check sums: other pictures, another publication. */
function identifierOf(sums: string): string {
  const hex = [1, 2, 3, 4].map((row) => hashText(`${row} ${sums}`).toString(16).padStart(8, "0")).join("");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
