import type { Result } from "../text/result.ts";
import type { BookFailure } from "./book-failure.ts";
import type { Book } from "./book.ts";
import { joinBooks } from "./join-books.ts";
import type { BookPart } from "./join-books.ts";
import { beyond } from "./largest-book.ts";
import type { ZipParts } from "./open-zip.ts";

/** What programs and systems put into archives beside the book. */
const besides = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;
/** Files about a book: no text of it where there is other text. */
const aboutNames = /(?:^|\/)(?:readme|license|licence|copying|index|info|files?_id)\b[^/]*$/i;
const inNaturalOrder = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Makes a book of what an archive holds: one book of any format, or text files as its chapters. Null where there is no text inside. */
export async function readArchive(
  zip: ZipParts,
  readPart: (bytes: Uint8Array) => Promise<Result<Book, BookFailure>>,
): Promise<Result<Book, BookFailure> | null> {
  const names = zip.names.filter((name) => !besides.test(name)).sort(inNaturalOrder.compare);
  const found: BookPart[] = [];
  let letters = 0;
  let lines = 0;
  for (const name of names) {
    const bytes = await zip.read(name);
    const result = bytes === null ? null : await readPart(bytes);
    if (result?.ok === true) {
      found.push({ name, book: result.value });
      letters += result.value.text.length;
      lines += result.value.blocks.length;
      const tooLarge = beyond("letters", letters) ?? beyond("lines", lines);
      if (tooLarge) return tooLarge;
    } else if (result !== null && !notText.has(result.code))
      return { ...result, detail: detailOf(name, result.detail) };
  }
  const texts = found.filter(({ name }) => !aboutNames.test(name));
  const parts = texts.length > 0 ? texts : found;
  const titles = new Map(parts.flatMap(({ name, book }) => (isWholeBook(book) ? [[book.title ?? name, name]] : [])));
  if (titles.size > 1) return { ok: false, code: "several-books", detail: [...titles.values()].slice(0, 3).join(", ") };
  const only = parts.find(({ book }) => isBound(book)) ?? parts[0];
  if (!only) return null;
  const book = parts.length === 1 || isBound(only.book) ? only.book : joinBooks(parts);
  return { ok: true, value: { ...book, warnings: [...zip.warnings, ...book.warnings] } };
}

/** What an archive may hold beside texts. */
const notText: ReadonlySet<string> = new Set(["not-a-book", "no-text", "unknown-encoding", "empty-file"]);

const detailOf = (name: string, detail: string | null): string => (detail === null ? name : `${name}: ${detail}`);

/** Whether a file is of a format that always holds a whole book. */
const isBound = ({ format }: Book): boolean => format === "epub" || format === "fb2";

/** Whether a file is a book by itself and no chapter of one: others say their title and author where such files do. */
function isWholeBook(book: Book): boolean {
  const says = book.title !== null && book.creators.length > 0;
  return isBound(book) || (says && (book.format === "text" || book.format === "aozora" || book.format === "docx"));
}
