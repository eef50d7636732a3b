/** Straight lines in place of a path: points as x, y in a row, and where each piece of the path begins among them. */
export class FlatPath {
  #points = new Float64Array(256);
  #length = 0;
  readonly #starts: number[] = [];
  readonly #closed: boolean[] = [];

  get pieces(): number {
    return this.#starts.length;
  }

  /** Coordinates of all pieces; only those of `range` are of one piece. */
  get points(): Float64Array {
    return this.#points;
  }

  /** Places of a piece's first coordinate and of the first one after it. */
  range(piece: number): [from: number, to: number] {
    return [this.#starts[piece] ?? 0, this.#starts[piece + 1] ?? this.#length];
  }

  isClosed(piece: number): boolean {
    return this.#closed[piece] ?? false;
  }

  clear(): void {
    this.#length = 0;
    this.#starts.length = 0;
    this.#closed.length = 0;
  }

  move(x: number, y: number): void {
    // A point that nothing leads to or from is no piece.
    const start = this.#starts.at(-1);
    if (start !== undefined && this.#length === start + 2 && this.#closed.at(-1) === false) this.#length = start;
    else {
      this.#starts.push(this.#length);
      this.#closed.push(false);
    }
    this.line(x, y);
  }

  line(x: number, y: number): void {
    if (this.#length + 2 > this.#points.length) {
      const longer = new Float64Array(2 * this.#points.length);
      longer.set(this.#points);
      this.#points = longer;
    }
    this.#points[this.#length] = x;
    this.#points[this.#length + 1] = y;
    this.#length += 2;
  }

  close(): void {
    if (this.#closed.length > 0) this.#closed[this.#closed.length - 1] = true;
  }
}

/** Reads path data of SVG from `from` to before `to` into straight lines that lie within `tolerance` of it. False where it is broken. */
export function flattenPath(text: string, from: number, to: number, tolerance: number, flat: FlatPath): boolean {
  return new PathReader(text, from, to, tolerance, flat).read();
}

/** How many numbers each command takes, by its code; 9 where there is no such command. */
const counts = new Uint8Array(128).fill(9);
for (const [letter, count] of Object.entries({ m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }))
  counts[letter.charCodeAt(0)] = count;

/** Codes of small letters. */
const [a_, c_, h_, l_, m_, q_, s_, t_, v_, z_] = [97, 99, 104, 108, 109, 113, 115, 116, 118, 122] as const;

const tenths = Float64Array.from({ length: 20 }, (_, i) => 10 ** i);

class PathReader {
  readonly #text: string;
  readonly #end: number;
  readonly #tolerance: number;
  readonly #flat: FlatPath;
  readonly #numbers = new Float64Array(7);
  #at: number;
  #x = 0;
  #y = 0;
  #startX = 0;
  #startY = 0;
  /** The last control point, for commands that go on smoothly. */
  #controlX = 0;
  #controlY = 0;
  #open = false;

  constructor(text: string, from: number, to: number, tolerance: number, flat: FlatPath) {
    this.#text = text;
    this.#at = from;
    this.#end = to;
    this.#tolerance = tolerance;
    this.#flat = flat;
  }

  read(): boolean {
    // Codes of letters, 0 before the first; `kind` is that of the small one.
    let kind = 0;
    let relative = false;
    let previous = 0;
    for (;;) {
      this.#skip();
      if (this.#at >= this.#end) return true;
      const code = this.#text.charCodeAt(this.#at);
      if (code > 64) {
        kind = code | 32;
        relative = kind === code;
        this.#at++;
        if ((counts[kind] ?? 9) === 9) return false;
        if (kind === z_) {
          this.#close();
          previous = kind;
          continue;
        }
      } else if (previous === 0 || previous === z_) return false;
      const count = counts[kind] ?? 0;
      for (let i = 0; i < count; i++) {
        const flag = kind === a_ && (i === 3 || i === 4);
        const number = flag ? this.#flag() : this.#number();
        if (number !== number) return false;
        this.#numbers[i] = number;
      }
      this.#step(kind, relative, previous);
      previous = kind;
      // More pairs behind a start are lines.
      if (kind === m_) kind = l_;
    }
  }

  #skip(): void {
    for (; this.#at < this.#end; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 44 && code !== 10 && code !== 13 && code !== 9) return;
    }
  }

  #flag(): number {
    this.#skip();
    const code = this.#text.charCodeAt(this.#at++);
    return code === 48 ? 0 : code === 49 ? 1 : Number.NaN;
  }

  /** A number in decimals; not a number where there is none. */
  #number(): number {
    this.#skip();
    const text = this.#text;
    const end = this.#end;
    let at = this.#at;
    let code = at < end ? text.charCodeAt(at) : 0;
    const negative = code === 45;
    if (negative || code === 43) code = ++at < end ? text.charCodeAt(at) : 0;
    let digits = 0;
    let value = 0;
    for (; code >= 48 && code <= 57; code = ++at < end ? text.charCodeAt(at) : 0, digits++)
      value = value * 10 + (code - 48);
    if (code === 46) {
      code = ++at < end ? text.charCodeAt(at) : 0;
      let places = 0;
      for (; code >= 48 && code <= 57; code = ++at < end ? text.charCodeAt(at) : 0, places++)
        if (places < 15) value = value * 10 + (code - 48);
      digits += places;
      value /= tenths[Math.min(places, 15)] ?? 1;
    }
    // Powers of ten stand in no path of ours.
    if (digits === 0 || code === 101 || code === 69) return Number.NaN;
    this.#at = at;
    return negative ? -value : value;
  }

  #step(kind: number, relative: boolean, previous: number): void {
    const numbers = this.#numbers;
    const a = numbers[0] ?? 0;
    const b = numbers[1] ?? 0;
    const c = numbers[2] ?? 0;
    const d = numbers[3] ?? 0;
    const e = numbers[4] ?? 0;
    const f = numbers[5] ?? 0;
    const x = relative ? this.#x : 0;
    const y = relative ? this.#y : 0;
    switch (kind) {
      case m_:
        this.#startX = this.#x = x + a;
        this.#startY = this.#y = y + b;
        this.#flat.move(this.#x, this.#y);
        this.#open = true;
        return;
      case l_:
        return this.#line(x + a, y + b);
      case h_:
        return this.#line(x + a, this.#y);
      case v_:
        return this.#line(this.#x, y + a);
      case c_:
        return this.#cubic(x + a, y + b, x + c, y + d, x + e, y + f);
      case s_: {
        const smooth = previous === c_ || previous === s_;
        const px = smooth ? 2 * this.#x - this.#controlX : this.#x;
        const py = smooth ? 2 * this.#y - this.#controlY : this.#y;
        return this.#cubic(px, py, x + a, y + b, x + c, y + d);
      }
      case q_:
        return this.#quadratic(x + a, y + b, x + c, y + d);
      case t_: {
        const smooth = previous === q_ || previous === t_;
        const px = smooth ? 2 * this.#x - this.#controlX : this.#x;
        const py = smooth ? 2 * this.#y - this.#controlY : this.#y;
        return this.#quadratic(px, py, x + a, y + b);
      }
      default:
        return this.#arc(a, b, (c * Math.PI) / 180, d === 1, e === 1, x + f, y + (numbers[6] ?? 0));
    }
  }

  /** What follows the end of a closed piece begins at its start. */
  #reopen(): void {
    if (this.#open) return;
    this.#flat.move(this.#x, this.#y);
    this.#open = true;
  }

  #line(x: number, y: number): void {
    this.#reopen();
    this.#flat.line(x, y);
    this.#x = x;
    this.#y = y;
  }

  #close(): void {
    if (!this.#open) return;
    this.#flat.close();
    this.#x = this.#startX;
    this.#y = this.#startY;
    this.#open = false;
  }

  #cubic(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.#reopen();
    const fromX = this.#x;
    const fromY = this.#y;
    const bend = Math.max(length(fromX - 2 * ax + bx, fromY - 2 * ay + by), length(ax - 2 * bx + x, ay - 2 * by + y));
    // A chord of a curve with the second derivative 6 × bend is off by at most an eighth of it over the square of their number.
    const steps = stepsFor(0.75 * bend, this.#tolerance);
    for (let i = 1; i < steps; i++) {
      const t = i / steps;
      const u = 1 - t;
      const p = u * u * u;
      const q = 3 * u * u * t;
      const r = 3 * u * t * t;
      const s = t * t * t;
      this.#flat.line(p * fromX + q * ax + r * bx + s * x, p * fromY + q * ay + r * by + s * y);
    }
    this.#flat.line(x, y);
    this.#controlX = bx;
    this.#controlY = by;
    this.#x = x;
    this.#y = y;
  }

  #quadratic(ax: number, ay: number, x: number, y: number): void {
    this.#reopen();
    const fromX = this.#x;
    const fromY = this.#y;
    const steps = stepsFor(0.25 * length(fromX - 2 * ax + x, fromY - 2 * ay + y), this.#tolerance);
    for (let i = 1; i < steps; i++) {
      const t = i / steps;
      const u = 1 - t;
      this.#flat.line(u * u * fromX + 2 * u * t * ax + t * t * x, u * u * fromY + 2 * u * t * ay + t * t * y);
    }
    this.#flat.line(x, y);
    this.#controlX = ax;
    this.#controlY = ay;
    this.#x = x;
    this.#y = y;
  }

  /** Source: SVG 1.1, appendix F.6.5 and F.6.6: from the ends of an arc to its centre. */
  #arc(radiusX: number, radiusY: number, tilt: number, large: boolean, sweep: boolean, x: number, y: number): void {
    let [rx, ry] = [Math.abs(radiusX), Math.abs(radiusY)];
    if (rx === 0 || ry === 0) return this.#line(x, y);
    this.#reopen();
    const [sine, cosine] = [Math.sin(tilt), Math.cos(tilt)];
    const [halfX, halfY] = [(this.#x - x) / 2, (this.#y - y) / 2];
    const px = cosine * halfX + sine * halfY;
    const py = cosine * halfY - sine * halfX;
    const stretch = Math.sqrt((px * px) / (rx * rx) + (py * py) / (ry * ry));
    if (stretch === 0) return;
    if (stretch > 1) [rx, ry] = [rx * stretch, ry * stretch];
    const off = Math.sqrt(Math.max(0, 1 / Math.min(1, stretch * stretch) - 1)) * (large === sweep ? -1 : 1);
    const [offX, offY] = [(off * rx * py) / ry, (-off * ry * px) / rx];
    const middleX = cosine * offX - sine * offY + (this.#x + x) / 2;
    const middleY = sine * offX + cosine * offY + (this.#y + y) / 2;
    const start = Math.atan2((py - offY) / ry, (px - offX) / rx);
    let angle = Math.atan2((-py - offY) / ry, (-px - offX) / rx) - start;
    if (sweep && angle < 0) angle += 2 * Math.PI;
    if (!sweep && angle > 0) angle -= 2 * Math.PI;
    const steps = stepsFor((Math.max(rx, ry) * angle * angle) / 8, this.#tolerance);
    for (let i = 1; i < steps; i++) {
      const at = start + (angle * i) / steps;
      const [ux, uy] = [rx * Math.cos(at), ry * Math.sin(at)];
      this.#flat.line(middleX + cosine * ux - sine * uy, middleY + sine * ux + cosine * uy);
    }
    this.#line(x, y);
  }
}

/** `Math.hypot` keeps its word for numbers that no page has, and is slow. */
const length = (x: number, y: number): number => Math.sqrt(x * x + y * y);

/** Number of chords for a curve that one chord would miss by `miss`. */
const stepsFor = (miss: number, tolerance: number): number =>
  Math.max(1, Math.min(200, Math.ceil(Math.sqrt(miss / tolerance))));
