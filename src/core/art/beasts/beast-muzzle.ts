import type { Point } from "../../geometry/geometry.ts";
import { blob, brush, flick, massPath } from "../people/brush.ts";
import { convexHull } from "../people/hull.ts";
import { fineTone } from "../tone.ts";
import type { Ball } from "./beast-heads-data.ts";
import { type BeastView, discOf, onHead } from "./beast-view.ts";

/** How far the jaw hangs at its tip, in head sizes. */
export function gapeOf(view: BeastView): number {
  const { speaks, expression, asleep, emotion, species } = view;
  if (asleep || grins(view)) return 0;
  const open = speaks ? Math.max(0.05, expression.speaking.open) : expression.mouth.open;
  const most = (species === "rabbit" || species === "mouse" ? 0.1 : 0.14) - (speaks ? 0 : 0.02);
  return Math.min(most, open * 1.4 + (emotion === "furious" ? 0.03 : 0));
}

/** The lower jaw, dropped by what is said. */
export function jawOf(view: BeastView): readonly [Ball, Ball] {
  const [hinge, tip] = view.plan.jaw;
  const drop = gapeOf(view);
  return [hinge, [tip[0], tip[1] + drop, tip[2] - drop * 0.35, tip[3]]];
}

const ring = (disc: { x: number; y: number; r: number }, count = 20): Point[] =>
  Array.from({ length: count }, (_, i) => {
    const a = (i / count) * 2 * Math.PI;
    return { x: disc.x + disc.r * Math.cos(a), y: disc.y + disc.r * Math.sin(a) };
  });

/** The upper jaw over the far eye: its flesh, and the line of its bridge where it stands before the face. */
export function bridge(view: BeastView, fill: string): string {
  const [root, tip] = view.plan.muzzle;
  const turn = Math.abs(view.yaw);
  // A short muzzle has no bridge to speak of.
  if (turn < 14 || turn > 56 || tip[2] - root[2] < 0.25) return "";
  const [a, b] = [discOf(root, view.sight), discOf(tip, view.sight)];
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < 1) return "";
  const way = Math.sign(view.yaw);
  const across = { x: (b.y - a.y) / length, y: -(b.x - a.x) / length };
  const up = across.y < 0 ? 1 : -1;
  const edge = (d: { x: number; y: number; r: number }, share: number): Point => ({
    x: d.x + across.x * up * d.r * share,
    y: d.y + across.y * up * d.r * share,
  });
  const cover = convexHull([...ring({ ...a, r: a.r * 0.82 }), ...ring({ ...b, r: b.r * 0.9 })]);
  const start = edge(a, 0.86);
  const from = { x: start.x + way * a.r * 0.12, y: start.y };
  const to = edge(b, 0.95);
  // Only where the bridge stands before the face; farther out it is the outline of the head.
  const along = (t: number): Point => ({ x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t });
  const reach = 0.62 - turn / 140;
  return (
    `<path d="${massPath(cover)}" fill="${fill}"/>` +
    brush(
      [from, along(reach / 2), along(reach)],
      view.nib.line,
      { swellTo: 0.5, thinFrom: 0.6, tip: 0.1 },
      view.coat.line,
    )
  );
}

/** Mouth, nose and whiskers over the flesh of the head. */
export function beastMuzzle(view: BeastView): string {
  const nose = { leather: leatherNose, small: leatherNose, snout, nostrils, beak: () => "" }[view.plan.nose](view);
  return mouth(view) + nose + (view.plan.whiskers && view.size > 40 ? whiskers(view) : "");
}

/** A cat that is pleased grins from ear to ear, as the one of Cheshire does. */
const grins = ({ species, emotion, name }: BeastView): boolean =>
  species === "cat" &&
  (/cheshire|チェシャ/i.test(name) || emotion === "happy" || emotion === "laughing" || emotion === "smug");

function grin(view: BeastView): string {
  const [root, tip] = view.plan.muzzle;
  const sides = ([-1, 1] as const).filter((side) => side * view.yaw < 26);
  const at = (side: number, t: number, down: number): Point =>
    onHead(
      view,
      side * (0.02 + t * 0.36),
      tip[1] + tip[3] * 0.5 + 0.05 * Math.sin(t * 3) - t * t * 0.16 + down,
      tip[2] + tip[3] * 0.6 - t * t * (tip[2] + tip[3] - root[2] * 0.3),
    );
  const share = [0, 0.25, 0.5, 0.75, 1];
  const upper = sides.flatMap((side) => share.map((t) => at(side, t, 0)));
  const lower = sides.flatMap((side) => share.map((t) => at(side, t, 0.085 * Math.sqrt(Math.max(0, 1 - t * t)))));
  const order = (points: Point[]): Point[] => points.toSorted((p, q) => p.x - q.x);
  const lips = [...order(upper), ...order(lower).toReversed()];
  const teeth = view.small
    ? ""
    : sides
        .flatMap((side) =>
          [0.12, 0.3, 0.48, 0.66, 0.84].map((t) =>
            flick([at(side, t, 0), at(side, t, 0.04), at(side, t, 0.08 * Math.sqrt(1 - t * t))], view.nib.fine),
          ),
        )
        .join("");
  return `<path d="${massPath(lips, false)}" fill="#fff" stroke="#000" stroke-width="${(view.nib.line * 1.3).toFixed(1)}" stroke-linejoin="round"/>${teeth}`;
}

