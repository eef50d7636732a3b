import type { Point } from "../../geometry/geometry.ts";
import type { Species } from "../../story/story.ts";
import { smoothPath } from "../ink.ts";
import { tone } from "../tone.ts";
import { blob, brush, flick, mass, massPath } from "./brush.ts";
import type { HeadInk } from "./draw-head.ts";
import { type HeadView, furFill } from "./head-view.ts";
import { type Vec, vec } from "./space.ts";

/** What makes a head this animal's: ears, muzzle, nose, eyes. Lengths in head sizes. */
interface AnimalPlan {
  ears: "long" | "pointed" | "round" | "small-round" | "flop" | "side" | "none" | "feelers";
  /** Half width, half height, reach to the front, height of its middle. */
  muzzle: readonly [wide: number, high: number, reach: number, y: number];
  nose: "button" | "beak" | "snout" | "nostrils";
  eye: number;
  whiskers: boolean;
  extra: "none" | "teeth" | "mane" | "wool" | "crest" | "fins" | "top-eyes";
}

const plan = (
  ears: AnimalPlan["ears"],
  muzzle: AnimalPlan["muzzle"],
  nose: AnimalPlan["nose"],
  eye = 0.07,
  whiskers = false,
  extra: AnimalPlan["extra"] = "none",
): AnimalPlan => ({ ears, muzzle, nose, eye, whiskers, extra });

const plans: Record<Exclude<Species, "human">, AnimalPlan> = {
  rabbit: plan("long", [0.19, 0.14, 0.5, 0.17], "button", 0.085, true, "teeth"),
  cat: plan("pointed", [0.19, 0.125, 0.47, 0.17], "button", 0.095, true),
  dog: plan("flop", [0.2, 0.16, 0.66, 0.16], "button", 0.07),
  mouse: plan("round", [0.15, 0.12, 0.62, 0.2], "button", 0.08, true),
  bird: plan("none", [0.1, 0.09, 0.5, 0.12], "beak", 0.08, false, "crest"),
  horse: plan("pointed", [0.19, 0.2, 0.74, 0.26], "nostrils", 0.07, false, "mane"),
  bear: plan("small-round", [0.2, 0.16, 0.56, 0.17], "button", 0.055),
  fox: plan("pointed", [0.14, 0.11, 0.68, 0.2], "button", 0.075, true),
  frog: plan("none", [0.36, 0.13, 0.44, 0.2], "nostrils", 0.12, false, "top-eyes"),
  pig: plan("flop", [0.17, 0.14, 0.6, 0.14], "snout", 0.06),
  sheep: plan("side", [0.17, 0.19, 0.54, 0.2], "nostrils", 0.065, false, "wool"),
  insect: plan("feelers", [0.12, 0.1, 0.44, 0.26], "nostrils", 0.15),
  reptile: plan("none", [0.24, 0.13, 0.7, 0.18], "nostrils", 0.075),
  fish: plan("none", [0.2, 0.17, 0.5, 0.16], "nostrils", 0.1, false, "fins"),
};

/** The head of an animal that speaks, on the same contract as a person's: it turns, feels and talks. */
export function drawAnimalHead(view: HeadView, species: Exclude<Species, "human">): HeadInk {
  const form = plans[species];
  const fill = furFill(view.sheet);
  const ball = ellipsoid(view, vec(0, -0.02, -0.02), 0.42, 0.44, 0.42);
  const skull = massPath(species === "fish" || species === "bird" || species === "frog" ? ball : furred(view, ball));
  const muzzlePath = massPath(muzzleRing(view, form));
  const facing = Math.abs(view.yaw) < 115;
  const ears = earsOf(view, form, fill);
  const before = [
    ears.behind,
    extraBehind(view, form, fill),
    `<path d="${skull}" fill="${fill}" stroke="#000" stroke-width="${view.nib.bold.toFixed(2)}" stroke-linejoin="round"/>`,
    facing ? eyesOf(view, form) : "",
    facing ? muzzleOf(view, form, muzzlePath, fill) : "",
    ears.before,
    extraBefore(view, form, fill),
  ];
  return { behind: "", before: before.join(""), outline: skull + (facing ? muzzlePath : "") + ears.outline };
}

