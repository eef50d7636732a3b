import { describe, expect, it } from "vitest";
import { noLooks as looks } from "../../../test/people.ts";
import type { StagedFigure } from "../page/page.ts";
import type { Pose } from "../script/script.ts";
import { Canvas } from "./canvas.ts";
import { castSheets } from "./cast-sheets.ts";
import { contactShadow, drawSeat, footingOf } from "./footing.ts";

const bounds = { x: 0, y: 0, width: 400, height: 500 };
const sheet = castSheets(
  [{ id: "n1", name: "Ada", aliases: [], gender: "female", role: "main", looks, mentions: 1 }],
  1,
  "european",
)["n1"];
const view = { bounds, shot: "full" as const, night: false, seed: 1, prefix: "a-" };

function figure(pose: Pose, yaw = 0): StagedFigure {
  const head = { x: 200, y: 80, size: 50, yaw, pitch: 0, tilt: 0 };
  return { person: "n1", head, emotion: "neutral", pose, speaks: false, silhouette: false, holds: null };
}

describe("footing", () => {
  it("finds the ground about seven head sizes under the head of a standing grown-up, and sooner under one who sits or lies", () => {
    const standing = footingOf(figure("stand"), sheet, view).ground;
    expect((standing - 80) / 50).toBeGreaterThan(6.5);
    expect((standing - 80) / 50).toBeLessThan(7.2);
    expect(footingOf(figure("sit"), sheet, view).ground).toBeLessThan(standing - 50);
    expect(footingOf(figure("lie"), sheet, view).ground).toBeLessThan(standing - 200);
  });

  it("casts a shadow where the feet touch the ground, and none where the picture ends above them", () => {
    const seen = new Canvas(bounds, "a-");
    contactShadow(seen, footingOf(figure("stand"), sheet, view), false);
    expect(seen.svg).not.toBe("");
    const cut = new Canvas({ ...bounds, height: 250 }, "a-");
    contactShadow(cut, footingOf(figure("stand"), sheet, view), false);
    expect(cut.svg).toBe("");
  });

  it("[D4] gives who sits the seat of the place: a rock in the field, furniture in the room", () => {
    const draw = (kind: "field" | "room", manner: "european" | "japanese" = "european"): string => {
      const canvas = new Canvas(bounds, "a-");
      const place = { place: "p1", name: kind, kind, inside: false, seed: 1, manner };
      drawSeat(canvas, footingOf(figure("sit", 40), sheet, view), place, false);
      return canvas.svg;
    };
    const [rock, chair, bench] = [draw("field"), draw("room"), draw("room", "japanese")];
    expect(new Set([rock, chair, bench]).size).toBe(3);
    for (const svg of [rock, chair, bench]) expect(svg).not.toMatch(/NaN|undefined/);
  });
});
