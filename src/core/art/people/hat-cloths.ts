import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { tone } from "../tone.ts";
import { blob, brush, flick, mass, massPath, windingOf } from "./brush.ts";
import { type HatInk, inkOn, lining, ringAt, shell, shellLine } from "./hat-shell.ts";
import { type HeadView } from "./head-view.ts";
import { alongScalp, onScalp } from "./skull.ts";
import { between } from "./space.ts";

/** How far down a headcloth runs: open at the face, lowest at the jaw, shorter in the neck. */
function opening(wide: number, brow: number, side: number, nape = side): (degrees: number) => number {
  return (degrees) => {
    const away = Math.abs(((degrees + 540) % 360) - 180);
    if (away <= wide) return brow + (side * 0.35 - brow) * (away / wide) ** 6;
    return side + (nape - side) * steady.sin((Math.PI / 2) * Math.min(1, (away - wide) / (165 - wide))) ** 2;
  };
}

/** A frilled cap tied under the chin. */
export function bonnet(view: HeadView): HatInk {
  const edge = opening(72, -0.36, 0.4, 0.25);
  const lift = (share: number): number => 0.05 + 0.05 * steady.sin(Math.PI * share);
  const paths = shell(view, edge, lift);
  const { before: frill, behind: farFrill } = frillOf(view, edge);
  const lines = [-100, -80, 80, 100, 130, -130, 165, -165, -30, 30].map((d) => {
    const points = [0.35, 0.6, 0.9].map((s) => view.sight.see(onScalp(view.skull, d, alongScalp(s, edge(d)), lift(s))));
    return steady.cos(((d + view.yaw) * Math.PI) / 180) > 0.1 ? flick(points, view.nib.fine * 1.4) : "";
  });
  return {
    behind: mass(lining(view, edge, lift), tone(20), view.nib.bold * 0.9) + mass(farFrill, "#fff", view.nib.line * 0.7),
    before:
      mass(paths, "#fff", view.nib.bold * 0.9) +
      (view.small ? "" : lines.join("")) +
      mass(frill, "#fff", view.nib.line * 0.7) +
      bow(view),
    shadow: "",
    outline: [...paths, ...frill, ...farFrill].join(""),
  };
}

/** One frill all round the face, from cheek to cheek: beyond the far cheek it stands behind the face. */
function frillOf(view: HeadView, edge: (degrees: number) => number): { before: string[]; behind: string[] } {
  const cheek = Array.from({ length: 24 }, (_, i) => 0.36 - i * 0.01);
  const rim = [
    ...cheek.map((y) => [-76, y] as const),
    ...Array.from({ length: 289 }, (_, i) => i * 0.5 - 72).map((d) => [d, edge(d)] as const),
    ...cheek.toReversed().map((y) => [76, y] as const),
  ];
  const [before, behind]: [string[], string[]] = [[], []];
  let last: Point | null = null;
  for (const [d, y] of rim) {
    const p = view.sight.see(onScalp(view.skull, d, y, 0.085));
    // Even steps on the page join the puffs into one band, however the head is turned.
    if (last !== null && Math.hypot(p.x - last.x, p.y - last.y) < view.size * 0.06) continue;
    last = p;
    (Math.abs(d + view.yaw) > 84 ? behind : before).push(circle(p, view.size * 0.052));
  }
  return { before, behind };
}

const circle = (p: Point, r: number): string => massPath(ringAt(p, r));

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

/** A hood with its cowl behind the shoulders. */
export function hood(view: HeadView): HatInk {
  const fill = {
    black: tone(70),
    white: "#fff",
    grey: tone(30),
    dark: tone(70),
    striped: tone(40),
    patterned: tone(20),
  }[view.sheet.cloth];
  const ink = inkOn(fill);
  const edge = opening(76, -0.3, 0.5, 0.42);
  const lift = (share: number, d: number): number =>
    0.1 + 0.05 * steady.cos((d * Math.PI) / 180) * (share > 0.5 ? 0.4 : 1);
  const paths = shell(view, edge, lift);
  // The cowl hangs behind: on a turned head it lies on the side of the neck.
  const turn = steady.sin((view.yaw * Math.PI) / 180);
  const fall = (x: number, y: number): Point => view.sight.place(x * (1 - 0.38 * Math.abs(turn)) - 0.26 * turn, y);
  const skirt = massPath(
    [fall(-0.42, 0.1), fall(0.42, 0.1), fall(0.52, 0.5), fall(0.62, 0.82), fall(-0.62, 0.82), fall(-0.52, 0.5)],
    false,
  );
  const folds = [-112, -84, 84, 112, 150, -150].map((d) =>
    steady.cos(((d + view.yaw) * Math.PI) / 180) > 0.05
      ? flick(
          [0.72, 0.86, 1].map((s) => view.sight.see(onScalp(view.skull, d, alongScalp(s, edge(d)), lift(s, d)))),
          view.nib.line * 1.4,
          ink,
        )
      : "",
  );
  const hem = shellLine(view, edge, lift, 70, 1);
  return {
    behind: mass([skirt, ...lining(view, edge, lift)], fill, view.nib.bold * 0.8),
    before:
      mass(paths, fill, view.nib.bold * 0.9) +
      (view.small ? "" : folds.join("")) +
      (fill === "#000" ? brush(hem, view.nib.fine, {}, "#fff") : ""),
    shadow: "",
    outline: paths.join("") + skirt,
  };
}

