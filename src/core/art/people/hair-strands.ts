import { type Random, randomFrom } from "../../geometry/random.ts";
import type { Point } from "../../geometry/geometry.ts";
import { betweenLines, curve, flick } from "./brush.ts";
import { capPoint, facing, onFarTemple, outward } from "./hair-cap.ts";
import type { HairCut, HairInk } from "./hair-cuts.ts";
import { type Place, flowLines, flowOf } from "./hair-flow.ts";
import { type HeadView } from "./head-view.ts";
import { type Spot, type Vec, clamp, lerp, mix } from "./space.ts";

/** Lines inside the hair on the skull, as it is combed, and the light on them (none on a small head). */
export function capStrands(view: HeadView, cut: HairCut, ink: HairInk): string {
  if (view.small || cut.curls > 0 || (cut.shaven && !view.behind) || view.sheet.hairStyle === "bald") return "";
  const random = randomFrom(view.sheet.seed ^ 0x57a2d);
  const black = ink.fill === "#000";
  // A back has nothing but its hair: few lines in black would be a helmet.
  const share = black ? (view.behind ? 0.6 : 0.3) : 0.72;
  const lines: string[] = [];
  const lights: string[] = [];
  for (const places of flowLines(view.skull, cut, random, clamp(view.size / 150, 0.8, 1.7))) {
    const [from, to, chance, width] = [
      random.between(0, 0.35),
      random.between(0.55, 1),
      random(),
      random.between(0.7, 1.4),
    ];
    const run = seenRun(view, cut, places);
    if (run.length < 4) continue;
    // A leaf bends once: over a long way it would leave the head.
    const start = Math.floor(run.length * from);
    const piece = run.slice(start, Math.min(start + 10, Math.ceil(run.length * to)));
    if (chance < share && piece.length > 2)
      lines.push(flick(spots(piece), view.nib.fine * width * (black ? 0.75 : 1), ink.strand));
    lights.push(lightOn(view, run, ink, chance));
  }
  return (flowOf(cut) === "parted" ? partingOf(view, cut, ink) : "") + lights.join("") + lines.join("");
}

interface Step {
  spot: Spot;
  /** How much of the light of the page falls on it, 0–1. */
  light: number;
}

const spots = (run: readonly Step[]): Spot[] => run.map(({ spot }) => spot);

/** The longest part of a line that is turned to the reader. */
function seenRun(view: HeadView, cut: HairCut, places: readonly Place[]): Step[] {
  let best: Step[] = [];
  let run: Step[] = [];
  const line = places.map(([degrees, share]) => outward(capPoint(view, cut, degrees, share), 1.006));
  // Between two places the way is straight: by degrees it would go round the crown instead of over it.
  const fine = line.flatMap((p, i) => {
    const q = line[i + 1];
    return q ? [p, mix(p, q, 1 / 3), mix(p, q, 2 / 3)] : [p];
  });
  for (const point of fine) {
    if (facing(view, point) < 0.085) {
      run = [];
      continue;
    }
    run.push({ spot: view.sight.see(point), light: lightAt(view, point) });
    if (run.length > best.length) best = run;
  }
  return evenly(best, view.size * 0.04);
}

/** The same line with its points at one distance from each other. */
function evenly(run: readonly Step[], gap: number): Step[] {
  const out = run.slice(0, 1);
  let left = gap;
  run.forEach((a, i) => {
    const b = run[i + 1];
    if (!b) return;
    const length = Math.hypot(b.spot.x - a.spot.x, b.spot.y - a.spot.y);
    let gone = left;
    for (; gone <= length; gone += gap) {
      const t = gone / length;
      const of = (key: "x" | "y" | "depth"): number => lerp(a.spot[key], b.spot[key], t);
      out.push({ spot: { x: of("x"), y: of("y"), depth: of("depth") }, light: lerp(a.light, b.light, t) });
    }
    left = gone - length;
  });
  return out;
}

/** Light falls from the upper left of the page, a little from the reader. */
function lightAt(view: HeadView, point: Vec): number {
  const [a, b] = [view.sight.see(point), view.sight.see(outward(point, 1.1))];
  const [x, y, z] = [(b.x - a.x) / view.size, (b.y - a.y) / view.size, b.depth - a.depth];
  return (-0.42 * x - 0.7 * y + 0.58 * z) / (Math.hypot(x, y, z) || 1);
}

/** A gleam where a strand meets the light, as wide as the light is strong. */
function lightOn(view: HeadView, run: readonly Step[], ink: HairInk, chance: number): string {
  if (ink.shine === null || view.sheet.hat !== "none") return "";
  const best = run.reduce((top, step, i) => (step.light > (run[top]?.light ?? -1) ? i : top), 0);
  const strength = clamp(((run[best]?.light ?? 0) - 0.86) / 0.12, 0, 1);
  if (strength < 0.15 || chance > 0.85) return "";
  const half = 1 + Math.round(strength * (0.6 + chance) * 1.4);
  const piece = run.slice(Math.max(0, best - half), best + half + 1);
  return piece.length < 3
    ? ""
    : flick(spots(piece), view.size * (0.006 + 0.017 * strength * (0.4 + chance)), ink.shine);
}

/** The parting: a clear line from the forehead to the crown. */
function partingOf(view: HeadView, cut: HairCut, ink: HairInk): string {
  if (view.sheet.hat !== "none") return "";
  const run = seenRun(
    view,
    cut,
    [0.99, 0.85, 0.7, 0.5, 0.3].map((share): Place => [cut.part, share]),
  );
  if (run.length < 4) return "";
  const line = spots(run);
  const black = ink.fill === "#000";
  return black
    ? flick(line, view.nib.line * 1.3, "#fff")
    : flick(line, view.nib.bold * 1.6, "#000") + flick(line, view.nib.line, "#fff");
}

