import type { Point } from "../../geometry/geometry.ts";
import type { ModelSheet } from "../artist.ts";
import { smoothPath } from "../ink.ts";
import { fineShade, shade, tone } from "../tone.ts";
import { blob, brush, flick, mass, massPath, windingOf } from "./brush.ts";
import { type HeadView } from "./head-view.ts";
import { convexHull } from "./hull.ts";
import { alongScalp, onScalp } from "./skull.ts";

export interface HatInk {
  behind: string;
  before: string;
  /** Tone that the brim throws on the face. */
  shadow: string;
  /** Path data of the whole shape. */
  outline: string;
}

const none: HatInk = { behind: "", before: "", shadow: "", outline: "" };

/** Hats, hoods and headcloths, fitted to the turned skull. */
export function drawHat(view: HeadView): HatInk {
  const hats: Record<ModelSheet["hat"], () => HatInk> = {
    none: () => none,
    cap: () => cap(view),
    hat: () =>
      view.sheet.gender === "female"
        ? brimmed(view, { top: -0.58, wide: 0.3, brim: 0.68, fill: darkOr(view) })
        : brimmed(view, { top: -0.68, wide: 0.34, brim: 0.6, fill: darkOr(view) }),
    "top-hat": () => brimmed(view, { top: -0.75, wide: 0.395, brim: 0.56, fill: "#000" }),
    bonnet: () => bonnet(view),
    hood: () => hood(view),
    helmet: () => helmet(view),
    scarf: () => scarf(view),
    crown: () => crown(view),
  };
  return hats[view.sheet.hat]();
}

/** Hats contrast with the hair under them. */
function darkOr({ sheet }: HeadView): string {
  return sheet.hairColour === "black" || sheet.hairColour === "brown" ? tone(30) : "#000";
}

const inkOn = (fill: string): string => (fill === "#000" ? "#fff" : "#000");

/** A ring round the head at a height; the front hangs a little lower, so that the reader looks on the brim. */
function ring(view: HeadView, y: number, wide: number, deep: number, droop = 0.13, curl = 0): Point[] {
  return Array.from({ length: 24 }, (_, i) => {
    const a = (i / 24) * 2 * Math.PI;
    const z = deep * Math.cos(a) - 0.04;
    return view.sight.see({ x: wide * Math.sin(a), y: y + droop * z - curl * Math.sin(a) ** 2, z });
  });
}

function brimmed(view: HeadView, hat: { top: number; wide: number; brim: number; fill: string }): HatInk {
  const base = ring(view, -0.27, 0.425, 0.47);
  const top = ring(view, hat.top, hat.wide, hat.wide * 1.08, 0.05);
  const brim = smoothPath(ring(view, -0.25, hat.brim, hat.brim * 1.08, 0.16, 0.06), true);
  const crownPath = smoothPath(spread(convexHull([...base, ...top])), true);
  const band = smoothPath(spread(convexHull([...base, ...ring(view, -0.38, 0.41, 0.45)])), true);
  const ink = inkOn(hat.fill);
  const edge = `stroke="#000" stroke-width="${view.nib.bold.toFixed(2)}" stroke-linejoin="round"`;
  const dent =
    view.small || hat.top < -0.7
      ? ""
      : flick(
          [top[21], top[0], top[3]].filter((p) => p !== undefined).map((p) => ({ x: p.x, y: p.y + view.size * 0.07 })),
          view.nib.line,
          ink,
        );
  const gleam =
    hat.fill === "#000" && !view.small
      ? flick([at(view, -0.24, -0.68), at(view, -0.27, -0.55), at(view, -0.29, -0.42)], view.size * 0.03, "#fff")
      : "";
  const inner =
    hat.fill === "#000"
      ? `<path d="${brim}" fill="none" stroke="#fff" stroke-width="${view.nib.fine.toFixed(2)}" transform="translate(0 ${(-view.nib.bold).toFixed(2)})"/>`
      : "";
  return {
    behind: "",
    before: `<path d="${brim}" fill="${hat.fill}" ${edge}/>${inner}<path d="${crownPath}" fill="${hat.fill}" ${edge}/><path d="${band}" fill="${hat.fill === "#000" ? "#fff" : "#000"}" ${edge}/>${dent}${gleam}`,
    shadow: `<path d="${brim}" fill="${fineShade(40)}" transform="translate(0 ${(view.size * 0.09).toFixed(2)})"/>`,
    outline: brim + crownPath,
  };
}

