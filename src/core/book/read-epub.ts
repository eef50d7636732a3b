import type { Result } from "../text/result.ts";
import { createBlockWriter } from "./block-writer.ts";
import type { BlockWriter, Pin } from "./block-writer.ts";
import { divideIntoChapters, startsFromHeadings } from "./book-chapters.ts";
import type { ChapterStart, MatterSpan } from "./book-chapters.ts";
import type { BookFailure } from "./book-failure.ts";
import type { Block, Book, Warning } from "./book.ts";
import { decodeMarkup } from "./decode-text.ts";
import { findPackage } from "./epub-container.ts";
import { readNav, readNcx } from "./epub-contents.ts";
import type { ContentsEntry } from "./epub-contents.ts";
import { collectNotes } from "./epub-notes.ts";
import { readPackage } from "./epub-package.ts";
import type { EpubPackage, SpineItem } from "./epub-package.ts";
import type { PartReference } from "./epub-path.ts";
import { resolvePart } from "./epub-path.ts";
import { guessLanguage, isRightToLeft } from "./guess-language.ts";
import { gutenbergFrame } from "./gutenberg-frame.ts";
import { matterOfTypes } from "./matter.ts";
import { openZip } from "./open-zip.ts";
import type { ZipParts } from "./open-zip.ts";
import { noFindings, readXhtml } from "./read-xhtml.ts";
import type { PageFindings } from "./read-xhtml.ts";
import { withoutStrayTabs } from "./stray-tabs.ts";

/** A page of the spine and where its text begins. */
interface ReadPage {
  item: SpineItem;
  start: Pin;
}

interface Contents {
  nav: ContentsEntry[];
  ncx: ContentsEntry[];
  landmarks: ContentsEntry[];
}

/**
 * Reads an EPUB 2 or 3. Missing and damaged pages are left out with a warning; nothing is ever fetched from elsewhere.
 * Source: EPUB 3.3 and OPF 2.0.1.
 */
export async function readEpub(bytes: Uint8Array): Promise<Result<Book, BookFailure>> {
  const zip = await openZip(bytes);
  if (!zip.ok) return zip;
  const warnings: Warning[] = [];
  const found = await findPackage(zip.value, warnings);
  if (!found.ok) return found;
  const book = readPackage(found.value.source, found.value.part);
  const writer = createBlockWriter();
  const findings = noFindings();
  const pages = await readSpine(zip.value, book, writer, findings, warnings);
  const written = writer.finish();
  if (written.text === "") return { ok: false, code: "no-text", detail: null };
  const contents = await readContents(zip.value, book);
  const { notes, marks } = collectNotes(findings, written.blocks);
  const guide = book.guide.flatMap(({ type, href }) => {
    const target = resolvePart(href, found.value.part);
    return target ? [{ type, target }] : [];
  });
  const places = placesOf(findings, pages);
  const matters = collectMatters(findings, pages, places, [...contents.landmarks, ...guide], written.text);
  const starts = chapterStarts(contents, pages, places, written);
  const chapters = divideIntoChapters(written.text, written.blocks, starts, matters);
  const language = book.language ?? guessLanguage(written.text);
  const { title, creators, identifier, publisher, date, subjects } = book;
  const value: Book = {
    version: 1,
    format: "epub",
    title,
    creators,
    language,
    direction: book.pageProgression ?? (await directionOf(zip.value, book, language)),
    identifier,
    publisher,
    date,
    subjects,
    text: written.text,
    chapters,
    blocks: titlesToHeadings(written.text, written.blocks, starts),
    marks: [...written.marks, ...marks].sort((a, b) => a.start - b.start || b.end - a.end),
    images: findings.images.map(({ href, alt, at }, index) => ({ id: `i${index + 1}`, href, alt, at: at.at })),
    notes,
    warnings: [...zip.value.warnings, ...warnings],
  };
  return { ok: true, value };
}

async function readSpine(
  zip: ZipParts,
  book: EpubPackage,
  writer: BlockWriter,
  findings: PageFindings,
  warnings: Warning[],
): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for (const item of book.spine) {
    writer.endBlock();
    const start = writer.pin();
    pages.push({ item, start });
    if (item.mediaType.startsWith("image/")) findings.images.push({ href: item.part, alt: null, at: start });
    else await readPage(zip, item.part, book.language, writer, findings, warnings);
  }
  return pages;
}

async function readPage(
  zip: ZipParts,
  part: string,
  language: string | null,
  writer: BlockWriter,
  findings: PageFindings,
  warnings: Warning[],
): Promise<void> {
  const bytes = await readPart(zip, part);
  if (bytes === null) {
    if (!zip.warnings.some(({ message }) => message.startsWith(part)))
      warnings.push({ code: "part-missing", message: `${part} is in the book's order of pages but not in the file.` });
    return;
  }
  const { text, damaged } = decodeMarkup(bytes);
  if (damaged)
    warnings.push({ code: "letters-damaged", message: `${part} has letters that do not belong to its encoding.` });
  readXhtml({ markup: withoutStrayTabs(text), part, language }, writer, findings);
}

