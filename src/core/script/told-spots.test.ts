import { expect, it } from "vitest";
import type { Place } from "../story/story.ts";
import { newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { inToldSpots } from "./told-spots.ts";

const places: readonly Place[] = [
  { id: "moor", name: "the moor", kind: "field", inside: false, mentions: 3 },
  { id: "hall", name: "the hall", kind: "hall", inside: true, mentions: 3 },
];
const line = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };

/** How a panel with a caption ends up that was to show this in a place. */
function shown(
  text: string,
  place: string,
  seen: readonly string[] = ["n1"],
  rules: "en" | "ja" = "en",
): Framing | undefined {
  const draft = newDraft("quiet");
  const pieces = [{ start: 0, end: text.length, ending: "as-is" as const }];
  draft.lines.push({ kind: "narration", speaker: null, pieces, ...line });
  return inToldSpots([draft], [withPeople("quiet", "wide", seen, { place, named: false })], { text, rules, places })[0];
}

it("[D4] who hides in the corner of a hut is near by and before no moor", () => {
  expect(shown("She crept into the farthest corner.", "moor")).toMatchObject({
    seen: ["n1"],
    place: null,
    shot: "medium",
  });
  expect(shown("He slept on the sofa.", "moor")).toMatchObject({ place: null });
  expect(shown("小屋の隅にうずくまった。", "moor", ["n1"], "ja")).toMatchObject({ place: null });
});

it("[D4] who stands on the front steps or on a ledge stands in no hall", () => {
  expect(shown("Four men waited at the top of the steps.", "hall", [])).toMatchObject({ place: null, scenery: "sky" });
  expect(shown("He climbed out upon a narrow ledge.", "hall")).toMatchObject({ place: null });
});

it("[D4] a spot that is only looked at, or that the place has, changes nothing", () => {
  expect(shown("He looked down at the gate.", "hall")).toMatchObject({ place: "hall" });
  expect(shown("He stood on the path.", "moor")).toMatchObject({ place: "moor", shot: "wide" });
  expect(shown("She sat on the sofa and went no more to the gate.", "hall")).toMatchObject({ place: "hall" });
  expect(shown("They turned the corner of the street.", "moor")).toMatchObject({ place: "moor" });
});
