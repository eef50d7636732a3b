import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { Rect } from "../../geometry/geometry.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Pose } from "../../script/script.ts";
import { drawFigure } from "./draw-figure.ts";
import { settlePose } from "./settle-pose.ts";
import { type Skeleton, skeletonOf } from "./skeleton.ts";

const figure = (pose: Pose, yaw = 60): StagedFigure => ({
  person: "n1",
  head: { x: 500, y: 200, size: 100, yaw, pitch: 0, tilt: 0 },
  emotion: "angry",
  pose,
  speaks: false,
  silhouette: false,
  holds: null,
});
const view = {
  bounds: { x: 0, y: 0, width: 1000, height: 1000 },
  shot: "full",
  night: false,
  seed: 1,
  prefix: "c",
} as const;

/** Head and chest of somebody so many head sizes to the right. */
const beside = (apart: number): Rect => ({ x: 500 + 100 * apart - 60, y: 140, width: 120, height: 240 });

const body = (pose: Pose, apart: number | null, yaw = 60): Skeleton => {
  const staged = figure(pose, yaw);
  const others = apart === null ? [] : [beside(apart)];
  return skeletonOf(staged, plainMan, settlePose(staged, plainMan, { ...view, others }));
};

const hands = ({ arms, see }: Skeleton) => arms.map(({ wrist }) => see(wrist));

describe("hands and feet on another", () => {
  it("[D5] close on the cloth of who is seized, and nowhere else", () => {
    const held = body("seize", 1.95);
    expect(held.arms.every(({ pulls, gesture }) => pulls && gesture === "fist")).toBe(true);
    for (const { x } of hands(held)) expect(x).toBeGreaterThan(500 + 1.3 * 100);
    expect(body("seize", null).arms.some(({ pulls }) => pulls)).toBe(false);
    expect(body("seize", 4).arms.some(({ pulls }) => pulls)).toBe(false);
  });

  it("[D5] draw its folds together", () => {
    const drawn = (others: readonly Rect[]) => drawFigure(figure("seize"), plainMan, { ...view, others });
    expect(drawn([beside(1.95)])).not.toBe(drawn([]));
  });

  it("[D5] put a fist to the jaw of who is struck, and a palm on the arm of a friend", () => {
    const [fist] = hands(body("strike", 1.95)).toSorted((a, b) => a.y - b.y);
    expect(fist?.y).toBeLessThan(260);
    expect(fist?.x).toBeGreaterThan(590);
    const [palm] = hands(body("reach", 2)).toSorted((a, b) => b.x - a.x);
    expect(palm?.y).toBeGreaterThan(260);
    expect(palm?.x).toBeLessThan(640);
  });

  it("[D9] bend who is seized back from it, and lay who is felled on the ground with a hand under the shoulder", () => {
    const back = ({ axis, measures, see }: Skeleton) => see(axis(measures.hip)).x - see(axis(measures.neck)).x;
    expect(back(body("recoil", 1.95))).toBeGreaterThan(40);
    const felled = body("felled", null);
    expect(back(felled)).toBeGreaterThan(100);
    const ground = Math.max(...felled.legs.map(({ ankle }) => felled.see(ankle).y));
    expect(Math.abs(Math.max(...hands(felled).map(({ y }) => y)) - ground)).toBeLessThan(40);
  });

  it("[D9] lift a foot to the breast of who lies there", () => {
    const { legs, see } = body("kick", null);
    const [raised, standing] = legs.map(({ ankle }) => see(ankle)).toSorted((a, b) => a.y - b.y);
    expect((standing?.y ?? 0) - (raised?.y ?? 0)).toBeGreaterThan(80);
    expect(raised?.x).toBeGreaterThan(720);
  });
});

describe("cloth of both legs", () => {
  it("[D1] is the same: no flat grey on the farther one", () => {
    for (const costume of ["suit", "suikan", "rags"] as const)
      expect(drawFigure(figure("run"), { ...plainMan, costume, cloth: "grey" }, view)).not.toContain("fill-opacity");
  });
});