/** A part by its name; where only the case of letters differs, as on the disk of the book's maker, that one. */
async function readPart(zip: ZipParts, part: string): Promise<Uint8Array | null> {
  if (zip.names.includes(part)) return zip.read(part);
  const similar = zip.names.find((name) => name.toLowerCase() === part.toLowerCase());
  return similar === undefined ? null : zip.read(similar);
}

async function readContents(zip: ZipParts, book: EpubPackage): Promise<Contents> {
  const navBytes = book.nav === null ? null : await readPart(zip, book.nav);
  const ncxBytes = book.ncx === null ? null : await readPart(zip, book.ncx);
  const nav = navBytes && book.nav !== null ? readNav(decodeMarkup(navBytes).text, book.nav) : null;
  const ncx = ncxBytes && book.ncx !== null ? readNcx(decodeMarkup(ncxBytes).text, book.ncx) : [];
  return { nav: nav?.contents ?? [], landmarks: nav?.landmarks ?? [], ncx };
}

/** Finds the offset of a reference: its fragment, else the page's beginning, else null. */
function placesOf(findings: PageFindings, pages: readonly ReadPage[]): (target: PartReference) => number | null {
  const byPart = new Map(pages.map(({ item, start }) => [item.part, start]));
  return ({ part, fragment }) => (findings.ids.get(`${part}#${fragment}`)?.start ?? byPart.get(part))?.at ?? null;
}

/** Chapters from the navigation document, else from the NCX, else from headings, else one for each page. */
function chapterStarts(
  contents: Contents,
  pages: readonly ReadPage[],
  place: (target: PartReference) => number | null,
  written: { text: string; blocks: readonly Block[] },
): ChapterStart[] {
  for (const entries of [contents.nav, contents.ncx]) {
    const starts = entries.flatMap(({ title, target, level }) => {
      const at = place(target);
      return at === null ? [] : [{ at, title: title || null, level }];
    });
    if (new Set(starts.map(({ at }) => at)).size > 1) return starts;
  }
  const starts = startsFromHeadings(written.text, written.blocks);
  return starts.length > 1 ? starts : pages.map(({ start }) => ({ at: start.at, title: null, level: 1 }));
}

/** Share of the text up to which a mark "the text begins here" is believed. */
const longestFront = 0.15;

function collectMatters(
  findings: PageFindings,
  pages: readonly ReadPage[],
  place: (target: PartReference) => number | null,
  landmarks: readonly { type: string | null; target: PartReference }[],
  text: string,
): MatterSpan[] {
  const pageAt = (target: PartReference): MatterSpan | null => {
    const index = pages.findIndex(({ item }) => item.part === target.part);
    const page = pages[index];
    return page ? { start: page.start.at, end: pages[index + 1]?.start.at ?? text.length, matter: "body" } : null;
  };
  const matters: MatterSpan[] = [];
  for (const { type, target } of landmarks) {
    const types = (type ?? "").split(/\s+/);
    const begin = types.some((name) => ["bodymatter", "text", "start"].includes(name)) ? place(target) : null;
    if (begin !== null && begin < text.length * longestFront)
      matters.unshift({ start: 0, end: begin, matter: "front" });
    const page = begin === null ? pageAt(target) : null;
    const matter = matterOfTypes(
      types.filter((name) => !["frontmatter", "backmatter"].includes(name)),
      null,
    );
    if (page && matter !== null && matter !== "body") matters.push({ ...page, matter });
  }
  for (const { start, end, matter } of findings.sections) matters.push({ start: start.at, end: end.at, matter });
  const frame = gutenbergFrame(text);
  if (frame)
    matters.push(
      { start: 0, end: frame.bodyStart, matter: "front" },
      { start: frame.bodyEnd, end: text.length, matter: "back" },
    );
  return matters;
}

/** A paragraph that only repeats the chapter's title from the table of contents is its heading. */
function titlesToHeadings(text: string, blocks: readonly Block[], starts: readonly ChapterStart[]): Block[] {
  const letters = (line: string): string => line.replaceAll(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
  const titles = new Map(
    starts.flatMap(({ at, title, level }) => (title === null ? [] : [[at, { title: letters(title), level }]])),
  );
  return blocks.map((block) => {
    const start = titles.get(block.start);
    const same =
      start !== undefined &&
      block.kind === "paragraph" &&
      start.title !== "" &&
      letters(text.slice(block.start, block.end)) === start.title;
    return same ? { ...block, kind: "heading", level: Math.min(6, start.level) } : block;
  });
}

/** Most style sheets read to find out how the lines run. */
const mostStylesheets = 20;

/** For books that do not tell their page progression: by script, and Japanese by the style sheets' writing mode. */
async function directionOf(zip: ZipParts, book: EpubPackage, language: string | null): Promise<"ltr" | "rtl"> {
  if (isRightToLeft(language)) return "rtl";
  if (!/^(?:ja|zh)\b/i.test(language ?? "")) return "ltr";
  for (const part of book.stylesheets.slice(0, mostStylesheets)) {
    const bytes = await readPart(zip, part);
    if (bytes && /writing-mode\s*:\s*(?:vertical-rl|tb-rl)/.test(decodeMarkup(bytes).text)) return "rtl";
  }
  return "ltr";
}
