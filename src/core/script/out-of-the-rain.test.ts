import { expect, it } from "vitest";
import { newDraft } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { outOfTheRain } from "./out-of-the-rain.ts";

const framing = (change: Partial<Framing>): Framing => ({
  kind: "quiet",
  shot: "medium",
  seen: ["n1"],
  prop: null,
  holds: null,
  place: "p1",
  scenery: "place",
  sky: null,
  ...change,
});

it("[D4] who waits out the rain under a roof stays under it until the place changes", () => {
  const framings = [
    framing({}),
    framing({ effect: "shelter" }),
    framing({}),
    framing({ place: null }),
    framing({ shot: "full" }),
    framing({ place: "p2" }),
    framing({}),
  ];
  const effects = outOfTheRain(
    framings.map(() => newDraft("quiet")),
    framings,
    { text: "" },
  ).map(({ effect }) => effect);
  expect(effects).toEqual([undefined, "shelter", "shelter", undefined, "shelter", undefined, undefined]);
});