/** The line of the lips, or the open mouth with its tongue. */
function mouth(view: BeastView): string {
  if (grins(view)) return grin(view);
  const [root, tip] = view.plan.muzzle;
  const [hinge, chin] = jawOf(view);
  const gape = gapeOf(view);
  const smile = (view.speaks ? view.expression.speaking : view.expression.mouth).corners;
  const gnaws = view.species === "rabbit" || view.species === "mouse";
  const broad = view.species === "frog" || view.species === "fish" ? 1.6 : gnaws ? 0.6 : 1;
  const back = gnaws ? 0.5 : 0.18;
  const lip = tip[1] + tip[3] * 0.52;
  const corner = (side: number): Point =>
    onHead(
      view,
      side * root[3] * 0.78 * broad,
      (root[1] + root[3] * 0.62 + lip) / 2 + 0.03 - smile * (smile < 0 ? 3.4 : 1.9),
      root[2] + (tip[2] - root[2]) * back,
    );
  const middle = (side: number, down: number): Point =>
    onHead(view, side * tip[3] * 0.82, lip + 0.035 + down, tip[2] - tip[3] * 0.35 - (tip[2] - root[2]) * 0.22);
  const front = onHead(view, 0, lip, tip[2] + tip[3] * 0.72);
  const sides = ([-1, 1] as const).filter((side) => side * view.yaw < 42 || Math.abs(view.yaw) < 20);
  if (gape < 0.06 || view.plan.nose === "beak") {
    const lines = sides.map((side) =>
      brush(
        [front, middle(side, 0), corner(side)],
        view.nib.line * 1.15,
        { swellTo: 0.3, thinFrom: 0.6, tip: 0.2 },
        view.coat.line,
      ),
    );
    return lines.join("") + philtrum(view, front);
  }
  const low = onHead(view, 0, chin[1] - chin[3] * 0.75, chin[2] + chin[3] * 0.3);
  const lowSide = (side: number): Point =>
    onHead(view, side * chin[3] * 1.05, chin[1] - chin[3] * 0.7 - 0.01, chin[2] - chin[3] * 0.9);
  const hole = convexHull([
    front,
    ...sides.flatMap((side) => [middle(side, 0), corner(side), lowSide(side)]),
    ...(Math.abs(view.yaw) > 60 ? [] : [middle(0, 0)]),
    low,
  ]);
  const tongue = convexHull([
    ...ring(
      { ...discOf([0, chin[1] - chin[3] * 0.55 - 0.005, chin[2] - chin[3] * 0.9, chin[3] * 0.62], view.sight) },
      10,
    ),
    ...ring(
      { ...discOf([0, (hinge[1] + chin[1]) / 2, (hinge[2] + chin[2]) / 2 + 0.05, chin[3] * 0.4], view.sight) },
      8,
    ),
  ]);
  return (
    `<path d="${massPath(hole, false)}" fill="#000" stroke="#000" stroke-width="${view.nib.line.toFixed(1)}" stroke-linejoin="round"/>` +
    (view.small || gape < 0.085 ? "" : `<path d="${massPath(tongue)}" fill="${fineTone(20)}"/>`) +
    fangs(view, lip, tip) +
    philtrum(view, front)
  );
}

/** Teeth of a hunter in anger; the long front teeth of those who gnaw. */
function fangs(view: BeastView, lip: number, tip: Ball): string {
  if (view.small) return "";
  const { species, emotion } = view;
  const tooth = (x: number, z: number, wide: number, long: number): string =>
    blob(
      [
        onHead(view, x - wide, lip + 0.02, z),
        onHead(view, x + wide, lip + 0.02, z),
        onHead(view, x, lip + 0.03 + long, z),
      ],
      "#fff",
      view.nib.fine * 0.7,
    );
  if (species === "rabbit" || species === "mouse")
    return Math.abs(view.yaw) > 62
      ? ""
      : tooth(-0.025, tip[2] + tip[3] * 0.4, 0.024, 0.06) + tooth(0.025, tip[2] + tip[3] * 0.4, 0.024, 0.06);
  const hunts = species === "fox" || species === "dog" || species === "cat" || species === "bear";
  if (!hunts || (emotion !== "angry" && emotion !== "furious")) return "";
  return ([-1, 1] as const)
    .filter((side) => side * view.yaw < 30)
    .map((side) => tooth(side * tip[3] * 0.62, tip[2] + tip[3] * 0.2, 0.022, 0.075))
    .join("");
}

