import decodeWebp, { init as openWebpDecoder } from "@jsquash/webp/decode.js";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Rasterizer } from "../src/backends/raster/rasterizer.ts";
import { decodeGreyPng } from "../src/core/image/grey-png.ts";
import { pngSize } from "../src/core/image/png-size.ts";

export const smallSvg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">${inside}</svg>`;

/** The program of a WebAssembly package, compiled. */
export function wasmOf(specifier: string): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(fileURLToPath(import.meta.resolve(specifier))));
}

/** What every rasteriser does, whatever it runs on. */
export function describeRasterizer(name: string, open: () => Promise<Rasterizer>): void {
  describe(`the contract of rasterisers, kept by ${name}`, () => {
    let rasterizer: Rasterizer;
    beforeAll(async () => {
      rasterizer = await open();
    });
    afterAll(() => rasterizer.close());
    const triangle = smallSvg(`<path d="M3 3h20v20z"/>`);

    it("[T3] gives the same PNG each time, each to whom it belongs", async () => {
      const { toPng } = rasterizer;
      const svgs = [triangle, smallSvg(""), triangle, smallSvg(`<path d="M1 1h9v9z"/>`), triangle];
      const [first, blank, second, other, third] = await Promise.all(svgs.map((svg) => toPng(svg)));
      expect(first?.subarray(1, 4)).toEqual(Uint8Array.of(0x50, 0x4e, 0x47));
      expect(second).toEqual(first);
      expect(third).toEqual(first);
      expect(blank).not.toEqual(first);
      expect(other).not.toEqual(first);
    });

    it("is as wide as the SVG says, or as it is told", async () => {
      expect(pngSize(await rasterizer.toPng(triangle))).toEqual({ width: 40, height: 30 });
      expect(pngSize(await rasterizer.toPng(triangle, 100))).toEqual({ width: 100, height: 75 });
    });

    it("refuses a broken picture and goes on with the next one", async () => {
      await expect(rasterizer.toPng("<svg")).rejects.toThrow("could not be rasterised");
      await expect(rasterizer.toWebp(new Uint8Array(9))).rejects.toThrow("could not be rasterised");
      expect((await rasterizer.toPng(triangle)).length).toBeGreaterThan(50);
    });

    it("[F5] makes a lossless WebP of a PNG, the same bytes each time", async () => {
      await openWebpDecoder(wasmOf("@jsquash/webp/codec/dec/webp_dec.wasm"));
      const png = await rasterizer.toPng(smallSvg(`<circle cx="15" cy="15" r="9" fill="#777"/>`));
      const webp = await rasterizer.toWebp(png);
      expect(await rasterizer.toWebp(png)).toEqual(webp);
      expect(new TextDecoder().decode(webp.subarray(8, 16))).toBe("WEBPVP8L");
      const { data } = await decodeWebp(Uint8Array.from(webp).buffer);
      expect([...data]).toEqual([...decodeGreyPng(png).data]);
    });

    it("refuses work after it is closed", async () => {
      const closed = await open();
      await closed.close();
      await expect(closed.toPng(triangle)).rejects.toThrow("closed");
    });
  });
}
