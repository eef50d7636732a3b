import type { Warning } from "./book.ts";
import { guessEncoding, guessUtf16 } from "./guess-encoding.ts";

/** A file as text, without its byte order mark; the warnings say what was damaged. */
export interface DecodedText {
  text: string;
  warnings: Warning[];
}

/**
 * Decodes a text file of unknown encoding: by its byte order mark, as UTF-16 by its zero bytes, as UTF-8 where all or nearly all of
 * it is legal, by what markup declares, else by its letters. Null when it is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = encodingByMark(bytes) ?? guessUtf16(bytes);
  if (marked !== null && marked !== "utf-8") return decodeAs(marked, bytes);
  const whole = decodeUtf8(bytes);
  if (whole !== null && !isEscaped(whole.slice(0, 65536))) return { text: whole, warnings: [] };
  if (whole !== null) return decodeAs("iso-2022-jp", bytes);
  const damaged = marked === null ? null : mendUtf8(bytes, Number.POSITIVE_INFINITY);
  const declared = declaredEncoding(bytes) ?? declaredCharset(bytes);
  if (damaged === null && declared !== null && !/^utf-?8$/i.test(declared)) return decodeAs(declared, bytes);
  const mended = damaged ?? mendUtf8(bytes, 0.05);
  if (mended) return mended;
  const guess = guessEncoding(bytes);
  return guess === null ? null : decodeAs(guess, bytes);
}

/** The escapes with which ISO-2022-JP changes to its double bytes. */
const isEscaped = (text: string): boolean => text.includes("\u001B$B") || text.includes("\u001B$@");

function decodeAs(label: string, bytes: Uint8Array): DecodedText {
  const text = decoderFor(label).decode(bytes);
  const first = text.indexOf("\uFFFD");
  return { text, warnings: first < 0 ? [] : [damage(text, label, text.split("\uFFFD").length - 1, first)] };
}

function damage(text: string, label: string, count: number, at: number): Warning {
  const line = text.slice(0, at).split("\n").length;
  return {
    code: "letters-damaged",
    message: `Letters that do not belong to the encoding ${label}: ${count}, the first in line ${line}.`,
  };
}

/** Decodes UTF-8; null when the bytes are not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * UTF-8 with some illegal bytes: between ASCII letters they are read as Windows-1252 (texts pasted together), elsewhere they become
 * U+FFFD. Null where more than a share of all letters beyond ASCII is illegal.
 */
function mendUtf8(bytes: Uint8Array, share: number): DecodedText | null {
  const illegal: number[] = [];
  let legal = 0;
  for (let at = 0; at < bytes.length;) {
    const length = utf8Length(bytes, at);
    if (length === 0) illegal.push(at);
    else if (length > 1) legal += 1;
    at += Math.max(1, length);
  }
  if (illegal.length > legal * share) return null;
  const parts: string[] = [];
  let from = 0;
  let first = 0;
  for (const at of illegal) {
    parts.push(decodeStretch(bytes, from, at));
    if (from === 0) first = parts[0]?.length ?? 0;
    const alone = (bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80;
    parts.push(alone ? new TextDecoder("windows-1252").decode(bytes.subarray(at, at + 1)) : "\uFFFD");
    from = at + 1;
  }
  const text = parts.join("") + decodeStretch(bytes, from, bytes.length);
  return { text, warnings: [damage(text, "UTF-8", illegal.length, first)] };
}

const decodeStretch = (bytes: Uint8Array, from: number, to: number): string =>
  new TextDecoder("utf-8", { ignoreBOM: from > 0 }).decode(bytes.subarray(from, to));

/** Bytes of the letter at an offset; 0 where none begins (RFC 3629, section 4). */
function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let next = at + 1; next < at + length; next++) {
    const byte = bytes[next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  const illegal =
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second > 0x9f) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f);
  return illegal ? 0 : length;
}

/**
 * Decodes a part of an EPUB: by its byte order mark, else by the encoding that its XML declaration names, else as UTF-8.
 * `damaged` says that some bytes had no meaning in that encoding and became U+FFFD.
 */
export function decodeMarkup(bytes: Uint8Array): { text: string; damaged: boolean } {
  const text = decoderFor(encodingByMark(bytes) ?? guessUtf16(bytes) ?? declaredEncoding(bytes) ?? "utf-8").decode(
    bytes,
  );
  return { text, damaged: text.includes("\uFFFD") };
}

function encodingByMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xef && second === 0xbb && third === 0xbf ? "utf-8" : null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1] ?? null;
  // A declaration that can be read byte by byte is not UTF-16, whatever it claims.
  return label !== null && /^utf-?16/i.test(label) ? null : label;
}

/** The encoding that the head of an HTML page names (HTML, 4.2.5.4). */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  return /^\s*</.test(head) ? (/<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? null) : null;
}

/** A label that nobody knows is a slip of the book's maker: such files are UTF-8 in practice. */
function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder("utf-8");
  }
}
