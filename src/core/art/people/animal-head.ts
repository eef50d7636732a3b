import type { Point } from "../../geometry/geometry.ts";
import { randomFrom } from "../../geometry/random.ts";
import type { Species } from "../../story/story.ts";
import { fineTone } from "../tone.ts";
import { type AnimalPlan, animalPlans } from "./animal-plans.ts";
import { animalEars } from "./animal-ears.ts";
import { animalEyes } from "./animal-eyes.ts";
import { blob, brush, clipped, flick, mass, massPath } from "./brush.ts";
import type { HeadInk } from "./draw-head.ts";
import { type HeadView, furFill } from "./head-view.ts";
import { convexHull } from "./hull.ts";
import { type Vec, vec } from "./space.ts";

/** The head of an animal that speaks, on the same contract as a person's: it turns, feels and talks. */
export function drawAnimalHead(view: HeadView, species: Exclude<Species, "human">): HeadInk {
  const plan = animalPlans[species];
  const fill = furFill(view.sheet);
  const facing = Math.abs(view.yaw) < 118;
  const skull = skullPath(view, plan);
  const muzzle = plan.nose === "beak" || !facing ? "" : massPath(tapered(view, ...muzzleEnds(plan)));
  const ears = animalEars(view, plan, fill);
  const ruff = ruffOf(view, plan, fill);
  const head = mass([skull, muzzle], fill, view.nib.bold);
  const before = [
    ears.behind,
    crest(view, plan, fill),
    ruff.ink,
    facing ? lowerJaw(view, plan, fill) : "",
    head,
    facing && fill !== "#fff" && muzzle !== "" && plan.coat !== "rings" ? paleMuzzle(view, plan, muzzle) : "",
    facing ? eyesWithin(view, plan, skull) : "",
    facing ? faceOf(view, plan, fill) : "",
    ears.before,
    topping(view, plan, fill),
  ];
  return { behind: "", before: before.join(""), outline: skull + muzzle + ears.outline + ruff.path };
}

/** Eyes stay on the skull, but for a frog, whose eyes stand on top of it. */
function eyesWithin(view: HeadView, plan: AnimalPlan, skull: string): string {
  const eyes = animalEyes(view, plan);
  return plan.eyeRise > 0.2 ? eyes : clipped(`${view.prefix}skull`, skull, eyes);
}

/** Screen ring of a ball with half axes in head sizes; turned balls change their width. */
function ballRing(view: HeadView, centre: Vec, rx: number, ry: number, rz: number): Point[] {
  const c = view.sight.see(centre);
  const turn = (view.yaw * Math.PI) / 180;
  const across = Math.hypot(rx * Math.cos(turn), rz * Math.sin(turn)) * view.size;
  return Array.from({ length: 28 }, (_, i) => {
    const a = (i / 28) * 2 * Math.PI;
    return { x: c.x + across * Math.cos(a), y: c.y + ry * view.size * Math.sin(a) };
  });
}

/** The skull, with tufts of fur on the cheeks where the animal has fur. */
function skullPath(view: HeadView, plan: AnimalPlan): string {
  const [rx, ry, rz] = plan.skull;
  const centre = vec(0, plan.y, -0.03);
  const ring = ballRing(view, centre, rx, ry, rz);
  if (plan.coat !== "fur") return massPath(ring);
  const c = view.sight.see(centre);
  return massPath(
    ring.map((p, i) => {
      const low = (p.y - c.y) / (ry * view.size);
      const tuft = low > 0.12 && low < 0.85 ? (i % 2 ? 1.13 : 1.02) : 1;
      return { x: c.x + (p.x - c.x) * tuft, y: p.y };
    }),
  );
}

interface Ball {
  at: Vec;
  wide: number;
  high: number;
}

/** Root and tip of the muzzle. */
function muzzleEnds({ muzzle, y, skull }: AnimalPlan): [Ball, Ball] {
  const root = skull[2] * 0.62;
  return [
    { at: vec(0, y + muzzle.y * 0.75, root), wide: muzzle.wide * 1.18, high: muzzle.high * 1.2 },
    { at: vec(0, y + muzzle.y, muzzle.reach - muzzle.tip * 0.8), wide: muzzle.tip * 1.15, high: muzzle.tip },
  ];
}

/** Ring round two balls and what lies between them: a snout that is a snout from every side. */
function tapered(view: HeadView, root: Ball, tip: Ball): Point[] {
  return convexHull([root, tip].flatMap((ball) => ballRing(view, ball.at, ball.wide, ball.high, ball.high)));
}

