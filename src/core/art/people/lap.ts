import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { Pose } from "../../script/script.ts";
import { corners } from "../canvas.ts";
import { outlined, ruled, smoothPath } from "../ink.ts";
import { inSmallScreen, tone, type ToneStep } from "../tone.ts";
import { type Nib, flick } from "./brush.ts";
import type { Skeleton } from "./skeleton.ts";
import type { Vec } from "./space.ts";

/** What lies over the legs and under the hands of who works: a table top, the near arm of a chair, a wheel. SVG in page units; empty where there is none. */
export function drawLap(body: Skeleton, pose: Pose, nib: Nib): string {
  switch (pose) {
    case "write":
      return table(body, nib) + onTable(body, nib, paper);
    case "dine":
      return table(body, nib) + onTable(body, nib, dishes);
    case "lounge":
      return nearArm(body, nib);
    case "steer":
      return wheel(body, nib);
    default:
      return "";
  }
}

const wood = (step: ToneStep): string => inSmallScreen(tone(step));

/** Seen a little from above: what is nearer lies lower. */
function above({ see, sight }: Skeleton): (point: Vec) => Point {
  return (point) => {
    const { x, y, depth } = see(point);
    return { x, y: y + 0.16 * depth * sight.size };
  };
}

/** Height of the board, under the hands that lie on it. */
const boardAt = ({ arms, measures }: Skeleton): number =>
  Math.max(...arms.map(({ wrist }) => (wrist.y > measures.chest ? wrist.y : 0))) + 0.16;

/** How far before the breast a table begins and ends, and half its length, in head sizes. */
const board = { from: 0.62, to: 2.5, half: 1.75, thick: 0.16 } as const;

function table(body: Skeleton, nib: Nib): string {
  const { measures, legs, yaw } = body;
  const at = above(body);
  const scale = measures.thigh / 1.56;
  const [y, half] = [boardAt(body), board.half * scale];
  const [near, far] = [board.from * scale, board.to * scale];
  const floor = Math.max(...legs.map(({ ankle }) => ankle.y)) + measures.foot;
  // The long side away from the sitter, and the end that is turned to the reader.
  const end = yaw >= 0 ? -half : half;
  const quad = (points: readonly Vec[], fill: string): string => outlined(corners(points.map(at)), fill, nib.line);
  const post = (x: number, z: number): string =>
    quad(
      [
        { x: x - 0.09, y, z },
        { x: x + 0.09, y, z },
        { x: x + 0.07, y: floor, z },
        { x: x - 0.07, y: floor, z },
      ],
      wood(55),
    );
  const slab = (y0: number, y1: number): string =>
    quad(
      [
        { x: end, y: y0, z: near },
        { x: end, y: y0, z: far },
        { x: end, y: y1, z: far },
        { x: end, y: y1, z: near },
      ],
      wood(55),
    ) +
    quad(
      [
        { x: -half, y: y0, z: far },
        { x: half, y: y0, z: far },
        { x: half, y: y1, z: far },
        { x: -half, y: y1, z: far },
      ],
      wood(40),
    );
  return (
    post(-end * 0.9, far - 0.12) +
    post(end * 0.9, near + 0.12) +
    post(end * 0.9, far - 0.12) +
    slab(y, y + board.thick) +
    quad(
      [
        { x: -half, y, z: near },
        { x: half, y, z: near },
        { x: half, y, z: far },
        { x: -half, y, z: far },
      ],
      wood(10),
    )
  );
}

/** Things on the board before the sitter, each by its corners from the middle of the place and from its near edge, in head sizes. */
function onTable(
  body: Skeleton,
  nib: Nib,
  things: (at: (x: number, z: number, up?: number) => Point, nib: Nib, size: number) => string,
): string {
  const y = boardAt(body);
  const scale = body.measures.thigh / 1.56;
  const see = above(body);
  return things(
    (x, z, up = 0) => see({ x: x * scale, y: y - up * scale, z: (board.from + z) * scale }),
    nib,
    body.sight.size * scale,
  );
}

type Onto = (x: number, z: number, up?: number) => Point;

/** A sheet with lines of writing, a second one, and an ink pot. */
function paper(at: Onto, nib: Nib): string {
  const sheet = (x: number, z: number, turn: number): string =>
    outlined(
      corners([
        at(x - 0.42, z),
        at(x + 0.42, z + turn),
        at(x + 0.42 - turn, z + 0.95 + turn),
        at(x - 0.42 - turn, z + 0.95),
      ]),
      "#fff",
      nib.fine * 1.2,
    );
  const rows = [0.3, 0.44, 0.58, 0.72, 0.84]
    .map((z) => ruled(corners([at(-0.28, z), at(0.28 - ((z * 7) % 0.2), z)], false), nib.fine * 0.8))
    .join("");
  return sheet(0.9, 0.3, 0.12) + sheet(0, 0.1, 0) + rows + vessel(at, nib, [-0.9, 1.1], [0.13, 0.24], "#000");
}

