import * as steady from "../geometry/steady-math.ts";
import type { Point } from "../geometry/geometry.ts";
import { mouthOf, type Head, type Panel, type StagedFigure } from "../page/page.ts";
import type { Pose } from "../script/script.ts";
import type { ModelSheet } from "./artist.ts";
import { type Canvas, corners } from "./canvas.ts";
import type { Footing } from "./footing.ts";
import { smoothPath } from "./ink.ts";
import { drawLadder } from "./ladder.ts";
import { drawFigure, type FigureView } from "./people/draw-figure.ts";
import { mattress } from "./people/lap.ts";
import type { Skeleton } from "./people/skeleton.ts";
import { plainSheet } from "./plain-sheet.ts";

/** Poses of which something large is part, so that their bodies must be known wherever they are drawn. */
export const withThings: ReadonlySet<Pose> = new Set<Pose>(["climb", "ride", "row", "abed", "knock"]);

/** What the things around a body are drawn with. */
interface ThingView {
  canvas: Canvas;
  sheet: ModelSheet;
  staged: StagedFigure;
  footing: Footing;
  view: FigureView;
}

/** What is behind the body that is at it: the ladder, the horse, the bed, the door. */
export function drawBehindWork(thing: ThingView): void {
  switch (thing.staged.pose) {
    case "climb":
      return drawLadder(thing.canvas, thing.footing, thing.view.night);
    case "ride":
      return drawHorse(thing);
    case "abed":
      return drawBed(thing);
    case "knock":
      return drawDoor(thing);
    default:
  }
}

/** What is before the body: the side of the boat and the oar, the reins. */
export function drawBeforeWork(thing: ThingView): void {
  if (thing.staged.pose === "row") drawBoat(thing);
  if (thing.staged.pose === "ride") drawReins(thing);
}

const wayOf = ({ yaw }: Head): 1 | -1 => (yaw >= 0 ? 1 : -1);

const horse: ModelSheet = {
  ...plainSheet,
  person: "mount",
  name: "horse",
  seed: 5,
  species: "horse",
  costume: "none",
};

/** Size of a horse's head beside its rider's, and where it is: before and below the rider's, in the rider's head sizes. */
const mounted = { size: 1.62, ahead: 2.8, below: 1.62 } as const;

/** The head of the horse under a rider. */
function horseHead({ head }: StagedFigure): Head {
  const way = wayOf(head);
  const { size } = head;
  return {
    x: head.x + way * mounted.ahead * size,
    y: head.y + mounted.below * size,
    size: size * mounted.size,
    yaw: way * 76,
    pitch: 0,
    tilt: 0,
  };
}

function drawHorse({ canvas, sheet, staged, view }: ThingView): void {
  const head = horseHead(staged);
  const { x, y, width, height } = view.bounds;
  // A horse is whole, however much of it the frame cuts off.
  const bounds = { x: x - 2 * width, y: y - height, width: 5 * width, height: 3 * height };
  const mount: StagedFigure = {
    ...staged,
    person: horse.person,
    head,
    pose: "walk",
    emotion: "neutral",
    speaks: false,
    holds: null,
  };
  // A dark rider on a light horse, and the other way round.
  const hairColour = sheet.cloth === "black" || sheet.cloth === "dark" ? "white" : "brown";
  const ridden: ModelSheet = { ...horse, hairColour };
  canvas.figure(drawFigure(mount, ridden, { ...view, bounds, shot: "full", prefix: `${view.prefix}h` }), ridden);
  saddle(canvas, staged);
}

/** A cloth over the back and the girth under the belly. */
function saddle(canvas: Canvas, { head }: StagedFigure): void {
  const { size } = head;
  const way = wayOf(head);
  const at = (u: number, v: number): Point => ({ x: head.x + way * u * size, y: head.y + v * size });
  canvas.shape(
    smoothPath(
      [at(-1, 2.98), at(-0.2, 3.06), at(0.62, 2.94), at(0.74, 3.5), at(0.6, 4.1), at(-0.84, 4.1), at(-1.02, 3.5)],
      true,
    ),
    canvas.dots(0.2),
    Math.max(1.2, size / 34),
    "#000",
  );
}

