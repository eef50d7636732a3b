import * as steady from "../../geometry/steady-math.ts";
import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { boxPath } from "../graded-tone.ts";
import { doorOn, pictureOn, windowOn } from "./fittings.ts";
import { counter, footShadow, wood } from "./furniture.ts";
import { p3, type Scene } from "./scene.ts";
import { along, band, drawShell, lamplight, type Shell } from "./shell.ts";
import { boards } from "./textures.ts";
import type { Stations } from "./view.ts";

export const schoolStations: Stations = {
  wide: { z: -2, eye: 1.8, x: 0.8, yaw: -4 },
  near: { z: 1 },
  swing: 26,
  horizon: 0.38,
  walk: 4,
  ceiling: 3.2,
  across: [-2.4, 2.4],
};
export const trainStations: Stations = {
  wide: { z: -1.4, eye: 1.6 },
  near: { z: 0.4, x: 0.15 },
  swing: 34,
  horizon: 0.44,
  walk: 3.6,
  ceiling: 2.5,
};

/** A schoolroom: blackboard, desks in rows, tall windows on one side, a clock. */
export function drawSchool(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const random = randomFrom(`${sheet.seed} school`);
  const shell = drawShell(
    scene,
    { width: 7.4, depth: 6.6, height: 3.2 },
    { floor: 0.8, ceiling: 0, back: 0.6, left: 0, right: 1.6 },
  );
  boards(scene, shell.floor, shell.width, shell.run, 0.2, random);
  band(scene, shell, 0, 0.9, 2);
  band(scene, shell, 0.9, 0.07, 0);
  for (const z of [-0.6, 1.6, 3.8])
    windowOn(scene, shell.left, along(shell, z), 1, 1.7, 1.7, { curtains: sheet.seed % 2 === 0, seed: sheet.seed });
  doorOn(scene, shell.right, along(shell, 4.6), 1, 2.2, 2);
  pictureOn(scene, shell.right, along(shell, 2.2), 1.5, 1.3, 0.8, random);
  scene.quad(shell.back, 1.4, 0.95, 4.6, 1.5, light.level(2), 1.2);
  scene.quad(shell.back, 1.5, 1.05, 4.4, 1.3, light.level(6), 1);
  const chalk = [];
  for (let row = 0; row < 3; row++)
    for (let a = 1.8; a < random.between(3.4, 4.6); a += 0.22)
      chalk.push([
        shell.back.at(a, 2.05 - row * 0.28),
        shell.back.at(a + random.between(0.06, 0.16), 2.05 - row * 0.28 + random.between(-0.06, 0.1)),
      ] as const);
  scene.strokes(chalk, 1, "#fff");
  clockOn(scene, shell);
  counter(scene, p3(-1.2, 0, 5), 2, 0.6, random, 1.4);
  for (let row = 0; row < 3; row++)
    for (let k = 0; k < 3; k++) {
      const [x, z] = [-2.5 + k * 1.9, 0.3 + row * 1.5];
      scene.later(p3(x, 0, z), () => {
        footShadow(scene, p3(x, 0, z), 0.8, 0.5);
        for (const dx of [0.03, 0.72]) scene.box(p3(x + dx, 0, z + 0.1), 0.05, 0.68, 0.3, wood(scene, 4), 0.6);
        scene.box(p3(x, 0.55, z), 0.8, 0.17, 0.5, wood(scene, 1.6), 0.9);
      });
      // Benches without backs: chairs in a row would pile up into a tower.
      scene.later(p3(x + 0.4, 0, z - 0.3), () => {
        footShadow(scene, p3(x, 0, z - 0.45), 0.8, 0.26);
        for (const dx of [0.05, 0.7]) scene.box(p3(x + dx, 0, z - 0.42), 0.05, 0.38, 0.2, wood(scene, 4), 0.6);
        scene.box(p3(x, 0.38, z - 0.45), 0.8, 0.05, 0.26, wood(scene, 2), 0.8);
      });
    }
  scene.flush();
  lamplight(scene, p3(0, 2.6, 4), 0.8);
}

