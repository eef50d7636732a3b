import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { windowOn } from "./fittings.ts";
import { cylinder } from "./furniture.ts";
import { away, p3, plane, right, type Scene, up } from "./scene.ts";
import { band, beams, drawShell, lamplight } from "./shell.ts";
import { steam } from "./steam.ts";
import { grid, masonry } from "./textures.ts";

const springs = /温泉|湯壺|湯屋|浴場|風呂屋|hot[- ]spring|\bspa\b/iu;

export const isHotSpring = ({ kind, name, manner }: PlaceSheet): boolean =>
  manner === "japanese" &&
  (kind === "bath" || ((kind === "inn" || kind === "room" || kind === "river") && springs.test(name)));

/** A bath-house over a hot spring: a great tank of stone full of water, steam, a lion's spout, pails, boarded walls. */
export function drawHotSpring(sheet: PlaceSheet, scene: Scene): void {
  const { light, canvas } = scene;
  const random = randomFrom(`${sheet.seed} spring`);
  const shell = drawShell(
    scene,
    { width: 6.4, depth: 5.4, height: 3.2 },
    { floor: 1.4, ceiling: 2, back: 0.4, left: 1.4, right: 1 },
  );
  grid(scene, plane(shell.back.at(0, 1.1), right, up), shell.width, 2.1, 24, 1, 0.6);
  masonry(scene, shell.back, shell.width, 1.1, 0.36, 1, random);
  band(scene, shell, 1.1, 0.1, 4);
  beams(scene, shell, 4, 0.24);
  grid(scene, shell.floor, shell.width, shell.run, 8, 22, 0.7);
  for (const a of [1.1, 4.1]) windowOn(scene, shell.back, a, 1.7, 1.2, 0.8, { curtains: false, seed: sheet.seed });
  const stone = { front: light.level(1.6), side: light.level(3.4), top: light.level(0.4) };
  scene.box(p3(-2.6, 0, 2.3), 5.2, 0.5, 2.7, stone);
  masonry(scene, plane(p3(-2.6, 0, 2.3), right, up), 5.2, 0.5, 0.25, 1, random);
  const water = plane(p3(-2.3, 0.46, 2.6), right, away);
  scene.quad(water, 0, 0, 4.6, 2.2, light.level(2.4), 1.2);
  const ripples = [];
  for (let i = 0; i < 20; i++) {
    const [a, b] = [random.between(0.2, 3.6), random.between(0.2, 2)];
    ripples.push([water.at(a, b), water.at(a + random.between(0.3, 0.8), b)] as const);
  }
  scene.strokes(ripples, 1, "#fff");
  scene.quad(plane(p3(-0.25, 0.7, 5.38), right, up), 0, 0, 0.5, 0.44, light.level(3), 1.1);
  const jet = [p3(-0.06, 0.86, 5.2), p3(0.06, 0.86, 5.2), p3(0.1, 0.46, 4.9), p3(-0.1, 0.46, 4.9)];
  scene.poly(jet, "#fff", 0.9);
  for (const [x, z] of [
    [-2.7, 1.7],
    [2, 1.5],
    [2.4, 1.9],
  ] as const)
    scene.later(p3(x, 0, z), () =>
      cylinder(scene, p3(x, 0, z), 0.18, 0.22, 0, { body: light.level(1.4), top: light.level(4), hoops: 2 }),
    );
  scene.flush();
  overWater(scene, random);
  const { x, y, width, height } = canvas.bounds;
  canvas.mist({ x, y: y + height * 0.2, width, height: height * 0.2 }, 0, 0.4);
  canvas.mist({ x, y: y + height * 0.4, width, height: height * 0.2 }, 0.4, 0);
  lamplight(scene, p3(0, 2.2, 3));
}

/** Steam that rises from the water, farthest first. */
function overWater(scene: Scene, random: Random): void {
  for (const [u, z] of [
    [1.7, 4.2],
    [-0.5, 4],
    [0.7, 3.4],
    [-1.6, 3.2],
  ] as const) {
    const at = scene.page(p3(u, 0.5, z));
    if (at) steam(scene, at, scene.scaleAt(p3(u, 0.5, z)) * 1.4, random);
  }
}
