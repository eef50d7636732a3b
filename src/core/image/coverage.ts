import type { Affine } from "./affine.ts";

/** A box of whole pixels: `right` and `bottom` are the first ones outside. */
export interface PixelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Gets what a shape covers of a row, from left to right. */
export interface RowPainter {
  /** `coverage` (1–255) is the same from pixel `from` to before `to`. */
  even(y: number, from: number, to: number, coverage: number): void;
  /** `coverages` has one of 0–255 for every pixel, found at its place in the row. */
  mixed(y: number, from: number, to: number, coverages: Uint8Array): void;
}

/** From so many pixels on, even runs are painted as such. */
const shortestRun = 8;

/**
 * How much of each pixel a shape covers, as exact areas: every edge adds its share of the pixels that it crosses, and summing a row from the
 * left gives the winding. One buffer serves all shapes of a picture, one after another; it is as wide as the shape, so that small ones stay
 * in the fastest memory. A bit for each pixel tells where shares are, so that only those are looked at.
 */
export class Coverage {
  readonly #shares: Float32Array;
  readonly #row: Uint8Array;
  /** A bit for each place in `shares` that an edge has touched. */
  readonly #touched: Int32Array;
  /** The edge at work: x and y of its upper and of its lower end, and its slope. Handed on here and not as arguments, which would be objects. */
  readonly #edge = new Float64Array(5);
  #box: PixelBox = { left: 0, top: 0, right: 0, bottom: 0 };
  /** Places of a row: a multiple of 32, so that each row begins with a word of bits. */
  #stride = 0;

  /** For pictures of a size in pixels. */
  constructor(width: number, height: number) {
    this.#shares = new Float32Array(strideOf(width) * height);
    this.#touched = new Int32Array(this.#shares.length >> 5);
    this.#row = new Uint8Array(width + 3);
  }

  /** Begins a shape. Only what lies in the box is kept of it; the box must lie in the picture. */
  begin(box: PixelBox): void {
    this.#box = box;
    this.#stride = strideOf(box.right - box.left);
  }

  /** Adds a ring of points (x, y in a row, from `from` to before `to`), which the map brings to pixels. */
  ring(points: Float64Array, from: number, to: number, map: Affine): void {
    // Taken one by one: to take a list apart makes an object for each of its numbers.
    const a = map[0];
    const b = map[1];
    const c = map[2];
    const d = map[3];
    const e = map[4];
    const f = map[5];
    const { left, top, right, bottom } = this.#box;
    const edge = this.#edge;
    let px = points[to - 2] ?? 0;
    let py = points[to - 1] ?? 0;
    let x = a * px + c * py + e;
    let y = b * px + d * py + f;
    let inside = x >= left && x < right && y >= top && y <= bottom;
    for (let i = from; i < to; i += 2) {
      px = points[i] ?? 0;
      py = points[i + 1] ?? 0;
      const nextX = a * px + c * py + e;
      const nextY = b * px + d * py + f;
      const nextInside = nextX >= left && nextX < right && nextY >= top && nextY <= bottom;
      if (y !== nextY) {
        const down = y < nextY;
        edge[0] = down ? x : nextX;
        edge[1] = down ? y : nextY;
        edge[2] = down ? nextX : x;
        edge[3] = down ? nextY : y;
        edge[4] = down ? (nextX - x) / (nextY - y) : (x - nextX) / (y - nextY);
        if (inside && nextInside) this.#cross(down ? 1 : -1);
        else this.#cut(down ? 1 : -1);
      }
      x = nextX;
      y = nextY;
      inside = nextInside;
    }
  }