const at = (view: HeadView, x: number, y: number): Point => {
  const c = view.sight.see({ x: 0, y, z: 0 });
  return { x: c.x + x * view.size, y: c.y };
};

/** Points along the long sides of a hull, so that a smooth line keeps to it. */
function spread(points: readonly Point[]): Point[] {
  return points.flatMap((p, i) => {
    const q = points[(i + 1) % points.length] ?? p;
    return [p, { x: (p.x * 2 + q.x) / 3, y: (p.y * 2 + q.y) / 3 }, { x: (p.x + q.x * 2) / 3, y: (p.y + q.y * 2) / 3 }];
  });
}

/** Cloth on the skull from the crown down to a lower edge that depends on the direction: patches of one mass. */
function shell(
  view: HeadView,
  edge: (degrees: number) => number,
  lift: (share: number, degrees: number) => number,
): string[] {
  const paths: string[] = [];
  const rows = 8;
  for (let degrees = -180; degrees < 180; degrees += 10)
    for (let row = 0; row < rows; row++) {
      const corner = (d: number, r: number): { x: number; y: number; depth: number } =>
        view.sight.see(onScalp(view.skull, d, alongScalp(r / rows, edge(d)), lift(r / rows, d)));
      const points = [
        corner(degrees, row),
        corner(degrees + 10, row),
        corner(degrees + 10, row + 1),
        corner(degrees, row + 1),
      ];
      const depth = points.reduce((sum, p) => sum + p.depth, 0) / 4;
      if (windingOf(points) > 0 || (row < 2 && depth > -0.3)) paths.push(massPath(points, false));
    }
  return paths;
}

/** A line on such cloth at a share of the way down. */
function shellLine(
  view: HeadView,
  edge: (d: number) => number,
  lift: (s: number, d: number) => number,
  degrees: readonly number[],
  share: number,
): Point[] {
  return degrees
    .filter((d) => Math.cos(((d + view.yaw) * Math.PI) / 180) > -0.05)
    .map((d) => view.sight.see(onScalp(view.skull, d, alongScalp(share, edge(d)), lift(share, d) + 0.004)));
}

const allRound = Array.from({ length: 37 }, (_, i) => -180 + i * 10);

function cap(view: HeadView): HatInk {
  const fill = darkOr(view);
  const edge = (): number => -0.22;
  const lift = (share: number): number => 0.07 + 0.05 * Math.sin(Math.PI * share) * (share > 0.4 ? 1 : 0.4);
  const dome = shell(view, edge, lift);
  const visor = [-58, -40, -20, 0, 20, 40, 58];
  const inner = visor.map((d) => view.sight.see(onScalp(view.skull, d, -0.22, 0.06)));
  const outer = visor.toReversed().map((d) => {
    const p = onScalp(view.skull, d, -0.2, 0.06 + 0.2 * Math.cos((d * Math.PI) / 125));
    return view.sight.see({ x: p.x, y: -0.18 + 0.02 * Math.abs(d / 58), z: p.z });
  });
  const visible = Math.cos((view.yaw * Math.PI) / 180) > -0.45;
  const visorPath = massPath([...inner, ...outer]);
  const seam = [-90, 0, 90, 180].map((d) => {
    if (Math.cos(((d + view.yaw) * Math.PI) / 180) < 0) return "";
    return flick(
      [0.1, 0.5, 0.9].map((s) => view.sight.see(onScalp(view.skull, d, alongScalp(s, -0.22), lift(s)))),
      view.nib.fine,
      inkOn(fill),
    );
  });
  return {
    behind: "",
    before:
      mass(dome, fill, view.nib.bold * 0.9) +
      (view.small ? "" : seam.join("")) +
      (visible
        ? mass([visorPath], "#000", view.nib.bold * 0.8) +
          (fill === "#000" ? brush(inner, view.nib.fine, {}, "#fff") : "")
        : ""),
    shadow: visible
      ? `<path d="${visorPath}" fill="${fineShade(40)}" transform="translate(0 ${(view.size * 0.06).toFixed(2)})"/>`
      : "",
    outline: dome.join("") + (visible ? visorPath : ""),
  };
}

/** How far down a headcloth runs: open at the face, closed at the sides and behind. */
function opening(wide: number, brow: number, side: number): (degrees: number) => number {
  return (degrees) => {
    const away = Math.abs(((degrees + 540) % 360) - 180);
    if (away <= wide) return brow + (side * 0.35 - brow) * (away / wide) ** 6;
    return side;
  };
}

