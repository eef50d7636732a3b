import * as steady from "../geometry/steady-math.ts";
import type { Point, Rect } from "../geometry/geometry.ts";
import { boxPath, GradedTones, ringPath } from "./graded-tone.ts";
import { clipToRect } from "../geometry/clip-polygon.ts";
import { pathBounds } from "../geometry/path-bounds.ts";
import { glaze, recoloured, recolouredSvg } from "./palette.ts";
import type { PanelPalette, Part } from "./palette-places.ts";
import { type Furred, paintedFigure } from "./palette-people.ts";

/** One decimal is a tenth of a dot of tone: enough for scenery, and a third less to write. */
export const brief = (value: number): string => String(Math.round(value * 10) / 10 + 0);

/** Path data of straight lines through the points, compact. */
export function corners(points: readonly Point[], closed = true): string {
  if (points.length === 0) return "";
  return `M${points.map((p) => `${brief(p.x)} ${brief(p.y)}`).join("L")}${closed ? "Z" : ""}`;
}

/** Path data of a straight stroke that thins at both ends. */
export function sliver(a: Point, b: Point, width: number): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (!(length > 0.5)) return "";
  const nx = ((a.y - b.y) / length) * (width / 2);
  const ny = ((b.x - a.x) / length) * (width / 2);
  const at = (t: number, side: number): Point => ({
    x: a.x + (b.x - a.x) * t + nx * side,
    y: a.y + (b.y - a.y) * t + ny * side,
  });
  return corners([a, at(0.25, 1), at(0.7, 1), b, at(0.7, -1), at(0.25, -1)]);
}

/** Where one panel's scenery is drawn, back to front, in page units. Collects shapes and the patterns that they need. */
export class Canvas {
  readonly bounds: Rect;
  readonly prefix: string;
  readonly #parts: string[] = [];
  readonly #tones: GradedTones;
  /** Null draws in ink. */
  readonly palette: PanelPalette | null;
  /** What the next strokes belong to. */
  part: Part = "plain";
  readonly #gradients: string[] = [];

  constructor(bounds: Rect, prefix: string, palette: PanelPalette | null = null) {
    this.bounds = bounds;
    this.prefix = prefix;
    this.palette = palette;
    this.#tones = new GradedTones(prefix);
  }

  get svg(): string {
    return this.#parts.join("");
  }

  get defs(): string {
    return this.#tones.defs() + this.#gradients.join("");
  }

  /** Adds finished SVG. */
  raw(svg: string): void {
    this.#parts.push(this.palette ? recolouredSvg(svg, this.palette.ramps[this.part]) : svg);
  }

  /** Adds a person or beast, whose own colours only take the light of the hour. */
  figure(svg: string, who: Furred): void {
    this.#parts.push(this.palette ? paintedFigure(svg, this.palette.people, who) : svg);
  }

  /** Says what everything belongs to that is drawn meanwhile: a palette gives it its colours. */
  as(part: Part, draw: () => void): void {
    const before = this.part;
    this.part = part;
    draw();
    this.part = before;
  }

