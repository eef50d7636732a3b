import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { blob, curve, flick, mass, massPath, ribbonPath } from "./brush.ts";
import type { HairCut, HairInk } from "./hair-cuts.ts";
import { wrapsHead } from "./hat-shell.ts";
import { type HeadView, sideOn } from "./head-view.ts";
import { convexHull } from "./hull.ts";
import { onScalp } from "./skull.ts";
import { type Spot, type Vec, vec } from "./space.ts";

interface Ties {
  behind: string;
  /** Under the face, over the shoulders: a plait on the far side. */
  under: string;
  before: string;
  /** Path data of all pieces. */
  outline: string;
}

/** Tails, buns, topknots and braids, each behind or before the head as it turns. */
export function tiedPieces(view: HeadView, cut: HairCut, ink: HairInk): Ties {
  const out: Ties = { behind: "", under: "", before: "", outline: "" };
  const put = (at: Vec, limit: number, drawing: string): void => {
    const { depth } = view.sight.see(at);
    if (depth < limit) out.behind += drawing;
    else if (cut.tie === "two-braids" && depth < 0) out.under += drawing;
    else out.before += drawing;
    out.outline += drawing.match(/(?<= d=")[^"]+(?=" fill)/g)?.join("") ?? "";
  };
  const aside = swayOf(view);
  const { hat } = view.sheet;
  const hatted = hat !== "none" && hat !== "crown";
  // A headcloth holds what is tied high.
  if (wrapsHead(view.sheet) && cut.tie !== "two-braids" && cut.tie !== "braid" && cut.tie !== "low-tail") return out;
  switch (cut.tie) {
    case "none":
      break;
    case "tail": {
      const root = vec(0, -0.28, -0.44);
      put(
        root,
        -0.1,
        tail(
          view,
          ink,
          [
            root,
            vec(aside * 0.3, -0.3, -0.56),
            vec(aside * 0.86, -0.02, -0.6),
            vec(aside, 0.4, -0.56),
            vec(aside * 0.92, 0.95, -0.46),
          ],
          0.13,
          cut.wave,
        ),
      );
      break;
    }
    case "twins":
      for (const side of [-1, 1]) {
        const root = vec(side * 0.36, -0.2, -0.12);
        put(
          root,
          -0.16,
          tail(
            view,
            ink,
            [
              root,
              vec(side * 0.5, -0.2, -0.14),
              vec(side * 0.58, 0.15, -0.1),
              vec(side * 0.54, 0.6, -0.04),
              vec(side * 0.46, 1, 0),
            ],
            0.11,
            cut.wave,
          ),
        );
      }
      break;
    case "bun":
      if (!hatted && cut.comb) out.before += comb(view, cut);
      // High enough to be seen over the crown from the front: without it a woman would have a man's hair.
      if (!hatted) {
        const [root, knot] = [vec(0, -0.36, -0.24), vec(0, -0.57 - cut.quiff * 0.5, -0.33)];
        put(vec(0, -0.42, -0.34), -0.1, bun(view, ink, knot, 0.15));
        out.before += drawnInto(view, ink, root, knot);
      }
      break;
    case "topknot":
      // From the front the crown hides all but the top of it.
      if (!hatted)
        put(vec(0, 0, -1), Math.abs(view.yaw) < 30 ? 9 : -9, cut.shaven ? queue(view, ink) : drawnUp(view, ink));
      break;
    case "low-tail": {
      const root = vec(0, 0.16, -0.4);
      const line = [
        root,
        vec(aside * 0.5, 0.34, -0.42),
        vec(aside * 0.84, 0.75, -0.46),
        vec(aside * 0.86, 1.2, -0.5),
        vec(aside * 0.8, 1.7, -0.48),
      ];
      put(root, 0, tail(view, ink, line, 0.12, cut.wave));
      break;
    }
    case "low-bun": {
      if (!hatted && cut.comb) out.before += comb(view, cut);
      // From the front it shows beside the neck.
      const knot = vec(aside * 0.56, 0.15, -0.46 + 0.16 * Math.abs(aside));
      put(vec(0, 0.12, -0.5), -0.1, bun(view, ink, knot, 0.155));
      out.before += drawnInto(view, ink, vec(0, -0.04, -0.22), knot);
      break;
    }
    case "braid":
      put(
        vec(0, 0.2, -0.4),
        -0.05,
        braid(view, ink, [
          vec(aside * 0.3, 0.16, -0.4),
          vec(aside * 0.8, 0.5, -0.42),
          vec(aside * 0.9, 0.9, -0.46),
          vec(aside * 0.86, 1.35, -0.46),
        ]),
      );
      break;
    case "two-braids":
      for (const side of [-1, 1])
        put(
          vec(side * 0.36, 0.3, 0),
          -0.42,
          braid(view, ink, [
            vec(side * 0.36, 0.17, -0.16),
            vec(side * 0.43, 0.42, -0.1),
            vec(side * 0.47, 0.8, 0.1),
            vec(side * 0.42, 1.25, 0.24),
          ]),
        );
      break;
    case "crown-braid":
      if (!hatted) out.before += crownBraid(view, ink);
  }
  return out;
}

/** What hangs behind swings to the side that the face turns from: right behind head and neck a tail would not be seen. */
function swayOf({ yaw }: HeadView): number {
  return (yaw > 0 ? -1 : 1) * 0.5 * Math.max(0, steady.cos((yaw * Math.PI) / 180));
}

function tail(view: HeadView, ink: HairInk, line: Vec[], half: number, wave: number): string {
  const waved = line.map((p, i) => vec(p.x + wave * steady.sin(i * 2.2), p.y, p.z + wave * steady.cos(i * 2.2)));
  const spots = waved.map((p) => view.sight.see(p));
  const width = half * view.size;
  const profile = (t: number): number =>
    width * (t < 0.12 ? 0.55 + t * 3.6 : t < 0.6 ? 1 : Math.max(0, (1 - t) / 0.4) ** 0.7);
  const path = ribbonPath(spots, profile);
  const fringe = [-0.5, 0.1, 0.6].map((u) =>
    ribbonPath(
      spots
        .slice(1)
        .map((p, i, all) => ({ x: p.x + (u * width * 1.3 * i) / all.length, y: p.y - Math.abs(u) * width * 0.5 })),
      (t) => profile(t) * 0.55,
    ),
  );
  const edge = ink.fill === "#000" ? view.nib.bold * 0.5 : view.nib.bold * 0.9;
  const all = [path, ...fringe].join("");
  const strands = [-0.45, 0, 0.42].map((u) =>
    flick(
      spots
        .slice(1)
        .map((p, i) => ({ x: p.x + u * width * (i === 0 ? 0.6 : 1) * (i === spots.length - 2 ? 0.4 : 1), y: p.y })),
      view.nib.fine * 1.3,
      ink.strand,
    ),
  );
  const root = spots[0];
  const knot = root && spots[1] ? band(view, root, spots[1], width * 0.62) : "";
  return `${mass([all], ink.fill, edge)}${view.small ? "" : strands.join("")}${knot}`;
}

/** The queue of a shaven crown: hair gathered from nape and temples, bound, and laid forward along the scalp as a short roll. */
function queue(view: HeadView, ink: HairInk): string {
  const on = (degrees: number, y: number, lift: number): Vec => onScalp(view.skull, degrees, y, lift);
  const gathered = [on(180, -0.34, 0.02), on(180, -0.43, 0.03), on(180, -0.485, 0.04)];
  const laid = [on(180, -0.485, 0.04), on(180, -0.4985, 0.042), on(0, -0.496, 0.04), on(0, -0.484, 0.036)];
  return (
    roll(view, ink, [
      // Black hair runs into it; of pale hair the outline of a second roll would make a bow.
      ...(ink.fill === "#000" ? [{ line: gathered, from: 0.06, to: 0.04 }] : []),
      { line: laid, from: 0.036, to: 0.042 },
    ]) + tieOn(view, laid[0], laid[1], 0.05)
  );
}

/** All the hair drawn up behind the crown, bound, and its end laid back: a knot no higher than a thumb. */
function drawnUp(view: HeadView, ink: HairInk): string {
  const [foot, neck, top] = [vec(0, -0.47, -0.22), vec(0, -0.55, -0.24), vec(0, -0.6, -0.29)];
  return (
    roll(view, ink, [
      { line: [foot, neck], from: 0.12, to: 0.045 },
      { line: [neck, top, vec(0, -0.585, -0.37), vec(0, -0.52, -0.43)], from: 0.045, to: 0.05 },
    ]) + tieOn(view, foot, neck, 0.056)
  );
}

interface RollPart {
  line: readonly Vec[];
  /** Radius at its two ends, in head sizes. */
  from: number;
  to: number;
}

/** Hair rolled to a rod: round from every side, so that none of its views is a splinter. */
function roll(view: HeadView, ink: HairInk, parts: readonly RollPart[]): string {
  const paths = parts.flatMap(({ line, from, to }) => {
    const discs = line.map((p, i) => {
      const spot = view.sight.see(p);
      const r = view.size * (from + ((to - from) * i) / (line.length - 1));
      return Array.from({ length: 14 }, (_, k) => {
        const a = (k / 14) * 2 * Math.PI;
        return { x: spot.x + r * steady.cos(a), y: spot.y + r * steady.sin(a) };
      });
    });
    return discs.slice(1).map((disc, i) => massPath(convexHull([...(discs[i] ?? []), ...disc]), false));
  });
  const black = ink.fill === "#000";
  const strands = view.small
    ? []
    : parts.map(({ line }) =>
        flick(
          line.map((p) => view.sight.see(p)),
          view.nib.fine,
          ink.strand,
        ),
      );
  return mass(paths, ink.fill, view.nib.bold * (black ? 0.5 : 0.6)) + strands.join("");
}

/** The tie round a roll, where it is seen from its side. */
function tieOn(view: HeadView, a: Vec | undefined, b: Vec | undefined, half: number): string {
  if (!a || !b || view.small || Math.abs(view.yaw) < 30 || Math.abs(view.yaw) > 150) return "";
  return band(view, view.sight.see(a), view.sight.see(b), half * view.size);
}

/** The tie itself: a short band across the root. */
function band(view: HeadView, a: Spot, b: Spot, half: number): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const thick = view.size * 0.028;
  const ring = [
    [-half, -thick],
    [half, -thick],
    [half * 1.05, thick],
    [-half * 1.05, thick],
  ].map(([across = 0, along = 0]) => ({
    x: a.x + dx * (along + thick * 1.6) - dy * across,
    y: a.y + dy * (along + thick * 1.6) + dx * across,
  }));
  return blob(ring, "#fff", view.nib.line);
}

/** A comb in the hair over the forehead: a white half-moon with teeth; from the side it would be a line. */
function comb(view: HeadView, cut: HairCut): string {
  if (Math.abs(view.yaw) > 64) return "";
  const top = -0.5 - cut.volume * 0.9;
  const at = (x: number, up: number): Spot => view.sight.see(vec(x, top + 0.62 * x * x - up, 0.1 - up * 0.5));
  const xs = [-0.15, -0.1, -0.05, 0, 0.05, 0.1, 0.15];
  const ring = [
    ...xs.map((x) => at(x, 0.055 * Math.sqrt(Math.max(0, 1 - (x / 0.15) ** 2)) + 0.012)),
    ...xs.toReversed().map((x) => at(x, -0.045)),
  ];
  const teeth = view.small ? [] : xs.slice(1, -1).map((x) => flick([at(x, 0.01), at(x, -0.04)], view.nib.fine));
  return blob(ring, "#fff", view.nib.line) + teeth.join("");
}

function bun(view: HeadView, ink: HairInk, at: Vec, radius: number): string {
  const spot = view.sight.see(at);
  const r = radius * view.size;
  const ring = Array.from({ length: 9 }, (_, i) => {
    const a = (i / 9) * 2 * Math.PI;
    const k = 1 + 0.05 * steady.sin(i * 2.3 + view.sheet.seed);
    return { x: spot.x + r * 1.08 * k * steady.cos(a), y: spot.y + r * 0.94 * k * steady.sin(a) };
  });
  // Strands run over the knot as the hair is drawn into it: turned in a spiral they would make a snail.
  const [dx, dy] = awayFromHead(view, spot);
  const on = (along: number, across: number): Point => ({
    x: spot.x + r * (dx * along - dy * across),
    y: spot.y + r * (dy * along + dx * across) * 0.9,
  });
  const lines = view.small
    ? ""
    : [-0.62, -0.22, 0.2, 0.6]
        .map((u) =>
          flick([on(-0.8, u * 0.7), on(-0.05, u * 1.12), on(0.66, u * 0.86)], view.nib.fine * 1.4, ink.strand),
        )
        .join("");
  return blob(ring, ink.fill, view.nib.bold) + lines;
}

/**
 * The hair that runs from the head into a knot, over the line between the two: without it the knot is a ball stuck to the
 * head. Only from the side; elsewhere the knot lies behind the head.
 */
function drawnInto(view: HeadView, ink: HairInk, root: Vec, knot: Vec): string {
  if (view.small || Math.abs(view.yaw) < sideOn || Math.abs(view.yaw) > 120) return "";
  const [a, b] = [view.sight.see(root), view.sight.see(knot)];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const on = (along: number, across: number): Point => ({
    x: a.x + (b.x - a.x) * along - ((b.y - a.y) / length) * across * view.size,
    y: a.y + (b.y - a.y) * along + ((b.x - a.x) / length) * across * view.size,
  });
  const path = massPath(
    [on(0, -0.13), on(0.55, -0.105), on(1, -0.08), on(1, 0.08), on(0.55, 0.105), on(0, 0.13)],
    false,
  );
  const strands = [-0.09, -0.045, 0.005, 0.05, 0.09].map((u) =>
    flick([on(-0.1, u * 1.5), on(0.5, u), on(0.98, u * 0.6)], view.nib.fine * 1.3, ink.strand),
  );
  return `<path d="${path}" fill="${ink.fill}"/>${strands.join("")}`;
}

/** The way from the middle of the head to a knot on the page; up, where the knot is right before or behind the head. */
function awayFromHead({ head, size }: HeadView, { x, y }: Point): readonly [number, number] {
  const [dx, dy] = [x - head.x, y - head.y];
  const length = Math.hypot(dx, dy);
  return length < size * 0.2 ? [0, -1] : [dx / length, dy / length];
}

function braid(view: HeadView, ink: HairInk, line: Vec[]): string {
  const spots = curve(
    line.map((p) => view.sight.see(p)),
    8,
  );
  const r = view.size * 0.088;
  const [end, before] = [spots.at(-1), spots.at(-4)];
  if (!end || !before) throw new RangeError("braid: the line has fewer than two points");
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const place = (across: number, along: number): Point => ({
    x: end.x + (dx * along - dy * across) * r,
    y: end.y + (dy * along + dx * across) * r,
  });
  const brushEnd = [place(-0.5, 0), place(-0.85, 1.3), place(0, 2.3), place(0.85, 1.2), place(0.5, 0)];
  const ribbon = [place(-0.62, -0.25), place(0.62, -0.25), place(0.62, 0.25), place(-0.62, 0.25)];
  return (
    blob(brushEnd, ink.fill, view.nib.line) +
    plait(view, ink, spots, r) +
    `<path d="${massPath(ribbon, false)}" fill="#fff" stroke="#000" stroke-width="${view.nib.line.toFixed(2)}"/>`
  );
}

/** Three strands along a line: an edge that swells with every turn, and the turns as strokes from either side. */
function plait(view: HeadView, ink: HairInk, line: readonly Point[], r: number): string {
  const lengths = [0];
  line.forEach((p, i) => {
    const q = line[i - 1];
    if (q) lengths.push((lengths[i - 1] ?? 0) + Math.hypot(p.x - q.x, p.y - q.y));
  });
  const total = lengths.at(-1) ?? 0;
  const turns = Math.max(3, Math.round(total / (r * 1.5)));
  const at = (share: number, across: number): Point => {
    const target = Math.max(0, Math.min(0.9999, share)) * total;
    const i = Math.max(
      1,
      lengths.findIndex((l) => l > target),
    );
    const [p, q] = [line[i - 1], line[i]];
    if (!p || !q) return line[0] ?? { x: 0, y: 0 };
    const [from, to] = [lengths[i - 1] ?? 0, lengths[i] ?? 1];
    const t = (target - from) / (to - from || 1);
    const length = Math.hypot(q.x - p.x, q.y - p.y) || 1;
    const half = r * (1 - 0.25 * share) * Math.min(1, 0.45 + share * turns * 0.6) * across;
    return {
      x: p.x + (q.x - p.x) * t - ((q.y - p.y) / length) * half,
      y: p.y + (q.y - p.y) * t + ((q.x - p.x) / length) * half,
    };
  };
  const swell = (share: number, shift: number): number =>
    0.84 + 0.22 * Math.abs(steady.sin(Math.PI * (share * turns + shift)));
  const shares = Array.from({ length: turns * 4 + 1 }, (_, i) => i / (turns * 4));
  const edges = [...shares.map((t) => at(t, swell(t, 0))), ...shares.toReversed().map((t) => at(t, -swell(t, 0.5)))];
  const strokes = Array.from({ length: turns }, (_, k) => {
    const [t, half] = [k / turns, 0.5 / turns];
    const width = view.nib.fine * (view.small ? 1 : 1.5);
    return (
      flick([at(t, 0.9), at(t + half * 0.7, 0.42), at(t + half * 2, -0.22)], width, ink.strand) +
      flick([at(t + half, -0.9), at(t + half * 1.7, -0.42), at(t + half * 3, 0.22)], width, ink.strand)
    );
  });
  return blob(edges, ink.fill, view.nib.bold * 0.9) + strokes.join("");
}

/** A plait laid round the head from ear to ear. */
function crownBraid(view: HeadView, ink: HairInk): string {
  const spots = Array.from({ length: 25 }, (_, i) => {
    const a = ((i - 12) / 12) * 1.55;
    return view.sight.see(vec(0.365 * steady.sin(a), -0.25 - 0.29 * steady.cos(a), -0.04));
  }).filter((spot) => spot.depth > -0.2);
  return spots.length < 4 || Math.abs(view.yaw) > 120 ? "" : plait(view, ink, spots, view.size * 0.066);
}
