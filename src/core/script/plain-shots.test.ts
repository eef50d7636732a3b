import { describe, expect, it } from "vitest";
import { bring, type Draft, newDraft, type Part } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { plainShots, poseWithin, showsHeld } from "./plain-shots.ts";
import type { BeatKind, Shot } from "./script.ts";

const inTheWood = { indoors: () => false, text: "Tom had vanished.", rules: "en", low: new Set<string>() } as const;

function framing(kind: BeatKind, shot: Shot, seen: string[] = ["tom"]): Framing {
  return { kind, shot, seen, prop: null, holds: null, place: "p1", scenery: "place", sky: null };
}

function draftOf(part: Partial<Part>, kind: BeatKind = "action"): Draft {
  const draft = newDraft(kind);
  bring(draft, "tom", { acts: true, ...part });
  return draft;
}

const shotOf = (part: Partial<Part>, framed: Framing, indoors = false) =>
  plainShots([draftOf(part)], [framed], { ...inTheWood, indoors: () => indoors })[0]?.shot;

describe("plain shots", () => {
  it.each(["walk", "run", "fall", "leap", "seize", "kneel"] as const)(
    "[D5] somebody is seen from head to foot to %s",
    (pose) => expect(shotOf({ pose }, framing("action", "full"))).toBe("full"),
  );

  it.each(["crouch", "lie", "bow", null] as const)("[D5] the picture comes nearer for %s", (pose) =>
    expect(shotOf({ pose }, framing("action", "full"))).toBe("close"),
  );

  it("[D5] somebody sits where there is something to sit on", () => {
    expect(shotOf({ pose: "sit" }, framing("action", "full"), true)).toBe("full");
    expect(shotOf({ pose: "sit" }, framing("action", "full"), false)).toBe("close");
  });

  it("[D5] what is held up is seen from nearer, what hangs from a hand in full", () => {
    expect(shotOf({ pose: "hold", holds: "lamp" }, framing("action", "full"))).toBe("medium");
    expect(shotOf({ pose: "hold", holds: "bucket" }, framing("action", "full"))).toBe("full");
    expect(showsHeld("bucket", "medium")).toBe(false);
    expect(showsHeld("lamp", "close")).toBe(false);
  });

  it("[P7] people are small in their place once, and not in one panel after another", () => {
    const drafts = [draftOf({}), draftOf({}), draftOf({})];
    const shots = plainShots(
      drafts,
      drafts.map(() => framing("quiet", "wide")),
      inTheWood,
    ).map(({ shot }) => shot);
    expect(shots).toEqual(["wide", "close", "medium"]);
  });

  it("nobody is in the picture whose words say that they are gone", () => {
    const draft = draftOf({ acts: false }, "quiet");
    draft.lines.push({
      kind: "narration",
      speaker: null,
      addressee: null,
      pieces: [{ start: 0, end: 17, ending: "as-is" }],
      size: 3,
      tag: "",
      deed: "",
      title: false,
      turn: null,
      certain: true,
    });
    expect(plainShots([draft], [framing("quiet", "close")], inTheWood)[0]?.seen).toEqual([]);
  });

  it("[P7] a beast on four feet has no bust beside a person's", () => {
    const withFox = { ...inTheWood, low: new Set(["fox"]) };
    const seen = (shot: Shot) => plainShots([draftOf({})], [framing("action", shot, ["fox", "tom"])], withFox)[0]?.seen;
    expect(seen("medium")).toEqual(["tom"]);
    expect(seen("wide")).toEqual(["fox", "tom"]);
  });

  it("[D5] a bust does not run", () => {
    expect(poseWithin("run", framing("talk", "medium"))).toBe("stand");
    expect(poseWithin("run", framing("action", "medium"))).toBe("run");
    expect(poseWithin("sit", framing("establish", "wide"))).toBe("stand");
  });
});
