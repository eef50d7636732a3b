import * as steady from "../geometry/steady-math.ts";
import type { Point } from "../geometry/geometry.ts";
import type { PlaceSheet } from "./artist.ts";
import { type Canvas, corners } from "./canvas.ts";
import { type ToneStep, inSmallScreen, tone } from "./tone.ts";
import type { Footing } from "./footing.ts";
import type { Skeleton } from "./people/skeleton.ts";
import { sightOf, type Vec } from "./people/space.ts";

type Seat = "chair" | "stool" | "bench" | "rock" | "chest" | "step";

/** Where none is named people sit on a rock: under the open sky and in caves. */
const seats: Partial<Record<PlaceSheet["kind"], Seat>> = {
  garden: "bench",
  graveyard: "bench",
  street: "bench",
  village: "bench",
  castle: "step",
  gate: "step",
  shrine: "step",
  church: "bench",
  courtroom: "bench",
  train: "bench",
  harbour: "chest",
  ship: "chest",
  tavern: "stool",
  kitchen: "stool",
  shop: "stool",
  school: "chair",
  room: "chair",
  hall: "chair",
  tower: "stool",
  bedroom: "chair",
  library: "chair",
  ward: "chair",
  theatre: "chair",
  corridor: "bench",
  cab: "bench",
  inn: "bench",
  yard: "bench",
  platform: "bench",
  prison: "stool",
  bath: "stool",
  cabin: "stool",
  loft: "chest",
  market: "chest",
  boat: "chest",
  sea: "chest",
  bridge: "step",
};

interface Inks {
  ink: string;
  side: string;
  front: string;
  top: string;
}

/** Where a seat is drawn: in the body's own space, turned with it, seen a little from above. */
interface Workshop {
  canvas: Canvas;
  body: Skeleton;
  inks: Inks;
  line: number;
  /** Height of the ground in head sizes below the head. */
  floor: number;
  /** Height of the seat. */
  top: number;
  see(point: Vec): Point;
}

/** What somebody sits on, behind the legs: it follows the place, the manner of its furniture and the turn of the body. */
export function drawSeat(
  canvas: Canvas,
  footing: Footing,
  place: PlaceSheet | null,
  { dark, deep }: { dark: boolean; deep: boolean },
): void {
  const { body, ground, head, onFloor } = footing;
  if (!body || ground - 2.2 * head.size > canvas.bounds.y + canvas.bounds.height) return;
  const shop = workshopOf(canvas, body, footing, dark);
  if (onFloor) return cushion(shop);
  if (deep) return armchair(shop);
  const wanted = (place && seats[place.kind]) ?? "rock";
  // A chair with a back belongs to European rooms.
  const seat = wanted === "chair" && place?.manner === "japanese" ? "stool" : wanted;
  if (seat === "rock") rock(shop);
  else if (seat === "chest") chest(shop);
  else if (seat === "step") step(shop);
  else legged(shop, seat);
}

function workshopOf(canvas: Canvas, body: Skeleton, { head, ground }: Footing, dark: boolean): Workshop {
  // Furniture stands upright, however the head is tilted.
  const sight = sightOf({ ...head, yaw: body.yaw, pitch: 0, tilt: 0 });
  const inks = dark
    ? { ink: "#fff", side: "#000", front: canvas.sparks(0.2, "black"), top: canvas.sparks(0.36, "black") }
    : { ink: "#000", side: wood(70), front: wood(40), top: wood(10) };
  return {
    canvas,
    body,
    inks,
    line: Math.max(1.2, head.size / 34),
    floor: (ground - head.y) / head.size,
    top: body.legs[0].hip.y + body.measures.legThick * 0.72,
    see(point) {
      const { x, y, depth } = sight.see(point);
      return { x, y: y + 0.16 * depth * head.size };
    },
  };
}

/** Legs of chairs are too thin for the common screen. */
const wood = (shade: ToneStep): string => inSmallScreen(tone(shade));

type Range = readonly [from: number, to: number];

interface Box {
  x: Range;
  /** From the upper side to the lower. */
  y: Range;
  z: Range;
}

/** A box in the body's space: its upper side and the two sides that face the reader. */
function block({ canvas, body, inks, line, see }: Workshop, { x, y, z }: Box): void {
  const turn = (body.yaw * Math.PI) / 180;
  const front = steady.cos(turn) >= 0 ? z[1] : z[0];
  const side = steady.sin(turn) >= 0 ? x[0] : x[1];
  const face = (points: readonly Vec[], fill: string): void =>
    canvas.shape(corners(points.map(see)), fill, line, inks.ink);
  face(
    [
      { x: side, y: y[0], z: z[0] },
      { x: side, y: y[0], z: z[1] },
      { x: side, y: y[1], z: z[1] },
      { x: side, y: y[1], z: z[0] },
    ],
    inks.side,
  );
  face(
    [
      { x: x[0], y: y[0], z: front },
      { x: x[1], y: y[0], z: front },
      { x: x[1], y: y[1], z: front },
      { x: x[0], y: y[1], z: front },
    ],
    inks.front,
  );
  face(
    [
      { x: x[0], y: y[0], z: z[0] },
      { x: x[1], y: y[0], z: z[0] },
      { x: x[1], y: y[0], z: z[1] },
      { x: x[0], y: y[0], z: z[1] },
    ],
    inks.top,
  );
}

