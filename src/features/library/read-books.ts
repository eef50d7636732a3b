import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import type { Database } from "../../backends/sql/database.ts";
import type { Book } from "../../core/book/book.ts";
import { readBook } from "../../core/book/read-book.ts";
import { Refused, unwrap } from "../../core/text/result.ts";
import { openFile } from "../files/open-file.ts";
import { wholeContent } from "../files/whole-content.ts";

/** The file that a book was read from. */
export interface BookSource {
  contentHash: string;
  originalFileId: string | null;
}

/** Reads books from their files, and keeps the last ones read. */
export interface BookReader {
  /** Throws `Refused("novel-gone")` where the file is not there. */
  read(owner: string, source: BookSource): Promise<Book>;
}

/** Letters of all kept books together. */
const most = 12_000_000;

/** Books are kept by their owner and the hash of their bytes. */
export function bookReader(db: Database, blobs: BlobStore): BookReader {
  const kept = new Map<string, Promise<Book>>();
  async function readFile(owner: string, { originalFileId }: BookSource): Promise<Book> {
    const opened = originalFileId === null ? null : await openFile(db, blobs, owner, originalFileId);
    if (opened === null) throw new Refused("novel-gone");
    const { content, file } = unwrap(opened);
    return unwrap(await readBook(await wholeContent(content, file)));
  }
  async function forgetOldest(): Promise<void> {
    let letters = 0;
    for (const [hash, book] of [...kept].toReversed()) {
      letters += (await book.catch(() => null))?.text.length ?? 0;
      if (letters > most && hash !== [...kept.keys()].at(-1)) kept.delete(hash);
    }
  }
  return {
    async read(owner, source) {
      const key = `${owner} ${source.contentHash}`;
      const book = kept.get(key) ?? readFile(owner, source);
      kept.delete(key);
      kept.set(key, book);
      book.catch(() => kept.delete(key));
      await forgetOldest();
      return book;
    },
  };
}
