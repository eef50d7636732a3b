import * as steady from "../../geometry/steady-math.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { flick, lockEnd, massPath, windingOf } from "./brush.ts";
import type { HairCut, HairInk } from "./hair-cuts.ts";
import { type HeadView } from "./head-view.ts";
import { onScalp } from "./skull.ts";
import { type Spot, clamp, lerp } from "./space.ts";

interface Fall {
  /** Path data: what is seen from within, behind neck and shoulders. */
  behind: string[];
  behindStrands: string;
  before: string[];
  strands: string;
}

/** Width of a column of hanging hair in degrees, and how many of them make a lock before the shoulder. */
const step = 8;
const leastBefore = 4;

/** Hair that hangs from behind the ears and the back of the head, as one sheet that is seen from both sides. */
export function hangingHair(view: HeadView, cut: HairCut, ink: HairInk): Fall {
  const fall: Fall = { behind: [], behindStrands: "", before: [], strands: "" };
  if (cut.tie !== "none" || cut.curls > 0 || cut.backTo < 0.34 || view.sheet.hairStyle === "bald") return fall;
  const random = randomFrom(view.sheet.seed ^ 0xfa11);
  const columns: { near: boolean; paths: string[]; lines: string }[] = [];
  for (let degrees = 98; degrees < 261; degrees += step) {
    const end = endOf(cut, degrees + step / 2) + random.between(-0.06, 0.03) * (view.sheet.age === "old" ? 2.6 : 1);
    const at = (d: number, share: number): Spot => hanging(view, cut, d, share, end);
    const patches = Array.from({ length: 6 }, (_, row) => [
      at(degrees, row / 6),
      at(degrees + step, row / 6),
      at(degrees + step, (row + 1) / 6),
      at(degrees, (row + 1) / 6),
    ]);
    const middle = patches[3] ?? [];
    const near =
      windingOf(middle) > 0 && (middle[0]?.depth ?? 0) - 0.3 * steady.sin((view.head.pitch * Math.PI) / 180) > -0.12;
    const column = [0.7, 0.86, 1].map((share) => at(degrees + step / 2, share));
    const tip = lockEnd(column, view.size * 0.05, random.between(0.3, 0.9));
    // Where the sheet turns away its strands would run together into a black lump.
    const [left, right] = [at(degrees, 0.5), at(degrees + step, 0.5)];
    const open =
      Math.hypot(left.x - right.x, left.y - right.y) > (ink.fill === "#000" ? 0 : near ? 0.05 : 0.018) * view.size;
    columns.push({
      near,
      paths: [...patches.map((patch) => massPath(patch, false)), tip],
      lines:
        !open || (view.small && ink.shine !== null)
          ? ""
          : strand(view, at, degrees + step / 2, ink, near ? 1 : 0.6, random),
    });
  }
  // One or two columns before the shoulder would be a lock that is cut off at the neck and begins again on the breast.
  const before = columns.filter(({ near }) => near).length >= leastBefore;
  for (const { near, paths, lines } of columns) {
    (near && before ? fall.before : fall.behind).push(...paths);
    if (near && before) fall.strands += lines;
    else fall.behindStrands += lines;
  }
  return fall;
}

/** Hair beside the face ends higher than behind. */
function endOf(cut: HairCut, degrees: number): number {
  const away = 180 - Math.abs(180 - degrees);
  return lerp(Math.min(cut.sideTo, cut.backTo), cut.backTo, clamp((away - 98) / 50, 0, 1));
}

/** From over the ears down; in the neck it draws in a little, and its ends turn out. */
function hanging(view: HeadView, cut: HairCut, degrees: number, share: number, end: number): Spot {
  const y = lerp(0, end, share);
  const root = onScalp(view.skull, degrees, Math.min(0.08, y), cut.volume * 0.9);
  const angle = (degrees * Math.PI) / 180;
  const wave = cut.wave * 0.7 * steady.sin(y * 7.5 + view.sheet.seed) * share;
  const out = cut.flare * share * share + wave;
  const drawn = 1 - 0.1 * clamp((y - 0.1) / 0.3, 0, 1);
  return view.sight.see({ x: root.x * drawn + steady.sin(angle) * out, y, z: root.z + steady.cos(angle) * out });
}

/** Lines down the sheet, some long and some short. */
function strand(
  view: HeadView,
  at: (degrees: number, share: number) => Spot,
  degrees: number,
  ink: HairInk,
  weight: number,
  random: Random,
): string {
  const black = ink.fill === "#000";
  return [-2.5, 1.5]
    .map((shift) => {
      const [from, to] = [random.between(0.05, 0.45), random.between(0.6, 1)];
      if (random() > (black ? 0.4 : 0.8)) return "";
      const line = [0, 0.35, 0.7, 1].map((t) => at(degrees + shift, lerp(from, to, t)));
      return flick(line, view.nib.fine * weight * random.between(0.8, 1.5), ink.strand);
    })
    .join("");
}
