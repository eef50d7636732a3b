import { BlobError } from "../backends/blobs/blob-error.ts";
import type { BlobStore } from "../backends/blobs/blob-store.ts";
import { measured } from "../features/files/measured-content.ts";
import type { PlannedObject } from "./storage-copy-plan.ts";

/** How it went with one object. `sha256` is that of the bytes that are in both stores now. */
export type Copied =
  | { how: "copied" | "skipped"; size: number; sha256: string }
  /** The bytes are not those of its row, or another file is in its place. */
  | { how: "mismatched" }
  | { how: "missing" };

/** Thrown into a copy whose bytes are not those of the row, so that nothing of it stays. */
class Mismatch extends Error {
  override readonly name = "Mismatch";
}

/** Copies one object and reads it back; what is there already is only read. Throws `BlobError` where a store fails. */
export async function copyObject(
  from: BlobStore,
  to: BlobStore,
  object: PlannedObject,
  signal: AbortSignal,
): Promise<Copied> {
  try {
    const there = await measureOf(to, object.to);
    const wanted = object.known;
    if (there !== null) {
      const same = wanted ?? (await measureOf(from, object.from));
      const isSame = same !== null && same.size === there.size && same.sha256 === there.sha256;
      return isSame ? { how: "skipped", ...there } : { how: "mismatched" };
    }
    const source = await from.get(object.from);
    if (source === null) return { how: "missing" };
    const { content, expected } = asWanted(source.content, wanted);
    await to.put(object.to, content, { signal });
    const written = await measureOf(to, object.to);
    if (written !== null && written.size === expected().size && written.sha256 === expected().sha256)
      return { how: "copied", ...written };
    await to.delete(object.to);
    return { how: "mismatched" };
  } catch (error) {
    if (error instanceof Mismatch) return { how: "mismatched" };
    if (error instanceof BlobError && error.code === "missing") return { how: "missing" };
    // A key that no store of ours can hold, or a file that its disk cannot read.
    if (error instanceof BlobError && ["invalid-key", "corrupt"].includes(error.code)) return { how: "mismatched" };
    throw error;
  }
}

interface Measured {
  size: number;
  sha256: string;
}

/** A content that breaks off where it is not what its row says. */
function asWanted(
  source: AsyncIterable<Uint8Array>,
  wanted: Measured | null,
): { content: AsyncIterable<Uint8Array>; expected: () => Measured } {
  const { content, measure } = measured(source, Infinity);
  let found: Measured = { size: 0, sha256: "" };
  async function* checked() {
    yield* content;
    found = { size: measure.size, sha256: measure.sha256() };
    if (wanted && (wanted.size !== found.size || wanted.sha256 !== found.sha256))
      throw new Mismatch("not the bytes of its row");
  }
  return { content: checked(), expected: () => found };
}

async function measureOf(store: BlobStore, key: string): Promise<Measured | null> {
  const found = await store.get(key);
  if (found === null) return null;
  const { content, measure } = measured(found.content, Infinity);
  for await (const piece of content) void piece;
  return { size: measure.size, sha256: measure.sha256() };
}
