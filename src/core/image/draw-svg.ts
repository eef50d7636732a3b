import * as steady from "../geometry/steady-math.ts";
import { type Affine, composed, identity, parseTransform, scaleOf } from "./affine.ts";
import { Coverage, type PixelBox } from "./coverage.ts";
import { FlatPath, flattenPath } from "./flat-path.ts";
import { strokeOutlines } from "./stroke-outline.ts";
import { type Mask, MaskPainter, type Paint, paper, type Planes, SurfacePainter } from "./surface.ts";
import { gradientShade, liftedTile, type Screen, screenOf, screenShade, type Tile, tileOf } from "./svg-shades.ts";
import { type Ink, parseColour, plainStyle, type Rgba, styleOf, type SvgStyle } from "./svg-style.ts";
import { readSvgTree, type SvgElement } from "./svg-tree.ts";

/** How far chords may lie off their curves, in pixels. */
const tolerance = 0.05;

/**
 * Draws an SVG of the kind that pages are: paths, rectangles, ellipses and groups with clips, in colours, patterns and linear gradients.
 * `width` is that of the picture in pixels, as the SVG says where it is missing. On white paper; one plane where all is grey.
 * Null where the SVG is broken or has anything else.
 */
export function drawSvg(svg: string, width?: number): Planes | null {
  const root = readSvgTree(svg);
  const frame = root && frameOf(root, width);
  if (!frame) return null;
  const surface = paper(frame.width, frame.height, hasColours(root) ? 3 : 1);
  const drawing = new Drawing(svg, surface, new Map());
  return drawing.draw(root.children, root, frame.map) ? surface : null;
}

/** Size in pixels, and where page units lie in them. */
function frameOf({ name, attributes }: SvgElement, asked: number | undefined): Frame | null {
  const [wide, high] = [Number(attributes.get("width")), Number(attributes.get("height"))];
  const view = attributes.get("viewBox") ?? `0 0 ${wide} ${high}`;
  const [x = 0, y = 0, across = 0, down = 0] = view.split(/[\s,]+/).map(Number);
  const good = [wide, high, across, down].every((length) => length > 0 && length < 1e5);
  // A view of another shape than its picture would have to be placed in it.
  if (name !== "svg" || !good || Math.abs(wide * down - high * across) > 0.01 * across) return null;
  const [fullWidth, fullHeight] = [Math.ceil(wide), Math.ceil(high)];
  const width = asked ?? fullWidth;
  const height = asked === undefined ? fullHeight : Math.ceil((fullHeight * asked) / fullWidth);
  const [scaleX, scaleY] = [width / across, height / down];
  return { width, height, map: [scaleX, 0, 0, scaleY, -x * scaleX, -y * scaleY] };
}

interface Frame {
  width: number;
  height: number;
  map: Affine;
}

/** Whether any colour of an element, or of those inside it, is more than a grey. */
function hasColours({ attributes, children }: SvgElement): boolean {
  const coloured = colourNames.some((name) => {
    const colour = parseColour(attributes.get(name) ?? "");
    return colour !== null && (colour[0] !== colour[1] || colour[0] !== colour[2]);
  });
  return coloured || children.some(hasColours);
}

const colourNames = ["fill", "stroke", "stop-color"] as const;

/** Elements that show nothing by themselves. */
const definitions = new Set(["clipPath", "pattern", "linearGradient"]);

/** Screens that were drawn before, by all that they look by: every page has the same ones. */
const screensBefore = new Map<string, Screen>();
const mostScreens = 256;

/** Where and how elements are drawn. */
interface Place {
  map: Affine;
  style: SvgStyle;
  box: PixelBox;
  mask: Mask | null;
}

class Drawing {
  readonly #svg: string;
  readonly #surface: Planes;
  readonly #painter: SurfacePainter;
  readonly #coverage: Coverage;
  readonly #defined: Map<string, SvgElement>;
  readonly #screens = new Map<string, Screen | null>();
  readonly #path = new FlatPath();
  readonly #outline = new FlatPath();
  /** Whether everything so far was of the known kind. */
  #known = true;

  constructor(svg: string, surface: Planes, defined: Map<string, SvgElement>) {
    this.#svg = svg;
    this.#surface = surface;
    this.#painter = new SurfacePainter(surface);
    this.#coverage = new Coverage(surface.width, surface.height);
    this.#defined = defined;
  }

  /** Draws elements that stand in `parent`; false where one is not of the known kind. */
  draw(elements: readonly SvgElement[], parent: SvgElement, map: Affine): boolean {
    const style = styleOf(parent, plainStyle);
    const box = { left: 0, top: 0, right: this.#surface.width, bottom: this.#surface.height };
    if (!style) return false;
    this.#all(elements, { map, style, box, mask: null });
    return this.#known;
  }

  #all(elements: readonly SvgElement[], place: Place): void {
    for (const element of elements) {
      if (!this.#known) return;
      if (element.name === "defs") this.#define(element.children);
      else if (definitions.has(element.name)) this.#define([element]);
      else if (element.name === "g") this.#group(element, place);
      else this.#shape(element, place);
    }
  }

  #define(elements: readonly SvgElement[]): void {
    for (const element of elements) {
      const id = element.attributes.get("id");
      if (id !== undefined) this.#defined.set(id, element);
    }
  }

