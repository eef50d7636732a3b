import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { Emotion } from "../../script/script.ts";
import { expressions } from "../people/expressions.ts";
import { nibFor } from "../people/brush.ts";
import { sightOf } from "../people/space.ts";
import { beastEars } from "./beast-ears.ts";
import { coatOf } from "./beast-coat.ts";
import { headPlans } from "./beast-heads-data.ts";
import { shownYaw } from "./beast-turn.ts";
import type { BeastView } from "./beast-view.ts";

const size = 100;

function foxView(yaw: number, pitch: number, emotion: Emotion): BeastView {
  const head = { x: 0, y: 0, size, yaw: shownYaw("fox", yaw), pitch, tilt: 0 };
  return {
    species: "fox",
    name: "fox",
    plan: headPlans.fox,
    coat: coatOf("fox", "red", "fox"),
    head,
    sight: sightOf(head),
    size,
    yaw: head.yaw,
    emotion,
    expression: expressions[emotion],
    speaks: false,
    asleep: false,
    nib: nibFor(size),
    small: false,
    prefix: "t",
    seed: plainMan.seed,
    within: { x: -200, y: -200, width: 400, height: 400 },
  };
}

/** Highest point of every closed path. */
const tops = (path: string): number[] =>
  path
    .split("Z")
    .filter((each) => each !== "")
    .map((each) => Math.min(...[...each.matchAll(/-?[\d.]+[ ,](-?[\d.]+)/g)].map((pair) => Number(pair[1]))));

describe("the ears of a fox", () => {
  it("[D9] are two triangles above the skull from every side, pricked or laid back", () => {
    const crown = -0.36 * size;
    for (const yaw of [-90, -75, -55, -30, 0, 30, 55, 75, 90])
      for (const pitch of [-13, 0, 9])
        for (const emotion of ["neutral", "sad", "afraid", "furious"] as const) {
          const [one = 0, other = 0] = tops(beastEars(foxView(yaw, pitch, emotion)).outline);
          expect(Math.max(one, other), `${yaw} ${pitch} ${emotion}`).toBeLessThan(crown - 0.1 * size);
          // Seen from the side a nod drives neither up and the other down.
          if (Math.abs(yaw) > 60) expect(Math.abs(one - other), `${yaw} ${pitch} ${emotion}`).toBeLessThan(0.12 * size);
        }
  });

  it("[D9] hides the far one behind the skull and lets the near one grow out of its fur", () => {
    const [back, front] = [beastEars(foxView(85, 0, "neutral")), beastEars(foxView(0, 0, "neutral"))];
    expect(back.before.length).toBeLessThan(front.before.length);
    expect(tops(back.outline)).toHaveLength(2);
  });
});
