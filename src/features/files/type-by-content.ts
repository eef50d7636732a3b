import type { Result } from "../../core/text/result.ts";
import { isAvif, isMp3, signatures, startsWith } from "./file-signatures.ts";
import type { FileType } from "./file-types.ts";
import { markupRoot, readLetters } from "./letters.ts";
import { zipKind } from "./zip-kind.ts";

export type TypeFailure = "upload-empty" | "upload-active" | "upload-unknown";

/** Bytes of a file's beginning by which its type is told. */
export const headBytes = 64 * 1024;

/** Tells a file's type by the first `headBytes` of it; its name is never asked. SVG is refused: it may carry programs. */
export function typeOf(head: Uint8Array): Result<FileType, TypeFailure> {
  if (head.length === 0) return { ok: false, code: "upload-empty", detail: null };
  const type = signedType(head);
  if (type !== null) return { ok: true, value: type };
  const letters = readLetters(head);
  if (letters === null) return { ok: false, code: "upload-unknown", detail: null };
  if (markupRoot(letters) === "svg") return { ok: false, code: "upload-active", detail: "SVG" };
  return { ok: true, value: "text" };
}

function signedType(head: Uint8Array): FileType | null {
  const known = signatures.find(({ marks }) => marks.every(({ at, bytes }) => startsWith(head, bytes, at)));
  if (known) return known.type === "zip" ? zipKind(head) : known.type;
  if (isAvif(head)) return "avif";
  return isMp3(head) ? "mp3" : null;
}
