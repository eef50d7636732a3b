import { type Affine, scaleOf } from "./affine.ts";
import { blended, type Planes, type Shade } from "./surface.ts";
import { parseColour, type Rgba } from "./svg-style.ts";
import type { SvgElement } from "./svg-tree.ts";

/** A picture that repeats, and how much of it covers what it lies on (0–255). */
export interface Tile extends Planes {
  alphas: Uint8Array;
}

interface Repeats {
  count: number;
  pixels: number;
}

/**
 * Whole pixels that hold a few repetitions of `length` pixels: no repetition is resampled, so that every dot of a screen is the same, and
 * its pitch is even. It may be off by a hundredth, which nobody sees.
 */
function wholeRepeats(length: number): Repeats {
  let best = { count: 1, pixels: 1, off: Infinity };
  for (let count = 1; count <= 6 && best.off > 0.01; count++) {
    const pixels = Math.max(1, Math.round(count * length));
    const off = Math.abs(pixels / count - length) / length;
    if (off < best.off - 1e-4) best = { count, pixels, off };
  }
  return best;
}

/** Draws a few repetitions in each direction as a tile of whole pixels. `draw` gives the pattern's own square in a size in pixels. */
export function tileOf(
  width: number,
  height: number,
  scale: Affine,
  draw: (width: number, height: number) => Tile,
): Tile {
  const upright = scale[1] === 0 && scale[2] === 0;
  const across = wholeRepeats(width * (upright ? Math.abs(scale[0]) : scaleOf(scale)));
  const down = wholeRepeats(height * (upright ? Math.abs(scale[3]) : scaleOf(scale)));
  if (across.count === 1 && down.count === 1) return draw(across.pixels, down.pixels);
  const large = ({ count, pixels }: Repeats): number => Math.ceil((samples * pixels) / count);
  return sampled(draw(large(across), large(down)), across, down);
}

/** Looks in each direction that a pixel of a resampled tile takes at a larger drawing of it. */
const samples = 4;

function sampled(large: Tile, across: Repeats, down: Repeats): Tile {
  const places = (size: number, { count, pixels }: Repeats): Int32Array =>
    Int32Array.from({ length: pixels * samples }, (_, i) => {
      const at = (((i + 0.5) / samples) * count * size) / pixels;
      return Math.floor(at) % size;
    });
  const [columns, rows] = [places(large.width, across), places(large.height, down)];
  const [width, height] = [across.pixels, down.pixels];
  const shrunk = (plane: Uint8Array): Uint8Array => {
    const small = new Uint8Array(width * height);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let j = 0; j < samples; j++) {
          const row = (rows[y * samples + j] ?? 0) * large.width;
          for (let i = 0; i < samples; i++) sum += plane[row + (columns[x * samples + i] ?? 0)] ?? 0;
        }
        small[y * width + x] = Math.round(sum / (samples * samples));
      }
    return small;
  };
  return { width, height, planes: large.planes.map(shrunk), alphas: shrunk(large.alphas) };
}

/** A picture that was drawn on black and on white, as its own colours and how much of them there is. */
export function liftedTile(onBlack: Planes, onWhite: Planes): Tile {
  const { width, height, planes } = onBlack;
  const alphas = new Uint8Array(width * height);
  const lifted = planes.map((black, i) => {
    const white = onWhite.planes[i] ?? black;
    return black.map((value, at) => {
      const alpha = 255 - ((white[at] ?? 0) - value);
      alphas[at] = alpha;
      return alpha === 0 ? 0 : Math.min(255, Math.round((value * 255) / alpha));
    });
  });
  return { width, height, planes: lifted, alphas };
}

/** A tile made ready to be laid: its rows repeated side by side, so that a stretch of them is found in one piece. */
export interface Screen {
  /** Of the tile, in pixels. */
  width: number;
  height: number;
  /** Pixels that are found in one piece from anywhere in the first repetition: a number of whole ones. */
  reach: number;
  /** Rows of `reach` pixels and one repetition more. */
  planes: readonly Uint8Array[];
  alphas: Uint8Array;
  /** Whether it hides all that it lies on. */
  solid: boolean;
}

/** Pixels that are laid at once, about. */
const stretch = 256;

export function screenOf({ width, height, planes, alphas }: Tile): Screen {
  const reach = width * Math.ceil(stretch / width);
  const repeated = (plane: Uint8Array): Uint8Array => {
    const rows = new Uint8Array((reach + width) * height);
    for (let i = 0; i < rows.length; i++) {
      const row = Math.floor(i / (reach + width));
      rows[i] = plane[row * width + ((i - row * (reach + width)) % width)] ?? 0;
    }
    return rows;
  };
  const solid = alphas.every((alpha) => alpha === 255);
  return { width, height, reach, planes: planes.map(repeated), alphas: repeated(alphas), solid };
}

