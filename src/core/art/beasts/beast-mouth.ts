import type { Point } from "../../geometry/geometry.ts";
import type { Emotion } from "../../script/script.ts";
import { blob, brush, flick, massPath } from "../people/brush.ts";
import { clamp, lerp } from "../people/space.ts";
import { fineTone } from "../tone.ts";
import type { Ball } from "./beast-heads-data.ts";
import { bares, openJaws } from "./beast-jaws.ts";
import { type BeastView, onHead } from "./beast-view.ts";

/** How far the jaw hangs at its tip, in head sizes. */
export function gapeOf(view: BeastView): number {
  const { speaks, expression, asleep, emotion, species } = view;
  // Who thinks does not move the lips, though the words are theirs.
  if (asleep || grins(view) || emotion === "thinking") return 0;
  if (bares(view)) return emotion === "furious" || speaks ? 0.15 : 0.1;
  const open = speaks ? Math.max(0.05, expression.speaking.open) : expression.mouth.open;
  // Grazing beasts keep the lips shut: a jaw that hung under them would look like a bill.
  if (grazes(view)) return 0;
  const aside = Math.abs(view.yaw) > 28;
  const most =
    (species === "rabbit" || species === "mouse" ? (aside ? 0.048 : 0.085) : aside ? 0.11 : 0.115) -
    (speaks ? 0 : 0.02);
  return Math.min(most, open * 1.4);
}

/** The lower jaw, dropped by what is said. */
export function jawOf(view: BeastView): readonly [Ball, Ball] {
  const [hinge, tip] = view.plan.jaw;
  // From before the mouth opens within the chin, which would else hang down like a goatee.
  const drop = gapeOf(view) * (Math.abs(view.yaw) < 28 ? 0.5 : 1);
  return [hinge, [tip[0], tip[1] + drop, tip[2] - drop * 0.35, tip[3]]];
}

/** Feelings in which a cat does not grin. */
const grave: ReadonlySet<Emotion> = new Set([
  "sad",
  "crying",
  "angry",
  "furious",
  "afraid",
  "shocked",
  "ashamed",
  "tired",
  "suspicious",
]);

/** A cat that talks grins from ear to ear, as the one of Cheshire did, who grins in silence too; a mere cat does not. */
const grins = ({ species, emotion, name, speaks, yaw }: BeastView): boolean =>
  species === "cat" && Math.abs(yaw) < 60 && !grave.has(emotion) && (speaks || /cheshire|チェシャ/i.test(name));

/** A wide crescent of many small teeth, from cheek to cheek. */
function grin(view: BeastView): string {
  const [, tip] = view.plan.muzzle;
  const reach = 0.4;
  const at = (t: number, share: number): Point => {
    const x = t * reach;
    const deep = tip[2] + tip[3] * 0.55 - 0.34 * t * t - 0.06 * Math.abs(t);
    const upper = tip[1] + tip[3] * 0.62 - 0.15 * t * t;
    return onHead(view, x, upper + share * 0.135 * Math.sqrt(Math.max(0, 1 - t * t)), deep);
  };
  const steps = Array.from({ length: 13 }, (_, i) => i / 6 - 1);
  const lips = [...steps.map((t) => at(t, 0)), ...steps.toReversed().map((t) => at(t, 1))];
  const ink = view.nib.line * 1.2;
  const gaps = view.small ? [] : steps.filter((_, i) => i > 0 && i < 12);
  const teeth = gaps.map((t) => flick([at(t, 0), at(t, 0.5), at(t, 1)], view.nib.fine * 1.1));
  const bite = view.small
    ? ""
    : flick(
        steps.map((t) => at(t, 0.52)),
        view.nib.fine * 1.3,
      );
  return `<path d="${massPath(lips, false)}" fill="#fff" stroke="#000" stroke-width="${(ink * 2).toFixed(1)}" stroke-linejoin="round" paint-order="stroke"/>${teeth.join("")}${bite}`;
}

