import { describe, expect, it } from "vitest";
import { encodeGreyPng } from "./grey-png.ts";
import { decodePng, encodePlanes, encodePng } from "./picture-png.ts";

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

describe("encodePlanes", () => {
  /** The colours of a picture, each in a plane of its own. */
  const planesOf = ({ data }: { data: Uint8Array }) => [0, 1, 2].map((part) => data.filter((_, i) => i % 4 === part));

  it("gives back every colour, at odd widths too", () => {
    const picture = coloured(7, 5);
    const png = encodePlanes({ width: 7, height: 5, planes: planesOf(picture) });
    expect([...png.subarray(24, 26)]).toEqual([8, 2]);
    expect(decodePng(png)).toEqual(picture);
  });

  it("writes one plane, and three that are the same, as ink", () => {
    const plane = Uint8Array.of(0, 17, 255, 34, 51, 68);
    const png = encodePlanes({ width: 3, height: 2, planes: [plane] });
    expect([...png.subarray(24, 26)]).toEqual([4, 0]);
    expect([...decodePng(png).data].filter((_, i) => i % 4 === 0)).toEqual([...plane]);
    expect(encodePlanes({ width: 3, height: 2, planes: [plane, plane, plane] })).toEqual(png);
  });
});
