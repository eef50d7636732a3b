import * as steady from "../../geometry/steady-math.ts";
import { type Point, contains } from "../../geometry/geometry.ts";
import { randomFrom } from "../../geometry/random.ts";
import { betweenLines, curve, flick, mass, massPath, windingOf } from "./brush.ts";
import { capPaths } from "./hair-cap.ts";
import { curlBalls } from "./hair-curls.ts";
import { type HairCut, type HairInk, cutOf, fullyBald, hairInk } from "./hair-cuts.ts";
import { hangingHair } from "./hair-fall.ts";
import { type Lock, growLocks } from "./hair-locks.ts";
import { tiedPieces } from "./hair-ties.ts";
import { wrapsHead } from "./hat-shell.ts";
import { longNape, napeLocks } from "./hair-nape.ts";
import { type HeadView } from "./head-view.ts";
import { capStrands, outlineLocks } from "./hair-strands.ts";
import { hairline, onScalp, outlineRing } from "./skull.ts";
import { type Spot } from "./space.ts";

/** A head of hair in two layers, with the shadow that the fringe throws on the forehead as path data. */
export interface Hair {
  behind: string;
  /** Drawn under the face and over the shoulders. */
  under: string;
  before: string;
  shadow: string;
  /** Path data of the whole mass. */
  outline: string;
}

const drawnUp: readonly HairCut["tie"][] = ["bun", "low-bun", "topknot", "crown-braid"];

const none: Hair = { behind: "", under: "", before: "", shadow: "", outline: "" };

