import { expect, it } from "vitest";
import type { Place } from "../story/story.ts";
import { newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { inToldWorlds } from "./told-worlds.ts";

const places: readonly Place[] = [
  { id: "park", name: "the park", kind: "garden", inside: false, mentions: 9 },
  { id: "parlour", name: "the parlour", kind: "room", inside: true, mentions: 9 },
  { id: "brig", name: "the brig", kind: "ship", inside: false, mentions: 2 },
  { id: "pit", name: "the pit", kind: "field", inside: false, mentions: 3 },
];
const line = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };

/** How a panel of the last sentence of a text ends up that was to be set in a place. */
function shown(text: string, place: string | null, seen: readonly string[] = [], known = places): Framing | undefined {
  const draft = newDraft("quiet");
  const start = Math.max(0, text.lastIndexOf(". ", text.length - 2) + 2);
  const pieces = [{ start, end: text.length, ending: "as-is" as const }];
  draft.lines.push({ kind: "narration", speaker: null, pieces, ...line });
  const framing = withPeople("quiet", "medium", seen, { place, named: false });
  return inToldWorlds([draft], [framing], { text, rules: "en", places: known })[0];
}

it("[D4] under words of scuppers and masts lies a ship, no park, with people and without", () => {
  for (const seen of [[], ["n1"]])
    expect(shown("It was late. Both of them rolled into the scuppers.", "park", seen)).toMatchObject({ place: "brig" });
});

it("[D4] keeps to a ship that the sentences around a panel tell of", () => {
  expect(shown("A sea broke over the bulwarks and the rigging sang. Nobody spoke.", "park", ["n1"])).toMatchObject({
    place: "brig",
  });
  expect(shown("A sail was seen from afar. Nobody spoke.", "park", ["n1"])).toMatchObject({ place: "park" });
});

it("[D4] shows no place where the book has none of that world", () =>
  expect(shown("It was late. The helm was lashed.", "park", ["n1"], places.slice(0, 2))).toMatchObject({
    place: null,
  }));

it("[D4] leaves who watches a pit from a room in the room, and shows the pit where nobody is seen", () => {
  const told = "It was late. Smoke rose out of it and hung over the pit.";
  expect(shown(told, "parlour", ["n1"])).toMatchObject({ place: "parlour" });
  expect(shown(told, "parlour")).toMatchObject({ place: "pit" });
});

it("[D4] does not show an empty room over words of the open air alone", () =>
  expect(shown("It was late. Far off the moor lay under the stars.", "parlour")).toMatchObject({
    place: null,
    scenery: "tone",
  }));

it("[D4] leaves nobody on the deck of a ship beside which he rows, and everybody on it who has climbed aboard", () => {
  const rows = "I sat in the coracle and paddled on. ";
  expect(shown(`${rows}The ship turned her masts to me.`, "brig", ["n1"])).toMatchObject({ place: null, seen: ["n1"] });
  expect(shown(`${rows}I climbed over the rail. The ship lay still.`, "brig", ["n1"])).toMatchObject({ place: "brig" });
  expect(shown("Somebody spoke of a boat. The ship lay still.", "brig", ["n1"])).toMatchObject({ place: "brig" });
});

it("[D4] under words of a packed house and its boxes lies a theatre, no field", () => {
  const theatre: Place = { id: "opera", name: "the opera", kind: "theatre", inside: true, mentions: 2 };
  const told = "It was late. The house was packed, both in the smart orchestra boxes and in the pit.";
  expect(shown(told, "park", [], [...places, theatre])).toMatchObject({ place: "opera" });
  expect(shown(told, "park")).toMatchObject({ place: null });
  expect(shown("It was late. The house was silent.", "park", ["n1"], [...places, theatre])).toMatchObject({
    place: "park",
  });
});
