import type { PixelBox, RowPainter } from "./coverage.ts";

/** A picture with a plane of bytes for each of its colours: one of grey, or red, green and blue. Opaque. */
export interface Planes {
  width: number;
  height: number;
  planes: readonly Uint8Array[];
}

/** How much of each pixel of a box may be painted, 0–255. */
export interface Mask {
  box: PixelBox;
  coverages: Uint8Array;
  /** For each row, the longest stretch of 255: from here to before there, in pixels of the picture. */
  wholeFrom: Int32Array;
  wholeTo: Int32Array;
}

/** A colour for each plane, 0–255, and how much of it, 0–1. */
export interface Colour {
  values: readonly number[];
  alpha: number;
}

/** A part of a row of one plane. */
export interface RowPart {
  plane: Uint8Array;
  /** Which of the picture's planes it is. */
  index: number;
  y: number;
  /** Where the row begins in the plane. */
  start: number;
  from: number;
  to: number;
}

/** Colours that differ from pixel to pixel. */
export interface Shade {
  /** Lays so much of its colours (0–1) on a part of a row; where there are `coverages` (0–255, at their places in the row), so much of each. */
  paint(part: RowPart, share: number, coverages: Uint8Array | null): void;
}

export type Paint = { colour: Colour } | { shade: Shade; alpha: number };

/** White paper of a size in pixels, to be painted on. */
export function paper(width: number, height: number, planes: number): Planes {
  return { width, height, planes: Array.from({ length: planes }, () => new Uint8Array(width * height).fill(255)) };
}

/** Paints rows of coverage on a picture, through a mask where there is one. */
export class SurfacePainter implements RowPainter {
  readonly #surface: Planes;
  readonly #masked: Uint8Array;
  readonly #words: SheetLayer[];
  #shade: Shade | null = null;
  #values: readonly number[] = [];
  #alpha = 0;
  #mask: Mask | null = null;

  constructor(surface: Planes) {
    this.#surface = surface;
    this.#masked = new Uint8Array(surface.width);
    this.#words = surface.planes.map((plane) => new SheetLayer(plane));
  }

  with(paint: Paint, mask: Mask | null): this {
    this.#shade = "shade" in paint ? paint.shade : null;
    this.#values = "shade" in paint ? [] : paint.colour.values;
    this.#alpha = "shade" in paint ? paint.alpha : paint.colour.alpha;
    this.#mask = mask;
    return this;
  }