/** Grows the locks of the sheet's cut on the turned head and inks them as one mass with a cut outline (D3). */
export function drawHair(view: HeadView): Hair {
  const { sheet, nib } = view;
  if (fullyBald(sheet)) return none;
  const under = hatEdge(view);
  // Under a hat hair lies flat, and what wraps the whole head leaves no curls outside.
  const worn = cutOf(sheet);
  const flat = { quiff: 0, volume: Math.min(worn.volume, 0.045), curls: wrapsHead(sheet) ? 0 : worn.curls };
  const cut = under === null ? worn : { ...worn, ...flat };
  const ink = hairInk(sheet);
  const bald = sheet.hairStyle === "bald";
  const grown = cut.curls > 0 || bald ? [] : growLocks(view.skull, cut, sheet.seed);
  // Short hair lies close on the far temple: ends that stood off it would dangle beside the face.
  const hangs = cut.ears === "covered" || cut.sideTo >= 0.3 || cut.spike > 0.05;
  const cloth = wrapsHead(sheet);
  const seen = grown
    .filter((lock) => under === null || !lock.stands)
    .filter((lock) => !cloth || lock.part === "fringe")
    .filter((lock) => !cut.shaven || lock.part === "back")
    // Hair that is drawn up leaves no ends at ears and nape.
    .filter((lock) => !drawnUp.includes(cut.tie) || cut.shaven || lock.part === "fringe")
    // What of the fringe lies beyond the far temple would stand off the face like a hook.
    .filter(
      (lock) =>
        lock.part !== "fringe" ||
        steady.cos(((lock.degrees + view.yaw) * Math.PI) / 180) > (cut.fringe === "swept" ? 0.5 : 0.45),
    )
    // From the front the tips of a short nape would peep out under the ears like earrings.
    .filter((lock) => lock.part !== "back" || hangs || Math.abs(view.yaw) > 44)
    // From behind a cropped nape has its own fine ends.
    .filter((lock) => lock.part !== "back" || !view.behind || cut.backTo > longNape)
    .filter(
      (lock) =>
        lock.part !== "side" ||
        hangs ||
        steady.cos(((lock.degrees + view.yaw) * Math.PI) / 180) > (view.behind ? 0.6 : 0.4),
    )
    .map((lock) => projectLock(view, lock));
  const ring = outlineRing(view.outline);
  // Short hair behind the head does not show.
  const fall = hangingHair(view, cut, ink);
  // A single lock before a sheet of hair that hangs behind the shoulders would be a string.
  const behindAll = fall.behind.length > 0 && fall.before.length === 0;
  const lies = ({ lock, behind }: SeenLock): boolean => behind || (behindAll && lock.part !== "fringe");
  const back = seen.filter((lock) => lies(lock) && !hiddenBehind(lock, ring));
  const front = seen.filter((lock) => !lies(lock));
  const curls = cut.curls > 0 ? curlBalls(view, cut) : { behind: [], before: [], strokes: "" };
  const ties = tiedPieces(view, cut, ink);
  const bare = bald ? wreath(view, cut, ink) : null;
  const cap = bare
    ? bare.leaves
    : [...capPaths(view, cut), ...(under === null ? outlineLocks(view, cut) : []), ...napeLocks(view, cut)];
  const edge = nib.bold;
  const width = (fill: string): number => edge * (bald ? 0.45 : fill === "#000" ? 0.5 : 0.9);
  const behind =
    ties.behind +
    mass(
      [...fall.behind, ...back.map((lock) => lock.path), ...curls.behind],
      fall.behind.length > 0 ? ink.shade : ink.fill,
      width(ink.fill),
    ) +
    fall.behindStrands +
    (fall.behind.length > 0 ? [] : back).map((lock) => strandsOf(view, lock, ink, 0)).join("");
  const before =
    mass([...cap, ...fall.before, ...front.map((lock) => lock.path), ...curls.before], ink.fill, width(ink.fill)) +
    fall.strands +
    capStrands(view, cut, ink) +
    front.map((lock, i) => strandsOf(view, lock, ink, i)).join("") +
    (bare?.strands ?? "") +
    (view.small ? "" : curls.strokes) +
    ties.before;
  // Hair that is combed back throws no shadow on the forehead.
  const hanging = cut.fringe === "swept" ? [] : front;
  const fringe = hanging.filter((lock) => lock.lock.part === "fringe" || lock.lock.part === "side");
  const outline =
    [
      ...back.map((lock) => lock.path),
      ...curls.behind,
      ...fall.behind,
      ...fall.before,
      ...cap,
      ...front.map((lock) => lock.path),
      ...curls.before,
    ].join("") + ties.outline;
  return { behind, under: ties.under, before, shadow: fringe.map((lock) => lock.path).join(""), outline };
}

/** Heights covered by a hat or hood: no ends stand up there. */
function hatEdge(view: HeadView): number | null {
  return view.sheet.hat === "none" || view.sheet.hat === "crown" ? null : -0.2;
}

interface SeenLock {
  lock: Lock;
  path: string;
  middle: Spot[];
  behind: boolean;
}

function projectLock(view: HeadView, lock: Lock): SeenLock {
  const left = lock.left.map((p) => view.sight.see(p));
  const right = lock.right.map((p) => view.sight.see(p));
  const middle = left.map((p, i) => {
    const q = right[i] ?? p;
    return { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2, depth: (p.depth + q.depth) / 2 };
  });
  const lower = middle.slice(Math.floor(middle.length / 2));
  // How far it stands before the head, however the head nods: the depth on the page alone would swing long hair over the face.
  const nod = steady.sin((view.head.pitch * Math.PI) / 180);
  const ends = lock.left.slice(Math.floor(middle.length / 2));
  const drop = ends.reduce((sum, p) => sum + p.y, 0) / ends.length;
  const depth = lower.reduce((sum, p) => sum + p.depth, 0) / lower.length - drop * nod;
  const limit = lock.part === "back" ? 0.02 : lock.part === "side" ? 0.03 : -0.06;
  const path = lock.stands ? standing(view, lock, middle) : betweenLines(left, right);
  return { lock, path, middle, behind: depth < limit };
}