  #group(element: SvgElement, outer: Place): void {
    const place = this.#inside(element, outer);
    if (!place) return;
    const clip = element.attributes.get("clip-path");
    if (clip === undefined) return this.#all(element.children, place);
    const clipped = this.#clipped(clip, place);
    if (clipped) this.#all(element.children, clipped);
  }

  /** Where an element's own parts are drawn; null where it is of an unknown kind. */
  #inside(element: SvgElement, outer: Place): Place | null {
    const style = styleOf(element, outer.style);
    const transform = element.attributes.get("transform");
    const own = transform === undefined ? identity : parseTransform(transform);
    if (!style || !own) {
      this.#known = false;
      return null;
    }
    return { ...outer, style, map: transform === undefined ? outer.map : composed(outer.map, own) };
  }

  /** What a clip leaves of a place; null where it leaves nothing. */
  #clipped(reference: string, place: Place): Place | null {
    const id = /^url\(#([^)]+)\)$/.exec(reference)?.[1] ?? "";
    const clip = this.#defined.get(id);
    const [shape, more] = clip?.children ?? [];
    if (clip?.name !== "clipPath" || clip.attributes.size !== 1 || !shape || more) {
      this.#known = false;
      return null;
    }
    this.#path.clear();
    const inside = this.#inside(shape, { ...place, style: plainStyle });
    if (!inside || !this.#trace(shape, inside.map)) return null;
    const box = shared(place.box, boxOf(this.#path, inside.map));
    if (box.right <= box.left || box.bottom <= box.top) return null;
    const collected = new MaskPainter(box, place.mask);
    if (this.#cover(this.#path, inside.map, box)) this.#coverage.paint(inside.style.evenOdd, collected);
    return { ...place, box, mask: collected.finished() };
  }

  #shape(element: SvgElement, outer: Place): void {
    const place = this.#inside(element, outer);
    if (!place || element.children.length > 0 || element.attributes.has("clip-path")) {
      this.#known = false;
      return;
    }
    const { style } = place;
    this.#path.clear();
    if (!this.#trace(element, place.map)) return;
    if (style.strokeFirst) this.#stroke(place);
    if (style.fill && this.#cover(this.#path, place.map, place.box))
      this.#paint(style.fill, style.fillOpacity, style.evenOdd, place);
    if (!style.strokeFirst) this.#stroke(place);
  }

  #stroke(place: Place): void {
    const { stroke, strokeWidth, strokeOpacity, roundJoins, roundCaps, dashes } = place.style;
    if (!stroke || strokeWidth === 0) return;
    this.#outline.clear();
    const style = { width: strokeWidth, round: { joins: roundJoins, caps: roundCaps }, dashes };
    strokeOutlines(this.#path, style, tolerance / scaleOf(place.map), this.#outline);
    if (this.#cover(this.#outline, place.map, place.box)) this.#paint(stroke, strokeOpacity, false, place);
  }

  /** Traces the outline of a shape in its own units; false where it is of an unknown kind. */
  #trace(element: SvgElement, map: Affine): boolean {
    const scale = scaleOf(map);
    const size = (name: string): number => Number(element.attributes.get(name) ?? 0);
    if (element.name === "path" && scale > 0) {
      const { from, to } = element.data;
      this.#known &&= flattenPath(this.#svg, from, to, tolerance / scale, this.#path);
    } else if (element.name === "rect" && !element.attributes.has("rx") && !element.attributes.has("ry"))
      rectangle(this.#path, size("x"), size("y"), size("width"), size("height"));
    else if (element.name === "ellipse")
      ellipse(this.#path, size("cx"), size("cy"), size("rx"), size("ry"), tolerance / scale);
    else if (element.name === "circle")
      ellipse(this.#path, size("cx"), size("cy"), size("r"), size("r"), tolerance / scale);
    else this.#known = false;
    return this.#known;
  }

  /** Collects what a shape covers of a box; false where that is nothing. */
  #cover(path: FlatPath, map: Affine, within: PixelBox): boolean {
    const box = shared(within, boxOf(path, map));
    if (!(box.right > box.left) || !(box.bottom > box.top)) return false;
    this.#coverage.begin(box);
    for (let piece = 0; piece < path.pieces; piece++) {
      const [from, to] = path.range(piece);
      this.#coverage.ring(path.points, from, to, map);
    }
    return true;
  }

  #paint(ink: Exclude<Ink, null>, opacity: number, evenOdd: boolean, { map, mask }: Place): void {
    const paint = this.#paintOf(ink, opacity, map);
    if (paint) this.#coverage.paint(evenOdd, this.#painter.with(paint, mask));
    else this.#known = false;
  }

  #paintOf(ink: Exclude<Ink, null>, opacity: number, map: Affine): Paint | null {
    if (!("id" in ink)) return { colour: { values: this.#planesOf(ink), alpha: ink[3] * opacity } };
    const element = this.#defined.get(ink.id);
    if (!element) return null;
    if (element.name === "linearGradient") {
      const shade = gradientShade(element, map, (colour) => this.#planesOf(colour));
      return shade && { shade, alpha: opacity };
    }
    const screen = this.#screen(element, map);
    return screen && { shade: screenShade(screen, map[4], map[5]), alpha: opacity };
  }

  #planesOf([red, green, blue]: Rgba): readonly number[] {
    const values = this.#surface.planes.length === 1 ? [red] : [red, green, blue];
    return values.map((value) => Math.max(0, Math.min(255, Math.round(value))));
  }

  /** A pattern as pixels of the same size; a screen stands upright whatever is turned. */
  #screen(pattern: SvgElement, map: Affine): Screen | null {
    const key = `${pattern.attributes.get("id")} ${map.slice(0, 4).join(" ")}`;
    const found = this.#screens.get(key);
    if (found !== undefined) return found;
    const screen = this.#newScreen(pattern, map);
    this.#screens.set(key, screen);
    return screen;
  }

  #newScreen(pattern: SvgElement, map: Affine): Screen | null {
    const { name, attributes } = pattern;
    const [width, height] = [Number(attributes.get("width")), Number(attributes.get("height"))];
    const known = name === "pattern" && attributes.size === 4 && attributes.get("patternUnits") === "userSpaceOnUse";
    if (!known || !(width > 0) || !(height > 0)) return null;
    const look = [this.#surface.planes.length, ...map.slice(0, 4), width, height, this.#lookOf(pattern)].join(" ");
    const before = screensBefore.get(look);
    if (before) return before;
    const screen = screenOf(
      tileOf(width, height, map, (wide, high) =>
        this.#square(pattern, [wide / width, 0, 0, high / height, 0, 0], wide, high),
      ),
    );
    // What refers to something else may look otherwise on another page.
    if (!this.#known || look.includes("url(")) return screen;
    if (screensBefore.size >= mostScreens) screensBefore.clear();
    screensBefore.set(look, screen);
    return screen;
  }

  /** Everything inside an element, as text. */
  #lookOf({ children }: SvgElement): string {
    return children
      .map((child) => {
        const attributes = [...child.attributes].map((each) => each.join("="));
        const path = this.#svg.slice(child.data.from, child.data.to);
        return `<${child.name} ${attributes.join(" ")} ${path}>${this.#lookOf(child)}`;
      })
      .join("");
  }

  #square(pattern: SvgElement, map: Affine, width: number, height: number): Tile {
    const [onBlack, onWhite] = [0, 255].map((ground) => {
      const surface = paper(width, height, this.#surface.planes.length);
      for (const plane of surface.planes) plane.fill(ground);
      const parent = { ...pattern, attributes: new Map<string, string>() };
      this.#known &&= new Drawing(this.#svg, surface, this.#defined).draw(pattern.children, parent, map);
      return surface;
    });
    const nothing = paper(1, 1, 0);
    return liftedTile(onBlack ?? nothing, onWhite ?? nothing);
  }
}

function rectangle(path: FlatPath, x: number, y: number, width: number, height: number): void {
  if (!(width > 0) || !(height > 0)) return;
  path.move(x, y);
  path.line(x + width, y);
  path.line(x + width, y + height);
  path.line(x, y + height);
  path.close();
}

function ellipse(path: FlatPath, x: number, y: number, radiusX: number, radiusY: number, off: number): void {
  if (!(radiusX > 0) || !(radiusY > 0)) return;
  const chord = 2 * steady.acos(Math.max(0.5, 1 - off / Math.max(radiusX, radiusY)));
  const steps = Math.max(8, Math.ceil((2 * Math.PI) / chord));
  path.move(x + radiusX, y);
  for (let i = 1; i < steps; i++) {
    const angle = (2 * Math.PI * i) / steps;
    path.line(x + radiusX * steady.cos(angle), y + radiusY * steady.sin(angle));
  }
  path.close();
}

const shared = (a: PixelBox, b: PixelBox): PixelBox => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

/** The whole pixels that a path may touch. */
function boxOf(path: FlatPath, map: Affine): PixelBox {
  const a = map[0];
  const b = map[1];
  const c = map[2];
  const d = map[3];
  const e = map[4];
  const f = map[5];
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  const { points } = path;
  const end = path.pieces === 0 ? 0 : path.range(path.pieces - 1)[1];
  for (let i = 0; i < end; i += 2) {
    const px = points[i] ?? 0;
    const py = points[i + 1] ?? 0;
    const x = a * px + c * py + e;
    const y = b * px + d * py + f;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left: Math.floor(left), top: Math.floor(top), right: Math.ceil(right), bottom: Math.ceil(bottom) };
}
