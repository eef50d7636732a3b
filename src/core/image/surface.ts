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

/** Colours that differ from pixel to pixel. */
export interface Shade {
  /**
   * Lays so much of its colours (0–1) on row `y` of a plane, which begins at `start` there, from pixel `from` to before `to`; where there are
   * `coverages` (0–255, at their places in the row), so much of each. `index`: which of the picture's planes it is.
   */
  paint(
    plane: Uint8Array,
    index: number,
    y: number,
    start: number,
    from: number,
    to: number,
    share: number,
    coverages: Uint8Array | null,
  ): void;
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
      if (this.#shade) this.#shade.paint(plane, index, y, start, from, to, share, coverages);
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
  if (share === wholeShare) return layOpaque(plane, start, from, to, value, coverages);
  for (let x = from; x < to; x++) {
    const coverage = coverages[x] ?? 0;
    if (coverage !== 0) plane[start + x] = blended(plane[start + x] ?? 0, value, coverage * share);
  }
}

/** What one step of coverage is of a colour that hides all. */
const wholeShare = 1 / 255;

/** The same bytes as `blended` gives, in whole numbers. */
function layOpaque(
  plane: Uint8Array,
  start: number,
  from: number,
  to: number,
  value: number,
  coverages: Uint8Array,
): void {
  for (let x = from; x < to; x++) {
    const coverage = coverages[x] ?? 0;
    if (coverage === 255) plane[start + x] = value;
    else if (coverage !== 0) {
      const sum = (plane[start + x] ?? 0) * (255 - coverage) + value * coverage + 128;
      // Division by 255, rounded.
      plane[start + x] = (sum + (sum >> 8)) >> 8;
    }
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
    const { box, coverages, wholeFrom, wholeTo } = this.mask;
    const row = y - box.top;
    const start = row * (box.right - box.left) - box.left;
    coverages.fill(coverage, start + from, start + to);
    if (coverage !== 255 || to - from <= (wholeTo[row] ?? 0) - (wholeFrom[row] ?? 0)) return;
    wholeFrom[row] = from;
    wholeTo[row] = to;
  }

  mixed(y: number, from: number, to: number, coverages: Uint8Array): void {
    const { box } = this.mask;
    const start = (y - box.top) * (box.right - box.left) - box.left;
    const allowed = this.mask.coverages;
    for (let x = from; x < to; x++) allowed[start + x] = coverages[x] ?? 0;
  }

  /** The mask, when all is painted. */
  finished(): Mask {
    const { box } = this.mask;
    for (let row = 0; row < box.bottom - box.top; row++) {
      if (this.#within) this.#cut(row, this.#within);
      if (this.#within || !this.#grown(row)) this.#longest(row);
    }
    return this.mask;
  }

  /** Grows the longest even stretch of a row over its neighbours; false where there may be a longer one elsewhere. */
  #grown(row: number): boolean {
    const { box, coverages, wholeFrom, wholeTo } = this.mask;
    const start = row * (box.right - box.left) - box.left;
    let from = wholeFrom[row] ?? 0;
    let to = wholeTo[row] ?? 0;
    if (to === from) return false;
    while (from > box.left && coverages[start + from - 1] === 255) from--;
    while (to < box.right && coverages[start + to] === 255) to++;
    wholeFrom[row] = from;
    wholeTo[row] = to;
    return from - box.left < to - from && box.right - to < to - from;
  }

  /** Looks for the longest stretch of a row, pixel by pixel. */
  #longest(row: number): void {
    const { box, coverages, wholeFrom, wholeTo } = this.mask;
    const width = box.right - box.left;
    const start = row * width;
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
