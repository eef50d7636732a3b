import * as steady from "../../geometry/steady-math.ts";
import type { Random } from "../../geometry/random.ts";
import { brief, corners } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { circlePath } from "../tone.ts";
import { cylinder, wood } from "./furniture.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";

/** Small things that the eye rests on, drawn large; each stands at its foot, in metres, and is drawn at once. */

/** A lamp with a shade on a foot; it glows in the evening. */
export function tableLamp(scene: Scene, at: Point3, size = 1): void {
  const { light, canvas } = scene;
  cylinder(scene, at, 0.09 * size, 0.03 * size, 0, { body: light.level(4), top: light.level(2), hoops: 0 });
  cylinder(scene, p3(at.x, at.y + 0.03 * size, at.z), 0.035 * size, 0.2 * size, 0.35, {
    body: light.level(4),
    top: light.level(4),
    hoops: 0,
  });
  const p = scene.page({ ...at, y: at.y + 0.34 * size });
  const s = scene.scaleAt(at) * size;
  if (!p) return;
  const lit = light.time === "night" || light.time === "dusk";
  if (lit) canvas.veil(p, [s * 0.16, s * 0.7], 0.8, "white");
  const shade = [
    [-0.2, 0.13],
    [-0.1, -0.13],
    [0.1, -0.13],
    [0.2, 0.13],
  ].map(([u = 0, v = 0]) => ({ x: p.x + u * s, y: p.y + v * s }));
  canvas.shape(corners(shade), lit ? "#fff" : light.level(1), 2.4, light.ink);
  if (!lit)
    canvas.fill(
      corners(
        [
          [0.04, 0.13],
          [0.03, -0.13],
          [0.1, -0.13],
          [0.2, 0.13],
        ].map(([u = 0, v = 0]) => ({ x: p.x + u * s, y: p.y + v * s })),
      ),
      light.level(3),
    );
  canvas.line(`M${brief(p.x - s * 0.19)} ${brief(p.y + s * 0.1)}H${brief(p.x + s * 0.19)}`, 1.4, light.ink);
}

/** A candle in a holder with its flame. */
export function candle(scene: Scene, at: Point3, tall = 0.2): void {
  const { light, canvas } = scene;
  cylinder(scene, at, 0.06, 0.025, 0, { body: light.level(4), top: light.level(2), hoops: 0 });
  cylinder(scene, p3(at.x, at.y + 0.02, at.z), 0.022, tall, 0, { body: "#fff", top: "#fff", hoops: 0 });
  const p = scene.page({ ...at, y: at.y + tall + 0.05 });
  const s = scene.scaleAt(at);
  if (!p) return;
  if (light.time === "night" || light.time === "dusk") canvas.veil(p, [s * 0.05, s * 0.42], 0.85, "white");
  canvas.shape(
    `M${brief(p.x)} ${brief(p.y - s * 0.07)}q${brief(s * 0.045)} ${brief(s * 0.07)} 0 ${brief(s * 0.11)}q${brief(-s * 0.045)} ${brief(-s * 0.04)} 0 ${brief(-s * 0.11)}Z`,
    "#fff",
    1.8,
    light.ink,
  );
}

/** Books that lie on each other, none quite straight. */
export function bookPile(scene: Scene, at: Point3, count: number, random: Random): void {
  const { light } = scene;
  let y = at.y;
  for (let i = 0; i < count; i++) {
    const [w, h] = [random.between(0.2, 0.27), random.between(0.03, 0.055)];
    const o = p3(at.x + random.between(-0.03, 0.03), y, at.z + random.between(-0.02, 0.02));
    scene.box(o, w, h, 0.17, { front: light.level(random.pick([1, 3, 5, 6])), side: "#fff", top: light.level(1) }, 0.8);
    scene.quad(plane(o, right, p3(0, 1, 0)), 0.02, h * 0.3, w * 0.12, h * 0.4, "#fff", 0.4);
    y += h;
  }
}

/** Sheets of paper with lines of writing, and a pen across them. */
export function papers(scene: Scene, at: Point3, random: Random): void {
  for (let i = 0; i < 3; i++) {
    const turn = random.between(-0.35, 0.35);
    const [c, s] = [steady.cos(turn), steady.sin(turn)];
    const o = p3(at.x + i * 0.09, at.y + 0.002 * (i + 1), at.z + random.between(0, 0.06));
    const on = plane(o, p3(c, 0, -s), p3(s, 0, c));
    scene.quad(on, 0, 0, 0.2, 0.28, "#fff", 0.8);
    const lines = [];
    for (let v = 0.04; v < 0.25; v += 0.03)
      lines.push([on.at(0.025, v), on.at(random.between(0.11, 0.175), v)] as const);
    scene.rules(lines, 0.3);
  }
  scene.rules([[p3(at.x + 0.05, at.y + 0.012, at.z + 0.02), p3(at.x + 0.27, at.y + 0.03, at.z + 0.13)]], 1.6);
}

