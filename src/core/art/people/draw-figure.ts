import type { Rect } from "../../geometry/geometry.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Pose, Shot } from "../../script/script.ts";
import type { ModelSheet } from "../artist.ts";
import { inSmallScreen } from "../tone.ts";
import { drawBeast } from "../beasts/draw-beast.ts";
import { drawBody } from "./body.ts";
import { nibFor } from "./brush.ts";
import { drawHead } from "./draw-head.ts";
import { expressions } from "./expressions.ts";
import { headView } from "./head-view.ts";
import { clamp } from "./space.ts";
import { drawShadowFigure, haloOf } from "./shadow-figure.ts";
import { settlePose } from "./settle-pose.ts";
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
}

/** Draws one person where the page has staged the head: SVG in page units, the same for the same input (D2, D9). */
export function drawFigure(figure: StagedFigure, sheet: ModelSheet, view: FigureView): string {
  if (sheet.species !== "human") return drawBeast(figure, sheet, sheet.species, view);
  const prefix = `${view.prefix}f`;
  const staged = restaged(figure, view);
  const plan = settlePose(staged, sheet, view);
  const skeleton = skeletonOf(staged, sheet, plan);
  const head = headView(
    rolledHead(staged, skeleton, plan.roll),
    sheet,
    expressions[figure.emotion],
    figure.speaks,
    prefix,
  );
  const body = drawBody(skeleton, sheet, head, nibFor(figure.head.size), view, prefix);
  const ink = drawHead(head);
  if (figure.silhouette) return drawShadowFigure(ink.outline + body.outline, figure.head.size, view.night);
  const rim = Math.max(2, nibFor(figure.head.size).bold * 1.6);
  const halo = haloOf(ink.outline + body.outline, rim);
  const drawing = `<g>${halo}${ink.behind}${body.behind}${body.before}${ink.before}${body.over}</g>`;
  return withoutUnseenClips(staged.head.size < farOff ? inSmallScreen(drawing) : drawing, view.bounds);
}

/** Below this head size, in page units, clothes have a finer screen than walls and floors. */
const farOff = 92;

/** Who bows looks down, who lies on the ground looks up; a picture of head and shoulders has no ground to lie or fall on. */
function restaged(figure: StagedFigure, { shot }: FigureView): StagedFigure {
  // Who bows looks at the ground.
  if (figure.pose === "bow") return { ...figure, head: { ...figure.head, pitch: Math.min(figure.head.pitch, -22) } };
  const near = shot === "close" || shot === "medium";
  // Of a fall or a fight that is cut by the frame nothing is left but limbs.
  if (near && whole.has(figure.pose)) return { ...figure, pose: "stand" };
  if (figure.pose !== "lie") return figure;
  const { yaw } = figure.head;
  const side = yaw >= 0 ? 1 : -1;
  return { ...figure, head: { ...figure.head, yaw: side * clamp(Math.abs(yaw), 40, 80), pitch: 0, tilt: 0 } };
}

const whole: ReadonlySet<Pose> = new Set(["lie", "fall", "fight"]);

/** The head goes with the body: wholly when it lies, by two thirds in a fall. */
function rolledHead({ head, pose }: StagedFigure, { yaw }: Skeleton, roll: number): StagedFigure["head"] {
  const turn = roll * (yaw >= 0 ? 1 : -1);
  const share = pose === "lie" ? 0.92 : pose === "fall" ? 0.66 : 0;
  return { ...head, tilt: head.tilt + turn * share };
}
