import { expect, it } from "vitest";
import { bring, newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { findThings, openThingMemory } from "./props.ts";
import { toldThings } from "./props-told.ts";

const rest = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };

/** How heads are seen beside these words, said by `speaker` or told. */
function seen(lines: readonly (readonly [speaker: string | null, words: string])[], given: Partial<Framing> = {}) {
  const text = lines.map(([, words]) => words).join("\n");
  const drafts = lines.map(([speaker, words]) => {
    const draft = newDraft("quiet");
    const start = text.indexOf(words);
    const pieces = [{ start, end: start + words.length, ending: "as-is" as const }];
    draft.lines.push({ kind: speaker === null ? "narration" : "speech", speaker, pieces, ...rest });
    bring(draft, "t");
    return draft;
  });
  const head = { ...withPeople("reaction", "close", ["t"], { place: "p1", named: false }), ...given };
  const tools = { text, things: findThings(text, "en"), shown: openThingMemory() };
  return toldThings(
    drafts,
    drafts.map(() => head),
    tools,
  ).map(({ prop }) => prop);
}

it("[D1] what a caption or a line out of sight is about is seen in place of one more head", () => {
  expect(seen([[null, "Two telegrams were brought in before dinner."]])).toEqual(["telegram"]);
  expect(seen([["b", "A letter came from the bank."]])).toEqual(["letter"]);
});

it("[D1] who speaks of a thing is seen, and so is who does or holds something", () => {
  expect(seen([["t", "A letter came from the bank."]])).toEqual([null]);
  expect(seen([[null, "A letter came from the bank."]], { holds: "lamp" })).toEqual([null]);
  expect(seen([[null, "A letter came from the bank."]], { kind: "establish" })).toEqual([null]);
});

it("[D1] things do not crowd out people: five panels lie between two, and fixtures and manners of speaking are none", () => {
  const words = ["A letter came.", "It was late.", "A candle burned.", "A lantern came up the path."];
  expect(seen(words.map((each) => [null, each] as const))).toEqual(["letter", null, null, null]);
  for (const each of ["The door stood open.", "A note of anger was in her voice.", "He was a newspaper man."])
    expect(seen([[null, each]]), each).toEqual([null]);
});

it("[D1] a window or a door is seen where the words begin with it", () => {
  expect(seen([[null, "The window looked out on a row of yards."]])).toEqual(["window"]);
  expect(seen([[null, "She looked out of the window."]])).toEqual([null]);
});

it("[D1] of one who lies on the ground twice running the second panel shows the thing", () => {
  const played = { person: "t", pose: "felled", emotion: "asleep" } as const;
  const told = ["Tom fell.", "A letter lay on the floor."].map((each) => [null, each] as const);
  expect(seen(told, { played, shot: "full" })).toEqual([null, "letter"]);
});
