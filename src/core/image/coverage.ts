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

/** Pixels of a row are looked through in blocks of 16: most of them no edge has touched. */
const blockShift = 4;
/** So few blocks are looked through pixel by pixel. */
const fewBlocks = 4;

/**
 * How much of each pixel a shape covers, as exact areas: every edge adds its share of the pixels that it crosses, and summing a row from the
 * left gives the winding. One buffer serves all shapes of a picture, one after another; it is as wide as the shape, so that small ones stay
 * in the fastest memory.
 */
export class Coverage {
  readonly #shares: Float32Array;
  /** First and last place in each row of the box that an edge has touched. */
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #row: Uint8Array;
  /** 1 for each block of a row that an edge has touched. */
  readonly #touched: Uint8Array;
  #box: PixelBox = { left: 0, top: 0, right: 0, bottom: 0 };
  #stride = 0;
  #blocks = 0;

  /** For pictures of a size in pixels. */
  constructor(width: number, height: number) {
    this.#shares = new Float32Array((width + 3) * height);
    this.#first = new Int32Array(height);
    this.#last = new Int32Array(height);
    this.#row = new Uint8Array(width + 3);
    this.#touched = new Uint8Array((((width + 3) >> blockShift) + 1) * height);
  }

  /** Begins a shape. Only what lies in the box is kept of it; the box must lie in the picture. */
  begin(box: PixelBox): void {
    this.#box = box;
    this.#stride = box.right - box.left + 3;
    this.#blocks = (this.#stride >> blockShift) + 1;
    this.#first.fill(this.#stride, 0, box.bottom - box.top);
    this.#last.fill(-1, 0, box.bottom - box.top);
  }

  /** Adds an edge between two points in pixels. Edges of a shape must close. */
  edge(x0: number, y0: number, x1: number, y1: number): void {
    const { left, top, right, bottom } = this.#box;
    if (y0 === y1) return;
    if (y0 < y1) {
      if (y1 <= top || y0 >= bottom) return;
      this.#down(x0, y0, x1, y1, 1, left, top, right, bottom);
    } else {
      if (y0 <= top || y1 >= bottom) return;
      this.#down(x1, y1, x0, y0, -1, left, top, right, bottom);
    }
  }

