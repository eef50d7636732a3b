import { describe, expect, it, vi } from "vitest";
import { Canvas } from "../canvas.ts";
import { outdoorLight } from "./light.ts";
import { lane, swinging } from "./open-ground.ts";
import { Scene } from "./scene.ts";

describe("a path that goes away", () => {
  it.each([-0.3, 0.16])("[D1] swings to one side on the page and never back, or it would be a bottle (%s)", (aside) => {
    const middle = swinging(aside);
    // Where the page shows it: its place across, by how far off it is.
    const seen = [1, 2, 4, 8, 16, 32, 64].map((z) => Math.abs(middle(z) / z));
    for (const [i, at] of seen.entries()) expect(at).toBeGreaterThan(seen[i - 1] ?? 0);
    expect(Math.sign(middle(20))).toBe(Math.sign(aside));
    expect(seen.at(-1)).toBeLessThan(Math.abs(aside) + 0.4);
  });

  it.each([-0.3, 0.16])("[D1] bends off far away, or it would be a tent on the horizon (%s)", (aside) => {
    const at = (z: number): number => Math.abs(swinging(aside)(z) / z);
    expect(at(60) - at(20)).toBeGreaterThan(0.12);
  });

  it("[D4] has whole borders and ruts: pieces of lines would be the marks of a motorway", () => {
    const canvas = new Canvas({ x: 0, y: 0, width: 400, height: 300 }, "a-");
    const camera = { x: 0, z: -1, eye: 2.6, yaw: 0, focal: 300, centre: 200, horizon: 140 };
    const scene = new Scene(canvas, camera, outdoorLight(canvas, "day", "clear"), 2);
    const rules = vi.spyOn(scene, "rules");
    lane(scene, () => 0, 1.5, -5, 110);
    expect(rules).toHaveBeenCalledTimes(2);
    for (const [parts] of rules.mock.calls)
      for (const [i, [start]] of parts.entries()) if (i > 0) expect(start).toBe(parts[i - 1]?.[1]);
  });
});
