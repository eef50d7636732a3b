import { expect, it } from "vitest";
import type { Place } from "../story/story.ts";
import { newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { inToldPlaces } from "./told-places.ts";

const places: readonly Place[] = [
  { id: "p1", name: "the road", kind: "road", inside: false, mentions: 3 },
  { id: "p2", name: "the parlour", kind: "room", inside: true, mentions: 3 },
];
const line = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };

/** How a panel of the last sentence ends up that was to show a place with these people in it. */
function shown(text: string, place: string, seen: readonly string[] = []): Framing | undefined {
  const draft = newDraft("quiet");
  const start = text.lastIndexOf("He ");
  const pieces = [{ start, end: text.length, ending: "as-is" as const }];
  draft.lines.push({ kind: "narration", speaker: null, pieces, ...line });
  return inToldPlaces([draft], [withPeople("quiet", "wide", seen, { place, named: false })], {
    text,
    rules: "en",
    places,
  })[0];
}

it("[D4] an empty road is seen where the road is told of, else a tone", () => {
  expect(shown("They stood among the trees by the path. He waited.", "p1")).toMatchObject({ place: "p1" });
  expect(shown("The captain lay on his pillow. He cursed the doctor.", "p1")).toMatchObject({
    place: null,
    scenery: "tone",
  });
});

it("[D4] an empty room stays until the open air is told of", () => {
  expect(shown("Nobody spoke. He waited.", "p2")).toMatchObject({ place: "p2" });
  expect(shown("The sled was made fast. He waited.", "p2")).toMatchObject({ scenery: "tone" });
  expect(shown("The sled was gone. There was a carpet. He took a chair.", "p2")).toMatchObject({ place: "p2" });
  expect(shown("The moor lay under the stars, and waves beat on the shore. He ran.", "p2")).toMatchObject({
    scenery: "tone",
  });
});

it("[D4] no sky is seen over words of what stands in a room", () => {
  const told = "He lit the interior of the hut.";
  const draft = newDraft("quiet");
  draft.lines.push({
    kind: "narration",
    speaker: null,
    pieces: [{ start: 0, end: told.length, ending: "as-is" }],
    ...line,
  });
  const sky: Framing = { ...withPeople("establish", "wide", [], { place: null, named: false }), scenery: "sky" };
  expect(inToldPlaces([draft], [sky], { text: told, rules: "en", places })).toMatchObject([{ scenery: "tone" }]);
});

it("[D4] leaves people where they are", () =>
  expect(shown("He cursed the doctor.", "p1", ["n1"])).toMatchObject({ place: "p1", seen: ["n1"] }));

it("[D4] nobody who crosses the ice or a moor does it in a parlour", () => {
  expect(shown("He led the way across the ice.", "p2", ["n1"])).toMatchObject({ seen: ["n1"], place: null });
  expect(shown("He led the way across the moor.", "p2")).toMatchObject({ scenery: "sky" });
  expect(shown("He led the way across the room.", "p2", ["n1"])).toMatchObject({ place: "p2" });
});

it("[D4] no town street is seen over words of hills and woods, and no one place over words of many", () => {
  const street: Place = { id: "p1", name: "the street", kind: "street", inside: false, mentions: 3 };
  const framed = (told: string, seen: readonly string[]) => {
    const draft = newDraft("quiet");
    draft.lines.push({
      kind: "narration",
      speaker: null,
      pieces: [{ start: 0, end: told.length, ending: "as-is" }],
      ...line,
    });
    const framing = withPeople("reaction", "close", seen, { place: "p1", named: false });
    return inToldPlaces([draft], [framing], { text: told, rules: "en", places: [street] })[0];
  };
  expect(framed("The men waited behind hills and woods.", ["n1"])).toMatchObject({ place: null, seen: ["n1"] });
  expect(framed("They stood at Staines, Hounslow, Ditton and Esher.", ["n1"])).toMatchObject({ place: null });
  expect(framed("They stood in the street everywhere.", [])).toMatchObject({ place: null, scenery: "tone" });
  expect(framed("They stood in the street at Staines.", ["n1"])).toMatchObject({ place: "p1" });
});
