import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { randomFrom } from "../../core/geometry/random.ts";
import { encodeGreyPlane } from "../../core/image/grey-png.ts";

/** Dots on paper with a frame and noise: what pages are made of, in 16 greys. */
function planeOf(width: number, height: number): Uint8Array {
  const random = randomFrom(width);
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x === 3 || y === 5) return 0;
    if (x > width / 2) return (x * 10) % 54 < 20 && (y * 10) % 54 < 20 ? 34 : 255;
    return y > height / 2 && random() < 0.2 ? 17 * Math.floor(16 * random()) : 255;
  });
}

/** The greys of a PNG as the decoder of the general engine reads them. */
function readByEngine(png: Uint8Array, width: number, height: number): Uint8Array {
  const href = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`;
  const { pixels } = new Resvg(svg, { imageRendering: 1, font: { loadSystemFonts: false } }).render();
  return Uint8Array.from({ length: width * height }, (_, i) => pixels[4 * i] ?? 0);
}

describe("encodeGreyPlane", () => {
  it("writes pictures that a decoder of others reads as they were, at odd widths too", () => {
    const sizes = [
      [8, 8],
      [7, 9],
      [640, 333],
      [1241, 500],
    ] as const;
    for (const [width, height] of sizes) {
      const plane = planeOf(width, height);
      const read = readByEngine(encodeGreyPlane({ width, height }, plane), width, height);
      expect(Buffer.compare(read, plane), `${width} × ${height}`).toBe(0);
    }
  });
});
