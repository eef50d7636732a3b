import { decodeGreyPng, encodeGreyPlane, encodeGreyPng, type Pixels, pngFile, pngRows } from "./grey-png.ts";
import { pngSize } from "./png-size.ts";
import type { Planes } from "./surface.ts";

/** Encodes a picture as a PNG: 16 greys where it has nothing but greys, else 8 bits for each of red, green and blue. The same bytes in every runtime. */
export function encodePng(pixels: Pixels): Uint8Array {
  return isGrey(pixels) ? encodeGreyPng(pixels) : pngFile(pixels, [8, 2], colourRows(pixels));
}

/** The same of an opaque picture that comes in planes. */
export function encodePlanes(picture: Planes): Uint8Array {
  const [red, green, blue] = picture.planes;
  if (!red) throw new TypeError("A picture has at least one plane");
  if (!green || !blue || (sameBytes(red, green) && sameBytes(red, blue))) return encodeGreyPlane(picture, red);
  return pngFile(picture, [8, 2], planeRows(picture, [red, green, blue]), 5);
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

/** Rows as `colourRows` gives them. */
function planeRows({ width, height }: Planes, planes: readonly Uint8Array[]): Uint8Array {
  const stride = 1 + 3 * width;
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    rows[y * stride] = 2;
    for (const [part, plane] of planes.entries()) {
      let to = y * stride + 1 + part;
      for (let at = y * width; at < (y + 1) * width; at++, to += 3)
        rows[to] = (plane[at] ?? 0) - (y === 0 ? 0 : (plane[at - width] ?? 0));
    }
  }
  return rows;
}

/** Reads a PNG that `encodePng` or `encodePlanes` wrote. Throws at any other. */
export function decodePng(png: Uint8Array): Pixels {
  // Bit depth and colour type of the header.
  return png[24] === 8 && png[25] === 2 ? decodeColours(png) : decodeGreyPng(png);
}

function isGrey({ data }: Pixels): boolean {
  for (let at = 0; at < data.length; at += 4) if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false;
  return true;
}

/** Each row as its difference from the one above (filter 2): flat colour becomes zeros. Source: PNG specification (third edition), 9.2. */
function colourRows({ width, height, data }: Pixels): Uint8Array {
  const stride = 1 + 3 * width;
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    let to = y * stride;
    rows[to++] = 2;
    for (let from = 4 * y * width; from < 4 * (y + 1) * width; from += 4) {
      for (let part = 0; part < 3; part++) {
        const above = y === 0 ? 0 : overPaper(data, from - 4 * width, part);
        rows[to++] = overPaper(data, from, part) - above;
      }
    }
  }
  return rows;
}

/** Rasterisers give premultiplied colour, so white paper adds what the ink leaves free. */
const overPaper = (data: Uint8Array, pixel: number, part: number): number =>
  (data[pixel + part] ?? 0) + 255 - (data[pixel + 3] ?? 255);

function decodeColours(png: Uint8Array): Pixels {
  const { width, height } = pngSize(png);
  const rows = pngRows(png);
  const data = new Uint8Array(4 * width * height).fill(255);
  for (let y = 0, from = 0, to = 0; y < height; y++) {
    if (rows[from++] !== 2) throw new TypeError("The picture is not a PNG of ours");
    for (let x = 0; x < width; x++, to += 4)
      for (let part = 0; part < 3; part++)
        data[to + part] = (rows[from++] ?? 0) + (y === 0 ? 0 : (data[to + part - 4 * width] ?? 0));
  }
  return { width, height, data };
}