/** Outline of a turned ball with three half axes. */
function ellipsoid(view: HeadView, centre: Vec, rx: number, ry: number, rz: number): Point[] {
  const c = view.sight.see(centre);
  const turn = (view.yaw * Math.PI) / 180;
  const across = Math.hypot(rx * Math.cos(turn), rz * Math.sin(turn)) * view.size;
  return Array.from({ length: 28 }, (_, i) => {
    const a = (i / 28) * 2 * Math.PI;
    return { x: c.x + across * Math.cos(a), y: c.y + ry * view.size * Math.sin(a) };
  });
}

/** Tufts on the cheeks. */
function furred(view: HeadView, ringPoints: Point[]): Point[] {
  const c = view.sight.see(vec(0, -0.02, 0));
  return ringPoints.map((p, i) => {
    const low = p.y > c.y + view.size * 0.05 && p.y < c.y + view.size * 0.38;
    const k = low && i % 2 ? 1.1 : 1;
    return { x: c.x + (p.x - c.x) * k, y: p.y };
  });
}

/** The muzzle: a ball at the face and one at the tip, drawn as one. */
function muzzleRing(view: HeadView, form: AnimalPlan): Point[] {
  const [wide, high, reach, y] = form.muzzle;
  const root = view.sight.see(vec(0, y - 0.02, 0.26));
  const tip = view.sight.see(vec(0, y, reach - wide * 0.6));
  const points = Array.from({ length: 24 }, (_, i) => {
    const a = (i / 24) * 2 * Math.PI;
    const end: Point = Math.cos(a) * (tip.x - root.x) >= 0 ? tip : root;
    const grow = end === tip ? 0.92 : 1.05;
    const nearer = Math.abs(tip.x - root.x) < view.size * 0.02 ? tip : end;
    return { x: nearer.x + wide * grow * view.size * Math.cos(a), y: nearer.y + high * grow * view.size * Math.sin(a) };
  });
  return points;
}

