import { expect, it } from "vitest";
import { bring, type Draft, newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { repeatedDeeds } from "./repeated-deeds.ts";

const lane = { place: "p1", named: false };

function runs(count: number, person = "ann"): { drafts: Draft[]; framings: Framing[] } {
  const drafts = Array.from({ length: count }, () => {
    const draft = newDraft("action");
    bring(draft, person, { acts: true, pose: "run" });
    return draft;
  });
  return { drafts, framings: drafts.map(() => withPeople("action", "full", [person], lane)) };
}

it("[P7] who runs again on a page is seen near, in the speed of it", () => {
  const { drafts, framings } = runs(3);
  const shown = repeatedDeeds(drafts, framings);
  expect(shown.map(({ shot }) => shot)).toEqual(["full", "close", "close"]);
  expect(shown[1]).toMatchObject({ seen: ["ann"], place: null, effect: "speed" });
});

it("[P7] another runner, and the same one a page later, is seen whole", () => {
  const [ann, ben] = [runs(1), runs(1, "ben")];
  const quiet = Array.from({ length: 6 }, () => newDraft("quiet"));
  const still = quiet.map(() => withPeople("quiet", "medium", ["ann"], lane));
  const shown = repeatedDeeds(
    [...ann.drafts, ...ben.drafts, ...quiet, ...ann.drafts],
    [...ann.framings, ...ben.framings, ...still, ...ann.framings],
  );
  expect([shown[0]?.shot, shown[1]?.shot, shown.at(-1)?.shot]).toEqual(["full", "full", "full"]);
});
