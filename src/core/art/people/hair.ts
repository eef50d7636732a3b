import { type Point, contains } from "../../geometry/geometry.ts";
import { randomFrom } from "../../geometry/random.ts";
import { betweenLines, curve, flick, mass, massPath, windingOf } from "./brush.ts";
import { curlBalls } from "./hair-curls.ts";
import { type HairCut, type HairInk, cutOf, fullyBald, hairInk } from "./hair-cuts.ts";
import { type Lock, growLocks } from "./hair-locks.ts";
import { tiedPieces } from "./hair-ties.ts";
import { type HeadView } from "./head-view.ts";
import { alongScalp, hairline, onScalp, outlineRing } from "./skull.ts";
import { type Spot, type Vec, lerp } from "./space.ts";

/** A head of hair in two layers, with the shadow that the fringe throws on the forehead as path data. */
export interface Hair {
  behind: string;
  before: string;
  shadow: string;
  /** Path data of the whole mass. */
  outline: string;
}

const none: Hair = { behind: "", before: "", shadow: "", outline: "" };

/** Grows the locks of the sheet's cut on the turned head and inks them as one mass with a cut outline (D3). */
export function drawHair(view: HeadView): Hair {
  const { sheet, nib } = view;
  if (fullyBald(sheet)) return none;
  const cut = cutOf(sheet);
  const ink = hairInk(sheet);
  const under = hatEdge(view);
  const bald = sheet.hairStyle === "bald";
  const grown = cut.curls > 0 || bald ? [] : growLocks(view.skull, cut, sheet.seed);
  const seen = grown.filter((lock) => under === null || !(lock.part === "top")).map((lock) => projectLock(view, lock));
  const ring = outlineRing(view.outline);
  // Short hair behind the head does not show.
  const back = seen.filter((lock) => lock.behind && !hiddenBehind(lock, ring));
  const front = seen.filter((lock) => !lock.behind);
  const curls = cut.curls > 0 ? curlBalls(view, cut) : { behind: [], before: [], strokes: "" };
  const ties = tiedPieces(view, cut, ink);
  const bare = bald ? wreath(view, cut, ink) : null;
  const cap = bare ? bare.leaves : capQuads(view, cut);
  const edge = nib.bold;
  const width = (fill: string): number => (fill === "#000" ? edge * 0.5 : edge * 0.9);
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
  const fringe = front.filter((lock) => lock.lock.part === "fringe" || lock.lock.part === "side");
  const outline =
    [
      ...back.map((lock) => lock.path),
      ...curls.behind,
      ...cap,
      ...front.map((lock) => lock.path),
      ...curls.before,
    ].join("") + ties.outline;
  return { behind, before, shadow: fringe.map((lock) => lock.path).join(""), outline };
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
  const depth = lower.reduce((sum, p) => sum + p.depth, 0) / lower.length;
  const limit = lock.part === "back" ? 0.02 : -0.06;
  return { lock, path: betweenLines(left, right), middle, behind: depth < limit };
}

function hiddenBehind({ middle }: SeenLock, ring: Point[]): boolean {
  const tip = middle.at(-1);
  const waist = middle[Math.floor(middle.length * 0.6)];
  return tip !== undefined && waist !== undefined && contains(ring, tip) && contains(ring, waist);
}

/** The hair that lies on the skull, as patches of one mass. */
function capQuads(view: HeadView, cut: HairCut): string[] {
  const paths: string[] = [];
  const step = 15;
  const rows = 6;
  for (let degrees = -180; degrees < 180; degrees += step)
    for (let row = 0; row < rows; row++) {
      const corners: [number, number][] = [
        [degrees, row / rows],
        [degrees + step, row / rows],
        [degrees + step, (row + 1) / rows],
        [degrees, (row + 1) / rows],
      ];
      const points = corners.map(([d, share]) => view.sight.see(capPoint(view, cut, d, share)));
      if (isFront(points, view, degrees, row / rows)) paths.push(massPath(points, false));
    }
  return paths;
}

function capPoint(view: HeadView, cut: HairCut, degrees: number, share: number): Vec {
  const edge = hairline(degrees, cut.high) + (share > 0.9 ? ragged(view.sheet.seed, degrees) : 0);
  const lift = lerp(cut.volume * 0.96, Math.min(0.02, cut.volume), share ** 2.2);
  return onScalp(view.skull, degrees, alongScalp(share, edge), lift);
}

function ragged(seed: number, degrees: number): number {
  return 0.012 * Math.sin(degrees * 0.55 + seed) + 0.008 * Math.sin(degrees * 1.3 + seed * 2);
}

/** A patch is seen when its outer side faces the reader: patches run clockwise when seen from outside. */
function isFront(points: readonly Spot[], view: HeadView, degrees: number, share: number): boolean {
  const nearCrown = share < 0.3;
  const turned = windingOf(points) / (view.size * view.size) > 0;
  const depth = points.reduce((sum, p) => sum + p.depth, 0) / points.length;
  return turned || (nearCrown && depth > -0.32) || (Math.abs(degrees) < 0 && depth > 0);
}

interface Wreath {
  leaves: string[];
  strands: string;
}

/** A wreath of thin hair round the back of a bald head: overlapping leaves from ear to ear. */
function wreath(view: HeadView, cut: HairCut, ink: HairInk): Wreath {
  const random = randomFrom(view.sheet.seed ^ 0x77);
  const out: Wreath = { leaves: [], strands: "" };
  for (let degrees = 84; degrees <= 276; degrees += 7) {
    const d = degrees + random.between(-2, 2);
    const top = -0.05 - 0.06 * Math.sin(((d - 84) / 192) * Math.PI) + random.between(-0.03, 0.02);
    const low = Math.min(0.25, hairline(d) + random.between(0, 0.03));
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
  const strands = black ? (index % 2 === 0 ? 1 : 0) : lock.part === "fringe" ? 2 : 1;
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

/** The band of light round the crown: short gleams across black hair, bare paper on toned hair. */
function shineOf(view: HeadView, cut: HairCut, ink: HairInk): string {
  if (ink.shine === null || view.small || cut.curls > 0 || view.sheet.hat !== "none") return "";
  const random = randomFrom(view.sheet.seed ^ 0x5f);
  const parts: string[] = [];
  for (let degrees = -180; degrees < 180; degrees += 9) {
    // Light falls from the upper left of the page.
    const facing = view.sight.see(capPoint(view, cut, degrees, 0.62));
    const towards = Math.cos(((degrees + view.yaw + 34) * Math.PI) / 180);
    const long = towards > 0.55 ? random.between(0.09, 0.2) * towards : 0;
    const start = 0.5 + random.between(-0.05, 0.05);
    if (facing.depth < 0.02 || long === 0) continue;
    const line = [start, start + long / 2, start + long].map((share) =>
      view.sight.see(capPoint(view, cut, degrees + random.between(-2, 2), share)),
    );
    parts.push(flick(line, view.size * random.between(0.012, 0.028), ink.shine));
  }
  return parts.join("");
}
