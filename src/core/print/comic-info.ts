import type { Book } from "../book/book.ts";

export interface ComicPage {
  type: "FrontCover" | "Story";
  width: number;
  height: number;
  bytes: number;
  /** Name of the episode or chapter that begins here, or null. */
  bookmark: string | null;
}

/**
 * ComicInfo.xml, version 2.1: elements in the order of its schema, none of them empty, since a reader drops the whole file for one empty element (F1).
 * `Manga` is YesAndRightToLeft or No, the only two values that readers agree on.
 */
export function comicInfo(book: Book, direction: "ltr" | "rtl", pages: readonly ComicPage[]): string {
  const creators = (role: string): string =>
    book.creators
      .filter((c) => (c.role ?? "aut") === role)
      .map((c) => c.name)
      .join(", ");
  const year = /^(\d{4})/.exec(book.date ?? "")?.[1];
  const elements: [string, string | null | undefined][] = [
    ["Title", book.title],
    ["Series", book.title],
    ["Number", "1"],
    ["Year", year && Number(year) > 0 ? year : null],
    ["Writer", creators("aut")],
    ["Translator", creators("trl")],
    ["Publisher", book.publisher],
    ["Genre", direction === "rtl" ? "Manga" : "Comic"],
    ["PageCount", String(pages.length)],
    ["LanguageISO", book.language],
    ["BlackAndWhite", "Yes"],
    ["Manga", direction === "rtl" ? "YesAndRightToLeft" : "No"],
  ];
  const lines = elements.flatMap(([name, text]) =>
    text?.trim() ? [`  <${name}>${escapeXml(text.trim())}</${name}>`] : [],
  );
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<ComicInfo xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">`,
    ...lines,
    "  <Pages>",
    ...pages.map(pageElement),
    "  </Pages>",
    "</ComicInfo>",
    "",
  ].join("\n");
}

function pageElement(page: ComicPage, index: number): string {
  const bookmark = page.bookmark ? ` Bookmark="${escapeXml(page.bookmark)}"` : "";
  return `    <Page Image="${index}" Type="${page.type}" ImageSize="${page.bytes}"${bookmark} ImageWidth="${page.width}" ImageHeight="${page.height}" />`;
}

/** Escapes text for XML content and attributes; characters that XML 1.0 forbids are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c] ?? "&quot;");
}
