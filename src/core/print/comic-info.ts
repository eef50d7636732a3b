import type { Book } from "../book/book.ts";
import { canonicalLanguage } from "../book/guess-language.ts";
import { headingNumber } from "../book/heading-numbers.ts";
import type { Person, Place } from "../story/story.ts";
import type { Comic } from "./comic.ts";
import { publicationDate } from "./publication-date.ts";

export interface ComicPage {
  type: "FrontCover" | "InnerCover" | "Story" | "Editorial" | "BackCover";
  /** Of the picture, in pixels. */
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
export function comicInfo(
  { title, book, story, script, edition }: Pick<Comic, "title" | "book" | "story" | "script" | "edition">,
  pages: readonly ComicPage[],
): string {
  const rightToLeft = script.direction === "rtl";
  const date = publicationDate(book.date);
  const elements: [string, string | number | null | undefined][] = [
    ["Title", title],
    ["Series", book.series?.name ?? title],
    ["Number", book.series ? seriesNumber(book.series.number) : 1],
    ["Summary", book.description],
    ["Year", date?.year],
    ["Month", date?.month],
    ["Day", date?.day],
    ["Writer", listOf(creators(book, [null, "aut", "cre", "adp"]))],
    ["Editor", listOf(creators(book, ["edt"]))],
    ["Translator", listOf(creators(book, ["trl"]))],
    ["Publisher", book.publisher],
    ["Genre", rightToLeft ? "Manga" : "Comic"],
    ["Tags", listOf(book.subjects)],
    ["Web", webAddress(book.identifier)],
    ["PageCount", pages.length],
    ["LanguageISO", canonicalLanguage(book.language)],
    ["BlackAndWhite", edition.colour === "ink" ? "Yes" : "No"],
    ["Manga", rightToLeft ? "YesAndRightToLeft" : "No"],
    ["Characters", listOf(mainCast(story.cast))],
    ["Locations", listOf(chiefPlaces(story.places))],
  ];
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<ComicInfo xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">`,
    ...elements.flatMap(element),
    "  <Pages>",
    ...pages.map(pageElement),
    "  </Pages>",
    ...element(["GTIN", isbnOf(book.identifier)]),
    "</ComicInfo>",
    "",
  ].join("\n");
}

function element([name, value]: [string, string | number | null | undefined]): string[] {
  const text = escapeXml(String(value ?? "")).trim();
  return text === "" ? [] : [`  <${name}>${text}</${name}>`];
}

function pageElement(page: ComicPage, index: number): string {
  const bookmark = page.bookmark?.trim() ? ` Bookmark="${escapeXml(page.bookmark.trim())}"` : "";
  const double = page.width > page.height ? ` DoublePage="true"` : "";
  return `    <Page Image="${index}" Type="${page.type}"${double} ImageSize="${page.bytes}"${bookmark} ImageWidth="${page.width}" ImageHeight="${page.height}" />`;
}

/** Names with one of the roles. Illustrators are none of them: they did not draw these pages. */
function creators(book: Book, roles: readonly (string | null)[]): string[] {
  return book.creators.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
}

/** Several values in one element stand between commas, so that none of them may hold one. */
function listOf(values: readonly string[]): string {
  const whole = values.map((value) => value.replace(/\s*,\s*/g, " ").trim()).filter((value) => value !== "");
  return [...new Set(whole)].join(", ");
}

/** A place in a series as readers sort it: a decimal number (`III` → `3`); null where it is none. */
export function seriesNumber(number: string | null): string | null {
  const plain = number?.trim() ?? "";
  return /^\d+(?:\.\d+)?$/.test(plain) ? plain : (headingNumber(plain)?.toString() ?? null);
}

/** The identifier where it is an address. Komga parts addresses at spaces, Kavita at commas: it has neither. */
function webAddress(identifier: string | null): string | null {
  return /^(?:url:)?(https?:\/\/[^\s,]+)$/i.exec(identifier?.trim() ?? "")?.[1] ?? null;
}

/** The digits of an ISBN-13 or ISBN-10 whose check digit is right, or null. Source: ISO 2108. */
function isbnOf(identifier: string | null): string | null {
  const digits = (identifier ?? "")
    .replace(/^(?:urn:)?isbn:?/i, "")
    .replace(/[\s-]/g, "")
    .toUpperCase();
  const sum = (weight: (place: number) => number): number =>
    Array.from(digits).reduce((total, digit, i) => total + (digit === "X" ? 10 : Number(digit)) * weight(i), 0);
  if (/^97[89]\d{10}$/.test(digits) && sum((i) => (i % 2 === 0 ? 1 : 3)) % 10 === 0) return digits;
  return /^\d{9}[\dX]$/.test(digits) && sum((i) => 10 - i) % 11 === 0 ? digits : null;
}

const mostListed = 20;

function mainCast(cast: readonly Person[]): string[] {
  return cast
    .filter(({ role }) => role !== "minor")
    .slice(0, mostListed)
    .map(({ name }) => name);
}

/** Places to which the story returns, and those with a name of their own. */
function chiefPlaces(places: readonly Place[]): string[] {
  return places
    .filter(({ name, mentions }) => mentions > 2 || /\p{Lu}/u.test(name))
    .slice(0, mostListed)
    .map(({ name }) => name);
}

/** Escapes text for XML content and attributes; characters that XML 1.0 forbids are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c] ?? "&quot;");
}