/** Where the lips run: from the middle of the upper lip to its corners. */
interface Lips {
  front: Point;
  middle(side: number): Point;
  corner(side: number): Point;
  sides: readonly (1 | -1)[];
}

function lipsOf(view: BeastView, back: number): Lips {
  const [root, tip] = view.plan.muzzle;
  if (grazes(view)) return grazersLips(view);
  const calm = view.species === "insect" ? 0.03 : gnaws(view) ? 0.022 : 0;
  // A muzzle does not smile: joy is in its ears and tail.
  const felt = (view.speaks ? view.expression.speaking : view.expression.mouth).corners;
  const smile = calm + (view.plan.nose === "small" ? felt : Math.min(-0.01, felt * 0.4));
  const broad = view.species === "frog" || view.species === "fish" ? 1.6 : gnaws(view) ? 0.72 : 1;
  const lip = tip[1] + tip[3] * 0.52;
  return {
    front: onHead(view, 0, lip, tip[2] + tip[3] * 0.72),
    middle: (side) =>
      onHead(view, side * tip[3] * 0.82, lip + 0.035, tip[2] - tip[3] * 0.35 - (tip[2] - root[2]) * 0.22),
    corner: (side) =>
      onHead(
        view,
        side * root[3] * 0.78 * broad,
        (root[1] + root[3] * 0.62 + lip) / 2 +
          (gnaws(view) ? 0.012 : 0.03) -
          smile * (gnaws(view) ? 0.9 : smile < 0 ? 2.4 : 1.9),
        root[2] + (tip[2] - root[2]) * back,
      ),
    sides: ([-1, 1] as const).filter((side) => side * view.yaw < 42 || Math.abs(view.yaw) < 20),
  };
}

/** Hoofed beasts with a long face that hangs. */
const grazes = ({ plan }: BeastView): boolean => plan.nose === "nostrils" && plan.ears !== null;

/** The short mouth at the end of a long face, which falls a little to its corner. */
function grazersLips(view: BeastView): Lips {
  const [, tip] = view.plan.muzzle;
  const lip = tip[1] + tip[3] * 0.5;
  const at = (side: number, up: number, back: number): Point =>
    onHead(view, side * tip[3] * 0.95, lip - up, tip[2] - back);
  return {
    front: onHead(view, 0, lip, tip[2] + tip[3] * 0.7),
    middle: (side) => at(side, 0.035, 0.02),
    corner: (side) => at(side, 0.05, 0.14),
    sides: ([-1, 1] as const).filter((side) => side * view.yaw < 42),
  };
}

const gnaws = ({ species }: BeastView): boolean => species === "rabbit" || species === "mouse";

/** The line of the lips, or the open mouth with its tongue. */
/** Lips and what stands between them: shut, open from before or from the side, or a grin. */
export function beastMouth(view: BeastView): string {
  if (grins(view)) return grin(view);
  const gape = gapeOf(view);
  const lips = lipsOf(view, gnaws(view) ? 0.5 : 0.2);
  if (gape < 0.04) return shutMouth(view, lips);
  if (Math.abs(view.yaw) < 28) return mouthFromBefore(view, gape);
  // Where no muzzle stands out, an open mouth from the side would be a hole in the cheek.
  return view.plan.nose === "nostrils"
    ? shutMouth(view, lips)
    : gnaws(view)
      ? nibblingMouth(view, lipsOf(view, 0.4), gape)
      : mouthFromTheSide(view, lipsOf(view, 0.42));
}

function shutMouth(view: BeastView, { front, middle, corner, sides }: Lips): string {
  const lines = sides.map((side) =>
    brush(
      [front, middle(side), corner(side)],
      view.nib.line * 1.15,
      { swellTo: 0.3, thinFrom: 0.6, tip: 0.2 },
      view.coat.line,
    ),
  );
  return lines.join("") + philtrum(view, front);
}