function bonnet(view: HeadView): HatInk {
  const edge = opening(60, -0.36, 0.38);
  const lift = (share: number): number => 0.05 + 0.05 * Math.sin(Math.PI * share);
  const paths = shell(view, edge, lift);
  const frill = Array.from({ length: 19 }, (_, i) => -63 + i * 7).flatMap((d) => {
    if (Math.cos(((d + view.yaw) * Math.PI) / 180) < 0) return [];
    const p = view.sight.see(onScalp(view.skull, d, edge(d), 0.09));
    return [circle(p, view.size * 0.052)];
  });
  const sides = [-1, 1].flatMap((s) =>
    [-0.3, -0.24, -0.18, -0.12, -0.06, 0, 0.06, 0.12, 0.18, 0.24, 0.3, 0.36].flatMap((y) => {
      if (Math.cos(((s * 66 + view.yaw) * Math.PI) / 180) < 0) return [];
      return [circle(view.sight.see(onScalp(view.skull, s * 64, y, 0.08)), view.size * 0.052)];
    }),
  );
  const lines = [-100, -80, 80, 100, 130, -130, 165, -165, -30, 30].map((d) => {
    const points = [0.35, 0.6, 0.9].map((s) => view.sight.see(onScalp(view.skull, d, alongScalp(s, edge(d)), lift(s))));
    return Math.cos(((d + view.yaw) * Math.PI) / 180) > 0.1 ? flick(points, view.nib.fine * 1.4) : "";
  });
  return {
    behind: "",
    before:
      mass(paths, "#fff", view.nib.bold * 0.9) +
      (view.small ? "" : lines.join("")) +
      mass([...frill, ...sides], "#fff", view.nib.line * 0.7) +
      bow(view),
    shadow: "",
    outline: [...paths, ...frill].join(""),
  };
}

function circle(p: Point, r: number): string {
  return massPath(
    Array.from({ length: 8 }, (_, i) => ({
      x: p.x + r * Math.cos((i / 8) * 2 * Math.PI),
      y: p.y + r * Math.sin((i / 8) * 2 * Math.PI),
    })),
  );
}

/** Ribbons tied under the chin. */
function bow(view: HeadView): string {
  if (view.behind) return "";
  const knot = view.sight.see({ x: 0.1, y: 0.56, z: 0.16 });
  const k = view.size * 0.1;
  const wing = (s: number): string =>
    blob(
      [knot, { x: knot.x + s * k * 1.4, y: knot.y - k * 0.7 }, { x: knot.x + s * k * 1.5, y: knot.y + k * 0.5 }],
      "#000",
      view.nib.fine,
      "#fff",
    );
  const end = (s: number): string =>
    blob(
      [knot, { x: knot.x + s * k * 0.9, y: knot.y + k * 2.2 }, { x: knot.x + s * k * 0.3, y: knot.y + k * 2 }],
      "#000",
      view.nib.fine,
      "#fff",
    );
  return (
    end(1) +
    end(-1) +
    wing(1) +
    wing(-1) +
    blob(
      [
        { x: knot.x - k * 0.3, y: knot.y - k * 0.3 },
        { x: knot.x + k * 0.3, y: knot.y - k * 0.3 },
        { x: knot.x + k * 0.3, y: knot.y + k * 0.3 },
        { x: knot.x - k * 0.3, y: knot.y + k * 0.3 },
      ],
      "#000",
      view.nib.fine,
      "#fff",
    )
  );
}

function hood(view: HeadView): HatInk {
  const fill = { black: "#000", white: "#fff", grey: tone(30), dark: tone(70), striped: tone(40), patterned: tone(20) }[
    view.sheet.cloth
  ];
  const ink = inkOn(fill);
  const edge = opening(58, -0.3, 0.44);
  const lift = (share: number, d: number): number =>
    0.1 + 0.05 * Math.cos((d * Math.PI) / 180) * (share > 0.5 ? 0.4 : 1);
  const paths = shell(view, edge, lift);
  const drape = view.sight.see({ x: 0, y: 0.5, z: -0.1 });
  const skirt = massPath(
    [-1, -0.6, 0.6, 1].map((s) => ({
      x: drape.x + s * view.size * 0.42,
      y: drape.y + (Math.abs(s) === 1 ? view.size * 0.2 : -view.size * 0.34),
    })),
  );
  const folds = [-120, -95, -72, 72, 95, 120, 150, -150, 180].map((d) =>
    Math.cos(((d + view.yaw) * Math.PI) / 180) > 0.05
      ? flick(
          [0.5, 0.75, 1].map((s) => view.sight.see(onScalp(view.skull, d, alongScalp(s, edge(d)), lift(s, d)))),
          view.nib.fine * 1.8,
          ink,
        )
      : "",
  );
  const hem = shellLine(
    view,
    edge,
    lift,
    allRound.filter((d) => Math.abs(d) <= 70),
    1,
  );
  return {
    behind: mass([skirt], fill, view.nib.bold * 0.8),
    before:
      mass(paths, fill, view.nib.bold * 0.9) +
      (view.small ? "" : folds.join("")) +
      (fill === "#000" ? brush(hem, view.nib.fine, {}, "#fff") : ""),
    shadow: `<path d="${smoothPath(hem)}" fill="none" stroke="${shade(40)}" stroke-width="${(view.size * 0.2).toFixed(2)}"/>`,
    outline: paths.join("") + skirt,
  };
}