function philtrum(view: BeastView, front: Point): string {
  const [, tip] = view.plan.muzzle;
  if (view.plan.nose !== "leather" && view.plan.nose !== "small") return "";
  return flick([onHead(view, 0, tip[1] - tip[3] * 0.2, tip[2] + tip[3]), front], view.nib.line * 1.1, view.coat.line);
}

/** The black leather at the tip of the muzzle, with its gloss. */
function leatherNose(view: BeastView): string {
  const [, tip] = view.plan.muzzle;
  const small = view.plan.nose === "small";
  const w = small ? Math.max(0.04, tip[3] * 0.42) : Math.max(0.062, tip[3] * 0.66);
  const h = w * (small ? 0.72 : 0.8);
  const [y, z] = [tip[1] - tip[3] * 0.62, tip[2] + tip[3] * 0.72];
  const points = convexHull([
    onHead(view, -w, y - h * 0.55, z - w * 0.3),
    onHead(view, -w * 0.6, y - h, z - w * 0.1),
    onHead(view, w * 0.6, y - h, z - w * 0.1),
    onHead(view, w, y - h * 0.55, z - w * 0.3),
    onHead(view, w * 0.45, y + h * 0.5, z + w * 0.1),
    onHead(view, 0, y + h * 0.85, z + w * 0.12),
    onHead(view, -w * 0.45, y + h * 0.5, z + w * 0.1),
    onHead(view, 0, y - h * 0.4, z + w * 0.75),
  ]);
  const gloss = onHead(view, -w * 0.25, y - h * 0.5, z + w * 0.5);
  const r = w * 0.26 * view.size;
  const shine =
    view.size < 34 ? "" : blob(ring({ ...gloss, r }, 8), view.coat.line === "#fff" ? fineTone(20) : "#fff", 0);
  return blob(points, "#000", view.nib.fine, view.coat.line === "#fff" ? "#fff" : "#000") + shine;
}

function snout(view: BeastView): string {
  const [, tip] = view.plan.muzzle;
  const [y, z] = [tip[1] - 0.01, tip[2] + tip[3] * 0.78];
  const oval = (x: number, rx: number, ry: number, dz: number): Point[] =>
    Array.from({ length: 16 }, (_, i) => {
      const a = (i / 16) * 2 * Math.PI;
      return onHead(view, x + rx * Math.cos(a), y + ry * Math.sin(a), z + dz);
    });
  const disc = convexHull([...oval(0, 0.15, 0.125, 0), ...oval(0, 0.15, 0.125, -0.07)]);
  const holes = [-1, 1].map((side) =>
    Math.abs(view.yaw) > 75 ? "" : blob(oval(side * 0.058, 0.026, 0.042, 0.012), "#000", 0),
  );
  return blob(disc, fineTone(20), view.nib.line) + blob(oval(0, 0.145, 0.12, 0.004), fineTone(10), 0) + holes.join("");
}

function nostrils(view: BeastView): string {
  const [, tip] = view.plan.muzzle;
  const large = view.species === "horse" ? 1.5 : view.species === "sheep" ? 1 : 0.62;
  return ([-1, 1] as const)
    .filter((side) => side * view.yaw < 34)
    .map((side) => {
      const at = (dx: number, dy: number): Point =>
        onHead(view, side * (tip[3] * 0.52 + dx), tip[1] - tip[3] * 0.28 + dy, tip[2] + tip[3] * 0.72 - Math.abs(dx));
      const k = 0.03 * large;
      return blob(
        [at(-k * 0.6, k * 0.5), at(0, -k * 0.9), at(k * 0.8, -k * 0.4), at(k * 0.2, k * 0.6)],
        view.coat.line,
        0,
      );
    })
    .join("");
}

function whiskers(view: BeastView): string {
  const [, tip] = view.plan.muzzle;
  const parts: string[] = [];
  for (const side of [-1, 1] as const) {
    if (side * view.yaw > 55) continue;
    const out = Math.abs(view.yaw) > 55 ? -Math.sign(view.yaw) : side;
    for (const k of [-0.5, 0.1, 0.7]) {
      const from = onHead(view, side * tip[3] * 0.85, tip[1] + tip[3] * (0.1 + k * 0.3), tip[2] - tip[3] * 0.5);
      parts.push(
        flick(
          [
            from,
            { x: from.x + out * view.size * 0.15, y: from.y + k * view.size * 0.03 },
            { x: from.x + out * view.size * 0.32, y: from.y + (k * 0.12 + 0.02) * view.size },
          ],
          view.nib.fine * 0.9,
        ),
      );
    }
  }
  return parts.join("");
}
