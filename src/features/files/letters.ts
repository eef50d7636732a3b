import { detectFormat } from "../../core/book/detect-format.ts";

/** The beginning of a file as letters, if it may be text; whatever encoding it is in, its markup can be read. */
export function readLetters(head: Uint8Array): string | null {
  const whole = utf8(head);
  // oxlint-disable-next-line no-control-regex -- control signs are what it looks for
  if (whole !== null) return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(whole) ? null : whole;
  if (detectFormat(head).kind !== "text") return null;
  const isUtf16 = head.subarray(0, 4).includes(0) || head[0] === 0xff || head[0] === 0xfe;
  if (!isUtf16) return new TextDecoder("latin1").decode(head);
  const isBigEndian = head[0] === 0xfe || head[0] === 0;
  return new TextDecoder(isBigEndian ? "utf-16be" : "utf-16le").decode(head);
}

/** The text, unless it is not UTF-8; a letter that the end of the head cuts in two is no fault. */
function utf8(head: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** What may stand before the first tag of a document: declarations, comments, a document type with its entities. */
const prolog = /^(?:\s+|<\?[^]*?\?>|<!--[^]*?-->|<!doctype(?:[^>[]|\[[^\]]*\])*>)*/i;

/** Name of the first tag without its prefix, in lower case; null in text that does not begin with one. */
export function markupRoot(text: string): string | null {
  const rest = text.replace(/^\ufeff/, "").replace(prolog, "");
  return /^<(?:[\w.-]+:)?([a-z][\w.-]*)(?=[\s/>])/i.exec(rest)?.[1]?.toLowerCase() ?? null;
}
