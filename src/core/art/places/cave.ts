import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief, corners, sliver } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { barrel } from "./furniture.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";
import { lamplight } from "./shell.ts";
import type { Stations } from "./view.ts";

export const caveStations: Stations = { wide: { z: 0, eye: 1.7 }, near: { z: 2 }, swing: 16, horizon: 0.56, walk: 7 };

/** A cave: rings of rock, darker towards the reader, around a bright mouth or a dim depth; drip stones and boulders. */
export function drawCave(sheet: PlaceSheet, scene: Scene): void {
  rockRings(sheet, scene, 0.26);
  boulders(sheet, scene);
  scene.flush();
  dripstones(scene, randomFrom(`${sheet.seed} drip`));
  if (scene.light.time !== "day" && scene.light.time !== "dawn") lamplight(scene, p3(0, 1.2, 8), 0.8);
}

/** Under the ground: a dug tunnel with props and beams, roots that hang in, a lantern. */
export function drawUnderground(sheet: PlaceSheet, scene: Scene): void {
  const { light, canvas } = scene;
  rockRings(sheet, scene, 0.12);
  for (const z of [14, 10, 7, 4.6]) {
    scene.later(p3(0, 0, z), () => {
      const fills = { front: light.level(1), side: light.level(4), top: light.level(2) };
      scene.box(p3(-1.75, 0, z), 0.26, 2.6, 0.26, fills);
      scene.box(p3(1.5, 0, z), 0.26, 2.6, 0.26, fills);
      scene.box(p3(-2.1, 2.6, z - 0.05), 4.2, 0.3, 0.34, fills);
      scene.strokes(
        [0.4, 0.9, 1.6, 2.1].map((y) => [p3(-1.7, y, z), p3(-1.62, y + 0.4, z)] as const),
        0.7,
      );
    });
  }
  barrel(scene, p3(1.2, 0, 6), 0.8);
  scene.later(p3(-1.2, 0, 5.4), () =>
    scene.box(p3(-1.5, 0, 5.4), 0.7, 0.5, 0.5, { front: light.level(2), side: light.level(4), top: light.level(1) }),
  );
  scene.flush();
  roots(scene, randomFrom(`${sheet.seed} roots`));
  const lamp = scene.page(p3(0.2, 2.2, 5.2));
  const s = scene.scaleAt(p3(0.2, 2.2, 5.2));
  if (lamp) {
    canvas.veil(lamp, [s * 0.15, s], 0.8, "white");
    canvas.line(`M${brief(lamp.x)} ${brief(lamp.y - s * 0.45)}V${brief(lamp.y - s * 0.18)}`, 2, "#000");
    canvas.shape(
      corners([
        { x: lamp.x - s * 0.1, y: lamp.y - s * 0.16 },
        { x: lamp.x + s * 0.1, y: lamp.y - s * 0.16 },
        { x: lamp.x + s * 0.13, y: lamp.y + s * 0.16 },
        { x: lamp.x - s * 0.13, y: lamp.y + s * 0.16 },
      ]),
      "#fff",
      2.2,
      "#000",
    );
  }
}

function rockRings(sheet: PlaceSheet, scene: Scene, end: number): void {
  const { canvas, light, camera } = scene;
  const { x, y, width, height } = canvas.bounds;
  const turn = (camera.yaw / 45) * width;
  const eye = { x: x + width / 2 - turn, y: camera.horizon - height * 0.06 };
  canvas.flood(light.time === "night" ? "#000" : "#fff");
  canvas.glow(eye, [0, width * 0.3], [0, end], "black");
  scene.quad(plane(p3(-30, 0, -9), right, away), 0, 0, 60, 50, canvas.dots(0.18), 0.6);
  const rings = 6;
  for (let i = 0; i < rings; i++) {
    const t = (i + 1) / rings;
    const hole: Point[] = [];
    const r = { x: width * (0.09 + 0.5 * t ** 1.5), y: height * (0.14 + 0.62 * t ** 1.5) };
    const own = randomFrom(`${sheet.seed} ring ${i}`);
    for (let k = 0; k < 22; k++) {
      const a = (k / 22) * 2 * Math.PI;
      const rough = own.between(0.84, 1.14);
      const low = Math.sin(a) > 0.35;
      hole.push({
        x:
          eye.x +
          Math.cos(a) *
            r.x *
            (low ? 1 / Math.max(0.6, Math.abs(Math.cos(a))) : rough) *
            (low && Math.abs(Math.cos(a)) < 0.6 ? 1.6 : 1),
        y: low ? camera.horizon + height * (0.03 + 0.5 * t ** 1.6) : eye.y + Math.sin(a) * r.y * rough,
      });
    }
    const frame = `M${brief(x - 5)} ${brief(y - 5)}h${brief(width + 10)}v${brief(height + 10)}h${brief(-width - 10)}Z`;
    const floor = camera.horizon + height * (0.03 + 0.5 * t ** 1.6);
    const wallOnly = `M${brief(x - 5)} ${brief(y - 5)}h${brief(width + 10)}V${brief(Math.min(y + height + 5, floor))}h${brief(-width - 10)}Z`;
    canvas.fill(
      (i === rings - 1 ? frame : wallOnly) + corners(hole),
      light.time === "night"
        ? canvas.dots(Math.min(1, 0.55 + t * 0.5))
        : canvas.dots((0.12 + 0.88 * t ** 1.5) * (1 - 0.5 * light.soft)),
    );
    const rim = hole
      .filter((p) => p.y < floor - 1)
      .sort((p, q) => Math.atan2(p.y - eye.y, p.x - eye.x) - Math.atan2(q.y - eye.y, q.x - eye.x));
    canvas.line(corners([...rim], false), 1 + 1.6 * t * (1 - 0.6 * light.soft), light.ink);
    crags(scene, rim, eye, t, own);
  }
}

