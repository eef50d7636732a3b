import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Emotion } from "../../script/script.ts";
import { toneDefs } from "../tone.ts";
import type { BeastSpecies } from "./beast-heads-data.ts";
import { soundingBeast } from "./beast-sounds.ts";
import { drawBeast } from "./draw-beast.ts";

const figure = (emotion: Emotion, speaks = false): StagedFigure => ({
  person: "n1",
  head: { x: 200, y: 130, size: 110, yaw: 80, pitch: 0, tilt: 0 },
  emotion,
  pose: "stand",
  speaks,
  silhouette: false,
  holds: null,
});
const view = {
  bounds: { x: 0, y: 0, width: 400, height: 300 },
  shot: "medium",
  night: false,
  seed: 1,
  prefix: "m",
} as const;

function draw(species: BeastSpecies, emotion: Emotion): string {
  return drawBeast(figure(emotion), { ...plainMan, species, costume: "none", name: "It" }, species, view);
}

/** Ink under the nose, where the jaws part. */
function inkInMouth(svg: string): number {
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><defs>${toneDefs()}</defs><rect width="400" height="300" fill="#fff"/>${svg}</svg>`;
  const { pixels } = new Resvg(page).render();
  let black = 0;
  for (let y = 130; y < 180; y++) for (let x = 235; x < 285; x++) if ((pixels[(y * 400 + x) * 4] ?? 255) < 60) black++;
  return black;
}

describe("the moods of a beast", () => {
  it("[D5] are a closed mouth at rest and open jaws in fury", () => {
    for (const species of ["dog", "wolf"] as const)
      expect(inkInMouth(draw(species, "furious")), species).toBeGreaterThan(inkInMouth(draw(species, "neutral")) + 150);
  });

  it("[D5] never show as a smile: joy is no other mouth than peace", () => {
    expect(inkInMouth(draw("wolf", "happy"))).toBeLessThan(inkInMouth(draw("wolf", "furious")) - 150);
  });

  it("[L8] go with the sound in the picture: who growls shows the teeth, who yelps is afraid", () => {
    expect(soundingBeast(figure("neutral"), [{ text: "GRRR" }])).toMatchObject({ emotion: "furious", speaks: true });
    expect(soundingBeast(figure("neutral"), [{ text: "ワンワン" }]).speaks).toBe(true);
    expect(soundingBeast(figure("neutral"), [{ text: "YELP" }]).emotion).toBe("afraid");
    for (const text of ["CRASH", "GRAB", "コンコン"])
      expect(soundingBeast(figure("sad"), [{ text }]), text).toEqual(figure("sad"));
  });

  it("[P7] holds a head at rest now so, now so, and a dog unlike a hound", () => {
    const at = (seed: number, name = "It"): string =>
      drawBeast(figure("neutral"), { ...plainMan, species: "dog", costume: "none", name }, "dog", { ...view, seed });
    expect(new Set([0, 8, 16, 24, 33].map((seed) => at(seed))).size).toBeGreaterThan(3);
    expect(at(1, "the hound")).not.toBe(at(1));
  });
});
