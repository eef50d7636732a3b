import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { blob, brush } from "../people/brush.ts";
import { clamp, vec } from "../people/space.ts";
import { fineTone } from "../tone.ts";
import type { BeastView } from "./beast-view.ts";

/** The eyes that the turn of the head leaves in sight: the far one first, because the bridge of the nose stands before it. */
export function beastEyes(view: BeastView): { far: string; near: string } {
  const far = view.yaw >= 0 ? 1 : -1;
  return { far: eye(view, far), near: eye(view, far === 1 ? -1 : 1) };
}

/** A place beside the eye's middle, on the roundness of the head. */
type Beside = (dx: number, dy: number) => Point;

function eye(view: BeastView, side: 1 | -1): string {
  const { eye: plan } = view.plan;
  const facing = steady.cos(((side * plan.around + view.yaw) * Math.PI) / 180);
  // A far eye seen along the skull would be a sliver on the outline.
  if (facing < (plan.around > 40 ? 0.26 : 0.4)) return "";
  const at = besideEye(view, side);
  if (view.asleep || view.expression.closed !== "none") return closedEye(view, at, side) + tears(view, at, side);
  return openEye(view, at, side) + browOver(view, at, side) + tears(view, at, side);
}

function besideEye({ plan, sight }: BeastView, side: 1 | -1): Beside {
  const { at, around, slant } = plan.eye;
  const angle = (side * around * Math.PI) / 180;
  const lean = (-side * slant * Math.PI) / 180;
  return (dx, dy) => {
    const [across, down] = [
      dx * steady.cos(lean) - dy * steady.sin(lean),
      dx * steady.sin(lean) + dy * steady.cos(lean),
    ];
    const bend = 1.1 * (dx * dx + dy * dy);
    return sight.see(
      vec(
        side * at[0] + steady.cos(angle) * across - steady.sin(angle) * bend,
        at[1] + down,
        at[2] - steady.sin(angle) * across - steady.cos(angle) * bend,
      ),
    );
  };
}

function closedEye(view: BeastView, at: Beside, side: 1 | -1): string {
  const { wide } = view.plan.eye;
  const bend = (!view.asleep && view.expression.closed === "smile" ? -0.055 : 0.045) * (wide / 0.1);
  const width = Math.max(1.6, view.size * 0.03);
  const ink = view.coat.line;
  const lash = view.small
    ? ""
    : brush(
        [at(side * wide, 0), at(side * wide * 1.35, bend > 0 ? 0.02 : 0.03)],
        width * 0.7,
        { swellTo: 0.1, tip: 0.2 },
        ink,
      );
  return (
    brush(
      [at(-wide, -bend * 0.5), at(-wide * 0.4, bend * 0.75), at(wide * 0.4, bend * 0.75), at(wide, -bend * 0.5)],
      width,
      { swellTo: 0.4, thinFrom: 0.6, tip: 0.25 },
      ink,
    ) + lash
  );
}

/** The upper lid as a line across the eye: low in sorrow and doubt, slanted inwards in anger. */
interface Lids {
  upper(dx: number): number;
  lower(dx: number): number;
}

function lidsOf({ expression, plan, species }: BeastView, side: 1 | -1): Lids {
  const { wide, high, kind } = plan.eye;
  // A small beast's eye is a button in every mood: what it feels is in ears, brows and mouth.
  // Only an angry bird frowns with the lid, as a hawk does.
  if (kind === "bead" || kind === "ring")
    return browless.has(species) && expression.brow.angle > 8 ? scowl(high, wide, side) : roundLids(high, wide);
  // Nor does sorrow hang in the lids of a hunter, or it would look stern.
  if (kind === "hunter" && expression.brow.angle < 4 && expression.lower < 0.3) return roundLids(high, wide, 0.82);
  // A hunter's eye stays open: its sorrow and its doubt are in ears and brows rather than in heavy lids.
  const widest = expression.brow.angle > 12 ? 0.84 : 1.15;
  const open = clamp(Math.min(widest, expression.lid), kind === "hunter" ? 0.74 : 0.45, widest);
  const slope =
    steady.tan((clamp(expression.brow.angle, -26, 28) * Math.PI) / 180) *
    (kind === "hunter" && expression.brow.angle < 0 ? 0.5 : 0.85);
  const cut =
    high * (1 - 2 * Math.min(1.1, open)) +
    (expression.brow.angle > 12 || (expression.brow.angle < -12 && kind !== "hunter") ? high * 0.22 : 0);
  const raised = high * (1 - 1.1 * clamp(expression.lower, 0, 0.5));
  const arch = (dx: number): number => high * Math.max(0, 1 - (dx / wide) ** 2) ** (kind === "hunter" ? 0.82 : 0.5);
  return {
    upper: (dx) => Math.max(-arch(dx), Math.min(arch(dx), cut - slope * side * dx)),
    lower: (dx) => Math.max(-arch(dx), Math.min(arch(dx), raised)),
  };
}

const roundLids = (high: number, wide: number, point = 0.5): Lids => {
  const arch = (dx: number): number => high * Math.max(0, 1 - (dx / wide) ** 2) ** point;
  return { upper: (dx) => -arch(dx), lower: arch };
};

/** Feathers and scales have no brows: theirs would be a man's. */
const browless: ReadonlySet<BeastView["species"]> = new Set(["bird", "fish"]);

/** A round eye under a lid that falls straight towards the beak. */
function scowl(high: number, wide: number, side: 1 | -1): Lids {
  const { upper, lower } = roundLids(high, wide);
  return { upper: (dx) => Math.max(upper(dx), -high * 0.42 - side * dx * 0.45), lower };
}