function drawReins({ canvas, staged, footing: { body } }: ThingView): void {
  if (!body) return;
  const head = horseHead(staged);
  const bit = mouthOf({ ...head, muzzle: 0.62 });
  const [hand] = body.arms.map(({ wrist }) => body.see(wrist)).toSorted((a, b) => b.depth - a.depth);
  if (!hand) return;
  const way = wayOf(head);
  const line = smoothPath([
    { x: hand.x + way * 0.3 * staged.head.size, y: hand.y },
    { x: (hand.x + bit.x) / 2, y: (hand.y + bit.y) / 2 + 0.35 * staged.head.size },
    bit,
  ]);
  canvas.line(line, Math.max(2.6, head.size / 22), "#fff");
  canvas.line(line, Math.max(1.3, head.size / 40), "#000");
}

/** Mattress and pillow, on a frame with a board at the head; on mats, on the floor. */
function drawBed({ canvas, staged: { head }, footing: { body, onFloor } }: ThingView): void {
  if (!body) return;
  const { size } = head;
  const way = wayOf(head);
  const [paper, ink] = ["#fff", "#000"];
  const line = Math.max(1.3, size / 30);
  const feet = Math.max(...body.legs.map(({ toe }) => way * (body.see(toe).x - head.x))) / size + 0.5;
  const at = (u: number, v: number): Point => ({ x: head.x + way * u * size, y: head.y + v * size });
  const { top, high } = mattress;
  if (!onFloor) {
    const wood = canvas.dots(0.42);
    for (const u of [-1.25, feet + 0.05])
      canvas.shape(
        corners([at(u, top), at(u + 0.26, top), at(u + 0.26, top + 1.7), at(u, top + 1.7)]),
        wood,
        line,
        ink,
      );
    canvas.shape(
      smoothPath([at(-1.5, top + 0.9), at(-1.5, -1.15), at(-1.2, -1.42), at(-0.95, -1.15), at(-0.95, top + 0.9)], true),
      wood,
      line,
      ink,
    );
    canvas.shape(
      corners([at(-1.2, top + 0.5), at(feet + 0.3, top + 0.5), at(feet + 0.3, top + 0.98), at(-1.2, top + 0.98)]),
      wood,
      line,
      ink,
    );
  }
  canvas.shape(
    smoothPath(
      [
        at(-1.1, top - 0.02),
        at(0.6, top - 0.06),
        at(feet, top),
        at(feet + 0.14, top + high / 2),
        at(feet, top + high),
        at(0.6, top + high + 0.04),
        at(-1.1, top + high),
        at(-1.2, top + high / 2),
      ],
      true,
    ),
    paper,
    line,
    ink,
  );
  canvas.shape(
    smoothPath(
      [at(-1, 0.5), at(-1.06, 0.05), at(-0.66, -0.32), at(0.1, 0), at(0.62, 0.34), at(0.66, 0.56), at(-0.2, 0.66)],
      true,
    ),
    paper,
    line,
    ink,
  );
  canvas.line(smoothPath([at(-0.9, 0.3), at(-0.62, 0.42), at(-0.3, 0.44)]), line * 0.7, ink);
}