/** A round clock high on the far wall. */
export function clockOn(scene: Scene, shell: Shell): void {
  const centre = scene.page(shell.back.at(3.7, 2.82));
  if (!centre) return;
  const s = scene.scaleAt(shell.back.at(3.7, 2.8));
  const r = s * 0.2;
  const f = (n: number): string => n.toFixed(1);
  scene.canvas.shape(
    `M${f(centre.x - r)} ${f(centre.y)}a${f(r)} ${f(r)} 0 1 0 ${f(2 * r)} 0a${f(r)} ${f(r)} 0 1 0 ${f(-2 * r)} 0Z`,
    "#fff",
    2.2,
    scene.light.ink,
  );
  scene.canvas.line(
    `M${f(centre.x)} ${f(centre.y - r * 0.7)}V${f(centre.y)}L${f(centre.x + r * 0.45)} ${f(centre.y + r * 0.3)}`,
    1.8,
    scene.light.ink,
  );
}

/** A railway carriage: two rows of seats, windows on both sides with the country running by, luggage nets. */
export function drawTrain(sheet: PlaceSheet, scene: Scene): void {
  const { light, canvas } = scene;
  const shell = drawShell(
    scene,
    { width: 2.9, depth: 9, height: 2.5 },
    { floor: 2, ceiling: 0.4, back: 1, left: 0.6, right: 0.6 },
  );
  boards(scene, shell.floor, shell.width, shell.run, 0.2, randomFrom(sheet.seed));
  for (const wall of [shell.left, shell.right]) {
    scene.quad(wall, 0, 0, shell.run, 0.95, light.level(3), 0.9);
    for (let z = -3; z < 9; z += 1.7) {
      const a = along(shell, z) + 0.25;
      scene.quad(wall, a - 0.08, 0.92, 1.36, 1.06, light.level(2), 1);
      scene.quad(wall, a, 1, 1.2, 0.9, light.window(false), 1);
      if (light.time !== "night") {
        scene.poly(
          [
            wall.at(a, 1),
            wall.at(a + 1.2, 1),
            ...[1.2, 1, 0.8, 0.6, 0.4, 0.2, 0].map((u) => wall.at(a + u, 1.27 + 0.06 * steady.sin(z * 2 + u * 3.4))),
          ],
          light.level(2.4),
          0.5,
        );
        scene.strokes(
          [1.1, 1.5, 1.66].map((b) => [wall.at(a + 0.1, b), wall.at(a + 1, b)] as const),
          0.5,
        );
      } else
        scene.strokes(
          [1.15, 1.4, 1.7].map((b, i) => [wall.at(a + 0.1 + i * 0.1, b), wall.at(a + 0.9, b)] as const),
          0.6,
          "#fff",
        );
      scene.rules([[wall.at(a, 1.55), wall.at(a + 1.2, 1.55)]], 1.4, light.time === "night" ? "#fff" : light.ink);
    }
    scene.quad(wall, 0, 2.08, shell.run, 0.06, light.level(5), 0.8);
  }
  for (let z = -2; z < 9; z += 0.8)
    scene.rules(
      [
        [p3(-1.45, 2.1, z), p3(-1.1, 2.1, z)],
        [p3(1.45, 2.1, z), p3(1.1, 2.1, z)],
      ],
      0.9,
    );
  for (const x of [-1.1, 1.1]) scene.line([p3(x, 2.1, -4), p3(x, 2.1, 9)], 1.4);
  doorOn(scene, shell.back, 1, 0.9, 2.05, 3);
  scene.quad(shell.back, 1.2, 1.2, 0.5, 0.6, light.window(true), 0.9);
  for (let z = 0.2; z < 8.6; z += 1.7)
    for (const x of [-1.4, 0.45])
      scene.later(p3(x, 0, z), () => {
        scene.box(p3(x, 0, z), 0.95, 0.45, 0.5, { front: light.level(3), side: light.level(5), top: light.level(2) });
        scene.box(p3(x, 0.3, z + 0.5), 0.95, 0.85, 0.14, {
          front: light.level(4.6),
          side: light.level(5.6),
          top: light.level(1),
        });
        scene.box(p3(x - 0.02, 1.1, z + 0.48), 0.99, 0.12, 0.18, wood(scene, 1));
        for (let u = 0.2; u < 0.9; u += 0.24) scene.rules([[p3(x + u, 0.48, z + 0.5), p3(x + u, 1.1, z + 0.5)]], 0.5);
      });
  scene.flush();
  for (const z of [1.5, 4.5, 7.5]) {
    const p = scene.page(p3(0, 2.42, z));
    const s = scene.scaleAt(p3(0, 2.42, z));
    if (p) canvas.shape(boxPath(p.x - s * 0.16, p.y - s * 0.03, s * 0.32, s * 0.12), "#fff", 1.5, light.ink);
  }
  lamplight(scene, p3(0, 1.9, 4.5), 0.8);
}