function helmet(view: HeadView): HatInk {
  const edge = opening(56, -0.15, 0.26);
  const lift = (): number => 0.06;
  const paths = shell(view, edge, lift);
  const band = shellLine(
    view,
    () => -0.15,
    () => 0.065,
    allRound,
    0.97,
  );
  const ridge =
    Math.abs(view.yaw) < 120
      ? flick(
          [0, 0.4, 0.75, 1].map((s) => view.sight.see(onScalp(view.skull, 0, alongScalp(s, -0.15), 0.065))),
          view.nib.line,
        )
      : "";
  const rivets = [-80, -60, -40, -20, 20, 40, 60, 80].map((d) => {
    if (Math.cos(((d + view.yaw) * Math.PI) / 180) < 0.1) return "";
    const p = view.sight.see(onScalp(view.skull, d, -0.12, 0.06));
    return `<circle cx="${p.x.toFixed(1)}" cy="${p.y.toFixed(1)}" r="${(view.size * 0.014).toFixed(1)}"/>`;
  });
  return {
    behind: "",
    before:
      mass(paths, tone(20), view.nib.bold) + ridge + brush(band, view.nib.line) + (view.small ? "" : rivets.join("")),
    shadow: "",
    outline: paths.join(""),
  };
}

function scarf(view: HeadView): HatInk {
  const edge = opening(64, -0.37, 0.34);
  const lift = (share: number): number => 0.045 + 0.02 * share;
  const paths = shell(view, edge, lift);
  const fill = tone(view.sheet.hairColour === "black" ? 20 : 55);
  const dots = view.small
    ? ""
    : [-150, -120, -90, -60, -30, 0, 30, 60, 90, 120, 150, 180]
        .map((d) =>
          [0.35, 0.7]
            .map((s, k) => {
              const degrees = d + k * 15;
              if (Math.cos(((degrees + view.yaw) * Math.PI) / 180) < 0.15) return "";
              const p = view.sight.see(onScalp(view.skull, degrees, alongScalp(s, edge(degrees)), lift(s)));
              return `<circle cx="${p.x.toFixed(1)}" cy="${p.y.toFixed(1)}" r="${(view.size * 0.018).toFixed(1)}" fill="#fff" stroke="#000" stroke-width="${view.nib.fine.toFixed(1)}"/>`;
            })
            .join(""),
        )
        .join("");
  return {
    behind: "",
    before: mass(paths, fill, view.nib.bold * 0.9) + dots + bow(view),
    shadow: "",
    outline: paths.join(""),
  };
}

function crown(view: HeadView): HatInk {
  const low = (d: number): Point => view.sight.see(onScalp(view.skull, d, -0.3, 0.075));
  const high = (d: number, up: number): Point => {
    const p = onScalp(view.skull, d, -0.3, 0.1);
    return view.sight.see({ x: p.x, y: -0.44 - up, z: p.z });
  };
  const face = (behind: boolean): string[] =>
    Array.from({ length: 12 }, (_, i) => -180 + i * 30).flatMap((d) => {
      const front = Math.cos(((d + 15 + view.yaw) * Math.PI) / 180) > 0;
      if (front === behind) return [];
      return [
        massPath([low(d), low(d + 15), low(d + 30), high(d + 30, 0.14), high(d + 15, 0.02), high(d, 0.14)], false),
      ];
    });
  return {
    behind: mass(face(true), tone(30), view.nib.line),
    before: mass(face(false), "#fff", view.nib.bold),
    shadow: "",
    outline: [...face(true), ...face(false)].join(""),
  };
}
