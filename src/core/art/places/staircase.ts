import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { doorOn, pictureOn, windowOn } from "./fittings.ts";
import { wood } from "./furniture.ts";
import { p3, type Scene } from "./scene.ts";
import { band, drawShell, lamplight } from "./shell.ts";
import { boards, grid } from "./textures.ts";
import type { Stations } from "./view.ts";

export const staircaseStations: Stations = {
  wide: { z: -1.6, eye: 1.7, x: 0.4 },
  near: { z: 0.6 },
  swing: 12,
  horizon: 0.5,
  walk: 3.6,
  ceiling: 3.9,
  across: [-1.8, 1.8],
};

/** Stairs of a house, by the name of the place. */
export const isStaircase = ({ kind, name, manner }: PlaceSheet): boolean =>
  kind === "corridor" && manner !== "japanese" && /\bstair|\blanding\b/i.test(name);

/** Along the far wall of the well: where the flight begins, and its steps, in metres. */
const flight = { x: -1.5, z: 4.4, deep: 1.3, run: 0.29, rise: 0.19, count: 16 } as const;

/** The well of a house's stairs: a flight along the far wall with its banister, a door under it, a tall window. */
export function drawStaircase(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} stairs`);
  const shell = drawShell(
    scene,
    { width: 7.6, depth: 5.7, height: 4.2 },
    { floor: 0.8, ceiling: 0, back: 0.4, left: 1.6, right: 1.6 },
  );
  boards(scene, shell.floor, shell.width, shell.run, 0.3, random);
  grid(scene, shell.back, shell.width, shell.height, 14, 1, 0.5);
  band(scene, shell, 0, 0.22, 3);
  windowOn(scene, shell.back, 0.6, 1, 1.1, 2.2, { curtains: false, seed: sheet.seed });
  pictureOn(scene, shell.back, 2.3, 2.5, 0.7, 0.9, random);
  const { x, z, deep, run, rise, count } = flight;
  // From the top down: a lower step never hides a higher one.
  for (let i = count - 1; i >= 0; i--)
    scene.box(
      p3(x + i * run, 0, z),
      i === count - 1 ? 3 : run,
      (i + 1) * rise,
      deep,
      wood(scene, i % 2 ? 1.2 : 1),
      0.8,
    );
  doorOn(scene, { at: (a, b) => p3(x + 2.8 + a, b, z - 0.01) }, 0, 0.8, 1.9, 2.6);
  const rail = (step: number, high: number) => p3(x + step * run, Math.min(step + 1, count) * rise + high, z);
  const steps = Array.from({ length: count }, (_, i) => i + 0.5);
  scene.rules(
    steps.map((step) => [rail(step, 0), rail(step, 0.85)] as const),
    1.3,
  );
  scene.line([rail(-0.2, 0.85), ...steps.map((step) => rail(step, 0.85)), rail(count + 8, 0.85)], 3);
  scene.box(p3(x - 0.14, 0, z - 0.06), 0.14, 1.2, 0.14, wood(scene, 4), 0.9);
  lamplight(scene, p3(-1.5, 1.6, 4), 0.8);
}
