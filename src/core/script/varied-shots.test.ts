import { describe, expect, it } from "vitest";
import type { Scene } from "../story/story.ts";
import { bring, type Draft, newDraft } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { paceFor } from "./pace.ts";
import { variedShots } from "./varied-shots.ts";

const text = "Anna said yes. Bertram said no. Anna said yes. Bertram said no. ";
const span: Scene = {
  id: "s1",
  chapter: "c1",
  place: "p1",
  time: null,
  weather: null,
  mood: null,
  present: ["n1", "n2"],
  start: 0,
  end: text.length,
};
const tools = { text, span, pace: paceFor("en"), present: new Set(["n1", "n2"]), handed: new Set(["n1", "n2"]) };

function line(speaker: string | null): Draft {
  const draft = newDraft("talk");
  if (speaker !== null) bring(draft, speaker, { speaks: true, acts: true });
  const kind = speaker === null ? "narration" : "speech";
  const own = { tag: "", deed: "", title: false, turn: null, certain: true };
  draft.lines.push({
    ...own,
    kind,
    speaker,
    addressee: null,
    pieces: [{ start: 0, end: 4, ending: "as-is" }],
    size: 4,
  });
  return draft;
}
const bust = (person: string, change: Partial<Framing> = {}): Framing => ({
  kind: "talk",
  shot: "medium",
  seen: [person],
  prop: null,
  holds: null,
  place: "p1",
  scenery: "place",
  sky: null,
  ...change,
});
const seenIn = (drafts: Draft[], framings: Framing[]) =>
  variedShots(drafts, framings, tools).map(({ shot, seen }) => `${shot} ${seen.join("+")}`);

describe("[P7] after two talking heads", () => {
  it("the speaker is seen with the one who has just spoken", () => {
    const people = ["n1", "n2", "n1", "n2"];
    expect(
      seenIn(
        people.map(line),
        people.map((id) => bust(id)),
      ),
    ).toEqual(["medium n1", "medium n2", "medium n1+n2", "medium n2"]);
  });

  it("whoever stands about alone is seen from head to foot", () => {
    const framings = [1, 2, 3].map(() => bust("n1", { kind: "quiet" }));
    expect(seenIn([line(null), line(null), line(null)], framings)).toEqual(["medium n1", "medium n1", "full n1"]);
  });

  it("a face that feels something stays near, and a back stays a back", () => {
    const drafts = [line(null), line(null), line(null)];
    for (const draft of drafts) bring(draft, "n1", { emotion: "afraid", acts: true });
    const framings = [1, 2, 3].map(() => bust("n1", { kind: "reaction", shot: "close" }));
    expect(seenIn(drafts, framings)).toEqual(["close n1", "close n1", "close n1"]);
    const back = [bust("n1"), bust("n1"), bust("n1", { fromBehind: true })];
    expect(seenIn([line(null), line(null), line(null)], back)[2]).toBe("medium n1");
  });
});
