import { expect, it, vi } from "vitest";
import { Canvas } from "../canvas.ts";
import { drawCorridor } from "./dwellings.ts";
import { indoorLight } from "./light.ts";
import { Scene } from "./scene.ts";

const bounds = { x: 0, y: 0, width: 400, height: 300 };
const camera = { x: 0, z: -1.6, eye: 1.6, yaw: 0, focal: 300, centre: 200, horizon: 130 };

it.each([1, 2])("[D4] holds the lamps of a corridor on arms that start at its wall (sheet %i)", (seed) => {
  const canvas = new Canvas(bounds, "a-");
  const scene = new Scene(canvas, camera, indoorLight(canvas, "day", "clear"), 2);
  const lines = vi.spyOn(scene, "line");
  drawCorridor({ place: "p", name: "corridor", kind: "corridor", inside: true, seed, manner: "european" }, scene);
  const arms = lines.mock.calls.map(([points]) => points).filter(({ length }) => length === 3);
  expect(arms).toHaveLength(2);
  for (const [foot, elbow, shade] of arms) {
    expect(Math.abs(foot?.x ?? 0)).toBeCloseTo(1.3);
    expect(Math.abs(elbow?.x ?? 2)).toBeLessThan(1.2);
    expect(shade?.x).toBe(elbow?.x);
  }
});