  /** Cuts an edge that leads down at the box: what is left of it counts at its left side, what is right of it does not count. */
  #down(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    winding: number,
    left: number,
    top: number,
    right: number,
    bottom: number,
  ): void {
    const slope = (x1 - x0) / (y1 - y0);
    let [ax, ay, bx, by] = [x0, y0, x1, y1];
    if (ay < top) {
      ax += slope * (top - ay);
      ay = top;
    }
    if (by > bottom) {
      bx += slope * (bottom - by);
      by = bottom;
    }
    if (ax >= right && bx >= right) return;
    if (ax <= left && bx <= left) return this.#cross(left, ay, left, by, 0, winding);
    if (ax < left) {
      const y = Math.min(by, ay + (left - ax) / slope);
      this.#cross(left, ay, left, y, 0, winding);
      ax = left;
      ay = y;
    } else if (ax > right) {
      ay = Math.min(by, ay + (right - ax) / slope);
      ax = right;
    }
    if (bx < left) {
      const y = Math.max(ay, by + (left - bx) / slope);
      this.#cross(left, y, left, by, 0, winding);
      bx = left;
      by = y;
    } else if (bx > right) {
      by = Math.max(ay, by + (right - bx) / slope);
      bx = right;
    }
    this.#cross(ax, ay, bx, by, slope, winding);
  }

  /** Adds an edge that leads down and lies in the box. */
  #cross(x0: number, y0: number, x1: number, y1: number, slope: number, winding: number): void {
    if (!(y1 > y0)) return;
    const shares = this.#shares;
    const { left, top } = this.#box;
    // Rounding must not lead out of the box.
    const low = (x0 < x1 ? x0 : x1) - left;
    const high = (x0 < x1 ? x1 : x0) - left;
    const bottom = y1 - top;
    const wide = this.#blocks > fewBlocks;
    let at = y0 - top;
    let x = x0 - left;
    for (let y = Math.floor(at); y < bottom; y++) {
      const until = y + 1 < bottom ? y + 1 : bottom;
      const share = (until - at) * winding;
      let next = x + slope * (until - at);
      if (next < low) next = low;
      else if (next > high) next = high;
      const near = x < next ? x : next;
      const far = x < next ? next : x;
      const first = Math.floor(near);
      const last = Math.floor(far);
      const row = y * this.#stride;
      if (wide)
        for (let block = first >> blockShift; block <= (last + 1) >> blockShift; block++)
          this.#touched[y * this.#blocks + block] = 1;
      if (first < (this.#first[y] ?? 0)) this.#first[y] = first;
      if (last + 1 > (this.#last[y] ?? 0)) this.#last[y] = last + 1;
      if (last === first) {
        const beyond = share * ((near + far) / 2 - first);
        shares[row + first] = (shares[row + first] ?? 0) + share - beyond;
        shares[row + first + 1] = (shares[row + first + 1] ?? 0) + beyond;
      } else this.#spread(row, near, far, share);
      x = next;
      at = until;
    }
  }

  /** An edge that crosses several pixels of a row: the area to its right grows by triangles at its ends and evenly between. */
  #spread(row: number, near: number, far: number, share: number): void {
    const shares = this.#shares;
    const each = share / (far - near);
    const first = Math.floor(near);
    const last = Math.floor(far);
    let before = 0;
    for (let pixel = first; pixel <= last; pixel++) {
      const from = pixel > near ? pixel : near;
      const to = pixel + 1 < far ? pixel + 1 : far;
      // What the part of the edge over this pixel covers of it, and what the parts before it do.
      const part = each * (to - from);
      const own = part * (pixel + 1 - (from + to) / 2);
      shares[row + pixel] = (shares[row + pixel] ?? 0) + own + before;
      before = part - own;
    }
    shares[row + last + 1] = (shares[row + last + 1] ?? 0) + before;
  }

  /** Hands the shape to a painter row by row, and is empty again. */
  paint(evenOdd: boolean, painter: RowPainter): void {
    const height = this.#box.bottom - this.#box.top;
    for (let row = 0; row < height; row++) if ((this.#last[row] ?? -1) >= 0) this.#paintRow(row, evenOdd, painter);
  }

  #paintRow(y: number, evenOdd: boolean, painter: RowPainter): void {
    const first = this.#first[y] ?? 0;
    const last = this.#last[y] ?? -1;
    const { left } = this.#box;
    const width = this.#box.right - left;
    const down = y + this.#box.top;
    const start = y * this.#stride;
    const shares = this.#shares;
    const row = this.#row;
    const end = Math.min(last + 1, width);
    let winding = 0;
    let coverage = 0;
    let mixedFrom = first;
    let x = first;
    while (x < end) {
      const share = shares[start + x] ?? 0;
      if (share !== 0) {
        shares[start + x] = 0;
        winding += share;
        coverage = covered(winding, evenOdd);
        row[left + x++] = coverage;
        continue;
      }
      const from = x;
      x = this.#nextShare(y, x, end);
      if (x - from < shortestRun) for (let at = left + from; at < left + x; at++) row[at] = coverage;
      else {
        if (from > mixedFrom) painter.mixed(down, left + mixedFrom, left + from, row);
        if (coverage > 0) painter.even(down, left + from, left + x, coverage);
        mixedFrom = x;
      }
    }
    if (end > mixedFrom) painter.mixed(down, left + mixedFrom, left + end, row);
    // What is still open ends at an edge to the right of the box.
    if (coverage > 0 && end < width) painter.even(down, left + end, left + width, coverage);
    for (x = Math.max(first, end); x <= last; x++) shares[start + x] = 0;
    if (this.#blocks > fewBlocks)
      this.#touched.fill(0, y * this.#blocks + (first >> blockShift), y * this.#blocks + (last >> blockShift) + 1);
  }

  /** The first place from `x` on that has a share, or `end`. */
  #nextShare(y: number, x: number, end: number): number {
    const shares = this.#shares;
    const start = y * this.#stride;
    const blocks = y * this.#blocks;
    let at = x;
    if (this.#blocks <= fewBlocks) {
      while (at < end && shares[start + at] === 0) at++;
      return at;
    }
    while (at < end) {
      const block = at >> blockShift;
      const edge = (block + 1) << blockShift;
      if (this.#touched[blocks + block] === 0) at = edge;
      else {
        const until = edge < end ? edge : end;
        while (at < until && shares[start + at] === 0) at++;
        if (at < until) return at;
      }
    }
    return end;
  }
}

/** 0–255 of a winding number, which is broken at edges. */
function covered(winding: number, evenOdd: boolean): number {
  let share = winding < 0 ? -winding : winding;
  if (evenOdd) {
    share %= 2;
    if (share > 1) share = 2 - share;
  } else if (share > 1) share = 1;
  return (share * 255 + 0.5) | 0;
}