function muzzleOf(view: HeadView, form: AnimalPlan, path: string, fill: string): string {
  const [wide, high, reach, y] = form.muzzle;
  const { nib, size } = view;
  const see = (x: number, dy: number, z: number): Point => view.sight.see(vec(x, dy, z));
  const open = (view.speaks ? view.expression.speaking.open : view.expression.mouth.open) * 1.2;
  const smile = view.expression.mouth.corners;
  if (form.nose === "beak") return beak(view, open, y);
  const tip = see(0, y - high * 0.55, reach);
  const mouthY = y + high * 0.42;
  const corner = (s: number): Point => see(s * wide * 0.9, mouthY - smile * 1.6 + 0.02, reach - wide * 0.75);
  const middle = see(0, mouthY, reach - 0.02);
  const parts = [
    `<path d="${path}" fill="${fill === "#fff" || form.nose === "nostrils" ? fill : "#fff"}" stroke="#000" stroke-width="${nib.line.toFixed(2)}"/>`,
  ];
  if (open > 0.02) {
    const low = see(0, mouthY + open + 0.05, reach - 0.1);
    parts.push(
      blob(
        [
          corner(-1),
          middle,
          corner(1),
          { x: (corner(1).x + low.x) / 2, y: low.y - size * 0.01 },
          low,
          { x: (corner(-1).x + low.x) / 2, y: low.y - size * 0.01 },
        ],
        "#000",
        nib.line,
      ),
    );
  }
  parts.push(
    brush([corner(-1), see(-wide * 0.5, mouthY + 0.03, reach - 0.05), middle], nib.line * 1.2),
    brush([middle, see(wide * 0.5, mouthY + 0.03, reach - 0.05), corner(1)], nib.line * 1.2),
  );
  if (form.extra === "teeth")
    parts.push(
      blob(
        [
          see(-0.05, mouthY, reach - 0.02),
          see(0.05, mouthY, reach - 0.02),
          see(0.045, mouthY + 0.1, reach - 0.03),
          see(-0.045, mouthY + 0.1, reach - 0.03),
        ],
        "#fff",
        nib.fine,
      ),
      flick([see(0, mouthY, reach), see(0, mouthY + 0.1, reach)], nib.fine),
    );
  if (form.nose === "button") {
    const r = size * 0.062;
    parts.push(
      blob(
        [
          { x: tip.x - r * 1.2, y: tip.y - r * 0.6 },
          { x: tip.x, y: tip.y - r * 0.85 },
          { x: tip.x + r * 1.2, y: tip.y - r * 0.6 },
          { x: tip.x, y: tip.y + r },
        ],
        "#000",
        nib.fine,
      ),
      flick([tip, middle], nib.line),
      `<circle cx="${(tip.x - r * 0.4).toFixed(1)}" cy="${(tip.y - r * 0.35).toFixed(1)}" r="${(r * 0.22).toFixed(1)}" fill="#fff"/>`,
    );
  }
  if (form.nose === "snout")
    parts.push(
      blob(ellipsoid(view, vec(0, y - 0.02, reach), 0.14, 0.11, 0.04), "#fff", nib.line),
      ...[-1, 1].map((s) =>
        blob(ellipsoid(view, vec(s * 0.055, y - 0.02, reach + 0.03), 0.024, 0.04, 0.02), "#000", 0),
      ),
    );
  if (form.nose === "nostrils")
    parts.push(
      ...[-1, 1].map((s) =>
        blob(ellipsoid(view, vec(s * wide * 0.42, y - high * 0.4, reach - 0.02), 0.02, 0.028, 0.02), "#000", 0),
      ),
    );
  if (form.whiskers && !view.small)
    for (const s of [-1, 1])
      for (const d of [-0.05, 0.02, 0.09]) {
        const from = see(s * wide * 0.7, y + d * 0.5, reach - 0.12);
        parts.push(
          flick(
            [
              from,
              { x: from.x + s * size * 0.2, y: from.y + d * size * 0.4 },
              { x: from.x + s * size * 0.38, y: from.y + d * size },
            ],
            nib.fine,
          ),
        );
      }
  return parts.join("");
}

function beak(view: HeadView, open: number, y: number): string {
  const see = (x: number, dy: number, z: number): Point => view.sight.see(vec(x, dy, z));
  const tip = see(0, y + 0.06, 0.72);
  const upper = [see(-0.12, y, 0.38), see(0, y - 0.1, 0.42), see(0.12, y, 0.38), tip];
  const lower = [see(-0.1, y + 0.02, 0.36), see(0.1, y + 0.02, 0.36), see(0, y + 0.08 + open * 1.4, 0.62)];
  return (
    mass([massPath(lower, false)], open > 0.02 ? "#000" : "#fff", view.nib.line) +
    mass([massPath(upper, false)], tone(20), view.nib.line)
  );
}

