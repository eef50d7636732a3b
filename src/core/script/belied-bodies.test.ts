import { describe, expect, it } from "vitest";
import { noLooks } from "../../../test/people.ts";
import type { Person } from "../story/story.ts";
import { type BeliedTools, withoutBelied, withoutUpright } from "./belied-bodies.ts";
import { deedIn } from "./deeds.ts";
import { bring, type Draft, newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { findThings, openThingMemory } from "./props.ts";

const room = { place: "p1", named: false };

function told(text: string, seen: readonly string[] = ["n1"], speaks = false): Draft {
  const draft = newDraft("action");
  const line = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };
  const pieces = [{ start: 0, end: text.length, ending: "as-is" as const }];
  draft.lines.push({ kind: "narration", speaker: null, pieces, ...line });
  if (speaks) draft.lines.push({ kind: "speech", speaker: "n1", pieces, ...line });
  seen.forEach((person, i) => bring(draft, person, { ...(i === 0 ? deedIn(text, "en") : {}), acts: i === 0 }));
  return draft;
}

function tools(text: string, changes: Partial<BeliedTools> = {}): BeliedTools {
  return {
    text,
    rules: "en",
    things: findThings(text, "en"),
    shown: openThingMemory(),
    handed: new Set(["n1", "n2"]),
    low: new Set(),
    housed: () => false,
    parts: () => true,
    ...changes,
  };
}

/** How a panel with this caption ends up that was to show the people near by. */
function shown(text: string, seen: readonly string[] = ["n1"], framing?: Framing): Framing | undefined {
  const planned = framing ?? withPeople("quiet", "medium", seen, room);
  return withoutBelied([told(text, seen)], [planned], tools(text))[0];
}

describe("nobody stands upright under words of another posture", () => {
  it("[D5] shows the place where somebody crouches in it", () =>
    expect(shown("Marta crouched down.")).toMatchObject({ seen: [], place: "p1", scenery: "place" }));

  it("[D5] shows the thing that hands are at", () => {
    expect(shown("Marta threw open the door.")).toMatchObject({ seen: [], prop: "door", shot: "insert" });
    expect(shown("Marta went back to the table.")).toMatchObject({ prop: "table" });
  });

  it("[D5] shows what somebody comes upon", () =>
    expect(shown("Suddenly Marta came upon a little table.")).toMatchObject({ seen: [], prop: "table" }));

  it("[D5] shows who looks on, where another does it", () =>
    expect(shown("Marta fell down before Tom.", ["n1", "n2"])).toMatchObject({ seen: ["n2"], shot: "close" }));

  it("keeps a body that is drawn as the words say", () => {
    const sitting = withPeople("action", "full", ["n1"], room);
    expect(shown("Marta sat down.", ["n1"], sitting)).toEqual(sitting);
  });

  it("keeps who speaks, whose mouth is needed", () => {
    const text = "Marta crouched down.";
    const planned = withPeople("talk", "wide", ["n1"], room);
    expect(withoutBelied([told(text, ["n1"], true)], [planned], tools(text))).toMatchObject([
      { seen: ["n1"], shot: "medium" },
    ]);
  });

  it("[D5] shows the place even where the panel before has nobody in it: no back would stay a back", () => {
    const text = "Marta crouched down.";
    const empty = withPeople("quiet", "wide", [], room);
    const planned = withPeople("quiet", "medium", ["n1"], room);
    expect(withoutBelied([newDraft("quiet"), told(text)], [empty, planned], tools(text))[1]).toMatchObject({
      seen: [],
      place: "p1",
    });
  });

  it("shows those apart of whom one does not notice the other", () =>
    expect(shown("Tom did not notice Marta.", ["n1", "n2"])?.seen).toEqual(["n1"]));
});

it("[D4] shows a beast of the fields in no room of people", () => {
  const planned = withPeople("talk", "close", ["n1"], room);
  const wild = tools("Reynard ran.", { low: new Set(["n1"]), housed: () => true });
  expect(withoutBelied([newDraft("talk")], [planned], wild)).toMatchObject([{ seen: ["n1"], place: null }]);
});

it("[D5] takes out of the picture who is named as lying there and would be seen upright", () => {
  const person = (id: string, name: string): [string, Person] => [
    id,
    { id, name, aliases: [], gender: "male", role: "main", looks: noLooks, mentions: 9 },
  ];
  const cast = new Map([person("n1", "Tom"), person("n2", "Potter")]);
  const upright = (text: string) =>
    withoutUpright([told(text, ["n2", "n1"])], [withPeople("quiet", "medium", ["n2", "n1"], room)], { text, cast })[0]
      ?.seen;
  expect(upright("Tom saw the place where Potter was lying.")).toEqual(["n1"]);
  expect(upright("Tom saw the place where Potter was waiting.")).toEqual(["n2", "n1"]);
});