  even(y: number, from: number, to: number, coverage: number): void {
    if (!this.#mask) return this.#lay(y, from, to, coverage, null);
    const row = y - this.#mask.box.top;
    const start = Math.min(to, Math.max(from, this.#mask.wholeFrom[row] ?? 0));
    const end = Math.max(start, Math.min(to, this.#mask.wholeTo[row] ?? 0));
    if (end > start) this.#lay(y, start, end, coverage, null);
    this.#evenThroughMask(y, from, start, coverage);
    this.#evenThroughMask(y, end, to, coverage);
  }

  mixed(y: number, from: number, to: number, coverages: Uint8Array): void {
    const mask = this.#mask;
    const row = mask ? y - mask.box.top : 0;
    if (!mask || ((mask.wholeFrom[row] ?? 0) <= from && (mask.wholeTo[row] ?? 0) >= to))
      this.#lay(y, from, to, 1, coverages);
    else this.#throughMask(y, from, to, coverages);
  }

  #evenThroughMask(y: number, from: number, to: number, coverage: number): void {
    if (to <= from) return;
    this.#masked.fill(coverage, from, to);
    this.#throughMask(y, from, to, this.#masked);
  }

  #throughMask(y: number, from: number, to: number, coverages: Uint8Array): void {
    if (!this.#mask) return;
    const { box, coverages: allowed } = this.#mask;
    const start = (y - box.top) * (box.right - box.left) - box.left;
    for (let x = from; x < to; x++) {
      const coverage = coverages[x] ?? 0;
      this.#masked[x] = coverage === 0 ? 0 : (coverage * (allowed[start + x] ?? 0) + 127) / 255;
    }
    this.#lay(y, from, to, 1, this.#masked);
  }

  /** Lays the paint on a part of a row, `coverage` of 255 where there are no coverages. */
  #lay(y: number, from: number, to: number, coverage: number, coverages: Uint8Array | null): void {
    const { planes, width } = this.#surface;
    const start = y * width;
    const share = (coverage * this.#alpha) / 255;
    for (let index = 0; index < planes.length; index++) {
      const plane = planes[index];
      if (!plane) continue;
      const value = this.#values[index] ?? 0;
      if (this.#shade) this.#shade.paint({ plane, index, y, start, from, to }, share, coverages);
      else if (coverages) layUneven(plane, start, from, to, value, share, coverages);
      else if (share >= 1) plane.fill(value, start + from, start + to);
      else this.#words[index]?.lay(start + from, start + to, value, share);
    }
  }
}

/** See-through sheets on a plane of bytes, four at a time: they lie on more pixels than all else. */
class SheetLayer {
  readonly #plane: Uint8Array;
  readonly #words: Uint32Array;

  constructor(plane: Uint8Array) {
    this.#plane = plane;
    this.#words = new Uint32Array(plane.buffer, plane.byteOffset, plane.length >> 2);
  }

  /** Lays a share (0–1, to the nearest 256th) of a value from place `from` to before `to`. */
  lay(from: number, to: number, value: number, share: number): void {
    const plane = this.#plane;
    const words = this.#words;
    const keep = 256 - Math.round(share * 256);
    const added = value * (256 - keep) + 128;
    const first = Math.min(to, (from + 3) & ~3);
    const last = Math.max(first, to & ~3);
    for (let at = from; at < first; at++) plane[at] = ((plane[at] ?? 0) * keep + added) >> 8;
    // Two bytes of a word with room between them are multiplied at once.
    const pair = Math.imul(added, 0x10001);
    for (let at = first >> 2; at < last >> 2; at++) {
      const word = words[at] ?? 0;
      const even = ((Math.imul(word & 0xff00ff, keep) + pair) | 0) >>> 8;
      const odd = (Math.imul((word >>> 8) & 0xff00ff, keep) + pair) & 0xff00ff00;
      words[at] = (even & 0xff00ff) | odd;
    }
    for (let at = last; at < to; at++) plane[at] = ((plane[at] ?? 0) * keep + added) >> 8;
  }
}

function layUneven(
  plane: Uint8Array,
  start: number,
  from: number,
  to: number,
  value: number,
  share: number,
  coverages: Uint8Array,
): void {
  for (let x = from; x < to; x++) {
    const coverage = coverages[x] ?? 0;
    if (coverage !== 0) plane[start + x] = blended(plane[start + x] ?? 0, value, coverage * share);
  }
}

/** What stands on a pixel when a share (0–1) of it is painted, rounded. */
export const blended = (under: number, over: number, share: number): number =>
  (under + (over - under) * share + 0.5) | 0;

/** Collects a shape as a mask; what another mask leaves of it where one is given. */
export class MaskPainter implements RowPainter {
  readonly mask: Mask;
  readonly #within: Mask | null;

  constructor(box: PixelBox, within: Mask | null) {
    const height = box.bottom - box.top;
    this.#within = within;
    this.mask = {
      box,
      coverages: new Uint8Array((box.right - box.left) * height),
      wholeFrom: new Int32Array(height),
      wholeTo: new Int32Array(height),
    };
  }

  even(y: number, from: number, to: number, coverage: number): void {
    const { box, coverages } = this.mask;
    const start = (y - box.top) * (box.right - box.left) - box.left;
    coverages.fill(coverage, start + from, start + to);
  }

  mixed(y: number, from: number, to: number, coverages: Uint8Array): void {
    const { box } = this.mask;
    const start = (y - box.top) * (box.right - box.left) - box.left;
    this.mask.coverages.set(coverages.subarray(from, to), start + from);
  }

  /** The mask, when all is painted. */
  finished(): Mask {
    const { box, coverages, wholeFrom, wholeTo } = this.mask;
    const width = box.right - box.left;
    for (let row = 0; row < box.bottom - box.top; row++) {
      const start = row * width;
      if (this.#within) this.#cut(row, this.#within);
      let [best, bestFrom] = [0, 0];
      for (let x = 0; x < width; x++) {
        if (coverages[start + x] !== 255) continue;
        const from = x;
        while (x < width && coverages[start + x] === 255) x++;
        if (x - from > best) [best, bestFrom] = [x - from, from];
      }
      wholeFrom[row] = box.left + bestFrom;
      wholeTo[row] = box.left + bestFrom + best;
    }
    return this.mask;
  }

  #cut(row: number, within: Mask): void {
    const { box, coverages } = this.mask;
    const width = box.right - box.left;
    const outer = (row + box.top - within.box.top) * (within.box.right - within.box.left) + box.left - within.box.left;
    for (let x = 0; x < width; x++) {
      const at = row * width + x;
      coverages[at] = ((coverages[at] ?? 0) * (within.coverages[outer + x] ?? 0) + 127) / 255;
    }
  }
}