function eyesOf(view: HeadView, form: AnimalPlan): string {
  const { expression, nib, size } = view;
  return ([1, -1] as const)
    .map((side) => {
      const top = form.extra === "top-eyes";
      const z = top ? 0.16 : form.ears === "feelers" ? 0.26 : 0.34;
      const centre = vec(side * (top ? 0.24 : form.ears === "feelers" ? 0.24 : 0.185), top ? -0.38 : -0.06, z);
      if (view.sight.see(centre).depth < 0.03) return "";
      const r = form.eye * Math.min(1.25, 0.7 + expression.lid * 0.35);
      const at = (dx: number, dy: number): Point =>
        view.sight.see(vec(centre.x + dx, centre.y + dy, centre.z - Math.abs(dx) * 0.5));
      const browY = -form.eye - 0.05 - expression.brow.lift;
      const slope = (expression.brow.angle / 45) * 0.07;
      const brow = brush(
        [at(-side * 0.08, browY + slope), at(0, browY - 0.015), at(side * 0.09, browY - slope + 0.01)],
        Math.max(1.3, size * 0.02),
      );
      if (expression.closed !== "none") {
        const bend = expression.closed === "smile" ? -0.05 : 0.05;
        return brush([at(-0.08, 0), at(0, bend), at(0.08, 0)], Math.max(1.4, size * 0.022)) + brow;
      }
      const white = blob(ringOf(at, r * 1.25, r * 1.4 * Math.min(1.1, expression.lid + 0.15)), "#fff", nib.line);
      const pupil = r * (0.5 + 0.42 * expression.iris);
      const gx = expression.gaze.x * 0.8;
      return (
        white +
        blob(
          ringOf((dx, dy) => at(dx + gx, dy + expression.gaze.y), pupil * 0.86, pupil * 1.05),
          "#000",
          0,
        ) +
        blob(
          ringOf((dx, dy) => at(dx - r * 0.25 + gx, dy - r * 0.35), r * 0.3, r * 0.3),
          "#fff",
          0,
        ) +
        brow
      );
    })
    .join("");
}

const ringOf = (at: (dx: number, dy: number) => Point, rx: number, ry: number): Point[] =>
  Array.from({ length: 12 }, (_, i) =>
    at(rx * Math.cos((i / 12) * 2 * Math.PI), ry * Math.sin((i / 12) * 2 * Math.PI)),
  );

interface EarInk {
  behind: string;
  before: string;
  outline: string;
}

const earShapes: Record<
  Exclude<AnimalPlan["ears"], "none" | "feelers">,
  readonly (readonly [number, number, number])[]
> = {
  long: [
    [0.06, -0.34, 0],
    [0.04, -0.56, -0.02],
    [0.1, -0.74, -0.04],
    [0.2, -0.72, -0.05],
    [0.25, -0.54, -0.04],
    [0.24, -0.32, -0.02],
  ],
  pointed: [
    [0.06, -0.4, 0.04],
    [0.2, -0.56, 0],
    [0.34, -0.68, -0.02],
    [0.38, -0.48, -0.05],
    [0.38, -0.2, -0.04],
  ],
  round: [
    [0.16, -0.34, 0],
    [0.16, -0.6, -0.02],
    [0.36, -0.72, -0.04],
    [0.56, -0.58, -0.05],
    [0.56, -0.34, -0.05],
    [0.36, -0.18, -0.02],
  ],
  "small-round": [
    [0.18, -0.36, 0],
    [0.2, -0.54, -0.02],
    [0.34, -0.6, -0.03],
    [0.44, -0.48, -0.04],
    [0.4, -0.3, -0.03],
  ],
  flop: [
    [0.16, -0.42, 0.02],
    [0.36, -0.42, 0],
    [0.54, -0.14, -0.02],
    [0.56, 0.16, 0],
    [0.44, 0.2, 0.02],
    [0.34, -0.06, 0.02],
  ],
  side: [
    [0.34, -0.24, -0.02],
    [0.54, -0.26, -0.03],
    [0.66, -0.1, -0.04],
    [0.52, -0.04, -0.03],
    [0.36, -0.1, -0.02],
  ],
};

