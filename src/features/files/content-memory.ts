import { createHash } from "node:crypto";
import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import type { Result } from "../../core/text/result.ts";
import { openContent } from "./open-file.ts";
import type { StoredFile } from "./stored-file.ts";

/** Small contents that were asked for lately, kept by what they are. Whoever asks it has made sure before that the file may be seen. */
export interface ContentMemory {
  /** All bytes of a file; null for one that is too large to be kept. Nobody may change them. */
  whole(blobs: BlobStore, file: StoredFile): Promise<Result<Uint8Array<ArrayBuffer>, "stored-file-lost"> | null>;
  /** Bytes that are kept. */
  size(): number;
}

/**
 * Keeps at most `most` bytes, none of a file of more than `largest`; what was asked for longest ago goes first. A content is kept under its SHA-256, and
 * only where it has that: what was cut or overwritten behind our back is read anew each time, as the store has it.
 */
export function contentMemory(most = 64 * 2 ** 20, largest = 2 * 2 ** 20): ContentMemory {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  const reading = new Map<string, ReturnType<typeof read>>();
  let size = 0;

  async function read(
    blobs: BlobStore,
    file: StoredFile,
  ): Promise<Result<Uint8Array<ArrayBuffer>, "stored-file-lost">> {
    const opened = await openContent(blobs, file);
    if (!opened.ok) return opened;
    const bytes = new Uint8Array(file.size);
    let at = 0;
    for await (const piece of opened.value.content) {
      if (at + piece.length > bytes.length) return { ok: false, code: "stored-file-lost", detail: file.key };
      bytes.set(piece, at);
      at += piece.length;
    }
    if (at < bytes.length) return { ok: false, code: "stored-file-lost", detail: file.key };
    if (createHash("sha256").update(bytes).digest("hex") === file.sha256) keep(file.sha256, bytes);
    return { ok: true, value: bytes };
  }

  function keep(sha256: string, bytes: Uint8Array<ArrayBuffer>): void {
    if (kept.has(sha256)) return;
    kept.set(sha256, bytes);
    size += bytes.length;
    for (const [oldest, { length }] of kept) {
      if (size <= most) return;
      kept.delete(oldest);
      size -= length;
    }
  }

  return {
    size: () => size,
    async whole(blobs, file) {
      if (file.size > Math.min(largest, most)) return null;
      const known = kept.get(file.sha256);
      if (known) {
        // The order of the map is that of asking.
        kept.delete(file.sha256);
        kept.set(file.sha256, known);
        return { ok: true, value: known };
      }
      // Many who open the same page at once wait for one reading. By the key: a content that is gone in one place may stand in another.
      const begun = reading.get(file.key) ?? read(blobs, file).finally(() => reading.delete(file.key));
      reading.set(file.key, begun);
      return begun;
    },
  };
}