  #colour(fill: string): string {
    return this.palette ? recoloured(fill, this.palette.ramps[this.part]) : fill;
  }

  /** Draws something, and takes it back where it does not suit: `suits` is asked about the box around all of it. */
  attempt(draw: () => void, suits: (box: Rect) => boolean): void {
    const from = this.#parts.length;
    draw();
    const paths = [
      ...this.#parts
        .slice(from)
        .join("")
        .matchAll(/ d="([^"]*)"/g),
    ].map(([, path = ""]) => path);
    const box = pathBounds(paths.join(""));
    if (box && !suits(box)) this.#parts.length = from;
  }

  /** Fill of black dots: on white, or on nothing. */
  dots(coverage: number, paper: "white" | null = "white"): string {
    if (this.palette) return paper ? grey(1 - coverage) : this.#wash("black", coverage);
    return this.#tones.fill(coverage, { ink: "black", paper });
  }

  /** Fill of white dots: on black, or on nothing. */
  sparks(coverage: number, paper: "black" | null = null): string {
    if (this.palette) return paper ? grey(coverage) : this.#wash("white", coverage);
    return this.#tones.fill(coverage, { ink: "white", paper });
  }

  fill(path: string, fill: string): void {
    const near = fill === "none" ? "" : this.#near(path);
    if (near) this.#parts.push(`<path d="${near}" fill="${this.#colour(fill)}" fill-rule="evenodd"/>`);
  }

  /** Many overlapping strokes in one fill: where they cross they stay black. */
  solid(path: string, fill: string): void {
    const near = this.#near(path);
    if (near) this.#parts.push(`<path d="${near}" fill="${this.#colour(fill)}"/>`);
  }

  /** A shape with an even outline. */
  shape(path: string, fill: string, width: number, ink: string): void {
    const near = this.#near(path);
    if (near)
      this.#parts.push(
        `<path d="${near}" fill="${this.#colour(fill)}" stroke="${this.#colour(ink)}" stroke-width="${brief(width)}" stroke-linejoin="round" stroke-linecap="round"/>`,
      );
  }

  line(path: string, width: number, ink: string): void {
    this.shape(path, "none", width, ink);
  }

  /** The whole panel in one fill. */
  flood(fill: string): void {
    const { x, y, width, height } = this.bounds;
    this.fill(boxPath(x - 2, y - 2, width + 4, height + 4), fill);
  }

  /** Dots that grow or shrink from the top of the rectangle to its foot (or from left to right). */
  gradient(rect: Rect, from: number, to: number, options: { ink: "black" | "white"; across?: boolean }): void {
    if (this.palette) return this.#smooth(rect, from, to, options);
    const bands = Math.max(2, Math.min(26, Math.round(Math.abs(to - from) * 26)));
    for (let i = 0; i < bands; i++) {
      const coverage = from + ((to - from) * (i + 0.5)) / bands;
      const fill = options.ink === "black" ? this.dots(coverage, null) : this.sparks(coverage);
      const path = options.across
        ? boxPath(rect.x + (rect.width * i) / bands, rect.y, rect.width / bands + 0.3, rect.height)
        : boxPath(rect.x, rect.y + (rect.height * i) / bands, rect.width, rect.height / bands + 0.3);
      this.fill(path, fill);
    }
  }

  /** The same without dots. */
  #smooth(
    { x, y, width, height }: Rect,
    from: number,
    to: number,
    { ink, across }: { ink: "black" | "white"; across?: boolean },
  ): void {
    const id = `${this.prefix}s${this.#gradients.length}`;
    const [farX, farY] = across ? [x + width, y] : [x, y + height];
    const stop = (at: number, coverage: number): string =>
      `<stop offset="${at}" stop-color="${this.#wash(ink, coverage)}"/>`;
    this.#gradients.push(
      `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${brief(x)}" y1="${brief(y)}" x2="${brief(farX)}" y2="${brief(farY)}">${stop(0, from)}${stop(1, to)}</linearGradient>`,
    );
    this.fill(boxPath(x, y, width, height), `url(#${id})`);
  }

  /** See-through ink in the colour of what it lies on. */
  #wash(ink: "black" | "white", opacity: number): string {
    const ramp = this.palette?.ramps[this.part];
    if (!ramp) return ink === "black" ? "#000" : "#fff";
    return ink === "black" ? glaze(ramp.wash, opacity * ramp.strength) : glaze(ramp.shine, opacity);
  }

  /**
   * What can be seen of a path, piece by piece. What lies far off is never seen, but it widens the group that the panel is clipped
   * in until the rasteriser stops: straight shapes are cut at the panel, others are left out.
   */
  #near(path: string): string {
    const { x, y, width, height } = this.bounds;
    const [low, high] = [Math.min(0, x, y) - 700, Math.max(x + width, y + height) + 900];
    const suspect = maybeFar.test(path);
    return path.replace(/M(-?[\d.]+)[ ,](-?[\d.]+)[^M]*/g, (piece, px: string, py: string) => {
      const [across, down] = [Number(px), Number(py)];
      const numbers = suspect ? (piece.match(/-?\d+\.?\d*/g) ?? []).map(Number) : [];
      if (numbers.some((n) => n < low || n > high)) return straight.test(piece) ? this.#cut(numbers) : "";
      const near = across > x - width && across < x + 2 * width && down > y - height && down < y + 2 * height;
      return near ? piece : "";
    });
  }

  #cut(numbers: readonly number[]): string {
    const points: Point[] = [];
    for (let i = 0; i + 1 < numbers.length; i += 2) points.push({ x: numbers[i] ?? 0, y: numbers[i + 1] ?? 0 });
    return corners(clipToRect(points, this.bounds, 40));
  }

  /** A ring that does not reach far out of the panel: the rasteriser cannot place pictures whose parts lie pages away. */
  #ring(centre: Point, inner: number, outer: number): string {
    const { x, y, width, height } = this.bounds;
    const inside = Math.min(
      centre.x - outer - x,
      centre.y - outer - y,
      x + width - centre.x - outer,
      y + height - centre.y - outer,
    );
    if (inside > -60) return ringPath(centre.x, centre.y, inner, outer);
    const circle = (radius: number): string => corners(clipToRect(roundPolygon(centre, radius), this.bounds, 6));
    return circle(outer) + (inner > 0 ? circle(inner) : "");
  }

  /**
   * Plain white or black laid over the picture, thin enough to see through. Unlike white dots it never breaks a thin line into dashes.
   * Nested circles of even opacity; the middle is covered by `most` (0–1), the rim by next to nothing.
   */
  veil(centre: Point, radii: readonly [number, number], most: number, ink: "black" | "white"): void {
    const steps = Math.max(8, Math.min(24, Math.round((radii[1] - radii[0]) / 5)));
    const each = 1 - (1 - Math.min(0.99, most)) ** (1 / steps);
    for (let i = 0; i < steps; i++)
      this.#sheet(this.#ring(centre, 0, radii[1] + ((radii[0] - radii[1]) * i) / (steps - 1)), each, ink);
  }

  /** A veil that parts a head from what lies behind it; in colour it stands out by itself. */
  clearing(centre: Point, radii: readonly [number, number], most: number, ink: "black" | "white"): void {
    if (this.palette === null) this.veil(centre, radii, most, ink);
  }

  /** A see-through sheet over the whole panel. */
  cover(opacity: number, ink: "black" | "white"): void {
    const { x, y, width, height } = this.bounds;
    this.#sheet(boxPath(x - 2, y - 2, width + 4, height + 4), opacity, ink);
  }

  /** Mist in a band of the panel: a see-through white that grows from the top (or left edge) of the rectangle to the other side. */
  mist({ x, y, width, height }: Rect, from: number, to: number, across = false): void {
    const bands = 12;
    for (let i = 0; i < bands; i++) {
      const path = across
        ? boxPath(x + (width * i) / bands, y, width / bands, height)
        : boxPath(x, y + (height * i) / bands, width, height / bands);
      this.#sheet(path, from + ((to - from) * (i + 0.5)) / bands, "white");
    }
  }

  #sheet(path: string, opacity: number, ink: "black" | "white"): void {
    if (!path || !(opacity > 0)) return;
    const share = String(Math.round(opacity * 1000) / 1000);
    const fill = this.#wash(ink, 1);
    this.#parts.push(`<path d="${path}" fill="${fill}" fill-opacity="${share}"/>`);
  }

  /** Dots that change from the centre outwards, between two radii. */
  glow(centre: Point, radii: [number, number], coverage: [number, number], ink: "black" | "white"): void {
    const [inner, outer] = radii;
    const [from, to] = coverage;
    const bands = Math.max(2, Math.min(20, Math.round(Math.abs(to - from) * 24)));
    for (let i = 0; i < bands; i++) {
      const value = from + ((to - from) * (i + 0.5)) / bands;
      const near = inner + ((outer - inner) * i) / bands;
      const far = inner + ((outer - inner) * (i + 1)) / bands + 0.5;
      this.fill(this.#ring(centre, near, far), ink === "black" ? this.dots(value, null) : this.sparks(value));
    }
  }
}