function earsOf(view: HeadView, form: AnimalPlan, fill: string): EarInk {
  const out: EarInk = { behind: "", before: "", outline: "" };
  if (form.ears === "none") return out;
  for (const s of [-1, 1]) {
    if (form.ears === "feelers") {
      const line = [vec(s * 0.1, -0.4, 0.2), vec(s * 0.2, -0.6, 0.26), vec(s * 0.34, -0.72, 0.3)].map((p) =>
        view.sight.see(p),
      );
      const end = line.at(-1);
      out.behind +=
        brush(line, view.nib.bold * 1.2, { tip: 0.6 }) +
        (end ? `<circle cx="${end.x.toFixed(1)}" cy="${end.y.toFixed(1)}" r="${(view.size * 0.04).toFixed(1)}"/>` : "");
      continue;
    }
    const points = earShapes[form.ears].map(([x, y, z]) => view.sight.see(vec(s * x, y, z)));
    const path = smoothPath(points, true);
    const c = points.reduce((sum, p) => ({ x: sum.x + p.x / points.length, y: sum.y + p.y / points.length }), {
      x: 0,
      y: 0,
    });
    const inner = smoothPath(
      points.map((p) => ({ x: c.x + (p.x - c.x) * 0.55, y: c.y + (p.y - c.y) * 0.68 })),
      true,
    );
    const hollow =
      Math.abs(view.yaw) < 100 && form.ears !== "flop"
        ? `<path d="${inner}" fill="${fill === "#fff" ? tone(20) : "#fff"}"/>`
        : "";
    const drawing = `<path d="${path}" fill="${form.ears === "flop" && fill === "#fff" ? tone(40) : fill}" stroke="#000" stroke-width="${view.nib.bold.toFixed(2)}" stroke-linejoin="round"/>${hollow}`;
    out.outline += path;
    if (form.ears === "flop" && view.sight.see(vec(s * 0.4, 0, 0)).depth > -0.2) out.before += drawing;
    else out.behind += drawing;
  }
  return out;
}

function extraBehind(view: HeadView, form: AnimalPlan, fill: string): string {
  const see = (x: number, y: number, z: number): Point => view.sight.see(vec(x, y, z));
  if (form.extra === "crest")
    return [-0.12, 0, 0.12]
      .map((d) =>
        blob(
          [see(0, -0.36, d), see(0.02, -0.56, d - 0.12), see(0, -0.7, d - 0.24), see(-0.03, -0.5, d - 0.02)],
          fill,
          view.nib.line,
        ),
      )
      .join("");
  if (form.extra === "fins")
    return blob([see(0, -0.36, 0.1), see(0, -0.64, -0.1), see(0, -0.6, -0.4), see(0, -0.2, -0.4)], fill, view.nib.line);
  return "";
}

function extraBefore(view: HeadView, form: AnimalPlan, fill: string): string {
  const see = (x: number, y: number, z: number): Point => view.sight.see(vec(x, y, z));
  if (form.extra === "mane")
    return mass(
      [-0.5, -0.3, -0.1, 0.1].map((y, i) =>
        massPath([
          see(0, -0.5 + i * 0.02, 0.2 - i * 0.16),
          see(0.08, -0.3 + i * 0.1, 0.28 - i * 0.18),
          see(0.02, -0.16 + i * 0.14, 0.3 - i * 0.2),
          see(-0.08, -0.36 + y * 0.1, 0.1 - i * 0.16),
        ]),
      ),
      "#000",
      view.nib.fine,
    );
  if (form.extra === "wool")
    return mass(
      Array.from({ length: 9 }, (_, i) => {
        const a = -2.4 + (i / 8) * 1.7 - 0.0;
        const p = see(0.34 * Math.cos(a), -0.12 + 0.4 * Math.sin(a), 0.1);
        const r = view.size * 0.12;
        return massPath(
          Array.from({ length: 8 }, (_u, k) => ({
            x: p.x + r * Math.cos((k / 8) * 2 * Math.PI),
            y: p.y + r * Math.sin((k / 8) * 2 * Math.PI),
          })),
        );
      }),
      fill === "#fff" ? tone(10) : "#fff",
      view.nib.line * 0.8,
    );
  return "";
}
