import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { type Random } from "../../geometry/random.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Costume, ModelSheet } from "../artist.ts";
import { plainSheet } from "../plain-sheet.ts";
import { type Canvas, corners } from "../canvas.ts";
import { arms } from "../people/arm-poses.ts";
import { poses } from "../people/poses.ts";
import { type Skeleton, skeletonOf } from "../people/skeleton.ts";
import { type Vec, mix } from "../people/space.ts";
import type { Manner } from "../place-sheets.ts";
import { type ToneStep, circlePath, inSmallScreen, tone } from "../tone.ts";
import type { Light } from "./light.ts";
import { drawPasserHead } from "./passer-head.ts";

/** Somebody of no importance in a street: the house's own body, in the fewest shapes that still read as a person. */
export interface Passer {
  woman: boolean;
  manner: Manner;
  /** Degrees, as of a head on the page. */
  yaw: number;
  walks: boolean;
  /** Head size in page units, and the ground under the feet. */
  size: number;
  foot: Point;
}

/** Fills and pen of a small figure. */
export interface PasserInk {
  /** Coat, skirt or robe. */
  cloth: string;
  /** Trousers, sash and whatever is worn beside the main cloth. */
  second: string;
  skin: string;
  hair: string;
  line: string;
  width: number;
}

/** Head sizes from the middle of the head to the soles of a grown-up. */
const stature = 6.25;

/** Below this head size, in page units, nothing but the shape is seen. */
const leastDressed = 5.5;

/** The common screen would be polka dots on them. */
const small = (step: ToneStep): string => inSmallScreen(tone(step));

/** In daylight they are dressed; tiny or at night they are black shapes with a rim. */
export function passerInk(light: Light, size: number, random: Random): PasserInk {
  const width = Math.max(0.9, size * 0.065);
  if (light.dark) return { cloth: "#000", second: "#000", skin: "#000", hair: "#000", line: "#999", width };
  if (size < leastDressed)
    return { cloth: "#000", second: "#000", skin: "#000", hair: "#000", line: "#fff", width: width * 0.7 };
  const cloth = random.pick(["#000", small(55), small(40), small(20)]);
  const second = cloth === "#000" ? random.pick([small(30), small(55)]) : "#000";
  return { cloth, second, skin: "#fff", hair: random.pick(["#000", "#000", small(40)]), line: light.ink, width };
}

/** Draws one passer-by, from the far arm to the hat. */
export function drawPasser(canvas: Canvas, passer: Passer, ink: PasserInk, random: Random): void {
  canvas.as("cloth", () => {
    const body = bodyOf(passer, random);
    const shape = (path: string, fill: string): void => canvas.shape(path, fill, ink.width, ink.line);
    const [farArm, nearArm] = body.arms.toSorted((a, b) => body.see(a.elbow).depth - body.see(b.elbow).depth);
    const reach = (arm: typeof farArm): void => {
      if (arm) drawArm(body, arm, passer.manner === "japanese", ink, shape);
    };
    reach(farArm);
    drawLegs(body, passer, ink, shape);
    if (skirtedAt(passer) > 0) shape(skirt(body, skirtedAt(passer), passer.manner), ink.cloth);
    shape(trunk(body, passer), ink.cloth);
    if (passer.manner === "japanese") shape(sash(body), ink.second);
    reach(nearArm);
    drawPasserHead(canvas, passer, body, ink, random);
  });
}

/** Of the sheet of a passer-by nothing but sex and dress matters to the bones. */
const anybody: ModelSheet = { ...plainSheet, person: "passer-by", name: "", seed: 0 };

function bodyOf({ woman, manner, yaw, walks, size, foot }: Passer, random: Random): Skeleton {
  const pose = walks ? "walk" : "stand";
  const costume: Costume = manner === "japanese" ? "kimono" : woman && manner === "european" ? "dress" : "suit";
  const figure: StagedFigure = {
    person: "passer-by",
    head: { x: foot.x, y: foot.y - stature * size, size, yaw, pitch: 0, tilt: 0 },
    emotion: "calm",
    pose,
    speaks: false,
    silhouette: false,
    holds: null,
  };
  const { bodies, arms: swings } = poses[pose];
  const choice = Math.floor(random() * bodies.length);
  const body = bodies[choice] ?? bodies[0];
  const resting = [arms.hanging, arms.hangingBack] as const;
  const plan = { ...body, arms: swings[choice] ?? resting, holding: null };
  return skeletonOf(figure, { ...anybody, gender: woman ? "female" : "male", costume }, plan);
}

/** A limb with straight sides from joint to joint: at this size a curve would only be weight. */
function limb(joints: readonly Point[], halves: readonly number[]): string {
  const side = (sign: 1 | -1): Point[] =>
    joints.map((joint, i) => {
      const [from, to] = [joints[i - 1] ?? joint, joints[i + 1] ?? joint];
      const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
      const half = (sign * (halves[i] ?? 0)) / length;
      return { x: joint.x - (to.y - from.y) * half, y: joint.y + (to.x - from.x) * half };
    });
  return corners([...side(1), ...side(-1).toReversed()]);
}

type Shape = (path: string, fill: string) => void;

