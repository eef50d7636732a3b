import * as steady from "../../geometry/steady-math.ts";
import { type Rect, overlapArea } from "../../geometry/geometry.ts";
import { randomFrom } from "../../geometry/random.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Emotion, Pose, Shot } from "../../script/script.ts";
import type { ModelSheet } from "../artist.ts";
import { inSmallScreen } from "../tone.ts";
import { drawBeast } from "../beasts/draw-beast.ts";
import { drawBody } from "./body.ts";
import { nibFor } from "./brush.ts";
import { drawHead } from "./draw-head.ts";
import { type Expression, expressionOf, expressions, sneeze, shouting } from "./expressions.ts";
import { headView } from "./head-view.ts";
import { drawCover, drawLap } from "./lap.ts";
import { clamp } from "./space.ts";
import { drawShadowFigure, haloOf } from "./shadow-figure.ts";
import { buriesFace, isNear, roomToLeap, settlePose, sneezes } from "./settle-pose.ts";
import { type Skeleton, skeletonOf } from "./skeleton.ts";
import { withoutUnseenClips } from "./unseen-clips.ts";

export interface FigureView {
  /** The panel's bounding box; what lies outside may be left out. */
  bounds: Rect;
  shot: Shot;
  night: boolean;
  seed: number;
  /** Begins the ids of this figure's clip paths; unique on the page. */
  prefix: string;
  /** Faces and chests of the others in the panel: no arm goes through them. */
  others?: readonly Rect[];
  /** What balloons hide: no hand ends under them. */
  covered?: readonly Rect[];
  /** People here sit on the floor, as in a Japanese room. */
  onFloor?: boolean;
  /** What this person says is a shout. */
  loud?: boolean;
}

/** Draws one person where the page has staged the head: SVG in page units, the same for the same input (D2, D9). */
export function drawFigure(figure: StagedFigure, sheet: ModelSheet, view: FigureView): string {
  if (sheet.species !== "human") return drawBeast(figure, sheet, sheet.species, view);
  const prefix = `${view.prefix}f`;
  const staged = restaged(figure, sheet, view);
  const onHeels = figure.pose === "kneel" && staged.pose === "sit";
  const plan = settlePose(staged, sheet, onHeels ? { ...view, onFloor: true } : view);
  const skeleton = skeletonOf(staged, sheet, plan);
  const head = headView(
    rolledHead(staged, skeleton, plan.roll),
    sheet,
    faceMadeBy(figure, view),
    figure.speaks,
    prefix,
  );
  const nib = nibFor(figure.head.size);
  const lap = drawLap(skeleton, staged.pose, nib);
  const cover = staged.pose === "abed" ? drawCover(skeleton, nib) : "";
  const body = drawBody(skeleton, sheet, head, nib, { ...view, lap }, prefix);
  const ink = drawHead(head);
  if (figure.silhouette) return drawShadowFigure(ink.outline + body.outline, figure.head.size, view.night);
  // Narrower it would be lost between the dots of a dark wall.
  const rim = Math.max(2.3, nib.bold * 1.3);
  const halo = haloOf(ink.outline + body.outline, rim);
  const drawing = `<g>${halo}${ink.behind}${body.behind}${body.before}${cover}${ink.before}${body.over}</g>`;
  return withoutUnseenClips(staged.head.size < farOff ? inSmallScreen(drawing) : drawing, view.bounds);
}

function faceMadeBy(figure: StagedFigure, { loud }: FigureView): Expression {
  if (sneezes(figure)) return sneeze;
  if (buriesFace(figure)) return expressions.sad;
  const { person, emotion, head, pose, speaks } = figure;
  if ((pose === "lie" || pose === "abed") && emotion === "calm" && !speaks) return expressions.asleep;
  const face = expressionOf(emotion, randomFrom(`${person} ${head.x} ${head.y} face`));
  return loud ? shouting(face) : face;
}

/** Below this head size, in page units, clothes have a finer screen than walls and floors. */
const farOff = 92;

