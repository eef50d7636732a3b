import type { SvgElement } from "./svg-tree.ts";

/** A colour of SVG: red, green and blue of 0–255, and how much of it, 0–1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** What fills a shape or a stroke: a colour, a thing of `<defs>` by its id, or null for nothing. */
export type Ink = Rgba | { id: string } | null;

/** What elements hand down to those inside them. */
export interface SvgStyle {
  fill: Ink;
  fillOpacity: number;
  evenOdd: boolean;
  stroke: Ink;
  strokeOpacity: number;
  strokeWidth: number;
  roundJoins: boolean;
  roundCaps: boolean;
  dashes: readonly number[] | null;
  strokeFirst: boolean;
}

export const plainStyle: SvgStyle = {
  fill: [0, 0, 0, 1],
  fillOpacity: 1,
  evenOdd: false,
  stroke: null,
  strokeOpacity: 1,
  strokeWidth: 1,
  roundJoins: false,
  roundCaps: false,
  dashes: null,
  strokeFirst: false,
};

/** How each attribute changes a style; undefined where its value is not known here. */
const readers: Readonly<Record<string, (value: string) => Partial<SvgStyle> | undefined>> = {
  fill: (value) => inked(value, (fill) => ({ fill })),
  stroke: (value) => inked(value, (stroke) => ({ stroke })),
  "fill-opacity": (value) => counted(value, (fillOpacity) => ({ fillOpacity })),
  "stroke-opacity": (value) => counted(value, (strokeOpacity) => ({ strokeOpacity })),
  "stroke-width": (value) => counted(value, (strokeWidth) => ({ strokeWidth })),
  "fill-rule": (value) => chosen(value, "nonzero", "evenodd", (evenOdd) => ({ evenOdd })),
  "stroke-linejoin": (value) => chosen(value, "miter", "round", (roundJoins) => ({ roundJoins })),
  "stroke-linecap": (value) => chosen(value, "butt", "round", (roundCaps) => ({ roundCaps })),
  "paint-order": (value) => chosen(value, "normal", "stroke", (strokeFirst) => ({ strokeFirst })),
  "stroke-dasharray": (value) => {
    const dashes = value.split(/[\s,]+/).map(Number);
    return dashes.every((length) => length > 0)
      ? { dashes: dashes.length % 2 ? [...dashes, ...dashes] : dashes }
      : undefined;
  },
};

/** Attributes that say nothing about how an element looks, or are read elsewhere. */
const others = new Set("id xmlns width height viewBox x y cx cy r rx ry transform clip-path".split(" "));

/** The style of an element inside another; null where an attribute or its value is not known here. */
export function styleOf({ attributes }: SvgElement, outer: SvgStyle): SvgStyle | null {
  let style = outer;
  for (const [name, value] of attributes) {
    const reader = readers[name];
    if (!reader) {
      if (!others.has(name)) return null;
      continue;
    }
    const change = reader(value);
    if (change === undefined) return null;
    style = { ...style, ...change };
  }
  return style;
}

function inked(value: string, change: (ink: Ink) => Partial<SvgStyle>): Partial<SvgStyle> | undefined {
  if (value === "none") return change(null);
  const colour = parseColour(value);
  if (colour) return change(colour);
  const id = /^url\(#([^)]+)\)$/.exec(value)?.[1];
  return id === undefined ? undefined : change({ id });
}

function counted(value: string, change: (number: number) => Partial<SvgStyle>): Partial<SvgStyle> | undefined {
  const number = value.trim() === "" ? Number.NaN : Number(value);
  return number >= 0 ? change(number) : undefined;
}

function chosen(
  value: string,
  no: string,
  yes: string,
  change: (is: boolean) => Partial<SvgStyle>,
): Partial<SvgStyle> | undefined {
  return value === no || value === yes ? change(value === yes) : undefined;
}

/** Colours that were read before: a page has thousands of shapes in a few of them. */
const read = new Map<string, Rgba | null>();
const mostRead = 4096;

/** Reads `#rgb`, `#rrggbb`, `rgb()` and `rgba()`; null for other ways to name a colour. */
export function parseColour(text: string): Rgba | null {
  let colour = read.get(text);
  if (colour === undefined) {
    colour = readColour(text);
    if (read.size >= mostRead) read.clear();
    read.set(text, colour);
  }
  return colour;
}

function readColour(text: string): Rgba | null {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  const hex = short ? `#${[1, 2, 3].map((i) => short[i]?.repeat(2)).join("")}` : text;
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex);
  if (long) {
    const [red = 0, green = 0, blue = 0] = long.slice(1).map((part) => Number.parseInt(part, 16));
    return [red, green, blue, 1];
  }
  const parts = /^rgba?\(([\d.,\s]+)\)$/.exec(text)?.[1]?.split(",").map(Number);
  if (!parts || parts.length < 3 || parts.length > 4 || !parts.every(Number.isFinite)) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
  return [red, green, blue, alpha];
}
