import type { Result } from "../text/result.ts";
import type { BookFailure } from "./book-failure.ts";
import type { Book } from "./book.ts";
import { decodeText } from "./decode-text.ts";
import { detectFormat, largestFile } from "./detect-format.ts";
import { beyond, countSigns } from "./largest-book.ts";
import { openZip } from "./open-zip.ts";
import type { ZipParts } from "./open-zip.ts";
import { isAozora, readAozora } from "./read-aozora.ts";
import { readArchive } from "./read-archive.ts";
import { readDocx } from "./read-docx.ts";
import { readEpub } from "./read-epub.ts";
import { readFb2 } from "./read-fb2.ts";
import { readHtml } from "./read-html.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readText } from "./read-text.ts";
import { textKind } from "./text-kind.ts";

/** Reads a book of any known format, told by its bytes. Failures are values; the same bytes always give the same book (T3). */
export function readBook(bytes: Uint8Array): Promise<Result<Book, BookFailure>> {
  return readFile(bytes, true);
}

/** `outer` is the file itself, not one inside an archive: archives in archives are not opened. */
async function readFile(bytes: Uint8Array, outer: boolean): Promise<Result<Book, BookFailure>> {
  if (bytes.length === 0) return { ok: false, code: "empty-file", detail: null };
  if (bytes.length > largestFile(bytes)) return { ok: false, code: "too-large", detail: `${bytes.length} bytes` };
  const format = detectFormat(bytes);
  if (format.kind === "other") return { ok: false, code: "not-a-book", detail: format.looksLike };
  if (format.kind === "text") return readLetters(bytes);
  const zip = await openZip(bytes);
  return zip.ok ? readZip(zip.value, outer) : zip;
}

async function readZip(zip: ZipParts, outer: boolean): Promise<Result<Book, BookFailure>> {
  if (zip.names.includes("word/document.xml")) return readDocx(zip);
  const isEpub = zip.names.some((name) => /^mimetype$|^META-INF\/|\.opf$/i.test(name));
  if (isEpub || !outer) return readEpub(zip);
  return (await readArchive(zip, (part) => readFile(part, false))) ?? readEpub(zip);
}

async function readLetters(bytes: Uint8Array): Promise<Result<Book, BookFailure>> {
  const decoded = decodeText(bytes);
  if (decoded === null) return { ok: false, code: "unknown-encoding", detail: null };
  const { text, warnings } = decoded;
  const tooLong = beyond("lines", Math.max(countSigns(text, "\n"), countSigns(text, "\r")));
  if (tooLong) return tooLong;
  if (!/[\p{L}\p{N}]/u.test(text)) return { ok: false, code: "no-text", detail: null };
  const kind = textKind(text);
  const tooTangled = beyond("tags", countSigns(text, kind === "plain" ? "《" : "<"));
  if (tooTangled) return tooTangled;
  const book = kind === "plain" ? (isAozora(text) ? readAozora(text) : readText(text)) : readMarked(kind, text);
  return book.text === ""
    ? { ok: false, code: "no-text", detail: null }
    : { ok: true, value: { ...book, warnings: [...warnings, ...book.warnings] } };
}

function readMarked(kind: "markdown" | "html" | "fb2", text: string): Book {
  if (kind === "html") return readHtml(text);
  return kind === "fb2" ? readFb2(text) : readMarkdown(text);
}
