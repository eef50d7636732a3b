import { expect, it } from "vitest";
import { Canvas } from "../canvas.ts";
import { table } from "./furniture.ts";
import { indoorLight } from "./light.ts";
import { p3, Scene } from "./scene.ts";

const bounds = { x: 0, y: 0, width: 400, height: 300 };
const camera = { x: 0, z: 0, eye: 1.6, yaw: 0, focal: 300, centre: 200, horizon: 120 };

function drawnAt(z: number, stands: { x: number; z: number }[], reach = 0): boolean {
  const canvas = new Canvas(bounds, "a-");
  let drawn = false;
  const scene = new Scene(canvas, camera, indoorLight(canvas, "day", "clear"), 2, stands);
  scene.later(p3(0, 0, z), () => (drawn = true), reach);
  scene.flush();
  return drawn;
}

it("keeps the floor free where somebody stands, so that no foot goes through a cushion", () => {
  expect(drawnAt(3, [])).toBe(true);
  expect(drawnAt(3, [{ x: 0.3, z: 3.2 }])).toBe(false);
  expect(drawnAt(3, [{ x: 1.6, z: 3 }])).toBe(true);
});

it("leaves a house where it is, whoever stands before it, and nothing small nearer than the people", () => {
  expect(drawnAt(3, [{ x: 0, z: 3 }], 1e9)).toBe(true);
  expect(drawnAt(1.5, [])).toBe(false);
});

it("knows a bed that somebody would stand on, or that would come up before his feet on the page", () => {
  const canvas = new Canvas(bounds, "a-");
  const trodden = (stand: { x: number; z: number }): boolean =>
    new Scene(canvas, camera, indoorLight(canvas, "day", "clear"), 2, [stand]).isTrodden(
      { x: [1, 3], z: [3, 4.5] },
      0.5,
    );
  expect(trodden({ x: 2, z: 4 })).toBe(true);
  expect(trodden({ x: 2, z: 4.9 })).toBe(true);
  expect(trodden({ x: 2, z: 2.4 })).toBe(false);
  expect(trodden({ x: 0, z: 4 })).toBe(false);
});

it("[D10] leaves out what would end at a head on the page, but for a house", () => {
  const heads = [{ x: 200, y: 100, size: 40, feet: 290 }];
  const parts = (x: number, reach = 0): boolean => {
    const canvas = new Canvas(bounds, "a-");
    const scene = new Scene(canvas, camera, indoorLight(canvas, "day", "clear"), 2, [], heads);
    scene.later(p3(0, 0, 6), () => canvas.solid(`M${x} 60h30v90h-30Z`, "#000"), reach);
    scene.flush();
    return canvas.svg !== "";
  };
  expect([parts(215), parts(215, 1e9), parts(300)]).toEqual([false, true, true]);
});

it("[D10] lets nothing hang in the air: what stands on a table goes with it", () => {
  const things = (stands: { x: number; z: number }[]): boolean => {
    const canvas = new Canvas(bounds, "a-");
    let drawn = false;
    const scene = new Scene(canvas, camera, indoorLight(canvas, "day", "clear"), 1, stands);
    table(scene, p3(-0.6, 0, 3), 1.2, 0.8, 0.75, 2, () => (drawn = true));
    scene.flush();
    return drawn;
  };
  expect([things([]), things([{ x: 0, z: 3.6 }])]).toEqual([true, false]);
});