function paleMuzzle(view: HeadView, plan: AnimalPlan, muzzle: string): string {
  const { muzzle: m, y } = plan;
  const low = ballRing(view, vec(0, y + m.y + m.high * 0.35, m.reach - m.tip), m.wide * 1.15, m.high, m.wide * 1.3);
  return clipped(`${view.prefix}muzzle`, muzzle, blob(low, "#fff", 0));
}

const openingOf = (view: HeadView): number =>
  view.speaks ? Math.max(0.045, view.expression.speaking.open) : view.expression.mouth.open;

/** The jaw that drops, with the dark of the mouth over it; the head is drawn on top. */
function lowerJaw(view: HeadView, plan: AnimalPlan, fill: string): string {
  const open = openingOf(view) * 1.15;
  const { muzzle: m, y } = plan;
  if (open < 0.02 || plan.nose === "beak") return "";
  const drop = y + m.y + m.high * 0.35 + open;
  const root: Ball = { at: vec(0, y + m.y + m.high * 0.5, plan.skull[2] * 0.5), wide: m.wide, high: m.high * 0.55 };
  const tip: Ball = { at: vec(0, drop, m.reach - m.tip * 1.35), wide: m.tip * 0.95, high: m.tip * 0.6 };
  const inside: Ball = { ...tip, at: vec(0, drop - m.tip * 0.42, m.reach - m.tip * 1.25), wide: m.tip * 0.8 };
  return (
    mass([massPath(tapered(view, root, tip))], fill, view.nib.bold * 0.9) +
    mass([massPath(tapered(view, { ...root, wide: m.wide * 0.7 }, inside))], "#000", 0)
  );
}

/** Nose, mouth and whiskers; or the beak. */
function faceOf(view: HeadView, plan: AnimalPlan, fill: string): string {
  if (plan.nose === "beak") return beak(view, plan, fill);
  return mouthLine(view, plan) + noseOf(view, plan) + (plan.whiskers && !view.small ? whiskers(view, plan) : "");
}

function mouthLine(view: HeadView, plan: AnimalPlan): string {
  const { muzzle: m, y } = plan;
  const { nib } = view;
  const level = y + m.y + m.high * 0.36;
  const smile = (view.speaks ? view.expression.speaking : view.expression.mouth).corners;
  const grin = plan.grin ? 0.05 : 0;
  const middle = view.sight.see(vec(0, level, m.reach - m.tip * 0.12));
  const parts: string[] = [];
  for (const side of [-1, 1] as const) {
    // Beyond the profile the far corner is out of sight.
    if (side * view.yaw > 38) continue;
    const pad = view.sight.see(vec(side * m.tip * 0.75, level + m.high * 0.32, m.reach - m.tip * 0.75));
    const corner = view.sight.see(
      vec(
        side * m.wide * (1 + grin * 4),
        level + m.high * 0.1 - smile * 2 - grin,
        m.reach - m.tip - (m.reach - 0.3) * 0.55,
      ),
    );
    parts.push(brush([middle, pad, corner], nib.line * 1.2, { swellTo: 0.3, thinFrom: 0.6, tip: 0.2 }));
  }
  if (plan.nose === "button")
    parts.push(flick([view.sight.see(vec(0, y + m.y - m.tip * 0.3, m.reach)), middle], nib.line));
  if (plan.teeth && !view.small && Math.abs(view.yaw) < 40) {
    const tooth = [
      [-0.034, 0],
      [0.034, 0],
      [0.03, 0.07],
      [-0.03, 0.07],
    ].map(([x = 0, d = 0]) => view.sight.see(vec(x, level + 0.015 + d * 0.8, m.reach - m.tip * 0.7)));
    parts.push(blob(tooth, "#fff", nib.fine));
  }
  return parts.join("");
}

