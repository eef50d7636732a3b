import { describe, expect, it } from "vitest";
import { project } from "./perspective.ts";
import { cameraFor, type PlaceView, standsOf, type Stations } from "./view.ts";

const room: Stations = {
  wide: { z: -2, eye: 1.7, yaw: 5 },
  near: { z: 0.5 },
  swing: 20,
  horizon: 0.36,
  walk: 3,
  ceiling: 2.6,
  across: [-2, 2],
};
const somebody = { x: 220, y: 150, size: 30, feet: 357 };

function viewOf(changes: Partial<PlaceView>): PlaceView {
  return {
    bounds: { x: 0, y: 0, width: 600, height: 400 },
    shot: "full",
    camera: "eye",
    scenery: "place",
    time: "day",
    weather: "clear",
    heads: [somebody],
    covered: [],
    seed: 3,
    ...changes,
  };
}

describe("the camera of a place", () => {
  it.each(["eye", "high", "low"] as const)("[D4] puts feet on the floor with the camera at %s", (camera) => {
    for (const shot of ["wide", "full", "medium", "close"] as const)
      for (let seed = 0; seed < 12; seed++) {
        const view = viewOf({ camera, shot, seed });
        const seen = cameraFor(view, room);
        const [stand] = standsOf(view, seen);
        const foot = project(seen, { x: stand?.x ?? 0, y: 0, z: stand?.z ?? 0 });
        expect(foot?.y).toBeCloseTo(somebody.feet, 5);
        expect(foot?.x).toBeCloseTo(somebody.x, 5);
      }
  });

  it("looks down from above the picture and up from near the ground", () => {
    const horizon = (camera: PlaceView["camera"]) =>
      cameraFor(viewOf({ camera, heads: [], shot: "wide" }), room).horizon;
    expect(horizon("high")).toBeLessThan(20);
    expect(horizon("low")).toBeGreaterThan(300);
  });

  it.each(["eye", "high", "low"] as const)("stands at the eyes of a bust, wherever it should hang (%s)", (camera) => {
    for (const shot of ["medium", "close"] as const) {
      const bust = { x: 300, y: 190, size: 150, feet: 190 + 6.2 * 150 };
      expect(cameraFor(viewOf({ camera, shot, heads: [bust] }), room).horizon).toBeCloseTo(190, 0);
    }
  });

  it("does not look up at people from the floor of a room", () => {
    const low = cameraFor(viewOf({ camera: "low" }), room);
    const eye = cameraFor(viewOf({ camera: "eye" }), room);
    expect(low.eye).toBeCloseTo(eye.eye, 5);
  });

  it("never hangs above the ceiling", () => {
    for (let seed = 0; seed < 20; seed++)
      for (const heads of [[], [somebody]])
        expect(cameraFor(viewOf({ camera: "high", shot: "wide", seed, heads }), room).eye).toBeLessThan(2.6);
  });

  it("does not show the same place twice from the same spot", () => {
    const spots = [1, 2, 3, 4].map((seed) =>
      JSON.stringify(cameraFor(viewOf({ seed, shot: "wide", heads: [] }), room)),
    );
    expect(new Set(spots).size).toBe(4);
  });
});
