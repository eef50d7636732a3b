import type { FileType } from "./file-types.ts";

interface Mark {
  at: number;
  bytes: Uint8Array;
}

export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export const startsWith = (bytes: Uint8Array, mark: Uint8Array, at = 0): boolean =>
  mark.every((byte, index) => bytes[at + index] === byte);

const signed = (
  type: FileType,
  ...marks: (string | readonly [number, string])[]
): { type: FileType; marks: Mark[] } => ({
  type,
  marks: marks.map((mark) =>
    typeof mark === "string" ? { at: 0, bytes: ascii(mark) } : { at: mark[0], bytes: ascii(mark[1]) },
  ),
});

/** What stands at the beginning of each type (the formats' own specifications). */
export const signatures: readonly { type: FileType; marks: readonly Mark[] }[] = [
  signed("zip", "PK\x03\x04"),
  signed("zip", "PK\x05\x06"),
  signed("pdf", "%PDF-"),
  signed("png", "\x89PNG\r\n\x1a\n"),
  signed("jpeg", "\xff\xd8\xff"),
  signed("webp", "RIFF", [8, "WEBP"]),
  signed("wav", "RIFF", [8, "WAVE"]),
  signed("gif", "GIF87a"),
  signed("gif", "GIF89a"),
  signed("midi", "MThd\0\0\0\x06"),
  signed("flac", "fLaC"),
  signed("ogg", "OggS"),
  signed("mp3", "ID3"),
];

/** A file-type box that names a brand of AVIF, whichever comes first (ISO/IEC 14496-12, 4.3). */
export function isAvif(head: Uint8Array): boolean {
  if (!startsWith(head, ascii("ftyp"), 4)) return false;
  const size = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0);
  const brands = [
    8,
    ...Array.from({ length: Math.max(0, Math.floor((Math.min(size, 256) - 16) / 4)) }, (_, i) => 16 + 4 * i),
  ];
  return brands.some((at) => startsWith(head, ascii("avif"), at) || startsWith(head, ascii("avis"), at));
}

/** The header of a frame of MPEG audio, layer III, with a rate that exists (ISO/IEC 11172-3, 2.4.1.3). */
export function isMp3(head: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = head;
  const isLayer3 = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  return isLayer3 && third >> 4 !== 0 && third >> 4 !== 0xf && (third & 0x0c) !== 0x0c;
}