/** Who bows looks down, who lies on the ground looks up; a picture of head and shoulders has no ground to lie or fall on. */
function restaged(figure: StagedFigure, sheet: ModelSheet, view: FigureView): StagedFigure {
  const { head, pose } = figure;
  const near = isNear(view);
  // A face in both hands is seen from the front, and bowed.
  if (buriesFace(figure)) return { ...figure, head: { ...head, yaw: clamp(head.yaw, -16, 16), pitch: -20 } };
  if (sneezes(figure)) return { ...figure, head: { ...head, pitch: -20 } };
  if (pose === "despair" || pose === "read") return { ...figure, head: { ...head, pitch: Math.min(head.pitch, -13) } };
  if (pose === "bow") return { ...figure, head: bowed(head) };
  // On the knees and cut at the hip somebody would stand: on the heels the lap is seen.
  if (pose === "kneel" && near) return { ...figure, pose: "sit", head: lowered(figure) };
  if (low.has(pose)) return { ...figure, head: lowered(figure) };
  // Of a fall or a fight that is cut by the frame nothing is left but limbs.
  if (near && whole.has(pose)) return { ...figure, pose: "stand" };
  if (pose === "fall") return { ...figure, head: fallingHead(figure, sheet, view) };
  if (pose === "leap") return pressingOn(roomToLeap(figure, view));
  // A runner's bent trunk without legs is a plank that tips over.
  if (pose === "run") return near ? { ...figure, pose: "walk" } : pressingOn(figure);
  if (pose === "seize" || pose === "push") return pressingOn(figure);
  if (pose !== "lie" && pose !== "abed") return figure;
  const side = head.yaw >= 0 ? 1 : -1;
  return { ...figure, head: { ...head, yaw: side * clamp(Math.abs(head.yaw), 40, 80), pitch: 0, tilt: 0 } };
}

/** A head goes where its leaning trunk goes. */
function pressingOn(figure: StagedFigure): StagedFigure {
  const { head } = figure;
  return { ...figure, head: { ...head, tilt: head.tilt + 9 * steady.sin((head.yaw * Math.PI) / 180) } };
}

/** From the front a bow is a nod; from the side the head goes on where the back leads. */
function bowed(head: StagedFigure["head"]): StagedFigure["head"] {
  const aside = steady.sin((head.yaw * Math.PI) / 180);
  return { ...head, pitch: Math.min(head.pitch, -22), tilt: head.tilt + 24 * aside };
}

/** Who falls has the arms over the head and the legs under it: the head moves to where both are in the picture, as far as balloons let it. */
function fallingHead(
  { head }: StagedFigure,
  { age }: ModelSheet,
  { bounds, covered }: FigureView,
): StagedFigure["head"] {
  const { x, y, size, yaw } = head;
  const within = (at: number, from: number, to: number): number => (from > to ? (from + to) / 2 : clamp(at, from, to));
  const [left, top] = [bounds.x, bounds.y];
  const side = left + bounds.width / 2 >= x ? 1 : -1;
  const below = (age === "child" ? 4.6 : 6.1) * size;
  const moved = {
    ...head,
    x: within(x, left + (side > 0 ? 1.9 : 3.2) * size, left + bounds.width - (side > 0 ? 3.2 : 1.9) * size),
    y: Math.min(y, Math.max(top + 1.5 * size, top + bounds.height - below)),
    yaw: side * clamp(Math.abs(yaw), 16, 44),
  };
  const face = { x: moved.x - 0.7 * size, y: moved.y - 0.8 * size, width: 1.4 * size, height: 1.5 * size };
  return (covered ?? []).some((rect) => overlapArea(rect, face) > 0) ? { ...moved, x, y } : moved;
}

const low: ReadonlySet<Pose> = new Set(["crouch", "kneel", "sit", "cower"]);
const downcast: ReadonlySet<Emotion> = new Set(["sad", "crying", "ashamed", "tired"]);

/** Who is low and downcast hangs the head. */
const lowered = ({ head, emotion }: StagedFigure): StagedFigure["head"] =>
  downcast.has(emotion) ? { ...head, pitch: Math.min(head.pitch, -12) } : head;

const whole: ReadonlySet<Pose> = new Set(["lie", "fall", "fight", "leap", "crawl"]);

/** The head goes with the body: wholly when it lies, by two thirds in a fall. */
function rolledHead({ head, pose }: StagedFigure, { yaw }: Skeleton, roll: number): StagedFigure["head"] {
  const turn = roll * (yaw >= 0 ? 1 : -1);
  const share = pose === "lie" ? 0.92 : pose === "abed" ? 0.72 : pose === "fall" ? 0.5 : 0;
  return { ...head, tilt: head.tilt + turn * share };
}
