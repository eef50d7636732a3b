import { expect, it } from "vitest";
import { plainMan } from "../../../test/people.ts";
import type { StagedFigure } from "../page/page.ts";
import { Canvas } from "./canvas.ts";
import { footingOf } from "./footing.ts";
import { drawLadder } from "./ladder.ts";

const climber: StagedFigure = {
  person: "n1",
  head: { x: 300, y: 200, size: 60, yaw: 50, pitch: 0, tilt: 0 },
  emotion: "determined",
  pose: "climb",
  speaks: false,
  silhouette: false,
  holds: null,
};
const bounds = { x: 0, y: 0, width: 600, height: 700 };

it("[D5] whoever climbs has a ladder under both hands, from below the feet to over the frame", () => {
  const footing = footingOf(climber, plainMan, { bounds, shot: "full", night: false, seed: 1, prefix: "l" });
  const canvas = new Canvas(bounds, "l");
  drawLadder(canvas, footing, false);
  const ys = [...canvas.svg.matchAll(/[ML]\S+ (-?[\d.]+)/g)].map(([, y]) => Number(y));
  expect(Math.min(...ys)).toBeLessThan(0);
  expect(Math.max(...ys)).toBeGreaterThan(footing.ground);
  const xs = [...canvas.svg.matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x));
  for (const { wrist } of footing.body?.arms ?? []) {
    const x = footing.body?.see(wrist).x ?? 0;
    expect(x).toBeGreaterThan(Math.min(...xs) - 40);
    expect(x).toBeLessThan(Math.max(...xs) + 40);
  }
});