/** A helmet of plates with a guard for the neck. */
export function helmet(view: HeadView): HatInk {
  const edge = opening(72, -0.15, 0.26, 0.3);
  const lift = (): number => 0.06;
  const paths = shell(view, edge, lift);
  const band = shellLine(
    view,
    () => -0.15,
    () => 0.065,
    180,
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
    if (steady.cos(((d + view.yaw) * Math.PI) / 180) < 0.1) return "";
    const p = view.sight.see(onScalp(view.skull, d, -0.12, 0.06));
    return `<circle cx="${p.x.toFixed(1)}" cy="${p.y.toFixed(1)}" r="${(view.size * 0.014).toFixed(1)}"/>`;
  });
  return {
    behind: mass(lining(view, edge, lift), tone(55), view.nib.bold),
    before:
      mass(paths, tone(20), view.nib.bold) + ridge + brush(band, view.nib.line) + (view.small ? "" : rivets.join("")),
    shadow: "",
    outline: paths.join(""),
  };
}

/** A headcloth with dots: women knot it under the chin, men tie it behind the head. */
export function scarf(view: HeadView): HatInk {
  const man = view.sheet.gender === "male";
  const cloth = opening(76, -0.34, 0.43, 0.27);
  const edge = man
    ? (d: number): number => -0.2 + 0.1 * steady.sin((d * Math.PI) / 360) ** 2
    : (d: number): number => {
        const away = Math.abs(((d + 540) % 360) - 180);
        // From the temples it runs down to the corner of the jaw, and the band takes over.
        return away < 76 ? cloth(d) : Math.min(cloth(d), 0.3 + 0.13 * ((away - 76) / 30));
      };
  const lift = (share: number): number => 0.045 + 0.02 * share;
  const paths = shell(view, edge, lift);
  const fill = tone(view.sheet.hairColour === "black" ? 20 : 55);
  const hem = man ? brush(shellLine(view, edge, lift, 180, 0.86), view.nib.line, { tip: 0.7 }) : "";
  return {
    behind: man ? knotBehind(view, fill) : mass(lining(view, edge, lift), fill, view.nib.bold * 0.9),
    before: [
      mass(man ? paths : [...paths, ...chinBand(view)], fill, view.nib.bold * 0.9),
      view.small ? "" : dots(view, edge, lift),
      hem,
      man ? "" : knotUnderChin(view, fill),
      man && view.behind ? knotBehind(view, fill) : "",
    ].join(""),
    shadow: "",
    outline: paths.join(""),
  };
}

/** The ends of a kerchief along the jaw to the knot under the chin, as far as they are seen. */
function chinBand(view: HeadView): string[] {
  if (view.behind) return [];
  const { chin } = view.skull;
  const top: [number, number][] = [
    [0, chin + 0.02],
    [30, chin - 0.01],
    [55, 0.42],
    [75, 0.2],
    [82, 0.1],
    [100, 0.05],
  ];
  const low: [number, number][] = [
    [0, chin + 0.075],
    [30, chin + 0.06],
    [55, 0.5],
    [75, 0.42],
    [100, 0.36],
  ];
  const at = (d: number, table: [number, number][]): Point => {
    const y = between(table, Math.abs(d));
    // Under the chin the band runs back to the knot.
    const p = onScalp(view.skull, d, Math.min(0.46, y), 0.035);
    return view.sight.see({ x: p.x, y, z: p.z - 0.1 * Math.max(0, (y - chin + 0.05) / 0.12) });
  };
  return Array.from({ length: 20 }, (_, i) => i * 10 - 100).flatMap((d) => {
    const patch = [at(d, top), at(d + 10, top), at(d + 10, low), at(d, low)];
    return windingOf(patch) > 0 ? [massPath(patch, false)] : [];
  });
}

function dots(view: HeadView, edge: (d: number) => number, lift: (share: number) => number): string {
  const spots: string[] = [];
  for (let d = -150; d <= 180; d += 30)
    [0.35, 0.7].forEach((share, k) => {
      const degrees = d + k * 15;
      if (steady.cos(((degrees + view.yaw) * Math.PI) / 180) < 0.15) return;
      const p = view.sight.see(onScalp(view.skull, degrees, alongScalp(share, edge(degrees)), lift(share)));
      spots.push(blob(ringAt(p, view.size * 0.018), "#fff", view.nib.fine));
    });
  return spots.join("");
}

/** Two ends of cloth under the chin. */
function knotUnderChin(view: HeadView, fill: string): string {
  if (view.behind) return "";
  const at = view.sight.see({ x: 0, y: view.skull.chin + 0.055, z: 0.22 });
  return tiedEnds(view, at, fill, 0.75);
}

/** The knot of a cloth tied at the back of the head. */
function knotBehind(view: HeadView, fill: string): string {
  return tiedEnds(view, view.sight.see({ x: 0, y: -0.02, z: -0.5 }), fill, 1.2);
}

function tiedEnds(view: HeadView, at: Point, fill: string, long: number): string {
  const k = view.size * 0.1;
  const end = (s: number): string =>
    blob(
      [
        at,
        { x: at.x + s * k * 0.9, y: at.y + k * 0.5 },
        { x: at.x + s * k * 1.1, y: at.y + k * 1.6 * long },
        { x: at.x + s * k * 0.3, y: at.y + k * 1.2 * long },
      ],
      fill,
      view.nib.line,
    );
  return end(1) + end(-1) + blob(ringAt(at, k * 0.42), fill, view.nib.line);
}