/** A vase with a few flowers, or one with a twig. */
export function vase(scene: Scene, at: Point3, random: Random, twig: boolean): void {
  const { light, canvas } = scene;
  const s = scene.scaleAt(at);
  const mouth = scene.page({ ...at, y: at.y + 0.22 });
  if (!mouth) return;
  let stems = "";
  const heads: { x: number; y: number; r: number }[] = [];
  for (const lean of twig ? [-0.5, 0.3] : [-0.7, -0.25, 0.2, 0.65]) {
    const tall = s * random.between(0.2, 0.32);
    const tip = { x: mouth.x + lean * tall * 0.9, y: mouth.y - tall };
    const mid = { x: mouth.x + lean * tall * 0.3, y: mouth.y - tall * 0.6 };
    stems += penStroke([mouth, mid, tip], s * 0.016, { swellTo: 0.02, thinFrom: 0.4, tip: 0.3 });
    if (twig)
      for (const t of [0.4, 0.7, 1])
        heads.push({
          x: mouth.x + (tip.x - mouth.x) * t + s * 0.012 * (t > 0.5 ? 1 : -1),
          y: mouth.y + (tip.y - mouth.y) * t,
          r: s * 0.024,
        });
    else heads.push({ ...tip, r: s * 0.045 });
  }
  canvas.fill(stems, light.ink);
  for (const { x, y, r } of heads) {
    let petals = "";
    for (let k = 0; k < 5; k++)
      petals += circlePath(x + steady.cos(k * 1.257) * r * 0.8, y + steady.sin(k * 1.257) * r * 0.8, r * 0.55);
    canvas.shape(petals, "#fff", 1.3, light.dark ? "#000" : light.ink);
    canvas.fill(circlePath(x, y, r * 0.4), light.dark ? "#000" : light.ink);
  }
  cylinder(scene, at, 0.05, 0.16, 0.45, { body: light.level(twig ? 5 : 1), top: light.level(5), hoops: 0 });
  cylinder(scene, p3(at.x, at.y + 0.16, at.z), 0.035, 0.06, -0.1, {
    body: light.level(twig ? 5 : 1),
    top: light.level(6),
    hoops: 0,
  });
}

/** A kettle or teapot with handle and spout; `steam` rises from it. */
export function kettle(scene: Scene, at: Point3, size: number, steam: boolean): void {
  const { light, canvas } = scene;
  const foot = scene.page(at);
  const s = scene.scaleAt(at) * size;
  if (!foot) return;
  const b = (u: number, v: number): string => `${brief(foot.x + u * s)} ${brief(foot.y - v * s)}`;
  canvas.line(`M${b(-0.1, 0.2)}C${b(-0.12, 0.42)} ${b(0.12, 0.42)} ${b(0.1, 0.2)}`, 3.4, light.ink);
  canvas.shape(`M${b(0.1, 0.1)}L${b(0.24, 0.22)}L${b(0.22, 0.25)}L${b(0.1, 0.19)}Z`, light.level(5), 1.8, light.ink);
  canvas.shape(
    `M${b(-0.11, 0)}C${b(-0.19, 0.08)} ${b(-0.14, 0.21)} ${b(-0.07, 0.22)}L${b(0.07, 0.22)}C${b(0.14, 0.21)} ${b(0.19, 0.08)} ${b(0.11, 0)}Z`,
    light.level(5),
    2.2,
    light.ink,
  );
  canvas.shape(circlePath(foot.x, foot.y - 0.24 * s, s * 0.025), light.level(2), 1.6, light.ink);
  canvas.fill(
    penStroke(
      [-0.1, -0.12, -0.08].map((u, i) => ({ x: foot.x + u * s, y: foot.y - (0.05 + i * 0.06) * s })),
      3,
    ),
    "#fff",
  );
  if (steam) steamOver(scene, { x: foot.x + s * 0.24, y: foot.y - s * 0.3 }, s * 0.5);
}

/** Wisps that rise and curl; `height` in page units. */
export function steamOver(scene: Scene, from: { x: number; y: number }, height: number): void {
  const { canvas, light } = scene;
  for (const [dx, phase] of [
    [-0.1, 0],
    [0.08, 2.2],
  ] as const) {
    const points = [0, 1, 2, 3, 4, 5].map((i) => ({
      x: from.x + (dx + steady.sin(phase + i * 1.2) * 0.06) * height,
      y: from.y - (i / 5) * height,
    }));
    canvas.fill(penStroke(points, height * 0.05, { swellTo: 0.5, thinFrom: 0.5, tip: 0.05 }), "#fff");
    canvas.fill(
      penStroke(
        points.map((p) => ({ x: p.x + height * 0.03, y: p.y })),
        2.2,
        { swellTo: 0.5, thinFrom: 0.5, tip: 0 },
      ),
      light.ink,
    );
  }
}

/** A chest of one drawer, or a shelf board, on which small things stand; returns the height of its top. */
export function sideboard(scene: Scene, o: Point3, width: number, height: number, level: number): number {
  scene.box(o, width, height - 0.05, 0.5, wood(scene, level));
  const front = plane(o, right, p3(0, 1, 0));
  const drawers = Math.max(1, Math.round(width / 0.7));
  for (let i = 0; i < drawers; i++) {
    const a = (i * width) / drawers;
    scene.quad(front, a + 0.05, height - 0.3, width / drawers - 0.1, 0.2, "none", 0.7);
    const knob = scene.page(front.at(a + width / drawers / 2, height - 0.2));
    if (knob) scene.canvas.fill(circlePath(knob.x, knob.y, Math.max(2, scene.scaleAt(o) * 0.02)), scene.light.ink);
  }
  scene.box(p3(o.x - 0.05, height - 0.05, o.z - 0.05), width + 0.1, 0.05, 0.58, wood(scene, Math.max(0, level - 1)));
  return height;
}

/** The patch of light that falls through an opening onto the floor. */
export function lightPatch(scene: Scene, x: number, z: number, width: number, lean: number, panes: number): void {
  const floor = plane(p3(x, 0.003, z), right, away);
  const fill = scene.light.time === "night" ? scene.canvas.sparks(0.45) : "#fff";
  const each = width / panes;
  for (let i = 0; i < panes; i++)
    scene.poly(
      [
        floor.at(i * each + 0.03, 0),
        floor.at((i + 1) * each - 0.03, 0),
        floor.at((i + 1) * each - 0.03 + lean, -0.9),
        floor.at(i * each + 0.03 + lean, -0.9),
      ],
      fill,
      0,
    );
}