/** Strokes that run from a ring's edge outwards: the planes of the rock. */
function crags(scene: Scene, hole: readonly Point[], eye: Point, t: number, random: Random): void {
  let path = "";
  for (const p of hole) {
    const reach = random.between(0.08, 0.34);
    const to = { x: p.x + (p.x - eye.x) * reach, y: p.y + (p.y - eye.y) * reach };
    if (to.y > scene.camera.horizon + 30 && random() < 0.6) continue;
    path += sliver(p, to, 1 + 2.4 * t);
    for (let i = 1; i < 4; i++)
      path += sliver(
        { x: p.x + i * 4, y: p.y + i * 3 },
        { x: p.x + i * 4 + (to.x - p.x) * 0.4, y: p.y + i * 3 + (to.y - p.y) * 0.4 },
        1.1,
      );
  }
  scene.canvas.fill(path, t > 0.7 ? "#fff" : scene.light.ink);
}

function dripstones(scene: Scene, random: Random): void {
  const { canvas } = scene;
  const { x, y, width, height } = canvas.bounds;
  for (let i = 0; i < 9; i++) {
    const at = x + width * ((i + random()) / 9);
    const length = height * random.between(0.08, 0.3) * (0.5 + Math.abs((at - x) / width - 0.5) * 1.4);
    const w = length * 0.16;
    canvas.shape(
      corners([
        { x: at - w, y: y - 4 },
        { x: at - w * 0.4, y: y + length * 0.5 },
        { x: at, y: y + length },
        { x: at + w * 0.5, y: y + length * 0.45 },
        { x: at + w, y: y - 4 },
      ]),
      "#000",
      1.2,
      "#fff",
    );
    canvas.fill(sliver({ x: at - w * 0.4, y }, { x: at - w * 0.1, y: y + length * 0.6 }, 2), "#fff");
  }
}

function boulders(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} boulders`);
  for (let i = 0; i < 8; i++) {
    const at = p3((i % 2 ? 1 : -1) * random.between(1.4, 3.4), 0, random.between(3, 12));
    const size = random.between(0.3, 0.8);
    const own = randomFrom(`${sheet.seed} boulder ${i}`);
    scene.later(at, () => {
      const foot = scene.page(at);
      const s = scene.scaleAt(at) * size;
      if (foot) boulder(scene, foot, s, own);
    });
  }
}

/** A rock on the page: a broken outline, a lit face and a dark one. */
export function boulder(scene: Scene, foot: Point, size: number, random: Random): void {
  const { canvas, light } = scene;
  const top: Point[] = [];
  for (let i = 0; i <= 6; i++) {
    const a = Math.PI - (i / 6) * Math.PI;
    top.push({
      x: foot.x + Math.cos(a) * size * random.between(0.85, 1.1),
      y: foot.y - Math.sin(a) * size * random.between(0.7, 1),
    });
  }
  const w = Math.max(1.2, Math.min(2.6, size / 20));
  canvas.shape(corners(top), light.level(light.dark ? 4 : 0.6), w, light.ink);
  const ridge = { x: foot.x + size * random.between(-0.1, 0.2), y: foot.y - size * 0.55 };
  const lit = top[3] ?? foot;
  canvas.fill(
    corners([lit, ...top.slice(4), { x: foot.x + size * 0.2, y: foot.y }, ridge]),
    light.level(light.dark ? 0.5 : 4),
  );
  canvas.fill(
    sliver(lit, ridge, w * 1.2) +
      sliver(ridge, { x: foot.x + size * 0.2, y: foot.y }, w) +
      sliver(ridge, { x: foot.x - size * 0.5, y: foot.y - size * 0.3 }, w),
    light.ink,
  );
}

function roots(scene: Scene, random: Random): void {
  const { canvas } = scene;
  const { x, y, width, height } = canvas.bounds;
  let path = "";
  for (let i = 0; i < 10; i++) {
    const at = { x: x + width * random(), y: y - 4 };
    const points = [at];
    for (let k = 1; k <= 5; k++)
      points.push({
        x: at.x + Math.sin(k * 1.3 + i) * 14 + random.between(-6, 6),
        y: at.y + height * k * random.between(0.03, 0.055),
      });
    path += penStroke(points, random.between(4, 11), { swellTo: 0.01, thinFrom: 0.1, tip: 0 });
  }
  canvas.raw(`<path d="${path}" fill="#000" stroke="#fff" stroke-width="1"/>`);
}
