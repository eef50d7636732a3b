import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import { expect } from "vitest";
import { encodePng } from "../src/core/image/picture-png.ts";

const folder = new URL("golden/", import.meta.url);

/** Compares a drawing with its picture in `test/golden/`, byte by byte. After a wanted change look at the new picture, which `UPDATE_GOLDENS=1` writes. */
export function expectGolden(name: string, svg: string): void {
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const png = Buffer.from(encodePng({ width: image.width, height: image.height, data: image.pixels }));
  const file = new URL(`${name}.png`, folder);
  if (process.env["UPDATE_GOLDENS"] === "1") {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, png);
  }
  expect(existsSync(file), `${name}.png is missing: look at the picture and run again with UPDATE_GOLDENS=1`).toBe(
    true,
  );
  expect(png.equals(readFileSync(file)), `${name} changed: look at it, then run again with UPDATE_GOLDENS=1`).toBe(
    true,
  );
}
