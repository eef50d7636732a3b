import { describe, expect, it } from "vitest";
import { plainMan } from "../../../test/people.ts";
import type { StagedFigure } from "../page/page.ts";
import type { PlaceSheet } from "./artist.ts";
import { Canvas } from "./canvas.ts";
import { footingOf } from "./footing.ts";
import { placeKinds } from "./places/draw-place.ts";
import { drawSeat } from "./seats.ts";

const bounds = { x: 0, y: 0, width: 400, height: 500 };
const view = { bounds, shot: "full", night: false, seed: 1, prefix: "a-" } as const;
const sitting = (yaw: number): StagedFigure => ({
  person: "n1",
  head: { x: 200, y: 80, size: 50, yaw, pitch: 0, tilt: 0 },
  emotion: "neutral",
  pose: "sit",
  speaks: false,
  silhouette: false,
  holds: null,
});

function seatIn(kind: PlaceSheet["kind"], manner: PlaceSheet["manner"], yaw = 40, onFloor = false) {
  const canvas = new Canvas(bounds, "a-");
  const footing = footingOf(sitting(yaw), plainMan, { ...view, onFloor });
  drawSeat(
    canvas,
    footing,
    { place: "p1", name: kind, kind, inside: false, seed: 1, manner },
    { dark: false, deep: false },
  );
  const ys = [...canvas.svg.matchAll(/ d="([^"]+)"/g)].flatMap(([, path = ""]) =>
    [...path.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Number(y)),
  );
  return { svg: canvas.svg, footing, low: Math.max(...ys), high: Math.min(...ys) };
}

describe("seats", () => {
  it("[D4] gives who sits the seat of the place: a rock in the field, furniture in the room, a cushion on the mats", () => {
    const drawn = [
      seatIn("field", "european"),
      seatIn("room", "european"),
      seatIn("room", "japanese"),
      seatIn("garden", "european"),
      seatIn("room", "japanese", 40, true),
    ].map(({ svg }) => svg);
    expect(new Set(drawn).size).toBe(drawn.length);
    for (const svg of drawn) expect(svg).not.toMatch(/NaN|undefined/);
  });

  it("[D4] has no rocks under a roof, but in caves, nor at sea", () => {
    const rock = seatIn("field", "european").svg;
    const open = [
      "cave",
      "underground",
      "forest",
      "field",
      "mountain",
      "river",
      "shore",
      "road",
      "desert",
      "battlefield",
    ];
    for (const kind of placeKinds.filter((each) => !open.includes(each)))
      expect(seatIn(kind, "european").svg, kind).not.toBe(rock);
  });

  it("stands on the ground of the feet and reaches to the hips, from every side", () => {
    for (const kind of ["field", "kitchen", "harbour"] as const)
      for (const yaw of [-150, -80, -20, 30, 90, 170]) {
        const { footing, low, high } = seatIn(kind, "european", yaw);
        const hips = footing.body?.legs[0].hip.y ?? 0;
        expect(Math.abs(low - footing.ground)).toBeLessThan(18);
        expect(high).toBeGreaterThan(80 + (hips - 0.5) * 50);
        expect(high).toBeLessThan(80 + (hips + 0.6) * 50);
      }
  });

  it("stands no leg of a chair between the shins of who sits on it", () => {
    for (const yaw of [-80, -45, 0, 30, 60, 90]) {
      const { svg, footing } = seatIn("room", "european", yaw);
      const { body, ground } = footing;
      if (!body) throw new Error("nobody sits");
      const shins = body.legs.flatMap(({ knee, ankle }) => [body.see(knee).x, body.see(ankle).x]);
      const [from, to] = [Math.min(...shins), Math.max(...shins)];
      const low = [...svg.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].filter(([, x, y]) => {
        const near = Number(y) > ground - 12;
        return near && Number(x) > from + 4 && Number(x) < to - 4;
      });
      // Legs at the back of the seat are higher on the page, for the floor is seen a little from above.
      expect(low, `at ${yaw}`).toEqual([]);
    }
  });

  it("lets who sits on the floor sit lower than on a chair", () => {
    expect(seatIn("room", "japanese", 40, true).footing.ground).toBeLessThan(
      seatIn("room", "european").footing.ground - 50,
    );
  });
});