function noseOf(view: HeadView, plan: AnimalPlan): string {
  const { muzzle: m, y } = plan;
  const { size, nib } = view;
  const tip = vec(0, y + m.y - m.tip * 0.62, m.reach - m.tip * 0.12);
  if (plan.nose === "button") {
    const c = view.sight.see(tip);
    const r = size * (0.035 + m.tip * 0.22);
    const leather = [
      { x: c.x - r * 1.2, y: c.y - r * 0.55 },
      { x: c.x, y: c.y - r * 0.85 },
      { x: c.x + r * 1.2, y: c.y - r * 0.55 },
      { x: c.x, y: c.y + r },
    ];
    const spark = `<circle cx="${(c.x - r * 0.4).toFixed(1)}" cy="${(c.y - r * 0.35).toFixed(1)}" r="${(r * 0.22).toFixed(1)}" fill="#fff"/>`;
    return blob(leather, "#000", nib.fine) + spark;
  }
  if (plan.nose === "snout") {
    const disc = ballRing(view, vec(0, y + m.y, m.reach), 0.15, 0.12, 0.05);
    const holes = [-1, 1].map((s) =>
      blob(ballRing(view, vec(s * 0.06, y + m.y, m.reach + 0.03), 0.024, 0.04, 0.012), "#000", 0),
    );
    return blob(disc, "#fff", nib.line) + holes.join("");
  }
  const nostril = (p: Point): Point[] =>
    [-1, 0, 1, 0].map((k, i) => ({ x: p.x + k * size * 0.02, y: p.y + (i - 1.5) * size * 0.012 }));
  return [-1, 1]
    .filter((s) => s * view.yaw < 40)
    .map((s) => view.sight.see(vec(s * m.tip * 0.45, tip.y + m.tip * 0.15, tip.z - 0.03)))
    .map((p) => blob(nostril(p), "#000", 0))
    .join("");
}

function whiskers(view: HeadView, plan: AnimalPlan): string {
  const { muzzle: m, y } = plan;
  const parts: string[] = [];
  for (const side of [-1, 1] as const) {
    if (side * view.yaw > 62) continue;
    for (const d of [-0.05, 0.02, 0.09]) {
      const from = view.sight.see(vec(side * m.tip * 0.9, y + m.y + d * 0.5, m.reach - m.tip * 0.9));
      const out = Math.abs(view.yaw) > 62 ? -Math.sign(view.yaw) : side;
      parts.push(
        flick(
          [
            from,
            { x: from.x + out * view.size * 0.17, y: from.y + d * view.size * 0.3 },
            { x: from.x + out * view.size * 0.34, y: from.y + d * view.size * 0.9 },
          ],
          view.nib.fine,
        ),
      );
    }
  }
  return parts.join("");
}

/** A strong beak in two halves that open from the root. */
function beak(view: HeadView, { muzzle: m, y, skull }: AnimalPlan, fill: string): string {
  const open = openingOf(view);
  const level = y + m.y;
  const see = (x: number, dy: number, z: number): Point => view.sight.see(vec(x, dy, z));
  const root = skull[2] * 0.82;
  const horn = fill === "#fff" ? fineTone(20) : "#fff";
  const upper = convexHull([
    ...ballRing(view, vec(0, level - m.high * 0.25, root), m.wide, m.high * 0.85, 0.05),
    see(0, level - m.high * 0.5, m.reach * 0.8),
    see(0, level, m.reach),
    see(0, level + m.high * 0.95, m.reach - 0.06),
    see(0, level + m.high * 0.2, m.reach - 0.1),
  ]);
  const lower = convexHull([
    ...ballRing(view, vec(0, level + m.high * 0.35, root), m.wide * 0.85, m.high * 0.5, 0.04),
    see(0, level + m.high * 0.5 + open * 1.1, m.reach - 0.1),
    see(0, level + m.high * 0.65 + open * 1.2, m.reach - 0.14),
  ]);
  const near = view.yaw >= 0 ? -1 : 1;
  const hole = see(near * m.wide * 0.4, level - m.high * 0.4, root + (m.reach - root) * 0.35);
  const gape = [see(near * m.wide, level + m.high * 0.1, root), see(0, level + m.high * 0.24, m.reach - 0.06)];
  return (
    mass([massPath(lower, false)], open > 0.06 ? "#000" : horn, view.nib.line) +
    mass([massPath(upper, false)], horn, view.nib.line) +
    (view.small ? "" : flick(gape, view.nib.fine)) +
    `<circle cx="${hole.x.toFixed(1)}" cy="${hole.y.toFixed(1)}" r="${(view.size * 0.014).toFixed(1)}"/>`
  );
}

