import * as steady from "../geometry/steady-math.ts";
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
        if (!(flag ? this.#flag(i) : this.#number(i))) return false;
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

  /** Reads 0 or 1 into `numbers`; false where there is neither. */
  #flag(into: number): boolean {
    this.#skip();
    const code = this.#text.charCodeAt(this.#at++);
    this.#numbers[into] = code - 48;
    return code === 48 || code === 49;
  }

  /** Reads a number in decimals into `numbers`; false where there is none. */
  #number(into: number): boolean {
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
    if (digits === 0 || code === 101 || code === 69) return false;
    this.#at = at;
    this.#numbers[into] = negative ? -value : value;
    return true;
  }

  /** Goes on by a command whose numbers are read. They are handed on where they stand: as arguments they would be objects. */
  #step(kind: number, relative: boolean, previous: number): void {
    const numbers = this.#numbers;
    if (relative) this.#fromHere(kind);
    switch (kind) {
      case m_:
        this.#startX = this.#x = numbers[0] ?? 0;
        this.#startY = this.#y = numbers[1] ?? 0;
        this.#flat.move(this.#x, this.#y);
        this.#open = true;
        return;
      case l_:
        return this.#line(0);
      case h_:
        numbers[1] = this.#y;
        return this.#line(0);
      case v_:
        numbers[1] = numbers[0] ?? 0;
        numbers[0] = this.#x;
        return this.#line(0);
      case c_:
        return this.#cubic();
      case s_:
        numbers.copyWithin(2, 0, 4);
        this.#mirror(previous === c_ || previous === s_);
        return this.#cubic();
      case q_:
        return this.#quadratic();
      case t_:
        numbers.copyWithin(2, 0, 2);
        this.#mirror(previous === q_ || previous === t_);
        return this.#quadratic();
      default:
        return this.#arc();
    }
  }

  /** Makes the numbers of a command count from the corner of the picture instead of from where the path is. */
  #fromHere(kind: number): void {
    const numbers = this.#numbers;
    if (kind === h_) numbers[0] = this.#x + (numbers[0] ?? 0);
    else if (kind === v_) numbers[0] = this.#y + (numbers[0] ?? 0);
    else
      for (let i = kind === a_ ? 5 : 0; i < (counts[kind] ?? 0); i += 2) {
        const down = i + 1;
        numbers[i] = this.#x + (numbers[i] ?? 0);
        numbers[down] = this.#y + (numbers[down] ?? 0);
      }
  }

  /** The first control point of a curve that goes on smoothly is the last one mirrored; after anything else it is where the path is. */
  #mirror(smooth: boolean): void {
    this.#numbers[0] = smooth ? 2 * this.#x - this.#controlX : this.#x;
    this.#numbers[1] = smooth ? 2 * this.#y - this.#controlY : this.#y;
  }

  /** What follows the end of a closed piece begins at its start. */
  #reopen(): void {
    if (this.#open) return;
    this.#flat.move(this.#x, this.#y);
    this.#open = true;
  }

  /** A line to the point among the numbers that begins at `at`. */
  #line(at: number): void {
    this.#reopen();
    this.#x = this.#numbers[at] ?? 0;
    this.#y = this.#numbers[at + 1] ?? 0;
    this.#flat.line(this.#x, this.#y);
  }

  #close(): void {
    if (!this.#open) return;
    this.#flat.close();
    this.#x = this.#startX;
    this.#y = this.#startY;
    this.#open = false;
  }

  #cubic(): void {
    this.#reopen();
    const numbers = this.#numbers;
    const ax = numbers[0] ?? 0;
    const ay = numbers[1] ?? 0;
    const bx = numbers[2] ?? 0;
    const by = numbers[3] ?? 0;
    const x = numbers[4] ?? 0;
    const y = numbers[5] ?? 0;
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

  #quadratic(): void {
    this.#reopen();
    const numbers = this.#numbers;
    const ax = numbers[0] ?? 0;
    const ay = numbers[1] ?? 0;
    const x = numbers[2] ?? 0;
    const y = numbers[3] ?? 0;
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
  #arc(): void {
    const numbers = this.#numbers;
    let rx = Math.abs(numbers[0] ?? 0);
    let ry = Math.abs(numbers[1] ?? 0);
    const tilt = ((numbers[2] ?? 0) * Math.PI) / 180;
    const large = numbers[3] === 1;
    const sweep = numbers[4] === 1;
    const x = numbers[5] ?? 0;
    const y = numbers[6] ?? 0;
    if (rx === 0 || ry === 0) return this.#line(5);
    this.#reopen();
    const [sine, cosine] = [steady.sin(tilt), steady.cos(tilt)];
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
    const start = steady.atan2((py - offY) / ry, (px - offX) / rx);
    let angle = steady.atan2((-py - offY) / ry, (-px - offX) / rx) - start;
    if (sweep && angle < 0) angle += 2 * Math.PI;
    if (!sweep && angle > 0) angle -= 2 * Math.PI;
    const steps = stepsFor((Math.max(rx, ry) * angle * angle) / 8, this.#tolerance);
    for (let i = 1; i < steps; i++) {
      const at = start + (angle * i) / steps;
      const [ux, uy] = [rx * steady.cos(at), ry * steady.sin(at)];
      this.#flat.line(middleX + cosine * ux - sine * uy, middleY + sine * ux + cosine * uy);
    }
    this.#line(5);
  }
}

/** `Math.hypot` keeps its word for numbers that no page has, and is slow. */
const length = (x: number, y: number): number => Math.sqrt(x * x + y * y);

/** Number of chords for a curve that one chord would miss by `miss`. */
const stepsFor = (miss: number, tolerance: number): number =>
  Math.max(1, Math.min(200, Math.ceil(Math.sqrt(miss / tolerance))));
