import { expect, it } from "vitest";
import { pictureSize } from "./picture-size.ts";

/** A WebP whose first chunk is of a kind, with bytes behind its length. */
const webp = (kind: string, ...body: number[]): Uint8Array =>
  Uint8Array.from([...new TextEncoder().encode(`RIFF0000WEBP${kind}0000`), ...body]);

it("reads the size of a WebP off each of its three headers", () => {
  // Lossy: three bytes of frame tag, the start code, then 14 bits for each side under two of scale.
  expect(pictureSize(webp("VP8 ", 0, 0, 0, 0x9d, 1, 0x2a, 0x58, 0x42, 0x2c, 0x81))).toEqual({
    width: 600,
    height: 300,
  });
  // Lossless: a signature, then 14 bits for each side less one.
  expect(pictureSize(webp("VP8L", 0x2f, 0x57, 0xc2, 0x4a, 0))).toEqual({ width: 600, height: 300 });
  // Extended: four bytes of flags, then 24 bits for each side less one.
  expect(pictureSize(webp("VP8X", 0, 0, 0, 0, 0x57, 2, 0, 0x2b, 1, 0))).toEqual({ width: 600, height: 300 });
});

it("finds no size in what is cut, or is another thing in the same wrapper", () => {
  expect(pictureSize(webp("VP8X", 0, 0, 0, 0, 0x57))).toBeNull();
  expect(pictureSize(webp("ALPH", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).toBeNull();
  expect(pictureSize(new TextEncoder().encode("RIFF0000WAVEfmt 0000000000000000"))).toBeNull();
});