/** A door in its frame before who knocks, turned as the body is. */
function drawDoor({ canvas, footing, view: { night } }: ThingView): void {
  const { body, ground, head } = footing;
  if (!body) return;
  const { measures, sight, yaw } = body;
  const way = yaw >= 0 ? 1 : -1;
  const floor = (ground - head.y) / sight.size;
  const wrist = Math.max(...body.arms.map(({ wrist: { z } }) => z));
  const z = wrist + 0.5 * measures.hand;
  const at = (u: number, v: number): Point => {
    const { x, y, depth } = body.see({ x: way * u, y: v, z });
    return { x, y: y + 0.12 * depth * sight.size };
  };
  const line = Math.max(1.4, sight.size / 28);
  const [ink, wood, panel] = night
    ? ["#fff", "#000", canvas.sparks(0.16, "black")]
    : ["#000", canvas.dots(0.3), canvas.dots(0.14)];
  const quad = (u: readonly [number, number], v: readonly [number, number], fill: string): void =>
    canvas.shape(corners([at(u[0], v[0]), at(u[1], v[0]), at(u[1], v[1]), at(u[0], v[1])]), fill, line, ink);
  quad([-0.75, 3.35], [-1.9, floor], night ? "#000" : "#fff");
  quad([-0.45, 3.05], [-1.6, floor], wood);
  for (const u of [
    [-0.15, 1.15],
    [1.45, 2.75],
  ] as const)
    for (const v of [
      [-1.25, 1.2],
      [1.6, floor - 0.5],
    ] as const)
      quad(u, v, panel);
  const knob = at(-0.24, measures.waist);
  canvas.shape(
    smoothPath(
      [0, 1, 2, 3, 4, 5].map((i) => ({
        x: knob.x + steady.cos(i) * 0.12 * sight.size,
        y: knob.y + steady.sin(i * 1.05) * 0.12 * sight.size,
      })),
      true,
    ),
    night ? "#fff" : "#000",
    line,
    ink,
  );
}

/** The side of a rowing boat over the rower's legs, and the oar that dips on the reader's side. */
function drawBoat({ canvas, staged: { head }, footing: { body }, view: { night } }: ThingView): void {
  if (!body) return;
  const { size } = head;
  const way = wayOf(head);
  const hips = middle(body);
  const rim = (hips.y - head.y) / size - 0.5;
  const from = (hips.x - head.x) / size;
  const at = (u: number, v: number): Point => ({ x: head.x + (from + way * u) * size, y: head.y + (rim + v) * size });
  const [ink, dark] = night ? ["#fff", "#000"] : ["#000", "#fff"];
  const line = Math.max(1.5, size / 24);
  const sheer = [at(-4, -0.62), at(-2.4, -0.16), at(-0.4, 0.06), at(1.6, 0.06), at(3.4, -0.14)];
  const keel = [at(3.2, 1.3), at(1.4, 1.9), at(-1.6, 1.9), at(-3.2, 1.1)];
  canvas.shape(
    smoothPath([...sheer, ...keel], true),
    night ? canvas.sparks(0.12, "black") : canvas.dots(0.24),
    line * 1.2,
    ink,
  );
  const strake = (drop: number): void =>
    canvas.line(
      smoothPath(sheer.map(({ x, y }, i) => ({ x: x + way * (i === 0 ? 0.3 : 0) * size, y: y + drop * size }))),
      line * 0.8,
      ink,
    );
  strake(0.34);
  strake(0.7);
  const band = [...sheer, ...sheer.map(({ x, y }) => ({ x, y: y + 0.16 * size })).toReversed()];
  canvas.shape(corners(band), dark, line * 0.8, ink);
  drawOar(canvas, body, { size, way, rim: at(0.5, 0.02), blade: at(-1.5, 1.55), line, ink, paper: dark });
}

const middle = ({ see, legs: [a, b] }: Skeleton): Point => {
  const [p, q] = [see(a.hip), see(b.hip)];
  return { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 };
};

interface OarLook {
  size: number;
  way: 1 | -1;
  rim: Point;
  blade: Point;
  line: number;
  ink: string;
  paper: string;
}

/** From the near hand over the rim into the water. */
function drawOar(canvas: Canvas, body: Skeleton, { size, rim, blade, line, ink, paper }: OarLook): void {
  const [hand] = body.arms.map(({ wrist }) => body.see(wrist)).toSorted((a, b) => b.depth - a.depth);
  if (!hand) return;
  const shaft = corners([hand, rim, blade], false);
  canvas.line(shaft, 0.17 * size, ink);
  canvas.line(shaft, 0.17 * size - 2 * line * 0.8, paper);
}

/** Whether a panel shows somebody at the oars: the water then comes up to the boat and no further. */
export const isAfloat = ({ figures }: Panel): boolean => figures.some(({ pose }) => pose === "row");
