import { describe, expect, it } from "vitest";
import { plainMan } from "../../../test/people.ts";
import type { StagedFigure } from "../page/page.ts";
import { groundBelow } from "../page/pose-extents.ts";
import type { Pose } from "../script/script.ts";
import { Canvas } from "./canvas.ts";
import { footingOf } from "./footing.ts";
import { drawFigure, type FigureView } from "./people/draw-figure.ts";
import { drawBeforeWork, drawBehindWork } from "./work-things.ts";

const bounds = { x: 0, y: 0, width: 700, height: 700 };
const view: FigureView = { bounds, shot: "full", night: false, seed: 1, prefix: "w" };

function somebody(pose: Pose, yaw = 50, holds: string | null = null): StagedFigure {
  const head = { x: 350, y: 200, size: 50, yaw, pitch: 0, tilt: 0 };
  return { person: "n1", head, emotion: "neutral", pose, speaks: false, silhouette: false, holds };
}

/** What is drawn behind and before a body at work, and where it begins and ends across the page. */
function around(pose: Pose, yaw = 50): { behind: string; before: string; from: number; to: number } {
  const staged = somebody(pose, yaw);
  const footing = footingOf(staged, plainMan, view);
  const [behind, before] = [new Canvas(bounds, "a"), new Canvas(bounds, "b")];
  drawBehindWork({ canvas: behind, sheet: plainMan, staged, footing, view });
  drawBeforeWork({ canvas: before, sheet: plainMan, staged, footing, view });
  const xs = [...(behind.svg + before.svg).matchAll(/[MLC](-?[\d.]+) /g)].map(([, x]) => Number(x));
  return { behind: behind.svg, before: before.svg, from: Math.min(...xs), to: Math.max(...xs) };
}

describe("things that belong to a deed", () => {
  it("[D5] put a whole horse under who rides, its head ahead of the rider, whichever way they go", () => {
    const [right, left] = [around("ride", 50), around("ride", -50)];
    expect(right.behind).not.toBe("");
    expect(right.to).toBeGreaterThan(350 + 3 * 50);
    expect(right.from).toBeLessThan(350 - 3 * 50);
    expect(left.from).toBeLessThan(350 - 3 * 50);
    // The reins lie before the rider.
    expect(right.before).not.toBe("");
  });

  it("[D5] put a boat before the legs of who rows, a bed under who lies in one, a door before who knocks", () => {
    expect(around("row").before).not.toBe("");
    expect(around("row").to - around("row").from).toBeGreaterThan(6 * 50);
    expect(around("abed").to).toBeGreaterThan(350 + 5 * 50);
    expect(around("knock").to).toBeGreaterThan(350 + 50);
    expect(around("stand")).toMatchObject({ behind: "", before: "" });
  });

  it("[D5] stand where the page expects the ground", () => {
    for (const pose of ["ride", "abed", "aim", "dig", "stagger", "knock", "lounge", "write"] as const) {
      const below = (footingOf(somebody(pose), plainMan, view).ground - 200) / 50;
      expect(Math.abs(below - (groundBelow[pose] ?? 0)), pose).toBeLessThan(0.5);
    }
  });

  it("[D5] are in the hands: a gun that flashes when it is fired, a spade, a rope, a pen", () => {
    const drawn = (pose: Pose, holds: string | null = null) => drawFigure(somebody(pose, 50, holds), plainMan, view);
    expect(drawn("shoot", "pistol").length).toBeGreaterThan(drawn("aim", "pistol").length);
    expect(drawn("aim", "rifle")).not.toBe(drawn("aim", "pistol"));
    for (const pose of ["dig", "haul", "write", "dine", "lounge", "abed", "steer"] as const)
      expect(drawn(pose), pose).not.toMatch(/NaN|undefined/);
  });
});
