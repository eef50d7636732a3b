import { createHash } from "node:crypto";
import { Refused } from "../../core/text/result.ts";
import type { StoredFile } from "./stored-file.ts";

/** All bytes of a file's content. Throws `Refused("stored-file-lost")` where they are not those that were stored. */
export async function wholeContent(content: AsyncIterable<Uint8Array>, file: StoredFile): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  const hash = createHash("sha256");
  let at = 0;
  for await (const piece of content) {
    bytes.set(piece, at);
    hash.update(piece);
    at += piece.length;
  }
  if (at !== file.size || hash.digest("hex") !== file.sha256) throw new Refused("stored-file-lost", file.key);
  return bytes;
}