/** Above this height no lock leaves the head, in head sizes. */
const highestEnd = -0.46;

/** Tapered locks that lie as the hair is combed and leave it at their ends: they break the round of the outline. */
export function outlineLocks(view: HeadView, cut: HairCut): string[] {
  const back = flowOf(cut) === "back";
  // What is brushed flat shows no ends.
  if (cut.curls > 0 || cut.shaven || cut.loose <= (back ? 0.03 : 0)) return [];
  const random = randomFrom(view.sheet.seed ^ 0x10c5);
  const combed = back || flowOf(cut) === "parted";
  return lockPlaces(view, cut).flatMap((places) => {
    const [long, wide] = [random.between(0.6, 1.15), random.between(0.85, 1.3)];
    const points = places.map(([d, s], i) => outward(capPoint(view, cut, d, s), [0.86, 0.86, 0.89, 0.955][i] ?? 1));
    const end = points.at(-1);
    const before = points.at(-2);
    const [degrees, share] = places.at(-1) ?? [0, 0];
    const towards = ((((degrees + 180) % 360) + 360) % 360) - 180;
    if (!end || !before || (end.y > -0.3 && onFarTemple(view, towards, 60))) return [];
    // The fringe has its own locks, and what is combed lies flat behind the ears.
    if ((share > 0.7 && Math.abs(towards) < 75) || end.y > (combed ? -0.2 : 0.02)) return [];
    if (facing(view, points[2] ?? end) < -0.07 || facing(view, end) > 0.3) return [];
    // On the crown they would be bristles.
    if (end.y < highestEnd) return [];
    // Up to the crown they lie ever closer, or the head would have corners and a flat top between them.
    const high = clamp((end.y - highestEnd) / 0.24, 0, 1);
    // Low on the head, and over the forehead, ends lie closer too.
    const free = cut.loose * long * clamp((-0.06 - end.y) / 0.3, 0.12, 1) * high;
    const tip = beyond(before, end, free, back ? 0.3 : 1);
    return [
      ribbon(
        view,
        [...points.slice(0, -1), beyond(before, end, free * 0.12, 0.3), tip],
        cut.lock * wide * (0.9 + cut.loose * 3) * (0.5 + 0.5 * high),
      ),
    ];
  });
}

/** The point that a line runs on to when it leaves the head at its end. */
function beyond(before: Vec, end: Vec, by: number, rise = 1): Vec {
  const [dx, dy, dz] = [end.x - before.x, end.y - before.y, end.z - before.z];
  const along = (by * 0.85) / (Math.hypot(dx, dy, dz) || 1);
  const [ox, oy, oz] = [end.x, end.y + 0.1, end.z + 0.05];
  const out = (by * 0.5 * rise) / (Math.hypot(ox, oy, oz) || 1);
  const y = end.y + dy * along + oy * out;
  // A head stays in its box: ends that would leave it bend over.
  return {
    x: end.x + dx * along + ox * out,
    y: y < -0.65 ? -0.65 + (y + 0.65) * 0.4 : y,
    z: end.z + dz * along + oz * out,
  };
}

/** Where locks lie that show in the outline: pieces of the lines along which the hair is combed. */
function lockPlaces(view: HeadView, cut: HairCut): Place[][] {
  const random = randomFrom(view.sheet.seed ^ 0x7105);
  if (flowOf(cut) !== "back") return whorlPlaces(cut, random);
  return flowLines(view.skull, cut, random, 0.8).flatMap((line) => {
    const from = Math.floor(random() * (line.length - 3));
    return [line.slice(from, from + 4)];
  });
}

/** Three rings of locks round the whorl, each over the next. */
function whorlPlaces(cut: HairCut, random: Random): Place[][] {
  const turn = cut.part >= 0 ? 1 : -1;
  const rings: [number, number, number][] = [
    [0.1, 0.42, 10],
    [0.2, 0.62, 14],
    [0.4, 0.78, 17],
  ];
  return rings.flatMap(([from, to, count]) =>
    Array.from({ length: count }, (_, i): Place[] => {
      const d = ((i + random.between(-0.28, 0.28)) / count) * 360 - 180;
      const end = to + random.between(-0.13, 0.13);
      const swirl = turn * random.between(4, 26);
      return [0, 0.3, 0.65, 1].map((t): Place => [d + swirl * t * t, from + (end - from) * t]);
    }),
  );
}

/** A lock along a line, widest in its first half and pointed; it keeps its width from every side. */
function ribbon(view: HeadView, line: readonly Vec[], half: number): string {
  const points = curve(
    line.map((p) => view.sight.see(p)),
    3,
  );
  const left: Point[] = [];
  const right: Point[] = [];
  points.forEach((p, i) => {
    const [a, b] = [points[Math.max(0, i - 1)] ?? p, points[Math.min(points.length - 1, i + 1)] ?? p];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const t = i / (points.length - 1);
    const h = half * view.size * (t < 0.6 ? 0.8 + 0.4 * t : 1.04 * ((1 - t) / 0.4) ** 0.9);
    const [nx, ny] = [(-(b.y - a.y) / length) * h, ((b.x - a.x) / length) * h];
    left.push({ x: p.x + nx, y: p.y + ny });
    right.push({ x: p.x - nx, y: p.y - ny });
  });
  return betweenLines(left, right);
}
