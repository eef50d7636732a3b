import { describe, expect, it } from "vitest";
import { beastDeeds } from "./beast-deeds.ts";
import { bring, newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import type { Pose } from "./script.ts";

const yard = { place: "p1", named: false };

/** The picture of these beasts (and Ann, who is none) beside words. */
function shown(text: string, seen: string[], pose: Pose | null, shot: Framing["shot"] = "full"): Framing | undefined {
  const draft = newDraft("action");
  const pieces = [{ start: 0, end: text.length, ending: "as-is" as const }];
  const rest = { speaker: null, addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };
  draft.lines.push({ kind: "narration", pieces, ...rest });
  for (const id of seen) bring(draft, id, { acts: true, pose });
  const tools = { text, rules: "en" as const, low: new Set(["rex", "spot"]) };
  return beastDeeds([draft], [withPeople("action", shot, seen, yard)], tools)[0];
}

describe("deeds of beasts", () => {
  it("[D5] show a fight of two dogs as bared teeth, near: bodies apart would not touch", () =>
    expect(shown("Rex fought with Spot.", ["rex", "spot"], "fight")).toMatchObject({
      shot: "close",
      seen: ["rex"],
      place: null,
      played: { person: "rex", emotion: "furious" },
    }));

  it("[D5] show no whole dog beside words of what its jaws hold, and no rage that the words do not tell", () =>
    expect(shown("Rex seized the mitten between his jaws.", ["rex"], null)).toMatchObject({
      shot: "close",
      played: { emotion: null },
    }));

  it("leave a running dog, and people, as they are", () => {
    expect(shown("Rex ran home.", ["rex"], "run")).toMatchObject({ shot: "full", place: "p1" });
    expect(shown("Ann seized the rope with her teeth.", ["ann"], null)).toMatchObject({ shot: "full", seen: ["ann"] });
  });
});
