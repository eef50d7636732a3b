import type { Result } from "../text/result.ts";
import type { BookFailure } from "./book-failure.ts";
import type { Book } from "./book.ts";
import { decodeUtf8 } from "./decode-text.ts";
import { detectFormat } from "./detect-format.ts";
import { isAozora, readAozora } from "./read-aozora.ts";
import { readEpub } from "./read-epub.ts";
import { readText } from "./read-text.ts";

/** Reads a book of any known format, told by its bytes. Failures are values; the same bytes always give the same book (T3). */
export async function readBook(bytes: Uint8Array): Promise<Result<Book, BookFailure>> {
  if (bytes.length === 0) return { ok: false, code: "empty-file", detail: null };
  const format = detectFormat(bytes);
  if (format.kind === "other") return { ok: false, code: "not-a-book", detail: format.looksLike };
  if (format.kind === "zip") return readEpub(bytes);
  const text = decodeUtf8(bytes);
  if (text === null) return { ok: false, code: "not-utf8", detail: null };
  if (!/[\p{L}\p{N}]/u.test(text)) return { ok: false, code: "no-text", detail: null };
  return { ok: true, value: isAozora(text) ? readAozora(text) : readText(text) };
}
