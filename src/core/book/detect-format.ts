import { guessUtf16 } from "./guess-encoding.ts";

/** What the first bytes of a file say it is; names are never asked. */
export type DetectedFormat = { kind: "zip" | "text" } | { kind: "other"; looksLike: string };

interface Signature {
  at: number;
  bytes: readonly number[];
  looksLike: string;
}

const ascii = (text: string): number[] => Array.from(text).map((letter) => letter.charCodeAt(0));

const signatures: readonly Signature[] = [
  { at: 0, bytes: ascii("%PDF-"), looksLike: "PDF" },
  { at: 0, bytes: [0xff, 0xd8, 0xff], looksLike: "JPEG image" },
  { at: 0, bytes: [0x89, 0x50, 0x4e, 0x47], looksLike: "PNG image" },
  { at: 0, bytes: ascii("GIF8"), looksLike: "GIF image" },
  { at: 8, bytes: ascii("WEBP"), looksLike: "WebP image" },
  { at: 8, bytes: ascii("WAVE"), looksLike: "WAV sound" },
  { at: 0, bytes: ascii("ID3"), looksLike: "MP3 sound" },
  { at: 4, bytes: ascii("ftyp"), looksLike: "MP4 or HEIF file" },
  { at: 0, bytes: ascii("Rar!"), looksLike: "RAR archive" },
  { at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf], looksLike: "7-Zip archive" },
  { at: 0, bytes: [0x1f, 0x8b], looksLike: "gzip archive" },
  { at: 257, bytes: ascii("ustar"), looksLike: "tar archive" },
  { at: 60, bytes: ascii("BOOKMOBI"), looksLike: "Kindle book (MOBI)" },
  { at: 60, bytes: ascii("TPZ"), looksLike: "Kindle book (Topaz)" },
  { at: 0, bytes: ascii("AT&TFORM"), looksLike: "DjVu" },
  { at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0], looksLike: "old Microsoft Office document" },
  { at: 0, bytes: ascii("{\\rtf"), looksLike: "RTF document" },
  { at: 0, bytes: [0x7f, 0x45, 0x4c, 0x46], looksLike: "program" },
  { at: 0, bytes: ascii("SQLite format 3"), looksLike: "SQLite database" },
];

/** An entry's header, an empty archive's end record, or the marker of a split archive (APPNOTE 4.3). */
const zipMarks: readonly (readonly number[])[] = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
  [0x50, 0x4b, 7, 8],
];

const startsWith = (bytes: Uint8Array, mark: readonly number[], at: number): boolean =>
  mark.every((byte, index) => bytes[at + index] === byte);

/** Sniffs a file's kind from its bytes. `text` only says that nothing speaks against text. */
export function detectFormat(bytes: Uint8Array): DetectedFormat {
  if (zipMarks.some((mark) => startsWith(bytes, mark, 0))) return { kind: "zip" };
  const known = signatures.find((signature) => startsWith(bytes, signature.bytes, signature.at));
  if (known) return { kind: "other", looksLike: known.looksLike };
  if (hasUtf16Mark(bytes) || guessUtf16(bytes) !== null) return { kind: "text" };
  return bytes.includes(0) ? { kind: "other", looksLike: "binary data" } : { kind: "text" };
}

const mebibyte = 1024 * 1024;

/** The most bytes that a file may have, by its first ones: archives hold pictures, and the longest novels in text have some 15 MiB. */
export function largestFile(head: Uint8Array): number {
  return zipMarks.some((mark) => startsWith(head, mark, 0)) ? 256 * mebibyte : 20 * mebibyte;
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe], 0) || startsWith(bytes, [0xfe, 0xff], 0);
}