/** A plate with food, a glass and a bottle. */
function dishes(at: Onto, nib: Nib): string {
  const disc = (x: number, z: number, r: number, fill: string): string =>
    outlined(
      smoothPath(
        Array.from({ length: 10 }, (_, i) => {
          const a = (i / 10) * 2 * Math.PI;
          return at(x + r * steady.cos(a), z + r * steady.sin(a), 0.04);
        }),
        true,
      ),
      fill,
      nib.fine * 1.3,
    );
  return (
    vessel(at, nib, [1.1, 0.9], [0.17, 0.95], "#000") +
    disc(0, 0.62, 0.46, "#fff") +
    disc(0, 0.62, 0.26, wood(40)) +
    vessel(at, nib, [-0.85, 0.75], [0.15, 0.34], "#fff")
  );
}

/** A round thing that stands on the board. */
function vessel(
  at: Onto,
  nib: Nib,
  [x, z]: readonly [number, number],
  [r, high]: readonly [number, number],
  fill: string,
): string {
  const neck = high > 0.6 ? 0.4 : 0.9;
  const outline = [
    at(x - r, z),
    at(x - r, z, high * 0.55),
    at(x - r * neck, z, high * 0.72),
    at(x - r * neck, z, high),
    at(x + r * neck, z, high),
    at(x + r * neck, z, high * 0.72),
    at(x + r, z, high * 0.55),
    at(x + r, z),
  ];
  return outlined(corners(outline), fill, nib.fine * 1.4, fill === "#000" ? "#fff" : "#000");
}

/** The arm of an armchair on the reader's side: it comes up before the hip. */
function nearArm(body: Skeleton, nib: Nib): string {
  const { measures, legs, yaw, axis } = body;
  const at = above(body);
  const side = yaw >= 0 ? -1 : 1;
  const x = side * (measures.hipWide + 0.34);
  const { z } = axis(measures.hip);
  const top = measures.hip - 0.62;
  const floor = Math.max(...legs.map(({ ankle }) => ankle.y)) + measures.foot;
  const line = (points: readonly (readonly [number, number, number])[]): Point[] =>
    points.map(([px, py, pz]) => at({ x: px, y: py, z: pz }));
  const wide = side * 0.36;
  const flank = corners(
    line([
      [x + wide, top + 0.1, z - 1.2],
      [x + wide, top + 0.06, z + 0.95],
      [x + wide, floor, z + 0.95],
      [x + wide, floor, z - 1.2],
    ]),
  );
  const front = corners(
    line([
      [x, floor, z + 1],
      [x, top + 0.06, z + 1],
      [x + wide * 0.5, top - 0.04, z + 1],
      [x + wide, top + 0.06, z + 1],
      [x + wide, floor, z + 1],
    ]),
  );
  const roll = smoothPath(
    line([
      [x, top, z - 1.2],
      [x, top - 0.02, z + 0.98],
      [x + wide * 0.5, top - 0.04, z + 1],
      [x + wide, top + 0.08, z + 0.98],
      [x + wide, top + 0.12, z - 1.2],
    ]),
    true,
  );
  return outlined(flank, wood(40), nib.line) + outlined(roll, wood(20), nib.line) + outlined(front, wood(30), nib.line);
}

/** How far under the middle of the head the top of a mattress lies, and how high it is, in head sizes. */
export const mattress = { top: 0.5, high: 0.62 } as const;