/** Neck and breast: fur or feathers over the collar, a smooth thick neck, or the rings of a grub. */
function ruffOf(view: HeadView, plan: AnimalPlan, fill: string): { ink: string; path: string } {
  const c = view.sight.see(vec(0, 0.5, -0.06));
  const s = view.size;
  const put = (x: number, y: number): Point => ({ x: c.x + x * s, y: c.y + y * s });
  if (plan.coat === "rings") {
    const rings = [0.34, 0.16, -0.02].map((y, i) =>
      massPath(ballRing(view, vec(0, 0.5 + y, -0.06), 0.5 - i * 0.04, 0.17, 0.46)),
    );
    return { ink: rings.map((ring) => mass([ring], fill, view.nib.bold)).join(""), path: rings.join("") };
  }
  if (plan.coat === "smooth") {
    const neck = massPath([
      put(-0.3, -0.3),
      put(0.3, -0.3),
      put(0.33, 0.1),
      put(0.44, 0.3),
      put(0, 0.4),
      put(-0.44, 0.3),
      put(-0.33, 0.1),
    ]);
    return { ink: mass([neck], fill, view.nib.bold), path: neck };
  }
  const random = randomFrom(view.sheet.seed ^ 0x66757272);
  const points: Point[] = [put(-0.28, -0.34), put(0.28, -0.34), put(0.36, -0.12), put(0.345, -0.06)];
  const hem: Point[] = [];
  const clumps = 7;
  for (let i = 0; i <= clumps; i++) {
    const x = 0.44 - (0.88 * i) / clumps;
    const low = 0.08 + 0.28 * Math.cos((x / 0.46) * 1.25) + random.between(-0.02, 0.03);
    hem.push(put(x, low));
    if (i < clumps) hem.push(put(x - 0.075, low - random.between(0.05, 0.09)));
  }
  const path = massPath([...points, ...hem, put(-0.345, -0.06), put(-0.36, -0.12)]);
  const lines = view.small
    ? ""
    : [0, 1, 2, 3, 4, 5]
        .map(() => {
          const [x, y] = [random.between(-0.26, 0.26), random.between(-0.02, 0.2)];
          return flick([put(x, y), put(x * 1.04 + 0.012, y + 0.035), put(x * 1.06, y + 0.075)], view.nib.fine * 1.2);
        })
        .join("");
  return { ink: mass([path], fill, view.nib.bold) + lines, path };
}

/** Feathers, a fin or a mane that stand up behind the crown. */
function crest(view: HeadView, plan: AnimalPlan, fill: string): string {
  const see = (x: number, y: number, z: number): Point => view.sight.see(vec(x, y, z));
  const top = plan.y - plan.skull[1];
  if (plan.top === "crest")
    return [0.1, -0.04, -0.18]
      .map((z, i) =>
        blob(
          [
            see(-0.05, top + 0.1, z),
            see(-0.06 - i * 0.03, top - 0.1, z - 0.12),
            see(0.02, top - 0.2, z - 0.26),
            see(0.06, top + 0.08, z - 0.06),
          ],
          fill,
          view.nib.line,
        ),
      )
      .join("");
  if (plan.top === "mane") {
    const ridge = massPath([
      see(0.04, top + 0.02, 0.1),
      see(0.05, top - 0.05, -0.1),
      see(0.05, top + 0.12, -0.44),
      see(0.05, 0.3, -0.56),
      see(0.05, 0.62, -0.5),
      see(-0.05, 0.4, -0.4),
      see(-0.05, top + 0.2, -0.3),
    ]);
    return mass([ridge], "#000", view.nib.fine);
  }
  if (plan.top === "fin")
    return blob(
      [see(0, top + 0.1, 0.1), see(0, top - 0.2, -0.1), see(0, top - 0.14, -0.4), see(0, top + 0.2, -0.36)],
      fill,
      view.nib.line,
    );
  return "";
}

/** Forelock or wool over the forehead. */
function topping(view: HeadView, plan: AnimalPlan, fill: string): string {
  const see = (x: number, y: number, z: number): Point => view.sight.see(vec(x, y, z));
  const top = plan.y - plan.skull[1];
  if (plan.top === "mane") {
    const forelock = [-0.07, 0, 0.07].map((x) =>
      massPath([
        see(x - 0.05, top + 0.02, 0.06),
        see(x + 0.05, top, 0.06),
        see(x * 1.5 + 0.03, top + 0.14, 0.3),
        see(x * 1.7, top + 0.26, 0.38),
      ]),
    );
    return mass(forelock, "#000", view.nib.fine);
  }
  if (plan.top === "wool")
    return mass(
      Array.from({ length: 9 }, (_, i) => {
        const a = -2.7 + (i / 8) * 2.26;
        return massPath(
          ballRing(view, vec(0.34 * Math.cos(a), plan.y - 0.08 + 0.32 * Math.sin(a), 0.12), 0.13, 0.13, 0.13),
        );
      }),
      fill === "#fff" ? fineTone(10) : "#fff",
      view.nib.line * 0.8,
    );
  return "";
}