  /** Cuts the edge at the box: what is left of it counts at its left side, what is right of it does not count. */
  #cut(winding: number): void {
    const { left, top, right, bottom } = this.#box;
    let ax = this.#edge[0] ?? 0;
    let ay = this.#edge[1] ?? 0;
    let bx = this.#edge[2] ?? 0;
    let by = this.#edge[3] ?? 0;
    const slope = this.#edge[4] ?? 0;
    if (by <= top || ay >= bottom) return;
    if (ay < top) {
      ax += slope * (top - ay);
      ay = top;
    }
    if (by > bottom) {
      bx += slope * (bottom - by);
      by = bottom;
    }
    if (ax >= right && bx >= right) return;
    if (ax <= left && bx <= left) return this.#part(left, ay, left, by, 0, winding);
    if (ax < left) {
      const y = Math.min(by, ay + (left - ax) / slope);
      this.#part(left, ay, left, y, 0, winding);
      ax = left;
      ay = y;
    } else if (ax > right) {
      ay = Math.min(by, ay + (right - ax) / slope);
      ax = right;
    }
    if (bx < left) {
      const y = Math.max(ay, by + (left - bx) / slope);
      this.#part(left, y, left, by, 0, winding);
      bx = left;
      by = y;
    } else if (bx > right) {
      by = Math.max(ay, by + (right - bx) / slope);
      bx = right;
    }
    this.#part(ax, ay, bx, by, slope, winding);
  }

  /** A part of an edge that is left in the box. */
  #part(x0: number, y0: number, x1: number, y1: number, slope: number, winding: number): void {
    this.#edge[0] = x0;
    this.#edge[1] = y0;
    this.#edge[2] = x1;
    this.#edge[3] = y1;
    this.#edge[4] = slope;
    this.#cross(winding);
  }

  /** Adds the edge, which leads down and lies in the box. */
  #cross(winding: number): void {
    const edge = this.#edge;
    const x0 = edge[0] ?? 0;
    const y0 = edge[1] ?? 0;
    const x1 = edge[2] ?? 0;
    const y1 = edge[3] ?? 0;
    const slope = edge[4] ?? 0;
    if (!(y1 > y0)) return;
    const shares = this.#shares;
    const touched = this.#touched;
    const stride = this.#stride;
    const { left, top } = this.#box;
    // Rounding must not lead out of the box.
    const low = (x0 < x1 ? x0 : x1) - left;
    const high = (x0 < x1 ? x1 : x0) - left;
    const bottom = y1 - top;
    let at = y0 - top;
    let x = x0 - left;
    let y = at | 0;
    for (let row = y * stride; y < bottom; row += stride) {
      const until = ++y < bottom ? y : bottom;
      const share = (until - at) * winding;
      let next = x + slope * (until - at);
      if (next < low) next = low;
      else if (next > high) next = high;
      const near = x < next ? x : next;
      const far = x < next ? next : x;
      x = next;
      at = until;
      const first = near | 0;
      const last = far | 0;
      let place = row + first;
      if (first === last) {
        const beyond = share * ((near + far) / 2 - first);
        shares[place] = (shares[place] ?? 0) + share - beyond;
        touched[place >> 5] = (touched[place >> 5] ?? 0) | (1 << place++);
        shares[place] = (shares[place] ?? 0) + beyond;
        touched[place >> 5] = (touched[place >> 5] ?? 0) | (1 << place);
        continue;
      }
      // The area to the right of an edge that crosses several pixels grows by triangles at its ends and evenly between.
      const each = share / (far - near);
      let before = 0;
      for (let pixel = first; pixel <= last; pixel++) {
        const from = pixel > near ? pixel : near;
        const to = pixel + 1 < far ? pixel + 1 : far;
        // What the part of the edge over this pixel covers of it, and what the parts before it do.
        const part = each * (to - from);
        const own = part * (pixel + 1 - (from + to) / 2);
        shares[place] = (shares[place] ?? 0) + own + before;
        touched[place >> 5] = (touched[place >> 5] ?? 0) | (1 << place++);
        before = part - own;
      }
      shares[place] = (shares[place] ?? 0) + before;
      touched[place >> 5] = (touched[place >> 5] ?? 0) | (1 << place);
    }
  }

  /** Hands the shape to a painter row by row, and is empty again. */
  paint(evenOdd: boolean, painter: RowPainter): void {
    const { top, bottom } = this.#box;
    for (let y = top; y < bottom; y++) this.#paintRow(y, evenOdd, painter);
  }

  #paintRow(y: number, evenOdd: boolean, painter: RowPainter): void {
    const { left, top, right } = this.#box;
    const touched = this.#touched;
    const shares = this.#shares;
    const row = this.#row;
    const start = (y - top) * this.#stride;
    // From here on places are those of pixels in the row of the picture.
    const shift = left - start;
    let winding = 0;
    let coverage = 0;
    let x = -1;
    let mixedFrom = 0;
    let last = 0;
    for (let word = start >> 5; word < (start + this.#stride) >> 5; word++) {
      let bits = touched[word] ?? 0;
      if (bits === 0) continue;
      touched[word] = 0;
      do {
        const lowest = bits & -bits;
        bits ^= lowest;
        const place = (word << 5) + 31 - Math.clz32(lowest);
        const pixel = place + shift;
        last = pixel;
        if (x < 0) x = mixedFrom = pixel;
        const share = shares[place] ?? 0;
        if (share === 0) continue;
        shares[place] = 0;
        if (pixel >= right) continue;
        if (pixel - x >= shortestRun) {
          if (x > mixedFrom) painter.mixed(y, mixedFrom, x, row);
          if (coverage > 0) painter.even(y, x, pixel, coverage);
          mixedFrom = pixel;
        } else while (x < pixel) row[x++] = coverage;
        winding += share;
        if (evenOdd) coverage = coveredByOdd(winding);
        else {
          const whole = winding < 0 ? -winding : winding;
          coverage = whole > 1 ? 255 : (whole * 255 + 0.5) | 0;
        }
        row[pixel] = coverage;
        x = pixel + 1;
      } while (bits !== 0);
    }
    if (x < 0) return;
    const end = Math.min(last + 1, right);
    if (end - x >= shortestRun) {
      if (x > mixedFrom) painter.mixed(y, mixedFrom, x, row);
      if (coverage > 0) painter.even(y, x, end, coverage);
      mixedFrom = end;
    } else while (x < end) row[x++] = coverage;
    if (end > mixedFrom) painter.mixed(y, mixedFrom, end, row);
    // What is still open ends at an edge to the right of the box.
    if (coverage > 0 && end < right) painter.even(y, end, right, coverage);
  }
}

/** Places of a row of so many pixels: the edges at its right end need two more. */
const strideOf = (width: number): number => (width + 3 + 31) & ~31;

/** 0–255 of a winding number, which is broken at edges, where only odd windings are inside. */
function coveredByOdd(winding: number): number {
  const share = Math.abs(winding) % 2;
  return ((share > 1 ? 2 - share : share) * 255 + 0.5) | 0;
}
