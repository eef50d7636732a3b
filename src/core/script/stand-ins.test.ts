import { describe, expect, it } from "vitest";
import { bring, type Draft, type Line, newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import type { Shot } from "./script.ts";
import { withoutStandIns } from "./stand-ins.ts";

const field = { place: "p1", named: false };

function line(kind: Line["kind"], words: string, talk: Partial<Line> = {}): Line {
  const pieces: Line["pieces"] = [{ start: 0, end: words.length, ending: "as-is" }];
  const none = { speaker: null, addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };
  return { ...none, kind, pieces, ...talk };
}

function shown(
  words: string,
  seen: string[],
  shot: Shot,
  own: Line = line("narration", words),
  acts?: string,
): Framing {
  const draft: Draft = newDraft("quiet");
  draft.lines.push(own);
  if (acts !== undefined) bring(draft, acts, { acts: true });
  const [framing] = withoutStandIns([draft], [withPeople("quiet", shot, seen, field)], {
    text: words,
    rules: "en",
    narrator: "i",
    home: "p1",
    bodiless: new Set(["whale"]),
  });
  if (framing === undefined) throw new Error("no picture");
  return framing;
}

describe("withoutStandIns", () => {
  it("[D5] shows nobody who stays where the words tell that somebody is gone", () => {
    const words = "He vanished behind the mound.";
    expect(shown(words, ["curate"], "medium")).toMatchObject({ seen: [], place: "p1", scenery: "place" });
    expect(shown(words, ["i", "curate"], "medium").seen).toEqual(["i"]);
    expect(shown("He stood behind the mound.", ["curate"], "medium").seen).toEqual(["curate"]);
  });

  it("[D5] shows an I who sees somebody only so near that he is not taken for that one", () => {
    expect(shown("I saw by the light that it was a man.", ["i"], "full").shot).toBe("close");
    expect(shown("I saw the lane and the gate.", ["i"], "full").shot).toBe("full");
    expect(shown("I saw by the light that it was a man.", ["tom"], "full").shot).toBe("full");
  });

  it("[L6] shows the back of somebody with a shut mouth where two voices quarrel out of sight", () => {
    const draft = newDraft("talk");
    draft.lines.push(line("speech", "I lost it.", { turn: "q1" }), line("speech", "Why?", { turn: "q2" }));
    const tools = { text: "I lost it.", rules: "en", narrator: null, home: "p1", bodiless: new Set<string>() } as const;
    const seen = (lines: Line[]) =>
      withoutStandIns([{ ...draft, lines }], [withPeople("reaction", "close", ["curate"], field)], tools)[0];
    expect(seen(draft.lines)?.fromBehind).toBe(true);
    expect(seen(draft.lines.slice(1))?.fromBehind).toBeUndefined();
  });

  it("[P6] lets nobody listen to a line that is said to somebody else, unless the panel tells of what he does", () => {
    const said = (addressee: string) => line("speech", "Now, Watson.", { speaker: "holmes", addressee });
    expect(shown("Now, Watson.", ["holmes", "lestrade"], "medium", said("watson")).seen).toEqual(["holmes"]);
    expect(shown("Now, Watson.", ["holmes", "watson"], "medium", said("watson")).seen).toEqual(["holmes", "watson"]);
    const busy = shown("Now, Watson.", ["holmes", "lestrade"], "medium", said("watson"), "lestrade");
    expect(busy.seen).toEqual(["holmes", "lestrade"]);
  });
});
