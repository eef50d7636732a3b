import type { Result } from "../text/result.ts";
import { createBlockWriter } from "./block-writer.ts";
import { divideIntoChapters } from "./book-chapters.ts";
import type { BookFailure } from "./book-failure.ts";
import type { Book, BookImage, PageLabel, Warning } from "./book.ts";
import { decodeMarkup } from "./decode-text.ts";
import { chapterStarts, collectMatters, placesOf, titlesToHeadings } from "./epub-chapters.ts";
import type { Places } from "./epub-chapters.ts";
import { findPackage } from "./epub-container.ts";
import { readNav, readNcx } from "./epub-contents.ts";
import type { Contents } from "./epub-contents.ts";
import { readLocks } from "./epub-locks.ts";
import { collectNotes } from "./epub-notes.ts";
import { readPackage } from "./epub-package.ts";
import type { EpubPackage } from "./epub-package.ts";
import { resolvePart } from "./epub-path.ts";
import type { PartReference } from "./epub-path.ts";
import { readSpine } from "./epub-spine.ts";
import { guessLanguage, isRightToLeft } from "./guess-language.ts";
import { largestBook } from "./largest-book.ts";
import type { ZipParts } from "./open-zip.ts";
import { noFindings } from "./read-xhtml.ts";
import type { PageFindings } from "./read-xhtml.ts";

type Written = ReturnType<ReturnType<typeof createBlockWriter>["finish"]>;

/**
 * Reads an EPUB 2 or 3. Missing and damaged pages are left out with a warning; nothing is ever fetched from elsewhere.
 * Source: EPUB 3.3 and OPF 2.0.1.
 */
export async function readEpub(zip: ZipParts): Promise<Result<Book, BookFailure>> {
  const warnings: Warning[] = [];
  const found = await findPackage(zip, warnings);
  if (!found.ok) return found;
  const book = readPackage(found.value.source, found.value.part);
  warnings.push(...book.warnings);
  const locks = await readLocks(zip);
  const locked = book.spine.find(({ part }) => locks.parts.has(part));
  if (locked) return { ok: false, code: "epub-encrypted", detail: locks.protection ?? locked.part };
  const { language: named, ...metadata } = book.metadata;
  const writer = createBlockWriter();
  const findings = noFindings();
  const read = await readSpine(book.spine, { zip, language: named, writer, findings, warnings });
  if (!read.ok) return read;
  const pages = read.value;
  const images = presentImages(zip, findings, warnings);
  const words = writer.finish();
  const written = words.text === "" ? alternativeTexts(images) : words;
  if (written.text === "") return noText(zip, images);
  const { nav, ncx } = await readContents(zip, book, warnings);
  const { notes, marks } = collectNotes(findings, written.blocks);
  const guide = book.guide.flatMap(({ type, href }) => {
    const target = resolvePart(href, found.value.part);
    return target ? [{ type, target }] : [];
  });
  const landmarks = [...nav.landmarks, ...guide];
  const place = placesOf(findings, pages);
  const matters = collectMatters(findings, pages, place, landmarks, written.text);
  const starts = chapterStarts([nav.contents, ncx.contents], pages, place, written);
  const language = named ?? guessLanguage(written.text);
  const value: Book = {
    version: 1,
    format: "epub",
    ...metadata,
    language,
    direction: book.pageProgression ?? (await directionOf(zip, book, language)),
    cover: coverOf(zip, book, landmarks, images),
    text: written.text,
    chapters: divideIntoChapters(written.text, written.blocks, starts, matters),
    blocks: titlesToHeadings(written.text, written.blocks, starts),
    marks: [...written.marks, ...marks].sort((a, b) => a.start - b.start || b.end - a.end),
    images: images.map(({ href, alt, at }, index): BookImage => ({ id: `i${index + 1}`, href, alt, at: at.at })),
    notes,
    pages: printedPages([nav, ncx], findings, place),
    warnings: [...zip.warnings, ...warnings],
  };
  return { ok: true, value };
}