/** A tone that a palette recolours where it is laid. */
function grey(lightness: number): string {
  const value = Math.round(255 * Math.max(0, Math.min(1, lightness)));
  return `#${value.toString(16).padStart(2, "0").repeat(3)}`;
}

/** Numbers that may lie outside the reach of a panel: most paths have none, and need not be read. */
const maybeFar = /-[7-9]\d\d|\d{4}/;

/** A closed shape of straight lines between absolute points. */
const straight = /^M[-\d.,\s]+(L[-\d.,\s]+)+Z\s*$/;

function roundPolygon(centre: Point, radius: number): Point[] {
  return Array.from({ length: 40 }, (_, i) => {
    const angle = (i / 40) * 2 * Math.PI;
    return { x: centre.x + steady.cos(angle) * radius, y: centre.y + steady.sin(angle) * radius };
  });
}

/** How far a ray from inside the rectangle runs until it leaves it by a margin. */
export function rayLength(bounds: Rect, from: Point, angle: number, margin: number): number {
  const [dx, dy] = [steady.cos(angle), steady.sin(angle)];
  const across =
    dx > 0 ? (bounds.x + bounds.width + margin - from.x) / dx : dx < 0 ? (bounds.x - margin - from.x) / dx : Infinity;
  const down =
    dy > 0 ? (bounds.y + bounds.height + margin - from.y) / dy : dy < 0 ? (bounds.y - margin - from.y) / dy : Infinity;
  return Math.max(0, Math.min(across, down));
}
