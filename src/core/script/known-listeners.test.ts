import { expect, it } from "vitest";
import { type Draft, type Line, newDraft } from "./draft.ts";
import { withPeople } from "./framing.ts";
import { knownListeners } from "./known-listeners.ts";

const line: Line = {
  kind: "speech",
  speaker: null,
  addressee: null,
  pieces: [],
  size: 9,
  tag: "",
  deed: "",
  title: false,
  turn: null,
  certain: true,
};

/** Who is seen last, of panels with a line of each speaker, where `seen` would listen to the last. */
function listener(speakers: (string | null)[], seen: string, narrator: string | null = "i"): string {
  const drafts = speakers.map((speaker): Draft => {
    const draft = newDraft("talk");
    draft.lines.push({ ...line, speaker });
    return draft;
  });
  const framings = drafts.map(() => withPeople("reaction", "close", [seen], { place: "p1", named: false }));
  const tools = { text: "", present: new Set(["i", "a", "b"]), narrator };
  return knownListeners(drafts, framings, tools).at(-1)?.seen.join("+") ?? "";
}

it("[D5] nobody listens to a voice who neither spoke nor is told of around it: the I does, or the place is seen", () => {
  expect(listener([null, "b", null], "a")).toBe("i");
  expect(listener([null, "b", null], "a", null)).toBe("");
});

it("[D5] who has just spoken listens", () => {
  expect(listener(["a", null], "a")).toBe("a");
  expect(listener(["b", null], "i")).toBe("i");
});
