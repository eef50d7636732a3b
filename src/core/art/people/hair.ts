import { type Point, contains } from "../../geometry/geometry.ts";
import { randomFrom } from "../../geometry/random.ts";
import { fineTone } from "../tone.ts";
import { betweenLines, curve, flick, mass, massPath, windingOf } from "./brush.ts";
import { curlBalls } from "./hair-curls.ts";
import { type HairCut, type HairInk, cutOf, fullyBald, hairInk } from "./hair-cuts.ts";
import { type Lock, growLocks } from "./hair-locks.ts";
import { tiedPieces } from "./hair-ties.ts";
import { wrapsHead } from "./hat-shell.ts";
import { type HeadView } from "./head-view.ts";
import { convexHull } from "./hull.ts";
import { alongScalp, hairline, onScalp, outlineRing } from "./skull.ts";
import { type Spot, type Vec, clamp, lerp } from "./space.ts";

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
    .filter((lock) => under === null || !(lock.part === "top" || lock.stands))
    .filter((lock) => !cloth || lock.part === "fringe")
    .filter((lock) => !cut.shaven || lock.part === "back")
    // What of the fringe lies beyond the far temple would stand off the face like a hook.
    .filter(
      (lock) =>
        lock.part !== "fringe" ||
        Math.cos(((lock.degrees + view.yaw) * Math.PI) / 180) > (cut.fringe === "swept" ? 0.5 : 0.24),
    )
    // From the front the tips of a short nape would peep out under the ears like earrings.
    .filter((lock) => lock.part !== "back" || hangs || Math.abs(view.yaw) > 44)
    .filter((lock) => lock.part !== "side" || hangs || Math.cos(((lock.degrees + view.yaw) * Math.PI) / 180) > 0.2)
    .map((lock) => projectLock(view, lock));
  const ring = outlineRing(view.outline);
  // Short hair behind the head does not show.
  const back = seen.filter((lock) => lock.behind && !hiddenBehind(lock, ring));
  const front = seen.filter((lock) => !lock.behind);
  const curls = cut.curls > 0 ? curlBalls(view, cut) : { behind: [], before: [], strokes: "" };
  const ties = tiedPieces(view, cut, ink);
  const bare = bald ? wreath(view, cut, ink) : null;
  const cap = bare
    ? bare.leaves
    : [...(cut.shaven ? drawnUpBack(view, cut) : [crownOf(view, cut)]), ...capQuads(view, cut)];
  const edge = nib.bold;
  const width = (fill: string): number => edge * (bald ? 0.45 : fill === "#000" ? 0.5 : 0.9);
  const behind =
    ties.behind +
    mass([...back.map((lock) => lock.path), ...curls.behind], ink.fill, width(ink.fill)) +
    back.map((lock) => strandsOf(view, lock, ink, 0)).join("");
  const before =
    mass([...cap, ...front.map((lock) => lock.path), ...curls.before], ink.fill, width(ink.fill)) +
    shineOf(view, cut, ink) +
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
  const nod = Math.sin((view.head.pitch * Math.PI) / 180);
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

/** The hair that lies on the skull, as patches of one mass. */
function capQuads(view: HeadView, cut: HairCut): string[] {
  const paths: string[] = [];
  const step = cut.shaven || view.size > 100 ? 7.5 : 15;
  const rows = view.size > 100 ? 10 : 6;
  for (let degrees = -180; degrees < 180; degrees += step)
    for (let row = 0; row < rows; row++) {
      const corners: [number, number][] = [
        [degrees, row / rows],
        [degrees + step, row / rows],
        [degrees + step, (row + 1) / rows],
        [degrees, (row + 1) / rows],
      ];
      const middle = degrees + step / 2;
      if (
        cut.shaven
          ? Math.abs(middle) < 58 || onFarTemple(view, middle, 70)
          : row > 0.55 * rows && onFarTemple(view, middle, 100)
      )
        continue;
      const points = corners.map(([d, share]) => view.sight.see(capPoint(view, cut, d, share)));
      if (isFront(points, view, row / rows, cut.shaven)) paths.push(massPath(points, false));
    }
  return paths;
}

/** On a turned face the edge of the far temple, from so many degrees off the reader on: hair there would be a thorn. */
function onFarTemple({ yaw }: HeadView, degrees: number, off: number): boolean {
  const far = degrees * Math.sign(yaw);
  return Math.abs(yaw) > 16 && far > 0 && far < 125 && far + Math.abs(yaw) > off;
}

/** The crown as one round shape: the patches alone leave corners in its outline. */
function crownOf(view: HeadView, cut: HairCut): string {
  const points: Spot[] = [];
  for (let degrees = -180; degrees < 180; degrees += 9)
    for (const share of [0.03, 0.12, 0.2, 0.27, 0.34, 0.4]) {
      const point = capPoint(view, cut, degrees, share);
      if (share < 0.05 || facesReader(view, point)) points.push(view.sight.see(point));
    }
  return massPath(convexHull(points), false);
}

/** From behind, the hair round a shaven crown is all that shows of the head, and is as round as it is. */
function drawnUpBack(view: HeadView, cut: HairCut): string[] {
  if (Math.abs(view.yaw) < 140) return [];
  const points: Spot[] = [];
  for (let degrees = 96; degrees <= 264; degrees += 8)
    for (const share of [0, 0.15, 0.3, 0.5]) points.push(view.sight.see(capPoint(view, cut, degrees, share)));
  return [massPath(convexHull([...points, view.sight.see(onScalp(view.skull, 0, -0.4985, 0.01))]), false)];
}