/** The edge of the brow over a hunter's eye runs down to the root of the nose; anger presses it low. */
function browOver(view: BeastView, at: Beside, side: 1 | -1): string {
  const { wide, high, kind } = view.plan.eye;
  if (kind !== "hunter" || view.small) return "";
  const angle = clamp(view.expression.brow.angle, -20, 24);
  const slope = steady.tan(((angle * 0.7 + 8) * Math.PI) / 180) * wide;
  const level = -high * (angle > 8 ? 1.25 : 1.7);
  return brush(
    [
      at(-side * wide * 1.25, level + slope * 1.2 + high * 0.5),
      at(0, level - high * 0.12),
      at(side * wide * 1.1, level - slope * 0.4),
    ],
    view.nib.line * 1.2,
    { swellTo: 0.3, thinFrom: 0.5, tip: 0.1 },
    view.coat.line,
  );
}

function openEye(view: BeastView, at: Beside, side: 1 | -1): string {
  const { wide, high, kind } = view.plan.eye;
  const { expression, nib } = view;
  const lids = lidsOf(view, side);
  const within = (rx: number, ry: number, cx: number, cy: number): Point[] =>
    Array.from({ length: 20 }, (_, i) => {
      const a = (i / 20) * 2 * Math.PI;
      const dx = clamp(cx + rx * steady.cos(a), -wide * 0.96, wide * 0.96);
      return at(dx, clamp(cy + ry * steady.sin(a), lids.upper(dx), Math.max(lids.upper(dx), lids.lower(dx))));
    });
  const rim = within(wide, high * 1.02, 0, 0);
  const gaze = {
    x: expression.gaze.x * 0.6,
    y: expression.gaze.y * 0.6 + high * Math.max(0, 1 - expression.lid) * 0.25,
  };
  const fright = expression.lid > 1.1 ? 0.72 : 1;
  const spark = (r: number, dx: number, dy: number): string =>
    blob(
      Array.from({ length: 8 }, (_, i) =>
        at(dx + r * steady.cos((i / 4) * Math.PI), dy + r * steady.sin((i / 4) * Math.PI)),
      ),
      "#fff",
      0,
    );
  const lift = Math.max(lids.upper(0) + high * 0.35, -high * 0.42);
  const parts: string[] = [];
  const tiny = view.size < 34;
  if (kind === "bead" || tiny) {
    // A glossy dark bead; the white shows only where fear tears the eye open.
    const scared = expression.lid > 1.1 && !tiny;
    parts.push(blob(rim, scared || view.coat.line === "#fff" ? "#fff" : "#000", nib.line));
    if (scared || view.coat.line === "#fff")
      parts.push(blob(within(wide * (scared ? 0.66 : 0.9), high * (scared ? 0.7 : 0.9), gaze.x, gaze.y), "#000", 0));
    parts.push(
      spark(high * 0.3, gaze.x - wide * 0.3, lift),
      view.small ? "" : spark(high * 0.13, gaze.x + wide * 0.32, high * 0.34),
    );
  } else if (kind === "slit") {
    parts.push(blob(rim, fineTone(10), nib.line));
    const narrow = expression.lid > 1.05 || expression.iris > 1 ? 0.62 : expression.brow.angle > 10 ? 0.2 : 0.42;
    parts.push(
      blob(within(wide * narrow, high * 0.94, gaze.x, gaze.y), "#000", 0),
      spark(high * 0.24, gaze.x - wide * 0.3, lift),
    );
  } else if (kind === "hunter") {
    // A dark rim and a pale iris round a small pupil; white shows only in fear.
    const scared = expression.lid > 1.1 && !view.small;
    parts.push(
      blob(rim, view.small ? "#000" : scared || view.coat.line === "#fff" ? "#fff" : fineTone(20), nib.line * 1.3),
    );
    const pupil = high * (scared ? 0.5 : 0.66);
    if (!view.small) parts.push(blob(within(pupil, pupil, gaze.x, gaze.y), "#000", 0));
    parts.push(spark(high * 0.24, gaze.x - high * 0.22, lift));
  } else {
    parts.push(blob(rim, "#fff", nib.line));
    parts.push(blob(within(high * 0.68 * fright, high * 0.72 * fright, gaze.x, gaze.y), "#000", 0));
    parts.push(
      spark(high * 0.3, gaze.x - high * 0.3, lift),
      view.small ? "" : spark(high * 0.14, gaze.x + high * 0.34, high * 0.36),
    );
  }
  const line = [-1.08, -0.6, 0, 0.6, 1.08].map((k) =>
    at(k * wide, lids.upper(clamp(k, -0.98, 0.98) * wide) - high * 0.04),
  );
  parts.push(brush(line, Math.max(1.6, view.size * 0.03), { swellTo: 0.5, thinFrom: 0.55, tip: 0.35 }));
  if (kind === "hunter" && !view.small)
    parts.push(
      brush([at(-side * wide * 0.98, high * 0.05), at(-side * wide * 1.4, high * 0.55)], view.size * 0.022, {
        swellTo: 0.1,
        tip: 0.1,
      }),
    );
  return parts.join("");
}

/** Tears stand in the eye and run down the cheek. */
function tears(view: BeastView, at: Beside, side: 1 | -1): string {
  if (view.emotion !== "crying" || view.small) return "";
  const { wide, high } = view.plan.eye;
  const drop = (x: number, y: number, r: number): string =>
    blob([at(x, y - r * 1.8), at(x + r, y), at(x, y + r * 1.05), at(x - r, y)], "#fff", view.nib.fine);
  return drop(side * wide * 0.5, high + 0.06, 0.035) + drop(side * wide * 0.75, high + 0.19, 0.045);
}
