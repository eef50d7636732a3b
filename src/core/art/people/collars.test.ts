import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { ModelSheet } from "../artist.ts";
import { arms as armPoses } from "./arm-poses.ts";
import { nibFor } from "./brush.ts";
import { mainCloth, secondCloth } from "./cloth.ts";
import { turnDownCollar } from "./collars.ts";
import { type CostumeView, costumeView } from "./costume-view.ts";
import { mantleView } from "./mantles.ts";
import type { PosePlan } from "./poses.ts";
import { crossing } from "./robe-collar.ts";
import { bodyPlanOf, skeletonOf } from "./skeleton.ts";
import { torsoOf } from "./torso.ts";

const size = 100;

/** Somebody who stands with the weight on one leg, as far as `sway` tells, so that one shoulder is higher. */
function viewOf(yaw: number, sway = 0, change: Partial<ModelSheet> = {}): CostumeView {
  const sheet = { ...plainMan, ...change };
  const head = { x: 200, y: 100, size, yaw, pitch: 0, tilt: 0 };
  const stand = { emotion: "neutral", pose: "stand", speaks: false, silhouette: false, holds: null } as const;
  const figure = { ...stand, person: "p", head };
  const arms: PosePlan["arms"] = [armPoses.hanging, armPoses.hangingBack];
  const body = skeletonOf(figure, sheet, { ...bodyPlanOf(figure), sway, arms, holding: null });
  return costumeView({
    sheet,
    body,
    torso: torsoOf(body),
    m: body.measures,
    nib: nibFor(size),
    size,
    main: mainCloth(sheet),
    second: secondCloth(sheet),
    skin: "#fff",
    prefix: "t",
    small: false,
  });
}

/** The outermost points of what is drawn. */
function reachOf(svg: string): { left: number; right: number } {
  const across = [...svg.matchAll(/(?<=[ML])(-?[\d.]+)[ ,]/g)].map(([, x]) => Number(x));
  return { left: Math.min(...across), right: Math.max(...across) };
}

const robe = { fill: "#fff", cross: 1.1, to: 2, half: 0.085, low: false } as const;
const collars: Readonly<Record<string, (v: CostumeView) => string>> = {
  shirt: (v) => turnDownCollar(v),
  robe: (v) => crossing(v, robe),
  woman: (v) => crossing(v, { ...robe, low: true }),
};

describe("collars", () => {
  it("[D9] are one closed band from behind, and no leaf of the front stands off at either side", () => {
    for (const [name, draw] of Object.entries(collars))
      for (const yaw of [150, -160, 180]) {
        const v = viewOf(yaw);
        const svg = draw(v);
        expect(svg.split("<path").length - 1, `${name} ${yaw}`).toBe(1);
        const { left, right } = reachOf(svg);
        const middle = v.body.see(v.body.axis(v.m.neck)).x;
        expect(Math.max(right - middle, middle - left) / size, `${name} ${yaw}`).toBeLessThan(v.m.neckWide + 0.28);
        expect(Math.abs(right + left - 2 * middle) / size, `${name} ${yaw}`).toBeLessThan(0.1);
      }
  });
});

describe("a mantle", () => {
  it("[D9] lies over both shoulders, also where one is higher: no corner of the sleeve stands up from it like a horn", () => {
    for (const yaw of [0, 30, 180])
      for (const sway of [-0.4, 0.4])
        for (const gender of ["male", "female"] as const) {
          const v = viewOf(yaw, sway, { gender });
          const cape = { low: v.m.waist - 0.2, flare: 0.1, gap: [5, 24], fill: "#fff", ink: "#000", wave: 0 } as const;
          const { at } = mantleView(v, cape);
          const middle = v.body.see(v.body.axis(v.m.neck)).x;
          for (const { side, shoulder } of v.body.arms) {
            const top = v.body.see({ ...shoulder, y: shoulder.y - 0.8 * v.m.armThick });
            const edge = Array.from({ length: 60 }, (_, i) => at(side * 89 - (yaw === 180 ? 0 : v.body.yaw), i / 60));
            const over = edge.find(({ x }) => Math.abs(x - middle) >= Math.abs(top.x - middle));
            expect(over?.y ?? Infinity, `${yaw} ${sway} ${gender} ${side}`).toBeLessThan(top.y);
          }
        }
  });
});