/** Whether the scalp at a point is turned to the reader, or stands on the outline. */
function facesReader(view: HeadView, point: Vec): boolean {
  const out = { x: point.x * 1.1, y: (point.y + 0.1) * 1.1 - 0.1, z: (point.z + 0.05) * 1.1 - 0.05 };
  return view.sight.see(out).depth - view.sight.see(point).depth > -0.004;
}

function capPoint(view: HeadView, cut: HairCut, degrees: number, share: number): Vec {
  const edge =
    hairline(degrees, cut.high) +
    (share > 0.9 ? ragged(view.sheet.seed, degrees) * (cut.fringe === "swept" ? 0.35 : 1) : 0);
  const quiff = cut.quiff * Math.max(0, Math.cos((degrees * Math.PI) / 180)) ** 2 * Math.sin(Math.PI * share) ** 0.6;
  const lift =
    lerp(
      cut.volume * 0.96,
      Math.min(Math.cos((degrees * Math.PI) / 180) > 0 ? 0.006 : 0.02, cut.volume),
      share ** 2.2,
    ) + quiff;
  if (!cut.shaven) return onScalp(view.skull, degrees, alongScalp(share, edge), lift);
  // Round a shaven crown the hair begins at the sides, and is drawn up to the knot behind.
  const away = Math.abs(((degrees + 540) % 360) - 180);
  const top = Math.min(edge, -0.3 - 0.198 * clamp((away - 62) / 60, 0, 1));
  return onScalp(view.skull, degrees, lerp(top, edge, share), cut.volume * Math.sin(Math.PI * (0.1 + 0.8 * share)));
}

function ragged(seed: number, degrees: number): number {
  return 0.012 * Math.sin(degrees * 0.55 + seed) + 0.008 * Math.sin(degrees * 1.3 + seed * 2);
}

/** A patch is seen when its outer side faces the reader: patches run clockwise when seen from outside. */
function isFront(points: readonly Spot[], view: HeadView, share: number, shaven: boolean): boolean {
  const nearCrown = share < 0.3 && !shaven;
  const turned = windingOf(points) / (view.size * view.size) > 0;
  const depth = points.reduce((sum, p) => sum + p.depth, 0) / points.length;
  return turned || (nearCrown && depth > -0.32 && view.head.pitch < 8);
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
    const round = Math.max(0, Math.sin(((d - 82) / 196) * Math.PI));
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
  if (view.small || lock.part === "top") return "";
  const random = randomFrom(view.sheet.seed + index * 77 + Math.round(lock.degrees));
  const parts: string[] = [];
  const black = ink.fill === "#000";
  const points = curve(middle, 2);
  const count = points.length - 1;
  const combed = cutOf(view.sheet).fringe === "swept" && lock.part === "fringe";
  const strands = combed ? 2 : lock.part === "fringe" ? (black ? index % 2 : 1) : index % 2;
  for (let k = 0; k < strands; k++) {
    const from = combed ? k : Math.floor(count * (black ? random.between(0.5, 0.62) : random.between(0.15, 0.4)));
    const to = combed
      ? Math.ceil(count * random.between(0.5, 0.9))
      : Math.ceil(count * (black ? random.between(0.8, 0.9) : random.between(0.78, 0.95)));
    const shift = random.between(-0.018, 0.018) * (combed ? 2.4 : 1) * view.size;
    const piece = points.slice(from, to + 1).map((p, i, all) => ({ x: p.x + shift * (1 - i / all.length), y: p.y }));
    // White hair is not paper: a tone follows its strands.
    if (piece.length > 2 && ink.shine === null && view.size > 100)
      parts.push(flick(piece, view.size * 0.07, fineTone(20)));
    if (piece.length > 2)
      parts.push(flick(piece, black ? view.nib.fine * 0.9 : view.nib.fine * random.between(1, 1.7), ink.strand));
  }
  return parts.join("");
}

/** Light on the crown: a row of brush strokes along the strands, longest in the middle, where the light of the page falls. */
function shineOf(view: HeadView, cut: HairCut, ink: HairInk): string {
  if (ink.shine === null || view.small || cut.curls > 0 || cut.shaven || covered(view)) return "";
  const random = randomFrom(view.sheet.seed ^ 0x5f);
  const strokes: string[] = [];
  // The angles are those of the page, so that the light stays where it is as heads turn.
  for (let angle = -64; angle <= -4; angle += 5.5) {
    const belly = Math.sin((Math.PI * (angle + 70)) / 72);
    const from = 0.5 - 0.05 * belly - random.between(0, 0.03);
    const to = from + 0.06 + 0.16 * belly * random.between(0.7, 1);
    const line = [from, (from + to) / 2, to].map((share) =>
      view.sight.see(capPoint(view, cut, angle + random.between(-0.8, 0.8) - view.yaw, share)),
    );
    if (line.every((spot) => spot.depth > 0)) strokes.push(flick(line, view.size * (0.012 + 0.014 * belly), ink.shine));
  }
  return strokes.join("");
}

const covered = ({ sheet }: HeadView): boolean => sheet.hat !== "none" && sheet.hat !== "crown";