/** An armchair without its arm on the reader's side, which comes before the sitter. */
function armchair(shop: Workshop): void {
  const { body, top, floor, inks } = shop;
  const { z } = body.axis(body.measures.hip);
  const half = body.measures.hipWide + 0.34;
  const side = body.yaw >= 0 ? 1 : -1;
  const stuffed = { ...shop, inks: { ...inks, side: inks.front } };
  block(stuffed, { x: [-half, half], y: [top - 2.05, floor], z: [z - 1.7, z - 1.15] });
  const arm: Range = side > 0 ? [half, half + 0.36] : [-half - 0.36, -half];
  block(stuffed, { x: arm, y: [body.measures.hip - 0.62, floor], z: [z - 1.2, z + 1] });
  block(stuffed, { x: [-half, half], y: [top, floor], z: [z - 1.2, z + 0.98] });
}

/** A long chest with a lid. */
function chest(shop: Workshop): void {
  const { top, floor } = shop;
  const long = 1.5;
  block(shop, { x: [-long, long], y: [top + 0.3, floor], z: [-0.75, 0.85] });
  block(shop, { x: [-long - 0.06, long + 0.06], y: [top, top + 0.34], z: [-0.8, 0.9] });
}

/** A step of stone that goes on to both sides, and the one behind it. */
function step(shop: Workshop): void {
  const { top, floor } = shop;
  const pale = { ...shop, inks: { ...shop.inks, front: shop.inks.top, side: shop.inks.front } };
  block(pale, { x: [-6, 6], y: [top - 0.55, floor], z: [-2.2, -0.85] });
  block(pale, { x: [-6, 6], y: [top, floor], z: [-0.85, 0.8] });
}

/** A slab on four legs; a chair has a back, a bench goes on beside the one who sits. */
function legged(shop: Workshop, seat: Seat): void {
  const { body, top, floor } = shop;
  const half = Math.max(0.78, body.measures.hipWide * 1.25);
  const beside = seat === "bench" ? 1.6 : 0;
  // The far side of a bench: the near one would stand before the legs.
  const x: Range = body.yaw >= 0 ? [-half, half + beside] : [-half - beside, half];
  const z: Range = [-0.62, Math.min(1.05, body.measures.thigh * 0.62)];
  const post = 0.13;
  const places = [z[0], z[1] - post].flatMap((at) => [x[0], x[1] - post].map((across) => [across, at] as const));
  const back = seat === "chair" ? top - 1.75 : null;
  for (const [across, at] of places.toSorted((a, b) => depthOf(shop, a) - depthOf(shop, b))) {
    if (at !== z[0] && isAmongShins(shop, across + post / 2, at)) continue;
    block(shop, {
      x: [across, across + post],
      y: [at === z[0] && back !== null ? back : top, floor],
      z: [at, at + post],
    });
  }
  if (back !== null)
    for (const [from, to] of [
      [0, 0.42],
      [0.78, 0.98],
    ] as const)
      block(shop, { x, y: [back + from, back + to], z: [z[0], z[0] + 0.1] });
  block(shop, { x, y: [top, top + 0.2], z });
}

/** A post that would stand between the shins looks like a third leg. */
function isAmongShins({ body: { legs, sight, measures }, floor, see }: Workshop, x: number, z: number): boolean {
  const post = see({ x, y: floor, z }).x;
  const shins = legs.flatMap(({ knee, ankle }) => [sight.see(knee).x, sight.see(ankle).x]);
  const margin = sight.size * measures.legThick;
  return post > Math.min(...shins) - margin && post < Math.max(...shins) + margin;
}

const depthOf = ({ body }: Workshop, [x, z]: readonly [number, number]): number => body.sight.see({ x, y: 0, z }).depth;

/** A flat square cushion under folded legs. */
function cushion(shop: Workshop): void {
  const wide = Math.max(0.95, shop.body.measures.hipWide * 1.7);
  const { floor } = shop;
  block(shop, { x: [-wide, wide], y: [floor - 0.12, floor + 0.06], z: [-0.9, shop.body.measures.thigh + 0.25] });
}

function rock({ canvas, body, inks, line, floor, top, see }: Workshop): void {
  const hips = see({ x: 0, y: top, z: 0.1 });
  const size = body.sight.size;
  const facing = body.yaw < 0 ? -1 : 1;
  const height = (floor - top) * size;
  const at = (u: number, v: number): Point => ({
    x: hips.x + facing * (u * 2.2 - 1.25) * size,
    y: hips.y + v * height,
  });
  canvas.shape(
    corners([at(-0.26, 1), at(-0.18, 0.4), at(0.02, -0.02), at(0.4, -0.08), at(0.92, 0), at(1.06, 0.45), at(1.1, 1)]),
    inks.top,
    line * 1.2,
    inks.ink,
  );
  canvas.solid(corners([at(0.5, 0.3), at(0.92, 0.04), at(1.04, 0.46), at(1.08, 0.98), at(0.56, 0.98)]), inks.front);
  canvas.line(corners([at(0.02, 0.02), at(0.2, 0.36), at(0.5, 0.3), at(0.92, 0.04)], false), line * 0.8, inks.ink);
}
