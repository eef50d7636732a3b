import { readBook } from "../src/core/book/read-book.ts";
import { errorTexts } from "../src/error-texts-data.ts";
import { faultOf } from "../test/sound-book.ts";

/** What is wrong with how a file is read: an exception, a refusal without words, or a book that does not hold together. Null when nothing is. */
export async function faultOfReading(bytes: Uint8Array): Promise<string | null> {
  try {
    const result = await readBook(bytes);
    if (result.ok) return faultOf(result.value);
    return result.code in errorTexts ? null : `no words for ${result.code}`;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