/** A cover over who lies in bed, arms and all, from the shoulders to beyond the feet; it hangs over the side of the mattress. */
export function drawCover({ see, axis, measures, arms, legs, sight, yaw }: Skeleton, nib: Nib): string {
  const { size } = sight;
  const way = yaw >= 0 ? 1 : -1;
  const level = sight.place(0, 0).y + mattress.top * size;
  const breast = see(axis((measures.shoulder * 2 + measures.chest) / 3));
  const rise = (point: Point, by: number): Point => ({
    x: point.x,
    y: Math.min(point.y - by * size, level - 0.18 * size),
  });
  const [first, second] = legs;
  const knee = [see(first.knee), see(second.knee)].reduce((a, b) => (a.y < b.y ? a : b));
  const toe = [see(first.toe), see(second.toe)].reduce((a, b) => (a.y < b.y ? a : b));
  const waist = see(axis(measures.waist));
  const hip = see(axis(measures.hip));
  // The far arm lies on the body: beside the cover it would be a second sleeper.
  const elbows = Math.min(...arms.flatMap(({ elbow, wrist }) => [see(elbow).y, see(wrist).y]));
  const shoulders = Math.min(...arms.map(({ shoulder }) => see(shoulder).y));
  const over = (point: Point, y: number): Point => ({ x: point.x, y: Math.min(point.y, y - measures.armThick * size) });
  const top = [
    over(rise(breast, measures.chestDeep * 0.85), shoulders),
    over(rise(waist, measures.waistDeep * 0.9 + measures.belly), elbows),
    over(rise(hip, measures.hipDeep * 0.9), elbows),
    rise(knee, 0.34),
    rise({ x: (knee.x + toe.x) / 2, y: (knee.y + toe.y) / 2 }, 0.3),
    rise(toe, 0.16),
  ];
  const end = toe.x + way * 0.3 * size;
  const low = level + (mattress.high + 0.24) * size;
  const hem = [0, 0.2, 0.4, 0.6, 0.8, 1].map((t, i) => ({
    x: end + (breast.x - way * 0.1 * size - end) * t,
    y: low + (i % 2 ? 0.07 : -0.02) * size,
  }));
  const path = smoothPath(
    [...top, { x: end, y: level + 0.05 * size }, ...hem, { x: breast.x - way * 0.16 * size, y: level }],
    true,
  );
  const fold = (a: Point, b: Point, bulge: number): string =>
    flick([a, { x: (a.x + b.x) / 2 + bulge * size * way, y: (a.y + b.y) / 2 }, b], nib.line * 1.3);
  const down = (point: Point, by: number): Point => ({ x: point.x + way * 0.16 * size, y: point.y + by * size });
  const folds = top.slice(1, 5).map((p, i) => fold(down(p, 0.22), down(p, 0.7 + 0.16 * (i % 2)), 0.14));
  const [from = breast] = top;
  const turnedBack = smoothPath(
    [
      from,
      { x: from.x + way * 0.5 * size, y: from.y + 0.04 * size },
      { x: from.x + way * 0.42 * size, y: level + 0.2 * size },
      { x: from.x + way * 0.3 * size, y: low },
      { x: from.x - way * 0.14 * size, y: low - 0.03 * size },
      { x: from.x - way * 0.16 * size, y: level },
    ],
    true,
  );
  return outlined(path, wood(20), nib.bold) + folds.join("") + outlined(turnedBack, "#fff", nib.line);
}

/** A wheel with spokes and handles on its post, before who steers by it. */
function wheel(body: Skeleton, nib: Nib): string {
  const { arms, legs, measures, sight, yaw } = body;
  const [a, b] = arms.map(({ wrist }) => body.see(wrist));
  if (!a || !b) return "";
  const { size } = sight;
  const way = yaw >= 0 ? 1 : -1;
  const hub = { x: (a.x + b.x) / 2 + way * 0.5 * size, y: (a.y + b.y) / 2 + 0.3 * size };
  const floor = Math.max(...legs.map(({ ankle }) => body.see(ankle).y)) + measures.foot * size;
  const on = (angle: number, r: number): Point => ({
    x: hub.x + steady.cos(angle) * r * 0.46 * size,
    y: hub.y + steady.sin(angle) * r * size,
  });
  const ring = (r: number): Point[] => Array.from({ length: 16 }, (_, i) => on((i / 16) * 2 * Math.PI, r));
  const spokes = Array.from({ length: 8 }, (_, i) => ((i + 0.5) / 8) * 2 * Math.PI);
  const post = corners([
    { x: hub.x + way * 0.08 * size, y: hub.y },
    { x: hub.x + way * 0.4 * size, y: hub.y },
    { x: hub.x + way * 0.5 * size, y: floor },
    { x: hub.x - way * 0.04 * size, y: floor },
  ]);
  const bar = (angle: number): string => {
    const path = corners([on(angle, 0.1), on(angle, 1.24)], false);
    return ruled(path, nib.bold * 3.4) + ruled(path, nib.bold * 1.6, "#fff");
  };
  const rim = `${smoothPath(ring(1), true)}${smoothPath(ring(0.8).toReversed(), true)}`;
  return (
    outlined(post, wood(40), nib.line) +
    spokes.map(bar).join("") +
    `<path d="${rim}" fill="${wood(30)}" fill-rule="evenodd" stroke="#000" stroke-width="${(nib.line * 1.1).toFixed(2)}"/>` +
    outlined(smoothPath(ring(0.18), true), "#000", nib.line)
  );
}
