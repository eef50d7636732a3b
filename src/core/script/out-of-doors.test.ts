import { expect, it } from "vitest";
import { newDraft } from "./draft.ts";
import { withPeople } from "./framing.ts";
import { outOfDoors } from "./out-of-doors.ts";

/** Places of panels with these captions that were to show people in a room. */
function places(...captions: string[]): (string | null)[] {
  const text = captions.join("\n");
  const rest = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };
  const drafts = captions.map((caption) => {
    const start = text.indexOf(caption);
    const draft = newDraft("quiet");
    const pieces = [{ start, end: start + caption.length, ending: "as-is" as const }];
    draft.lines.push({ kind: "narration", speaker: null, pieces, ...rest });
    return draft;
  });
  const framings = captions.map(() => withPeople("quiet", "medium", ["n1"], { place: "room", named: false }));
  return outOfDoors(drafts, framings, { text, indoors: (place) => place === "room" }).map(({ place }) => place);
}

it("[D4] who plays under a tree is in no room, nor in the panels after it", () => {
  expect(places("She was playing by herself under a tree.", "Basil laughed.")).toEqual([null, null]);
  expect(places("Fritz sat on the roof.")).toEqual([null]);
});

it("[D4] words lead under a roof again, and what is only looked at or was before is elsewhere", () => {
  expect(places("She played under a tree.", "She went into the house.", "Basil laughed.")).toEqual([
    null,
    "room",
    "room",
  ]);
  expect(places("She thought of the tree.")).toEqual(["room"]);
  expect(places("She sat at the window and looked at the tree on the lawn.")).toEqual(["room"]);
});
