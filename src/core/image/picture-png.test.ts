import { describe, expect, it } from "vitest";
import { encodeGreyPng } from "./grey-png.ts";
import { decodePng, encodePng } from "./picture-png.ts";

const coloured = (width: number, height: number) => ({
  width,
  height,
  data: Uint8Array.from({ length: 4 * width * height }, (_, i) => (i % 4 === 3 ? 255 : (i * 37) % 256)),
});

describe("encodePng", () => {
  it("gives back every colour, at odd widths too", () => {
    expect(decodePng(encodePng(coloured(7, 5)))).toEqual(coloured(7, 5));
  });

  it("writes 8 bits each for red, green and blue, and what is all grey as ink", () => {
    expect([...encodePng(coloured(3, 2)).subarray(24, 29)]).toEqual([8, 2, 0, 0, 0]);
    const grey = { width: 2, height: 1, data: Uint8Array.of(9, 9, 9, 255, 200, 200, 200, 255) };
    expect(encodePng(grey)).toEqual(encodeGreyPng(grey));
  });

  it("lays see-through colour on white paper", () => {
    const { data } = decodePng(encodePng({ width: 2, height: 1, data: Uint8Array.of(0, 0, 0, 0, 100, 0, 20, 128) }));
    expect([...data]).toEqual([255, 255, 255, 255, 227, 127, 147, 255]);
  });

  it("reads ink, and throws at a PNG of another kind", () => {
    const grey = { width: 1, height: 1, data: Uint8Array.of(17, 17, 17, 255) };
    expect(decodePng(encodePng(grey))).toEqual(grey);
    const png = encodePng(coloured(3, 2));
    png[25] = 6;
    expect(() => decodePng(png)).toThrow("not a PNG");
  });
});
