import { type Point, contains } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { betweenLines, curve, flick, mass, massPath, windingOf } from "./brush.ts";
import { curlBalls } from "./hair-curls.ts";
import { type HairCut, type HairInk, cutOf, fullyBald, hairInk } from "./hair-cuts.ts";
import { type Lock, growLocks } from "./hair-locks.ts";
import { tiedPieces } from "./hair-ties.ts";
import { type HeadView } from "./head-view.ts";
import { convexHull } from "./hull.ts";
import { alongScalp, hairline, onScalp, outlineRing } from "./skull.ts";
import { type Spot, type Vec, lerp } from "./space.ts";

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
  const cap = bare ? bare.leaves : [crownOf(view, cut), ...capQuads(view, cut)];
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

/** The crown as one round shape: the patches alone leave corners in its outline. */
function crownOf(view: HeadView, cut: HairCut): string {
  const points: Spot[] = [];
  for (let degrees = -180; degrees < 180; degrees += 15)
    for (const share of [0.03, 0.09, 0.15, 0.21, 0.27, 0.33, 0.4])
      points.push(view.sight.see(capPoint(view, cut, degrees, share)));
  return massPath(convexHull(points));
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
  const strands = combed ? 2 : black ? (index % 2 === 0 ? 1 : 0) : lock.part === "fringe" ? 2 : 1;
  for (let k = 0; k < strands; k++) {
    const from = combed ? k : Math.floor(count * (black ? random.between(0.5, 0.62) : random.between(0.15, 0.4)));
    const to = combed
      ? Math.ceil(count * random.between(0.5, 0.9))
      : Math.ceil(count * (black ? random.between(0.8, 0.9) : random.between(0.78, 0.95)));
    const shift = random.between(-0.018, 0.018) * (combed ? 2.4 : 1) * view.size;
    const piece = points.slice(from, to + 1).map((p, i, all) => ({ x: p.x + shift * (1 - i / all.length), y: p.y }));
    if (piece.length > 2)
      parts.push(flick(piece, black ? view.nib.fine * 0.9 : view.nib.fine * random.between(1, 1.7), ink.strand));
  }
  return parts.join("");
}

/** The band of light round the crown, cut in teeth along the strands: two gleams, the larger where the light falls. */
function shineOf(view: HeadView, cut: HairCut, ink: HairInk): string {
  if (ink.shine === null || view.small || cut.curls > 0 || covered(view)) return "";
  const random = randomFrom(view.sheet.seed ^ 0x5f);
  const shine = ink.shine;
  // Light falls from the upper left of the page; the angles are those of the page, so that it stays there as heads turn.
  const gleams = [
    { from: -66, to: -14, long: 0.2 },
    { from: 0, to: 22, long: 0.12 },
  ];
  return gleams.map(({ from, to, long }) => gleam(view, cut, shine, from, to, long, random)).join("");
}

function gleam(
  view: HeadView,
  cut: HairCut,
  fill: string,
  from: number,
  to: number,
  long: number,
  random: Random,
): string {
  const see = (angle: number, share: number): Spot => view.sight.see(capPoint(view, cut, angle - view.yaw, share));
  const teeth = Math.max(3, Math.round((to - from) / 8));
  const upper: Spot[] = [];
  const lower: Spot[] = [];
  for (let i = 0; i <= teeth; i++) {
    const t = i / teeth;
    const belly = Math.sin(Math.PI * (0.08 + 0.84 * t));
    const angle = from + (to - from) * t;
    upper.push(see(angle, 0.53 - 0.05 * belly - random.between(0, 0.03)));
    if (i === teeth) continue;
    const next = angle + (to - from) / teeth;
    lower.push(
      see(angle + 1, 0.55 + 0.02 * belly),
      see((angle + next) / 2, 0.56 + long * belly * random.between(0.5, 1)),
    );
  }
  const ring = [...upper, ...lower.toReversed()];
  if (ring.some((spot) => spot.depth < 0)) return "";
  return `<path d="${massPath(ring, false)}" fill="${fill}"/>`;
}

const covered = ({ sheet }: HeadView): boolean => sheet.hat !== "none" && sheet.hat !== "crown";
