import type { Point } from "../../geometry/geometry.ts";
import { blob, flick, mass, ribbonPath } from "./brush.ts";
import type { HairCut, HairInk } from "./hair-cuts.ts";
import { type HeadView } from "./head-view.ts";
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
  const { hat } = view.sheet;
  const hatted = hat !== "none" && hat !== "crown";
  // A headcloth holds what is tied high.
  if ((hat === "scarf" || hat === "hood" || hat === "bonnet") && (cut.tie === "tail" || cut.tie === "twins"))
    return out;
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
          [root, vec(0, -0.3, -0.58), vec(0.02, -0.02, -0.66), vec(0.03, 0.4, -0.6), vec(0.02, 0.95, -0.5)],
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
      if (!hatted) put(vec(0, -0.42, -0.34), -0.1, bun(view, ink, vec(0, -0.5, -0.36), 0.17));
      break;
    case "topknot":
      if (!hatted)
        put(
          vec(0, -0.5, -0.16),
          -0.05,
          tail(
            view,
            ink,
            [vec(0, -0.44, -0.22), vec(0, -0.55, -0.26), vec(0, -0.6, -0.14), vec(0, -0.58, 0.07)],
            0.08,
            0,
          ),
        );
      break;
    case "low-tail": {
      const root = vec(0, 0.16, -0.4);
      const line = [root, vec(0, 0.34, -0.44), vec(0.01, 0.75, -0.5), vec(0.02, 1.2, -0.54), vec(0.02, 1.7, -0.5)];
      put(root, 0, tail(view, ink, line, 0.12, cut.wave));
      break;
    }
    case "low-bun":
      put(vec(0, 0.12, -0.5), -0.1, bun(view, ink, vec(0, 0.12, -0.52), 0.17));
      break;
    case "braid":
      put(
        vec(0, 0.2, -0.4),
        -0.05,
        braid(view, ink, [vec(0, 0.16, -0.42), vec(0.02, 0.5, -0.44), vec(0.04, 0.9, -0.5), vec(0.05, 1.35, -0.5)]),
      );
      break;
    case "two-braids":
      for (const side of [-1, 1])
        put(
          vec(side * 0.36, 0.3, 0),
          -0.42,
          braid(view, ink, [
            vec(side * 0.33, 0.12, -0.1),
            vec(side * 0.42, 0.4, -0.02),
            vec(side * 0.45, 0.8, 0.16),
            vec(side * 0.4, 1.25, 0.28),
          ]),
        );
      break;
    case "crown-braid":
      if (!hatted) out.before += crownBraid(view, ink);
  }
  return out;
}

function tail(view: HeadView, ink: HairInk, line: Vec[], half: number, wave: number): string {
  const waved = line.map((p, i) => vec(p.x + wave * Math.sin(i * 2.2), p.y, p.z + wave * Math.cos(i * 2.2)));
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

function bun(view: HeadView, ink: HairInk, at: Vec, radius: number): string {
  const spot = view.sight.see(at);
  const r = radius * view.size;
  const ring = Array.from({ length: 9 }, (_, i) => {
    const a = (i / 9) * 2 * Math.PI;
    const k = 1 + 0.05 * Math.sin(i * 2.3 + view.sheet.seed);
    return { x: spot.x + r * 1.08 * k * Math.cos(a), y: spot.y + r * 0.94 * k * Math.sin(a) };
  });
  const arc = (k: number, from: number, to: number): Point[] =>
    Array.from({ length: 6 }, (_, i) => {
      const a = from + ((to - from) * i) / 5;
      return { x: spot.x + r * k * Math.cos(a), y: spot.y + r * k * 0.9 * Math.sin(a) };
    });
  const lines = view.small
    ? ""
    : flick(arc(0.72, -2.8, -0.4), view.nib.fine * 1.5, ink.strand) +
      flick(arc(0.5, 0.3, 2.6), view.nib.fine * 1.5, ink.strand) +
      flick(arc(0.3, -2.6, 0.8), view.nib.fine, ink.strand);
  return blob(ring, ink.fill, view.nib.bold) + lines;
}

function braid(view: HeadView, ink: HairInk, line: Vec[]): string {
  const at = (t: number): Point => {
    const k = Math.min(line.length - 2, Math.floor(t * (line.length - 1)));
    const [a, b] = [line[k], line[k + 1]];
    if (!a || !b) throw new RangeError("braid: the line has fewer than two points");
    const s = t * (line.length - 1) - k;
    return view.sight.see(vec(a.x + (b.x - a.x) * s, a.y + (b.y - a.y) * s, a.z + (b.z - a.z) * s));
  };
  const parts: string[] = [];
  const count = 8;
  const r = view.size * 0.105;
  const end = at(1);
  parts.push(
    blob(
      [
        at(0.95),
        { x: end.x - r * 0.8, y: end.y + r * 1.2 },
        { x: end.x, y: end.y + r * 1.9 },
        { x: end.x + r * 0.8, y: end.y + r * 1.1 },
      ],
      ink.fill,
      view.nib.line,
    ),
  );
  for (let i = count - 1; i >= 0; i--) {
    const p = at(i / count);
    const q = at(Math.min(1, (i + 1) / count));
    const length = Math.hypot(q.x - p.x, q.y - p.y) || 1;
    const [dx, dy] = [(q.x - p.x) / length, (q.y - p.y) / length];
    const s = i % 2 ? 1 : -1;
    const k = r * (1 - 0.25 * (i / count));
    const place = (across: number, along: number): Point => ({
      x: p.x - dy * across * k * s + dx * along * k,
      y: p.y + dx * across * k * s + dy * along * k,
    });
    const ring = [
      place(1.05, -0.2),
      place(0.5, -0.75),
      place(-0.6, -0.1),
      place(-0.75, 1),
      place(0.1, 0.9),
      place(0.95, 0.55),
    ];
    parts.push(blob(ring, ink.fill, ink.fill === "#000" ? 0 : view.nib.line));
    if (ink.fill === "#000" || !view.small)
      parts.push(flick([place(0.7, -0.3), place(0.1, 0.2), place(-0.5, 0.8)], view.nib.fine * 1.2, ink.strand));
  }
  const tie = at(0.97);
  parts.push(
    `<circle cx="${tie.x.toFixed(2)}" cy="${tie.y.toFixed(2)}" r="${(r * 0.5).toFixed(2)}" fill="#fff" stroke="#000" stroke-width="${view.nib.line.toFixed(2)}"/>`,
  );
  return parts.join("");
}

function crownBraid(view: HeadView, ink: HairInk): string {
  const parts: string[] = [];
  const r = view.size * 0.07;
  for (let i = -6; i <= 6; i++) {
    const a = (i / 6) * 1.5;
    const spot = view.sight.see(vec(0.43 * Math.sin(a), -0.36 - 0.16 * Math.cos(a), 0.02));
    if (spot.depth < -0.25) continue;
    const s = i % 2 ? 0.35 : -0.35;
    const ring = Array.from({ length: 7 }, (_, k) => {
      const t = (k / 7) * 2 * Math.PI;
      const [x, y] = [r * 1.1 * Math.cos(t), r * 0.8 * Math.sin(t)];
      return {
        x: spot.x + x * Math.cos(a + s) - y * Math.sin(a + s),
        y: spot.y + x * Math.sin(a + s) + y * Math.cos(a + s),
      };
    });
    parts.push(blob(ring, ink.fill, view.nib.line));
    if (!view.small)
      parts.push(
        flick(
          [ring[3], spot, ring[6]].filter((p) => p !== undefined),
          view.nib.fine,
          ink.strand,
        ),
      );
  }
  return parts.join("");
}