/** Ends that stand off the head keep their width from every side: flat ones would be needles. */
function standing(view: HeadView, lock: Lock, middle: readonly Spot[]): string {
  const left: Point[] = [];
  const right: Point[] = [];
  middle.forEach((p, i) => {
    const [before, after] = [middle[Math.max(0, i - 1)] ?? p, middle[Math.min(middle.length - 1, i + 1)] ?? p];
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    const [a, b] = [lock.left[i], lock.right[i]];
    const half = a && b ? (Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z) / 2) * view.size : 0;
    const [nx, ny] = [(-(after.y - before.y) / length) * half, ((after.x - before.x) / length) * half];
    left.push({ x: p.x + nx, y: p.y + ny });
    right.push({ x: p.x - nx, y: p.y - ny });
  });
  return betweenLines(left, right);
}

function hiddenBehind({ middle }: SeenLock, ring: Point[]): boolean {
  const tip = middle.at(-1);
  const waist = middle[Math.floor(middle.length * 0.6)];
  return tip !== undefined && waist !== undefined && contains(ring, tip) && contains(ring, waist);
}

interface Wreath {
  leaves: string[];
  strands: string;
}

/** A wreath of thin hair round the back of a bald head: overlapping leaves from ear to ear. */
function wreath(view: HeadView, cut: HairCut, ink: HairInk): Wreath {
  const random = randomFrom(view.sheet.seed ^ 0x77);
  const out: Wreath = { leaves: [], strands: "" };
  for (let degrees = 88; degrees <= 272; degrees += 7) {
    const d = degrees + random.between(-2, 2);
    const round = Math.max(0, steady.sin(((d - 82) / 196) * Math.PI));
    const top = 0.02 - 0.17 * round ** 0.7 + random.between(-0.05, 0.03);
    const low = Math.min(0.1 + 0.2 * round, hairline(d) + random.between(0, 0.02));
    const at = (shift: number, y: number, lift: number): Spot =>
      view.sight.see(onScalp(view.skull, d + shift, y, lift * cut.volume));
    const middle = (top + low) / 2;
    const points = [
      at(-7, top + 0.06, 0.4),
      at(1, top, 0.1),
      at(8, top + 0.07, 0.4),
      at(8, middle, 0.9),
      at(1, low, 0.8),
      at(-7, middle, 0.8),
    ];
    if (windingOf(points) <= 0) continue;
    out.leaves.push(massPath(points));
    if (!view.small)
      out.strands += flick(
        [at(0, top + 0.05, 0.6), at(2, middle, 1), at(0, low - 0.02, 0.9)],
        view.nib.fine * 1.2,
        ink.strand,
      );
  }
  return out;
}

/** Lines inside the mass that follow the locks. */
function strandsOf(view: HeadView, { lock, middle }: SeenLock, ink: HairInk, index: number): string {
  // What is combed back over the crown has the lines of the cap.
  if (view.small || (lock.part === "fringe" && cutOf(view.sheet).fringe === "swept")) return "";
  const random = randomFrom(view.sheet.seed + index * 77 + Math.round(lock.degrees));
  const parts: string[] = [];
  const black = ink.fill === "#000";
  const points = curve(middle, 2);
  const count = points.length - 1;
  const strands = lock.part === "fringe" ? (black ? index % 2 : 1) : index % 2;
  for (let k = 0; k < strands; k++) {
    const from = Math.floor(count * (black ? random.between(0.5, 0.62) : random.between(0.15, 0.4)));
    const to = Math.ceil(count * (black ? random.between(0.8, 0.9) : random.between(0.78, 0.95)));
    const shift = random.between(-0.018, 0.018) * view.size;
    const piece = points.slice(from, to + 1).map((p, i, all) => ({ x: p.x + shift * (1 - i / all.length), y: p.y }));
    if (piece.length > 2)
      parts.push(flick(piece, black ? view.nib.fine * 0.9 : view.nib.fine * random.between(1, 1.7), ink.strand));
  }
  return parts.join("");
}
