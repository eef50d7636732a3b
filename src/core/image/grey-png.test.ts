import { unzlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { crc32, decodeGreyPng, encodeGreyPng } from "./grey-png.ts";

/** A picture from grey values, one row after another. */
function picture(width: number, greys: number[]): { width: number; height: number; data: Uint8Array } {
  return {
    width,
    height: greys.length / width,
    data: Uint8Array.from(greys.flatMap((grey) => [grey, grey, grey, 255])),
  };
}

/** Chunks of a PNG by type, their checksums verified. */
function chunksOf(png: Uint8Array): Map<string, Uint8Array> {
  const chunks = new Map<string, Uint8Array>();
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    expect(view.getUint32(at + 8 + length), `checksum of ${type}`).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
    chunks.set(type, png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}

describe("encodeGreyPng", () => {
  it("writes the signature, the size and 16 greys", () => {
    const png = encodeGreyPng(picture(3, [0, 17, 255, 34, 51, 68]));
    expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    expect([...(chunksOf(png).get("IHDR") ?? [])]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 4, 0, 0, 0, 0]);
  });

  it("packs two pixels a byte, the left one in the upper half, rows on byte borders", () => {
    const data = chunksOf(encodeGreyPng(picture(3, [0, 17, 255, 34, 51, 68]))).get("IDAT") ?? new Uint8Array();
    expect([...unzlibSync(data)]).toEqual([0, 0x01, 0xf0, 0, 0x23, 0x40]);
  });

  it("rounds to the nearest of 16 greys", () => {
    const data = chunksOf(encodeGreyPng(picture(4, [8, 9, 246, 247]))).get("IDAT") ?? new Uint8Array();
    expect([...unzlibSync(data)]).toEqual([0, 0x01, 0xef]);
  });

  it("counts transparent pixels as white paper", () => {
    const png = encodeGreyPng({ width: 2, height: 1, data: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 255) });
    expect([...unzlibSync(chunksOf(png).get("IDAT") ?? new Uint8Array())]).toEqual([0, 0xf0]);
  });

  it("[T3] gives the same bytes each time", () => {
    const noise = picture(
      64,
      Array.from({ length: 64 * 64 }, (_, i) => (i * 7919) % 256),
    );
    expect(encodeGreyPng(noise)).toEqual(encodeGreyPng(noise));
  });

  it("computes the CRC of the PNG specification's IEND chunk", () => {
    expect(crc32(Uint8Array.of(0x49, 0x45, 0x4e, 0x44))).toBe(0xae426082);
  });
});

describe("decodeGreyPng", () => {
  it("gives back the greys that were written, at odd widths too", () => {
    const greys = Array.from({ length: 7 * 5 }, (_, i) => 17 * ((i * 5) % 16));
    const decoded = decodeGreyPng(encodeGreyPng(picture(7, greys)));
    expect(decoded).toEqual(picture(7, greys));
  });

  it("throws at a PNG of another kind", () => {
    const png = encodeGreyPng(picture(1, [0]));
    png[25] = 6;
    expect(() => decodeGreyPng(png)).toThrow("16 greys");
  });
});