/** An open mouth under the nose: a small round bowl whose corners the feeling lifts or lowers. */
function mouthFromBefore(view: BeastView, gape: number): string {
  const [root, tip] = view.plan.muzzle;
  const broad = view.species === "frog" ? 2.1 : gnaws(view) ? 0.62 : view.plan.nose === "nostrils" ? 1.2 : 1;
  const half = (0.075 + gape * 0.32) * broad;
  const lift = clamp(view.expression.speaking.corners, -0.035, 0.045) * 0.9;
  const lip = tip[1] + tip[3] * 0.58;
  // The lips bend round the muzzle: their corners lie farther back than the middle.
  const at = (x: number, down: number): Point =>
    onHead(view, x, lip + 0.02 + down, lerp(tip[2] + tip[3] * 0.6, root[2] + root[3] * 0.5, Math.abs(x) / 0.24));
  const drop = gape * 0.85;
  const split = view.plan.nose === "leather" || view.plan.nose === "small";
  const bowl = [
    at(-half, -lift),
    at(-half * 0.5, 0.016),
    at(0, split ? 0.004 : 0.02),
    at(half * 0.5, 0.016),
    at(half, -lift),
    at(half * 0.62, drop * 0.68 - lift * 0.4),
    at(0, drop + 0.012),
    at(-half * 0.62, drop * 0.68 - lift * 0.4),
  ];
  const tongue = [at(-half * 0.4, drop * 0.86), at(0, drop * 0.5), at(half * 0.4, drop * 0.86), at(0, drop + 0.004)];
  return (
    blob(bowl, "#000", view.nib.line * 0.7, view.coat.line === "#fff" ? "#fff" : "#000") +
    (view.small || gape < 0.07 ? "" : blob(tongue, fineTone(20), 0)) +
    (gnaws(view) && !view.small ? frontTeeth(view, at, drop) : "") +
    philtrum(view, at(0, 0.004))
  );
}

/** The two long front teeth of a rabbit or a mouse. */
function frontTeeth(view: BeastView, at: (x: number, down: number) => Point, drop: number): string {
  const [wide, long] = [0.034, Math.min(0.045, drop * 0.6)];
  const both = [at(-wide, 0.008), at(wide, 0.008), at(wide * 0.9, long), at(-wide * 0.9, long)];
  return (
    blob(both, "#fff", view.nib.fine) +
    flick([at(0, 0.006), at(0, long * 0.5), at(0, long)], view.nib.fine, view.coat.line)
  );
}

/** From the side the jaw hangs a little below the line of the lips, and the mouth is dark between them. */
function mouthFromTheSide(view: BeastView, { front, corner, sides }: Lips): string {
  const [, chin] = jawOf(view);
  const near = sides[0] ?? 1;
  const lower = onHead(view, 0, chin[1] - chin[3] * 0.8, chin[2] + chin[3] * 0.5);
  return openJaws(view, { corner: corner(near), upper: front, lower }) + philtrum(view, front);
}

/** The lips of a rabbit and a mouse part in a small bowl behind the split under the nose. */
function nibblingMouth(view: BeastView, { front, corner, sides }: Lips, gape: number): string {
  const back = corner(sides[0] ?? 1);
  const on = (t: number, down: number): Point => ({
    x: lerp(front.x, back.x, t),
    y: lerp(front.y, back.y, t) + down * view.size,
  });
  const bowl = [
    on(0.3, 0),
    on(0.62, 0.004),
    on(0.95, 0),
    on(0.85, gape * 0.8),
    on(0.6, gape * 1.2),
    on(0.38, gape * 0.7),
  ];
  return brush([front, on(0.3, 0)], view.nib.line, {}, view.coat.line) + blob(bowl, "#000", 0) + philtrum(view, front);
}

function philtrum(view: BeastView, front: Point): string {
  const [, tip] = view.plan.muzzle;
  if (view.plan.nose !== "leather" && view.plan.nose !== "small") return "";
  return flick([onHead(view, 0, tip[1] - tip[3] * 0.2, tip[2] + tip[3]), front], view.nib.line * 1.1, view.coat.line);
}
