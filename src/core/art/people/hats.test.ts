import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import { pathBounds } from "../../geometry/path-bounds.ts";
import { expressions } from "./expressions.ts";
import { drawHat } from "./hats.ts";
import { headView } from "./head-view.ts";
import type { ModelSheet } from "../artist.ts";

const worn = (hat: ModelSheet["hat"], yaw: number, pitch = 0) =>
  drawHat(headView({ x: 0, y: 0, size: 100, yaw, pitch, tilt: 0 }, { ...plainMan, hat }, expressions.calm, false, "t"));

/** Boxes of the shapes in a drawing, in their order. */
const boxes = (svg: string) => [...svg.matchAll(/ d="([^"]*)"/g)].map(([, path = ""]) => pathBounds(path));

describe("hats", () => {
  it.each([-38, 0, 14, 26, 38, 82, 140, 180])(
    "[D9] have a brim that is one round all about the crown, at a turn of %s degrees",
    (yaw) => {
      for (const hat of ["hat", "top-hat"] as const)
        for (const pitch of [-25, -12, 0]) {
          const [brim] = boxes(worn(hat, yaw, pitch).before);
          expect((brim?.height ?? 0) / (brim?.width ?? 1), `${hat} at ${pitch}`).toBeGreaterThan(0.2);
        }
    },
  );

  it("[D9] keep a frill in one band round the face: beyond the far cheek it stands behind the head", () => {
    expect(worn("bonnet", 0).behind.length).toBeLessThan(worn("bonnet", 38).behind.length);
  });
});
