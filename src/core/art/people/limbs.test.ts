import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { StagedFigure } from "../../page/page.ts";
import { arms } from "./arm-poses.ts";
import { gestureArms } from "./gesture-arms.ts";
import { nibFor } from "./brush.ts";
import { white } from "./cloth.ts";
import { drawArm } from "./limbs.ts";
import { poses } from "./poses.ts";
import { skeletonOf } from "./skeleton.ts";

const figure: StagedFigure = {
  person: "n1",
  head: { x: 500, y: 150, size: 60, yaw: 10, pitch: 0, tilt: 0 },
  emotion: "neutral",
  pose: "explain",
  speaks: true,
  holds: null,
  silhouette: false,
};

describe("a bent arm", () => {
  it("[D9] has one contour: no line crosses it where the forearm comes out of the upper arm", () => {
    const body = skeletonOf(figure, plainMan, {
      ...poses.stand.bodies[0],
      arms: [gestureArms.explain, arms.hangingBack],
      holding: null,
    });
    const [arm] = body.arms;
    const dress = { sleeve: "fitted", cloth: white, skin: "#fff", trunk: null, holds: null } as const;
    const { svg } = drawArm(body, arm, dress, nibFor(60));
    const [s, e] = [body.see(arm.shoulder), body.see(arm.elbow)];
    const long = Math.hypot(s.x - e.x, s.y - e.y);
    // So small that cloth has no folds. In thicknesses of the arm, up from the elbow and across.
    const r = body.measures.armThick * 60;
    const [ux, uy] = [(s.x - e.x) / long, (s.y - e.y) / long];
    const inJoint = (x: number, y: number): boolean => {
      const [up, across] = [(x - e.x) * ux + (y - e.y) * uy, (y - e.y) * ux - (x - e.x) * uy];
      return up > 0.15 * r && up < 1.1 * r && Math.abs(across) < 0.5 * r;
    };
    const inked = [...svg.matchAll(/<path d="([^"]+)" fill="#000"/g)].flatMap(([, path]) =>
      [...(path ?? "").matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) })),
    );
    expect(inked.length).toBeGreaterThan(20);
    expect(inked.filter(({ x, y }) => inJoint(x, y))).toEqual([]);
  });
});
