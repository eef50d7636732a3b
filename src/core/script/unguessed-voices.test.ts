import { describe, expect, it } from "vitest";
import type { Place } from "../story/story.ts";
import { newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { unguessedVoices } from "./unguessed-voices.ts";

const text = "“We may go.”";
const places: readonly Place[] = [{ id: "p1", name: "the parlour", kind: "room", inside: true, mentions: 3 }];
const parlour = { place: "p1", named: false };

/** The picture of the back of Ann beside a line that one of these may have said, after a picture. */
function shown(maybe: string[], before: Framing): Framing | undefined {
  const draft = newDraft("talk");
  const pieces = [{ start: 0, end: text.length, ending: "as-is" as const }];
  const rest = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };
  draft.lines.push({ kind: "speech", speaker: null, maybe, pieces, ...rest });
  const back: Framing = { ...withPeople("reaction", "medium", ["ann"], parlour), fromBehind: true };
  const tools = { text, rules: "en" as const, places, parts: () => true };
  return unguessedVoices([newDraft("talk"), draft], [before, back], tools)[1];
}

describe("voices of which nobody knows whose they are", () => {
  const two = withPeople("talk", "medium", ["ann", "ben"], parlour);

  it("[L6] come out of the place where people were seen talking, and out of no mouth that is guessed", () => {
    const framing = shown(["ann", "ben"], two);
    expect(framing).toMatchObject({ seen: [], place: "p1", scenery: "place" });
    expect(framing?.fromBehind).toBeUndefined();
  });

  it("[L6] stay with the only one who may have said it", () =>
    expect(shown(["ann"], two)).toMatchObject({ seen: ["ann"] }));

  it("[P7] leave no two pictures without people side by side", () =>
    expect(shown(["ann", "ben"], withPeople("quiet", "wide", [], parlour))).toMatchObject({ seen: ["ann"] }));
});