/** A screen over the whole picture. A corner of its tile stands on a whole pixel near (`left`, `top`), so that it is copied and never resampled. */
export function screenShade({ width, height, reach, planes, alphas, solid }: Screen, left: number, top: number): Shade {
  const [offX, offY] = [width - modulo(Math.round(left), width), height - modulo(Math.round(top), height)];
  return {
    paint(plane, index, y, start, from, to, share, coverages) {
      const source = planes[index] ?? alphas;
      const row = ((y + offY) % height) * (reach + width) + ((from + offX) % width);
      const copied = solid && share >= 1 && coverages === null;
      // Whole repetitions further everything is the same.
      for (let at = from; at < to; at += reach) {
        const count = at + reach < to ? reach : to - at;
        if (copied) copyScreen(plane, start + at, source, row, count);
        else layScreen(plane, start + at, source, alphas, row, count, share / 255, coverages, at);
      }
    },
  };
}

/** From so many pixels on they are copied as a block. */
const blockFrom = 48;

function copyScreen(plane: Uint8Array, to: number, source: Uint8Array, row: number, count: number): void {
  if (count >= blockFrom) plane.set(source.subarray(row, row + count), to);
  else for (let i = 0; i < count; i++) plane[to + i] = source[row + i] ?? 0;
}

/** Lays `count` pixels of a screen from place `to` of the plane on; the first one's coverage stands at `covered`. */
function layScreen(
  plane: Uint8Array,
  to: number,
  source: Uint8Array,
  alphas: Uint8Array,
  row: number,
  count: number,
  unit: number,
  coverages: Uint8Array | null,
  covered: number,
): void {
  for (let i = 0; i < count; i++) {
    const alpha = alphas[row + i] ?? 0;
    if (alpha === 0) continue;
    const share = (coverages === null ? 1 : (coverages[covered + i] ?? 0)) * alpha * unit;
    if (share >= 0.999) plane[to + i] = source[row + i] ?? 0;
    else if (share !== 0) plane[to + i] = blended(plane[to + i] ?? 0, source[row + i] ?? 0, share);
  }
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

/** Colours of a gradient from its start to its end. */
const gradientSteps = 1024;

/** A linear gradient in the units of what it fills; null where it is written in a way that is not known here. `planesOf`: a colour as one for each plane. */
export function gradientShade(
  { attributes, children }: SvgElement,
  [a, b, c, d, e, f]: Affine,
  planesOf: (colour: Rgba) => readonly number[],
): Shade | null {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ["x1", "y1", "x2", "y2"].map((name) =>
    Number(attributes.get(name) ?? Number.NaN),
  );
  const stops = children.map(stopOf);
  const known = attributes.size === 6 && attributes.get("gradientUnits") === "userSpaceOnUse";
  const [wide, high] = [x2 - x1, y2 - y1];
  const length = wide * wide + high * high;
  const area = a * d - b * c;
  if (!known || !(length > 0) || area === 0 || stops.length === 0) return null;
  const colours = stops.filter((stop) => stop !== null);
  if (colours.length < stops.length) return null;
  const table = Array.from({ length: gradientSteps + 1 }, (_, i) => colourAt(colours, i / gradientSteps));
  const planes = table.map(planesOf);
  const shares = Float64Array.from(table, ([, , , alpha]) => alpha);
  // How far along the gradient a pixel lies, from the map of its units to pixels turned round.
  const [acrossX, acrossY] = [(d * wide - b * high) / area / length, (a * high - c * wide) / area / length];
  const [startX, startY] = [a * x1 + c * y1 + e, b * x1 + d * y1 + f];
  return {
    paint(plane, index, y, start, from, to, share, coverages) {
      for (let x = from; x < to; x++) {
        const along = (x + 0.5 - startX) * acrossX + (y + 0.5 - startY) * acrossY;
        const step = Math.round(Math.max(0, Math.min(1, along)) * gradientSteps);
        const laid = (shares[step] ?? 0) * share * (coverages === null ? 1 : (coverages[x] ?? 0));
        if (laid !== 0) plane[start + x] = blended(plane[start + x] ?? 0, planes[step]?.[index] ?? 0, laid);
      }
    },
  };
}

interface Stop {
  at: number;
  colour: Rgba;
}

function stopOf({ name, attributes }: SvgElement): Stop | null {
  const colour = parseColour(attributes.get("stop-color") ?? "");
  const at = Number(attributes.get("offset") ?? Number.NaN);
  return name === "stop" && attributes.size === 2 && colour && at >= 0 && at <= 1 ? { at, colour } : null;
}

function colourAt(stops: readonly Stop[], at: number): Rgba {
  const after = stops.findIndex((stop) => stop.at >= at);
  const [last, next] = [stops[after < 0 ? stops.length - 1 : Math.max(0, after - 1)], stops[after]];
  if (!last || !next || next.at <= last.at) return (next ?? last)?.colour ?? [0, 0, 0, 0];
  const share = (at - last.at) / (next.at - last.at);
  const mixed = (i: 0 | 1 | 2 | 3): number => last.colour[i] + (next.colour[i] - last.colour[i]) * share;
  return [mixed(0), mixed(1), mixed(2), mixed(3)];
}
