import type { Point, Rect } from "../geometry/geometry.ts";
import type { StagedFigure } from "../page/page.ts";
import type { ModelSheet, PlaceSheet } from "./artist.ts";
import { brief, type Canvas, corners } from "./canvas.ts";
import type { FigureView } from "./people/draw-figure.ts";
import { settlePose } from "./people/settle-pose.ts";
import { skeletonOf } from "./people/skeleton.ts";

/** Where somebody touches the ground, and where the seat has to be, in page units. */
export interface Footing {
  /** Lowest point of the body: the ground under it. */
  ground: number;
  /** Middles of what rests on the ground. */
  soles: Point[];
  /** Middle between the hips. */
  hips: Point;
  size: number;
  /** Which way the body faces: 1 is to the right of the page. */
  facing: 1 | -1;
}

/** Taken from the posed skeleton, so that the ground follows the body and not a rule of thumb. */
export function footingOf(figure: StagedFigure, sheet: ModelSheet | undefined, view: FigureView): Footing {
  const { head, pose } = figure;
  const facing = head.yaw < 0 ? -1 : 1;
  if (!sheet) {
    const ground = head.y + 6.9 * head.size;
    return {
      ground,
      soles: [{ x: head.x, y: ground }],
      hips: { x: head.x, y: head.y + 3.3 * head.size },
      size: head.size,
      facing,
    };
  }
  const { legs, measures, see } = skeletonOf(figure, sheet, settlePose(figure, sheet, view));
  const hips = middle(see(legs[0].hip), see(legs[1].hip));
  if (pose === "lie") {
    const ground = head.y + 0.62 * head.size;
    return {
      ground,
      soles: [
        { x: (head.x + hips.x) / 2, y: ground },
        { x: hips.x, y: ground },
      ],
      hips,
      size: head.size,
      facing,
    };
  }
  const soles = legs.map((leg) => {
    const [ankle, toe] = [see(leg.ankle), see(leg.toe)];
    return { x: (ankle.x + toe.x) / 2, y: ankle.y + measures.foot * head.size };
  });
  const knees =
    pose === "kneel" ? legs.map((leg) => ({ x: see(leg.knee).x, y: see(leg.knee).y + 0.2 * head.size })) : [];
  const touching = [...soles, ...knees];
  const ground = Math.max(...touching.map((p) => p.y));
  return { ground, soles: touching.filter((p) => p.y > ground - 0.5 * head.size), hips, size: head.size, facing };
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** A small dark patch under each foot, so that nobody hovers. Dark on the light, a light pool on the dark. */
export function contactShadow(canvas: Canvas, { soles, ground, size }: Footing, dark: boolean): void {
  if (ground > canvas.bounds.y + canvas.bounds.height + size * 0.2) return;
  const ellipse = (p: Point, rx: number, ry: number): string =>
    `M${brief(p.x - rx)} ${brief(p.y)}a${brief(rx)} ${brief(ry)} 0 1 0 ${brief(2 * rx)} 0a${brief(rx)} ${brief(ry)} 0 1 0 ${brief(-2 * rx)} 0Z`;
  const centre = soles.reduce((sum, p) => ({ x: sum.x + p.x / soles.length, y: ground }), { x: 0, y: ground });
  const spread = Math.max(...soles.map((p) => Math.abs(p.x - centre.x)), 0) + size * 0.62;
  const high = Math.max(size * 0.15, 3.2);
  // Under small figures a dot is as large as a foot: there the shadow is a plain grey.
  const small = size < 48;
  canvas.solid(
    ellipse(centre, spread, high),
    dark ? (small ? "#666" : canvas.sparks(0.35)) : small ? "#555" : canvas.dots(0.7, null),
  );
}

type Seat = "chair" | "stool" | "bench" | "rock" | "crate";

const outdoorSeats: Partial<Record<PlaceSheet["kind"], Seat>> = {
  garden: "bench",
  graveyard: "bench",
  street: "bench",
  village: "bench",
  castle: "bench",
  gate: "bench",
  church: "bench",
  courtroom: "bench",
  train: "bench",
  harbour: "crate",
  ship: "crate",
  tavern: "stool",
  kitchen: "stool",
  shop: "stool",
  school: "stool",
  room: "chair",
  hall: "chair",
  tower: "stool",
};

/** What somebody sits on, behind the legs: it follows the place and the manner of its furniture. */
export function drawSeat(canvas: Canvas, footing: Footing, place: PlaceSheet | null, dark: boolean): void {
  const { hips, ground, size, facing } = footing;
  const top = hips.y + 0.24 * size;
  if (top > canvas.bounds.y + canvas.bounds.height || ground < top + 0.2 * size) return;
  const wanted = (place && outdoorSeats[place.kind]) ?? "rock";
  const seat = wanted === "chair" && place?.manner === "japanese" ? "bench" : wanted;
  const fills = dark
    ? { ink: "#fff", front: "#000", top: canvas.sparks(0.3, "black") }
    : { ink: "#000", front: canvas.dots(0.42), top: canvas.dots(0.1) };
  const width = Math.max(1.3, size / 30);
  const box = { x: hips.x - (1.1 + 0.25 * facing) * size, y: top, width: 2.2 * size, height: ground - top };
  if (seat === "rock") rock(canvas, box, fills, width);
  else if (seat === "crate") board(canvas, box, box.height, fills, width);
  else
    legged(canvas, seat === "bench" ? { ...box, x: hips.x - 1.9 * size, width: 3.8 * size } : box, seat, fills, width);
}

interface SeatInks {
  ink: string;
  front: string;
  top: string;
}

/** A slab: its upper side seen a little from above, and its front of the given height. */
function board(canvas: Canvas, { x, y, width, height }: Rect, front: number, inks: SeatInks, line: number): void {
  const back = Math.min(height * 0.16, width * 0.12);
  canvas.shape(
    corners([
      { x: x + back, y: y - back },
      { x: x + width - back, y: y - back },
      { x: x + width, y: y + back * 0.6 },
      { x, y: y + back * 0.6 },
    ]),
    inks.top,
    line,
    inks.ink,
  );
  const low = y + back * 0.6;
  canvas.shape(
    corners([
      { x, y: low },
      { x: x + width, y: low },
      { x: x + width, y: Math.min(y + height, low + front) },
      { x, y: Math.min(y + height, low + front) },
    ]),
    inks.front,
    line,
    inks.ink,
  );
}

function legged(canvas: Canvas, box: Rect, seat: Seat, inks: SeatInks, line: number): void {
  const leg = box.height * 0.1;
  for (const x of [box.x + leg * 0.5, box.x + box.width - leg * 1.5])
    canvas.shape(
      corners([
        { x, y: box.y },
        { x: x + leg, y: box.y },
        { x: x + leg, y: box.y + box.height },
        { x, y: box.y + box.height },
      ]),
      inks.front,
      line,
      inks.ink,
    );
  if (seat === "chair") {
    const high = box.height * 1.15;
    for (const [from, to] of [
      [0, 0.1],
      [0.9, 1],
    ] as const)
      canvas.shape(
        corners([
          { x: box.x + box.width * from, y: box.y - high },
          { x: box.x + box.width * to, y: box.y - high },
          { x: box.x + box.width * to, y: box.y },
          { x: box.x + box.width * from, y: box.y },
        ]),
        inks.front,
        line,
        inks.ink,
      );
    for (const share of [1, 0.62])
      board(canvas, { ...box, y: box.y - high * share, height: box.height * 0.2 }, box.height * 0.16, inks, line);
  }
  board(canvas, box, box.height * 0.14, inks, line);
}

function rock(canvas: Canvas, { x, y, width, height }: Rect, inks: SeatInks, line: number): void {
  const at = (u: number, v: number): Point => ({ x: x + u * width, y: y + v * height });
  canvas.shape(
    corners([at(-0.3, 1), at(-0.22, 0.4), at(0.02, -0.04), at(0.4, -0.1), at(0.95, 0), at(1.2, 0.45), at(1.28, 1)]),
    inks.top,
    line * 1.2,
    inks.ink,
  );
  canvas.solid(corners([at(0.55, 0.3), at(0.95, 0.04), at(1.18, 0.46), at(1.26, 0.98), at(0.6, 0.98)]), inks.front);
  canvas.line(corners([at(0.02, 0), at(0.2, 0.36), at(0.55, 0.3), at(0.95, 0.04)], false), line * 0.8, inks.ink);
}