/** The pictures that are in the file, by the names that it has for them. */
function presentImages(zip: ZipParts, findings: PageFindings, warnings: Warning[]): PageFindings["images"] {
  const missing: PageFindings["images"] = [];
  const present = findings.images.flatMap((image) => {
    const href = zip.find(image.href);
    if (href === null) missing.push(image);
    return href === null ? [] : [{ ...image, href }];
  });
  const [first] = missing;
  if (first)
    warnings.push({
      code: "picture-missing",
      message: `Pictures are not in the file (${missing.length}), first ${first.href} on ${first.page}.`,
    });
  const [remote] = findings.remote;
  if (remote !== undefined)
    warnings.push({
      code: "picture-elsewhere",
      message: `Pictures outside of the book were not fetched (${findings.remote.length}), first ${remote}`,
    });
  return present;
}

/** A book of pictures is told by what stands for them. */
function alternativeTexts(images: PageFindings["images"]): Written {
  const writer = createBlockWriter();
  for (const image of images) {
    image.at = writer.pin();
    if (/\p{L}/u.test(image.alt ?? ""))
      writer.text(image.alt ?? "", { kind: "caption", level: null, preformatted: false, group: null });
    writer.endBlock();
  }
  return writer.finish();
}

function noText(zip: ZipParts, images: PageFindings["images"]): Result<never, BookFailure> {
  const damaged = zip.warnings.find(({ code }) => code === "part-damaged");
  if (damaged) return { ok: false, code: "damaged-zip", detail: damaged.message };
  return { ok: false, code: "no-text", detail: images.length === 0 ? null : `${images.length} pictures without words` };
}

const emptyContents: Contents = { contents: [], landmarks: [], pages: [] };

async function readContents(
  zip: ZipParts,
  book: EpubPackage,
  warnings: Warning[],
): Promise<{ nav: Contents; ncx: Contents }> {
  const read = async (part: string | null, as: typeof readNav): Promise<Contents> => {
    if (part === null) return emptyContents;
    if (zip.size(part) > largestBook.listing) {
      warnings.push({ code: "part-skipped", message: `${part}, the table of contents, is too long to be one.` });
      return emptyContents;
    }
    const bytes = await zip.read(part);
    if (bytes) return as(decodeMarkup(bytes).text, part);
    warnings.push({ code: "part-missing", message: `${part}, the table of contents, is not in the file.` });
    return emptyContents;
  };
  return { nav: await read(book.nav, readNav), ncx: await read(book.ncx, readNcx) };
}

/** From the list of pages in the navigation document, else in the NCX, else from the marks in the text. */
function printedPages(lists: readonly Contents[], findings: PageFindings, place: Places): PageLabel[] {
  for (const { pages } of lists) {
    const labels = pages.flatMap(({ title, target }): PageLabel[] => {
      const at = place(target);
      return at === null || title === "" ? [] : [{ label: title, at }];
    });
    if (labels.length > 0) return labels.sort((a, b) => a.at - b.at);
  }
  return findings.pageBreaks.map(({ label, at }) => ({ label, at: at.at }));
}

/** The cover that the package names, else the picture that landmarks or guide lead to, or the first on that page. */
function coverOf(
  zip: ZipParts,
  book: EpubPackage,
  landmarks: readonly { type: string | null; target: PartReference }[],
  images: PageFindings["images"],
): string | null {
  const named = book.cover === null ? null : zip.find(book.cover);
  if (named !== null) return named;
  const page = landmarks.find(({ type }) => type?.split(/\s+/).includes("cover"))?.target.part;
  return images.find((image) => image.href === page || image.page === page)?.href ?? null;
}

/** Most style sheets read to find out how the lines run. */
const mostStylesheets = 20;

/** For books that do not tell their page progression: by script, and Japanese by the style sheets' writing mode. */
async function directionOf(zip: ZipParts, book: EpubPackage, language: string | null): Promise<"ltr" | "rtl"> {
  if (isRightToLeft(language)) return "rtl";
  if (!/^(?:ja|zh)\b/i.test(language ?? "")) return "ltr";
  for (const part of book.stylesheets.slice(0, mostStylesheets)) {
    const bytes = await zip.read(part);
    if (bytes && /writing-mode\s*:\s*(?:vertical-rl|tb-rl)/.test(decodeMarkup(bytes).text)) return "rtl";
  }
  return "ltr";
}
