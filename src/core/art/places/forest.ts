import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { crown, treeline } from "./crowns.ts";
import { footGrass, grass, leafInk, rooted, tree, trunk } from "./foliage.ts";
import { lane, meadow, swinging } from "./open-ground.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";
import { drawSky } from "./sky.ts";
import type { Stations } from "./view.ts";

export const forestStations: Stations = {
  wide: { z: 0, eye: 1.9, x: 0.3 },
  near: { z: 2.5 },
  swing: 22,
  horizon: 0.52,
  walk: 8,
};

/** A path into a wood: pale stems far off, dark ones near, leaves closing above, ferns at the edge. */
export function drawForest(sheet: PlaceSheet, scene: Scene): void {
  const { canvas, light, camera } = scene;
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${sheet.seed} forest`);
  drawSky(canvas, light, camera.horizon, sheet.seed);
  const bamboo = /bamboo|竹/iu.test(sheet.name) || (sheet.manner === "japanese" && sheet.seed % 3 === 0);
  const pines = sheet.seed % 4 === 1;
  farWood(scene, random);
  scene.quad(plane(p3(-60, 0, -4), right, away), 0, 0, 120, 60, light.level(0.7), 0);
  meadow(scene, random, 1.2, 12, 12, 4);
  const path = swinging(sheet.seed % 2 ? 0.16 : -0.16);
  lane(scene, path, 0.8, 0.5, 90);
  const bark = (far: number): string => light.level(far < 0.24 ? 5.4 : light.dark ? 2 - far * 2 : 4.2 - far * 3.6);
  for (let i = 0; i < 17; i++) {
    const z = 26 - i * 1.4 + random.between(-0.6, 0.6);
    const side = i % 2 ? 1 : -1;
    const at = p3(path(z) + side * ((z < 7 ? 2.5 : 1.6) + random() ** 1.5 * (4 + z * 0.5)), 0, z);
    const far = Math.min(1, z / 26);
    const own = randomFrom(sheet.seed + i * 7);
    scene.later(at, () => {
      const foot = scene.page(at);
      const s = scene.scaleAt(at);
      // Wholly beside the picture.
      if (!foot || foot.x < x - s * 2.6 || foot.x > x + width + s * 2.6) return;
      const leaf = leafInk(light, far, far < 0.4);
      if (bamboo) return tree(canvas, foot, s * 9, "bamboo", own, leafInk(light, far), light.level(1));
      if (pines && far > 0.36) return tree(canvas, foot, s * own.between(7, 10), "fir", own, leaf, light.level(3));
      // Far trees are seen with their crowns; of the near ones only the stems, which run into the leaves above.
      if (far > 0.36) return tree(canvas, foot, s * own.between(7, 9), "broad", own, leaf, bark(far));
      rooted(canvas, foot, s * 0.9, leaf);
      trunk(
        canvas,
        foot,
        { x: foot.x + own.between(-0.4, 0.4) * s, y: foot.y - s * 14 },
        s * own.between(0.35, 0.6),
        own,
        bark(far),
        leaf,
      );
      footGrass(canvas, foot, s * 0.8, own, leaf);
      undergrowth(scene, foot, s, own, far);
    });
  }
  scene.flush();
  if (!bamboo && !pines) canopy(scene, random);
  const ink = light.dark ? "#777" : "#000";
  if (scene.clearance === 0)
    grass(
      canvas,
      { x, y: y + height + 6 },
      { x: x + width, y: y + height + 6 },
      Math.round(width / 14),
      height * 0.12,
      random,
      ink,
    );
}

/** Two rows of tree-tops behind the trunks, the farther one paler. */
function farWood({ canvas, light, camera }: Scene, random: Random): void {
  const { x, y, width } = canvas.bounds;
  const tall = Math.max(60, camera.horizon - y);
  const ink = light.dark ? "#777" : light.ink;
  treeline(canvas, x, x + width, camera.horizon + 8, tall * 0.62, random, light.level(1), ink);
  treeline(canvas, x, x + width, camera.horizon + 8, tall * 0.26, random, light.level(2.2), ink);
}

function undergrowth(scene: Scene, foot: Point, s: number, random: Random, far: number): void {
  const { canvas, light } = scene;
  if (far > 0.6) return;
  for (const side of [-1, 1]) {
    // Beside the stem: before it they would be its shoes. Two masses on their shadow, for one alone is a ball in the air.
    const at = { x: foot.x + side * random.between(0.7, 1.3) * s, y: foot.y };
    const leaf = leafInk(light, far);
    rooted(canvas, at, s * 0.5, leaf);
    const masses = [-0.24, 0.2].map((dx) => {
      const ry = s * random.between(0.16, 0.26);
      return { x: at.x + dx * s, y: at.y - ry * 0.8, rx: s * random.between(0.26, 0.38), ry };
    });
    crown(canvas, masses, random, leaf);
    footGrass(canvas, at, s * 0.6, random, leaf);
  }
  grass(
    canvas,
    { x: foot.x - s * 0.7, y: foot.y + s * 0.05 },
    { x: foot.x + s * 0.7, y: foot.y + s * 0.05 },
    7,
    s * 0.34,
    random,
    light.ink,
  );
}

function canopy(scene: Scene, random: Random): void {
  const { canvas, light } = scene;
  const { x, y, width, height } = canvas.bounds;
  const r = Math.min(width, height);
  for (let row = 0; row < 2; row++)
    for (let i = 0; i < 7; i++) {
      const at = (i + random.between(0.1, 0.9)) / 7;
      const edge = Math.abs(at - 0.5) * 2;
      const centre = { x: x + width * at, y: y + r * (row ? -0.02 : 0.07) + edge ** 2 * r * 0.1 };
      const mass = { ...centre, rx: r * random.between(0.13, 0.2), ry: r * random.between(0.08, 0.13) };
      crown(canvas, [mass], random, leafInk(light, row ? 0.1 : 0.4, row === 1));
    }
}
