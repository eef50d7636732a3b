import type { Result } from "../text/result.ts";
import type { BlockWriter, Pin } from "./block-writer.ts";
import type { BookFailure } from "./book-failure.ts";
import type { Warning } from "./book.ts";
import { decodeMarkup, decodeText } from "./decode-text.ts";
import { detectFormat } from "./detect-format.ts";
import type { SpineItem } from "./epub-package.ts";
import { beyond, countSigns, largestBook } from "./largest-book.ts";
import type { ZipParts } from "./open-zip.ts";
import { descendants, parseTree } from "./parse-markup.ts";
import { readXhtml } from "./read-xhtml.ts";
import type { PageFindings } from "./read-xhtml.ts";

/** A page of the spine and where its text begins. */
export interface ReadPage {
  part: string;
  start: Pin;
}

/** What the pages of a book are read into. */
export interface SpineReading {
  zip: ZipParts;
  /** Language of the book, where it says so. */
  language: string | null;
  writer: BlockWriter;
  findings: PageFindings;
  warnings: Warning[];
}

/** Reads the pages of the spine in order. What is missing or no page is left out with a warning. */
export async function readSpine(
  spine: readonly SpineItem[],
  reading: SpineReading,
): Promise<Result<ReadPage[], BookFailure>> {
  const size = spine.reduce((sum, item) => sum + reading.zip.size(item.part), 0);
  if (size > largestBook.markup) return { ok: false, code: "too-large", detail: `its pages unpack to ${size} bytes` };
  let tags = 0;
  const pages: ReadPage[] = [];
  for (const item of spine) {
    reading.writer.endBlock();
    const start = reading.writer.pin();
    pages.push({ part: item.part, start });
    const markup = await pageOf(item, start, reading);
    if (markup === null) continue;
    tags += countSigns(markup, "<");
    const tooLarge = beyond("tags", tags);
    if (tooLarge) return tooLarge;
    const page = { markup, part: item.part, language: reading.language, keepsHidden: true };
    readXhtml(page, reading.writer, reading.findings);
  }
  for (const message of reading.findings.broken) reading.warnings.push({ code: "markup-broken", message });
  return { ok: true, value: pages };
}

/** The markup of a page; null where there is none to be read. */
async function pageOf(item: SpineItem, start: Pin, reading: SpineReading): Promise<string | null> {
  const { zip, findings, warnings } = reading;
  const { part, mediaType } = item;
  if (mediaType.startsWith("image/") && mediaType !== "image/svg+xml") {
    findings.images.push({ href: part, alt: null, at: start, page: part });
    return null;
  }
  const damages = zip.warnings.length;
  const bytes = await zip.read(part);
  if (bytes === null) {
    if (zip.warnings.length === damages)
      warnings.push({ code: "part-missing", message: `${part} is in the book's order of pages but not in the file.` });
    return null;
  }
  const { text, damaged } = decodePage(bytes);
  const isPage = /html|dtbook|svg/.test(mediaType);
  const kind = otherKind(bytes, isPage ? null : text);
  if (kind !== null) {
    warnings.push({ code: "part-skipped", message: `${part} is no page of text but ${kind}.` });
    return null;
  }
  if (damaged)
    warnings.push({ code: "letters-damaged", message: `${part} has letters that do not belong to its encoding.` });
  if (!isPage)
    warnings.push({
      code: "type-wrong",
      message: `${part} is read as a page, although the book calls it “${mediaType}”.`,
    });
  if (mediaType === "image/svg+xml") findings.images.push({ href: part, alt: nameOfSvg(text), at: start, page: part });
  return text;
}

/** A page that does not keep to its encoding is read as a text of unknown encoding would be. */
function decodePage(bytes: Uint8Array): ReturnType<typeof decodeMarkup> {
  const decoded = decodeMarkup(bytes);
  const guessed = decoded.damaged ? decodeText(bytes) : null;
  return guessed ? { text: guessed.text, damaged: true } : decoded;
}

/** What a part is that cannot be a page, by its bytes and, where the book does not call it a page, by its text; else null. */
function otherKind(bytes: Uint8Array, text: string | null): string | null {
  const format = detectFormat(bytes);
  if (format.kind === "other") return format.looksLike;
  return text === null || /<[a-z!?][^>]*>/i.test(text.slice(0, 10_000)) ? null : "plain data";
}

function nameOfSvg(source: string): string | null {
  return descendants(parseTree(source, false), "title", "desc").find(({ text }) => text !== "")?.text ?? null;
}
