import { describe, expect, it } from "vitest";
import { personNamed as person } from "../../../test/people.ts";
import { referencesOf } from "../../../test/references.ts";
import { type Draft, type Line, newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { findThings, openThingMemory } from "./props.ts";
import { seldomEmpty } from "./seldom-empty.ts";

const cast = new Map(
  [person("n", "Nora", "female"), person("r", "Mr. Reed", "male"), person("w", "Wick", "male")].map((each) => [
    each.id,
    each,
  ]),
);

/** A caption, or a line that somebody says (`?` is nobody known). */
type Words = string | { says: string | null; words: string; maybe?: string[] };

const room = { place: "p1", named: false };
const bare = (scenery: Framing["scenery"] = "tone"): Framing => ({ ...withPeople("quiet", "wide", [], room), scenery });

/** How empty pictures of these words end up. */
function shown(
  panels: readonly Words[],
  framings: readonly Framing[] = panels.map(() => bare()),
  narrator: string | null = null,
): Framing[] {
  let text = "";
  const drafts = panels.map((panel): Draft => {
    const draft = newDraft("quiet");
    const words = typeof panel === "string" ? panel : panel.words;
    const line: Line = {
      kind: typeof panel === "string" ? "narration" : "speech",
      speaker: typeof panel === "string" ? null : panel.says,
      addressee: null,
      pieces: [{ start: text.length, end: text.length + words.length, ending: "as-is" }],
      size: 9,
      tag: "",
      deed: "",
      title: false,
      turn: null,
      certain: true,
      ...(typeof panel !== "string" && panel.maybe !== undefined && { maybe: panel.maybe }),
    };
    text += `${words} `;
    draft.lines.push(line);
    return draft;
  });
  return seldomEmpty(drafts, framings, {
    text,
    rules: "en",
    cast,
    present: new Set(["n", "r"]),
    handed: new Set(cast.keys()),
    narrator,
    references: referencesOf(text, cast.values()),
    home: "p1",
    places: [{ id: "p1", name: "the parlour", kind: "room", inside: true, mentions: 3 }],
    span: { start: 0, end: text.length },
    parts: () => true,
    empties: { since: 9 },
    things: findThings(text, "en"),
    shown: openThingMemory(),
  });
}

const seen = (panels: readonly Words[], framings?: readonly Framing[]): string[] =>
  shown(panels, framings).map(({ seen: people, prop }) => prop ?? (people.join("+") || "-"));

describe("hardly any picture is without people or things", () => {
  it("[D5] shows whom a caption names, and whom its pronoun means, never twice of one size", () => {
    const panels = shown(["Nora was ashamed of herself.", "She thought of every word that had been said."]);
    expect(panels.map((each) => each.seen)).toEqual([["n"], ["n"]]);
    expect(new Set(panels.map(({ shot }) => shot)).size).toBe(2);
  });

  it("[D5] shows who is only remembered before no place at all", () =>
    expect(shown(["Wick had always been pleasant company."])[0]).toMatchObject({ seen: ["w"], place: null }));

  it("[D5] takes nobody for an owner, nor for the bearer of a longer name", () => {
    expect(seen(["It was but a mile from there to Wick's farm."])).toEqual(["-"]);
    expect(seen(["It was but a mile from there to Judge Wick and home again."])).toEqual(["-"]);
  });

  it("[L6] shows who surely speaks, else a listener who did not say it", () => {
    expect(seen([{ says: "r", words: "Good morning." }])).toEqual(["r"]);
    const panels: Words[] = [
      { says: "n", words: "Well?" },
      { says: null, words: "I walked.", maybe: ["r"] },
    ];
    expect(seen(panels)).toEqual(["n", "n"]);
    expect(shown([{ says: null, words: "I walked.", maybe: ["r"] }])[0]).toMatchObject({
      seen: ["r"],
      fromBehind: true,
    });
  });

  it("[P7] leaves a picture of words about nobody empty", () => {
    const panels = ["The moon hung over the river.", "Mr. Reed came in.", "The sky was clear.", "Nora sat there."];
    expect(seen(panels, [bare("sky"), bare(), bare("sky"), bare()])).toEqual(["-", "r", "-", "n"]);
  });

  it("[D5] shows nobody upright of whom the words say that he lies there", () =>
    expect(seen(["Mr. Reed was lying on the floor.", "Nora came in."])).toEqual(["-", "n"]));

  it("[D5] shows who tells beside words of what is within the own grasp, and of a burial nobody", () => {
    expect(shown(["The secret of ages was now within my grasp."], [bare("sky")], "r")[0]?.seen).toEqual(["r"]);
    expect(shown(["Mr. Reed was buried near the cave."])[0]?.seen).toEqual([]);
  });

  it("[D5] shows nobody for an I whom several share, nor for a he whom nothing names", () => {
    expect(seen(["I waited before the great door."])).toEqual(["-"]);
    expect(seen(["His small eyes burned and he roared."]).every((who) => who !== "r")).toBe(true);
  });

  it("[D5] leaves no bare tone beside narration: a part of the room, or the sky over what cannot be in it", () => {
    expect(shown(["Nothing was left of it."])[0]).toMatchObject({ scenery: "corner", place: "p1" });
    expect(shown(["Nothing was left of the hedges."])[0]).toMatchObject({ scenery: "sky" });
  });
});
