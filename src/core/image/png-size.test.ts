import { describe, expect, it } from "vitest";
import { encodeGreyPng } from "./grey-png.ts";
import { pngSize } from "./png-size.ts";

describe("pngSize", () => {
  const png = encodeGreyPng({ width: 300, height: 7, data: new Uint8Array(300 * 7 * 4) });

  it("reads the header, wherever the picture lies in memory", () => {
    expect(pngSize(png)).toEqual({ width: 300, height: 7 });
    expect(pngSize(Uint8Array.of(1, 2, 3, ...png).subarray(3))).toEqual({ width: 300, height: 7 });
  });

  it("takes nothing else for a PNG", () => {
    expect(() => pngSize(png.subarray(1))).toThrow("not a PNG");
    expect(() => pngSize(png.subarray(0, 20))).toThrow("not a PNG");
  });
});
