import type { Point } from "../geometry/geometry.ts";
import type { Head, StagedFigure } from "../page/page.ts";
import type { ModelSheet } from "./artist.ts";
import { beastFooting } from "./beasts/draw-beast.ts";
import { type Canvas, sliver } from "./canvas.ts";
import type { FigureView } from "./people/draw-figure.ts";
import { roomToLeap, settlePose } from "./people/settle-pose.ts";
import { type Skeleton, skeletonOf } from "./people/skeleton.ts";
import { oval } from "./props/prop-shape.ts";

/** Where somebody touches the ground, and where the seat has to be, in page units. */
export interface Footing {
  /** Lowest point of the body: the ground under it. */
  ground: number;
  /** Middles of what rests on the ground; none of who sits on a cushion or falls. */
  soles: Point[];
  head: Head;
  /** The posed body, for the seat under it; null of somebody without a sheet. */
  body: Skeleton | null;
  /** Sits as people sit on the floor. */
  onFloor: boolean;
}

/** Taken from the posed skeleton, so that the ground follows the body and not a rule of thumb. */
export function footingOf(figure: StagedFigure, sheet: ModelSheet | undefined, view: FigureView): Footing {
  const { head, pose } = figure;
  const onFloor = view.onFloor ?? false;
  const { size } = head;
  if (!sheet) {
    const ground = head.y + 6.2 * size;
    return { ground, soles: [{ x: head.x, y: ground }], head, body: null, onFloor };
  }
  if (sheet.species !== "human")
    return { ...beastFooting(figure, sheet, sheet.species, view), head, body: null, onFloor };
  const staged = roomToLeap(figure, view);
  const body = skeletonOf(staged, sheet, settlePose(staged, sheet, view));
  if (pose === "lie" || pose === "abed") return { ...underLying(body, head, pose), head, body, onFloor };
  const touching = pointsOnGround(body);
  const ground = Math.max(...touching.map((p) => p.y));
  if (pose === "ride") return { ...underHorse(head), head, body, onFloor };
  if (pose === "swim") return { ground: head.y + 1.6 * size, soles: [], head, body, onFloor };
  if (pose === "row") return { ground, soles: [], head, body, onFloor };
  // A cushion is dark enough under who sits on it, and who falls is still in the air.
  if (pose === "leap") return { ...underLeap(body), head, body, onFloor };
  if (pose === "fall" || (pose === "sit" && onFloor)) return { ground, soles: [], head, body, onFloor };
  return { ground, soles: touching.filter((p) => p.y > ground - 0.5 * size), head, body, onFloor };
}

/** Under who lies, the shadow runs along the body; a bed has its own. */
function underLying(
  { see, legs }: Skeleton,
  { x, y, size }: Head,
  pose: "lie" | "abed",
): Pick<Footing, "ground" | "soles"> {
  if (pose === "abed") return { ground: y + groundUnderBed * size, soles: [] };
  const low = legs.flatMap(({ hip, knee, ankle }) => [see(hip), see(knee), see(ankle)]);
  const hips = middle(see(legs[0].hip), see(legs[1].hip));
  const soles = [middle({ x, y }, hips), hips, middle(see(legs[0].ankle), see(legs[1].ankle))];
  return {
    ground: Math.max(...low.map((p) => p.y)) + 0.3 * size,
    soles: soles.map((p) => ({ x: p.x, y: p.y + 0.3 * size })),
  };
}

/** From the head's centre to the floor under a bed, in head sizes. */
const groundUnderBed = 2.2;

/** The ground that somebody has left, where the stretched legs would stand, and the shadow on it. */
function underLeap({ legs, measures, see, sight: { size } }: Skeleton): Pick<Footing, "ground" | "soles"> {
  const { thigh, shin, foot } = measures;
  const hips = middle(see(legs[0].hip), see(legs[1].hip));
  const ground = hips.y + (thigh + shin + foot) * size;
  return { ground, soles: [-0.34, 0.34].map((aside) => ({ x: hips.x + aside * size, y: ground })) };
}

/** Under fore and hind hooves of the horse that somebody rides, in the rider's head sizes. */
function underHorse({ x, y, size, yaw }: Head): Pick<Footing, "ground" | "soles"> {
  const way = yaw >= 0 ? 1 : -1;
  const ground = y + 8.7 * size;
  return { ground, soles: [1.1, -2.6].map((aside) => ({ x: x + way * aside * size, y: ground })) };
}

/** Undersides of feet and knees. */
function pointsOnGround({ legs, measures, see, sight: { size } }: Skeleton): Point[] {
  return legs.flatMap(({ knee, ankle, toe }) => {
    const [k, a, t] = [see(knee), see(ankle), see(toe)];
    return [
      { x: (a.x + t.x) / 2, y: (a.y + t.y) / 2 + measures.foot * size },
      { x: k.x, y: k.y + measures.legThick * 0.9 * size },
    ];
  });
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** One soft shadow under all that touches the ground, to the side away from the light, so that nobody hovers: a pool of fine hatching, darkest under the soles. */
export function contactShadow(canvas: Canvas, { soles, ground, head: { size } }: Footing, dark: boolean): void {
  if (soles.length === 0 || ground > canvas.bounds.y + canvas.bounds.height + size * 0.2) return;
  const xs = soles.map(({ x }) => x);
  const ys = soles.map(({ y }) => y);
  const [left, right, top, low] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [halfX, halfY] = [(right - left) / 2 + size * 0.62, (low - top) / 2 + size * 0.13];
  const centre = { x: (left + right) / 2 + size * 0.2, y: (top + low) / 2 };
  const pen = Math.max(0.8, size * 0.014);
  const gap = Math.max(2, size * 0.04);
  const strokes: string[] = [];
  for (let y = centre.y - halfY + gap / 2; y < centre.y + halfY; y += gap) {
    const reach = halfX * Math.sqrt(1 - ((y - centre.y) / halfY) ** 2);
    const aside = (strokes.length % 2 ? 0.08 : -0.08) * reach;
    strokes.push(sliver({ x: centre.x + aside - reach, y }, { x: centre.x + aside + reach, y }, pen));
  }
  canvas.solid(oval(centre.x, centre.y, halfX, halfY), dark ? "#000" : canvas.dots(0.2, null));
  canvas.solid(strokes.join(""), dark ? "#777" : "#000");
  canvas.solid(soles.map(({ x, y }) => oval(x + size * 0.04, y, size * 0.34, size * 0.05)).join(""), "#000");
}