/** How far down the leg a skirt or robe reaches: the share from knee to ankle, or 0 for trousers. */
function skirtedAt({ woman, manner }: Passer): number {
  if (manner === "japanese") return 0.86;
  return woman ? (manner === "modern" ? 0.12 : 0.92) : 0;
}

/** Both edges of the body at a height, for a half width and half depth in head sizes. */
function edgesAt(body: Skeleton, at: Vec, wide: number, deep: number): [Point, Point] {
  const turn = (body.yaw * Math.PI) / 180;
  const half = Math.hypot(wide * steady.cos(turn), deep * steady.sin(turn)) * body.sight.size;
  const { x, y } = body.see(at);
  return [
    { x: x - half, y },
    { x: x + half, y },
  ];
}

const ringPath = (rows: readonly [Point, Point][]): string =>
  corners([...rows.map(([left]) => left), ...rows.map(([, right]) => right).toReversed()]);

/** From the neck to the hem of a coat, or to the waist of a dress. */
function trunk(body: Skeleton, { woman, manner }: Passer): string {
  const m = body.measures;
  const coat = !woman && manner !== "japanese";
  const rows: [number, number, number][] = [
    [m.neck, m.neckWide * 1.1, m.neckWide],
    [m.shoulder - 0.02, m.shoulderWide * 0.86, m.chestDeep * 0.8],
    [m.chest, m.chestWide * 1.06, m.chestDeep * 1.1],
    [m.waist, m.waistWide * (woman ? 1 : 1.12), m.waistDeep * 1.1],
    ...(coat ? [[m.hip + 0.5, m.hipWide * 1.2, m.hipDeep * 1.3] as [number, number, number]] : []),
  ];
  return ringPath(rows.map(([y, wide, deep]) => edgesAt(body, body.axis(y), wide, deep)));
}

function sash(body: Skeleton): string {
  const m = body.measures;
  const rows = [m.waist - 0.1, m.waist + 0.24].map((y) =>
    edgesAt(body, body.axis(y), m.waistWide * 1.06, m.waistDeep * 1.16),
  );
  return corners([...rows.map(([left]) => left), ...rows.map(([, right]) => right).toReversed()]);
}

function skirt(body: Skeleton, to: number, manner: Manner): string {
  const m = body.measures;
  const [a, b] = body.legs;
  const hem = mix(mix(a.knee, a.ankle, to), mix(b.knee, b.ankle, to), 0.5);
  const apart = Math.abs(body.see(a.ankle).x - body.see(b.ankle).x) / (2 * body.sight.size);
  const wide = Math.max(m.hipWide + (manner === "japanese" ? 0.06 : 0.34), apart + 0.26);
  const hip = body.axis(m.hip);
  const [left, right] = edgesAt(body, hem, wide, wide * 0.9);
  const rows: [Point, Point][] = [
    edgesAt(body, body.axis(m.waist - 0.06), m.waistWide, m.waistDeep),
    edgesAt(body, hip, m.hipWide * 1.1, m.hipDeep * 1.2),
  ];
  const low = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 + 0.16 * body.sight.size };
  return corners([...rows.map(([p]) => p), left, low, right, ...rows.map(([, p]) => p).toReversed()]);
}

function drawLegs(body: Skeleton, passer: Passer, ink: PasserInk, shape: Shape): void {
  const { size } = body.sight;
  const [r, f] = [body.measures.legThick * size, body.measures.foot * size];
  const bare = skirtedAt(passer) > 0;
  const halves = (bare ? [0.8, 0.5, 0.34] : [1, 0.78, 0.66]).map((share) => share * r);
  const legs = body.legs.map(({ hip, knee, ankle }) => limb([body.see(hip), body.see(knee), body.see(ankle)], halves));
  const shoes = body.legs.map(({ ankle, toe }) => {
    const [a, t] = [body.see(ankle), body.see(toe)];
    const heel = Math.sign(a.x - t.x) * f * 0.4;
    const half = Math.max(0, f * 0.5 - Math.abs(t.x - a.x) * 0.4);
    const low = (a.y + t.y) / 2 + f * 0.7;
    return corners([
      { x: a.x + heel - half, y: a.y },
      { x: a.x + half, y: a.y },
      { x: t.x + half, y: low - f * 0.2 },
      { x: t.x + half, y: low },
      { x: a.x + heel - half, y: low },
    ]);
  });
  shape(legs.join(""), bare ? ink.skin : ink.second);
  shape(shoes.join(""), "#000");
}

function drawArm(
  body: Skeleton,
  { shoulder, elbow, wrist }: Skeleton["arms"][0],
  robed: boolean,
  ink: PasserInk,
  shape: Shape,
): void {
  const r = body.measures.armThick * body.sight.size;
  const [s, e, w] = [body.see(shoulder), body.see(elbow), body.see(wrist)];
  shape(circlePath(w.x, w.y + r * 0.7, r * 0.85), ink.skin);
  shape(
    limb(
      [s, e, w],
      (robed ? [1.2, 1.6, 2.1] : [1.15, 1, 0.8]).map((share) => share * r),
    ),
    ink.cloth,
  );
}
