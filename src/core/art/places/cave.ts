import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief, corners, sliver } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { leafInk, rooted } from "./foliage.ts";
import { barrel } from "./furniture.ts";
import { drawPassage } from "./passage.ts";
import type { Point3 } from "./perspective.ts";
import { p3, type Scene } from "./scene.ts";
import { lamplight } from "./shell.ts";
import type { Stations } from "./view.ts";

export const caveStations: Stations = {
  wide: { z: 0, eye: 1.7 },
  near: { z: 2 },
  swing: 16,
  horizon: 0.56,
  walk: 7,
  ceiling: 2.9,
};

/** A cave: rings of rock, darker towards the reader, around a bright mouth or a dim depth; drip stones and boulders. */
export function drawCave(sheet: PlaceSheet, scene: Scene): void {
  rockVault(sheet, scene, { half: 3.3, high: 3.4 });
  boulders(sheet, scene);
  scene.flush();
  dripstones(scene, randomFrom(`${sheet.seed} drip`));
  if (scene.light.time !== "day" && scene.light.time !== "dawn") lamplight(scene, p3(0, 1.2, 8), 0.8);
}

/** Under the ground: a mine with props and beams, and a lantern that hangs from one. */
export function drawUnderground(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  rockVault(sheet, scene, { half: 2.4, high: 3.1 });
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
  lantern(scene);
}

/** A lantern on its hook under the second beam. */
function lantern(scene: Scene): void {
  const { canvas } = scene;
  const [hook, lamp] = [scene.page(p3(0.2, 2.6, 7)), scene.page(p3(0.2, 2.24, 7))];
  const s = scene.scaleAt(p3(0.2, 2.2, 7));
  if (!hook || !lamp) return;
  canvas.veil(lamp, [s * 0.15, s], 0.8, "white");
  canvas.line(`M${brief(hook.x)} ${brief(hook.y)}L${brief(lamp.x)} ${brief(lamp.y - s * 0.16)}`, 2, "#000");
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

/** A vault of rock on a level floor: black before the reader, paler towards its mouth, which is bright by day. */
function rockVault(sheet: PlaceSheet, scene: Scene, { half, high }: { half: number; high: number }): void {
  const { canvas, light, camera } = scene;
  const night = light.time === "night";
  const tones = night ? [1, 0.94, 0.86, 0.78, 0.7, 0.64] : [0.86, 0.66, 0.48, 0.32, 0.2, 0.1];
  const depths = [1.5, 2.4, 3.8, 6, 9.5, 15];
  const cuts = drawPassage(scene, {
    seed: sheet.seed,
    half,
    high,
    round: false,
    bend: 0,
    rough: 0.045,
    near: 1,
    cuts: [...depths.map((depth, i) => [depth, tones[i] ?? 0] as const), [22, night ? 1 : 0]],
  });
  const floor = [0.3, ...depths, 22].map((depth) => camera.z + depth);
  const rim = (side: 1 | -1): Point3[] => floor.map((z) => p3(side * half, 0.001, z));
  scene.poly([...rim(-1), ...rim(1).reverse()], canvas.dots(night ? 0.5 : 0.16), 0.8);
  const random = randomFrom(`${sheet.seed} floor`);
  const marks = Array.from({ length: cuts.length > 0 ? 26 : 0 }, () => {
    const [x, z] = [random.between(-half, half) * 0.9, camera.z + 1 + 12 * random() ** 1.6];
    return [p3(x, 0, z), p3(x + random.between(0.1, 0.5), 0, z + random.between(-0.05, 0.05))] as const;
  });
  scene.strokes(marks, 0.9);
}

function dripstones(scene: Scene, random: Random): void {
  const { canvas, light } = scene;
  if (light.soft > 0.4) return;
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

/** A rock on the page: a broken outline with a shoulder, a lit face and a dark one that meets the ground; its foot is rounded, never sawn. */
export function boulder(scene: Scene, foot: Point, size: number, random: Random): void {
  scene.canvas.as("rock", () => {
    const { canvas, light } = scene;
    const at = (u: number, v: number): Point => ({ x: foot.x + u * size, y: foot.y - v * size });
    const [peak, high, shoulder] = [random.between(-0.3, 0.05), random.between(0.72, 0.95), random.between(0.5, 0.68)];
    const left = [at(-0.7, -0.05), at(-1.02, 0.06), at(-0.9, random.between(0.3, 0.45)), at(peak - 0.32, high - 0.14)];
    const crest = at(peak, high);
    const rightSide = [at(peak + 0.36, high - 0.1), at(0.76, shoulder), at(1.04, 0.2), at(0.95, 0), at(0.3, -0.1)];
    const w = Math.max(1.2, Math.min(2.6, size / 20));
    // Its shadow ties it to the ground: without one it stands on the blades of grass before it.
    rooted(canvas, { x: foot.x - size * 0.25, y: foot.y + size * 0.02 }, size * 1.15, leafInk(light, 0));
    canvas.shape(corners([...left, crest, ...rightSide]), light.level(light.dark ? 4 : 0.6), w, light.ink);
    const ridge = [crest, at(peak + 0.2, high * 0.62), at(peak + 0.12, high * 0.36), at(0.3, -0.1)];
    canvas.fill(corners([...ridge, ...[...rightSide].reverse()]), light.level(light.dark ? 0.5 : 4));
    const cracks = [
      ridge,
      [at(peak - 0.32, high - 0.14), at(-0.42, 0.42), at(-0.58, 0.3)],
      [at(0.62, 0.4), at(0.5, 0.2)],
    ];
    canvas.fill(
      cracks.map((crack) => penStroke(crack, w * 1.1, { swellTo: 0.2, thinFrom: 0.4, tip: 0 })).join(""),
      light.ink,
    );
  });
}
