import type { Book, Creator } from "../book/book.ts";
import type { Comic } from "./comic.ts";
import { escapeXml, seriesNumber } from "./comic-info.ts";
import { type EpubPage, pageName } from "./epub-page.ts";
import type { EpubWords } from "./epub-words.ts";
import { type PublicationDate, publicationDate } from "./publication-date.ts";

export interface EpubPackage extends Pick<Comic, "title" | "book"> {
  direction: "ltr" | "rtl";
  identifier: string;
  /** BCP-47. */
  language: string;
  words: EpubWords;
  /** The cover first. */
  pages: readonly EpubPage[];
}

/**
 * The package document: who made what, how pages are shown, and in which order (F2). Source: EPUB 3.3, 5, and EPUB Accessibility 1.1;
 * the metas with a name are those that Calibre, Kindle and readers of EPUB 2 look for.
 */
export function packageXml(epub: EpubPackage): string {
  const { language, direction, pages } = epub;
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${[...bookLines(epub), ...layoutLines(epub), ...accessibilityLines(epub)].join("\n")}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
${pages.map(manifestItems).join("\n")}
</manifest>
<spine toc="ncx" page-progression-direction="${direction}">
${pages.map(spineItem).join("\n")}
</spine>
</package>
`;
}

function manifestItems({ index }: EpubPage): string {
  const name = pageName(index);
  const cover = index === 0 ? ` properties="cover-image"` : "";
  return `<item id="${name}" href="xhtml/${name}.xhtml" media-type="application/xhtml+xml"/>
<item id="image-${name}" href="image/${name}.png" media-type="image/png"${cover}/>`;
}

/** The cover stands alone in the middle, every other page on its side of the fold. */
function spineItem({ index, side }: EpubPage): string {
  const place = index === 0 ? "rendition:page-spread-center" : `page-spread-${side}`;
  return `<itemref idref="${pageName(index)}" properties="${place}"/>`;
}

function bookLines({ title, book, identifier, language }: EpubPackage): string[] {
  const date = publicationDate(book.date);
  return [
    `<dc:identifier id="id">${identifier}</dc:identifier>`,
    ...dublin("title", title),
    `<dc:language>${language}</dc:language>`,
    ...book.creators.filter(({ role }) => credited.has(role)).flatMap(creatorLines),
    ...dublin("publisher", book.publisher),
    ...dublin("date", date && dayOf(date)),
    ...dublin("description", book.description),
    ...book.subjects.flatMap((subject) => dublin("subject", subject)),
    ...dublin("source", book.identifier),
    ...seriesLines(book.series),
    property("dcterms:modified", modifiedAt(date)),
  ];
}

/** Whose names go with the comic; illustrators are none of them, since they did not draw these pages. */
const credited: ReadonlySet<string | null> = new Set([null, "aut", "cre", "adp", "trl", "edt"]);

/** All are creators, since readers that tell writers from translators look nowhere else; the role says which. */
function creatorLines({ name, role }: Creator, index: number): string[] {
  const id = `creator-${index + 1}`;
  return [
    `<dc:creator id="${id}">${escapeXml(name)}</dc:creator>`,
    `<meta refines="#${id}" property="role" scheme="marc:relators">${role ?? "aut"}</meta>`,
    `<meta refines="#${id}" property="display-seq">${index + 1}</meta>`,
  ];
}

function seriesLines(series: Book["series"]): string[] {
  if (!series) return [];
  const number = seriesNumber(series.number);
  return [
    `<meta property="belongs-to-collection" id="series">${escapeXml(series.name)}</meta>`,
    `<meta refines="#series" property="collection-type">series</meta>`,
    named("calibre:series", series.name),
    ...(number === null
      ? []
      : [`<meta refines="#series" property="group-position">${number}</meta>`, named("calibre:series_index", number)]),
  ];
}

/** Fixed pages for readers of EPUB 3, then the same for Kindle, which also wants to know how its frames are to look. */
function layoutLines({ direction, pages }: EpubPackage): string[] {
  const cover = pages[0];
  return [
    property("rendition:layout", "pre-paginated"),
    property("rendition:orientation", "auto"),
    property("rendition:spread", "landscape"),
    named("cover", `image-${pageName(0)}`),
    named("fixed-layout", "true"),
    ...(cover ? [named("original-resolution", `${cover.width}x${cover.height}`)] : []),
    named("book-type", "comic"),
    named("primary-writing-mode", direction === "rtl" ? "horizontal-rl" : "horizontal-lr"),
    named("orientation-lock", "none"),
    named("zero-gutter", "true"),
    named("zero-margin", "true"),
    named("ke-border-color", "#FFFFFF"),
    named("ke-border-width", "0"),
  ];
}

/** The words can be read without the eyes, the pictures cannot. */
function accessibilityLines({ words }: EpubPackage): string[] {
  return [
    ...["visual", "textual"].map((mode) => property("schema:accessMode", mode)),
    property("schema:accessModeSufficient", "visual"),
    ...["alternativeText", "tableOfContents", "readingOrder", "pageNavigation"].map((feature) =>
      property("schema:accessibilityFeature", feature),
    ),
    property("schema:accessibilityHazard", "none"),
    property("schema:accessibilitySummary", words.accessibility),
  ];
}

/** A Dublin Core element, or nothing where there is no value. */
function dublin(name: string, value: string | null | undefined): string[] {
  const text = escapeXml(value ?? "")
    .replace(/\s+/g, " ")
    .trim();
  return text === "" ? [] : [`<dc:${name}>${text}</dc:${name}>`];
}

const property = (name: string, value: string): string => `<meta property="${name}">${escapeXml(value)}</meta>`;
const named = (name: string, content: string): string => `<meta name="${name}" content="${escapeXml(content)}"/>`;

/** `1890`, `1890-05` or `1890-05-01`, as far as it is known. */
function dayOf({ year, month, day }: PublicationDate): string {
  return [String(year).padStart(4, "0"), month, day]
    .filter((part) => part !== null)
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}

/** There is no clock to tell when the file was made (T3): the book's own date stands for it, or a fixed one. */
function modifiedAt(date: PublicationDate | null): string {
  const { year, month, day } = date ?? { year: 2000, month: 1, day: 1 };
  return `${dayOf({ year, month: month ?? 1, day: day ?? 1 })}T00:00:00Z`;
}
