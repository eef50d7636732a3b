import { describe, expect, it } from "vitest";
import { personNamed } from "../../../test/people.ts";
import { newDraft } from "./draft.ts";
import { type Framing, showsGround, withPeople } from "./framing.ts";
import { letterPictures } from "./letter-pictures.ts";

const cast = new Map(
  [
    { ...personNamed("v", "Victor", "male"), aliases: ["Victor Stern"] },
    { ...personNamed("j", "Jane Ross", "female"), aliases: ["Jane", "Madame Ross"] },
  ].map((each) => [each.id, each]),
);

const bare: Framing = { ...withPeople("quiet", "wide", [], { place: null, named: false }), scenery: "tone" };

/** The pictures under the panels of one letter, each of which would be a bare tone. */
function shown(panels: readonly string[], home: string | null = null): Framing[] {
  const text = panels.join(" ");
  const drafts = panels.map((words) => {
    const draft = newDraft("quiet");
    const start = text.indexOf(words);
    const pieces = [{ start, end: start + words.length, ending: "as-is" as const }];
    const rest = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };
    draft.lines.push({ kind: "letter", speaker: null, pieces, ...rest });
    return draft;
  });
  return letterPictures(
    drafts,
    drafts.map(() => bare),
    {
      text,
      cast,
      present: new Set(["v"]),
      handed: new Set(cast.keys()),
      narrator: null,
      home,
      places: [{ id: "p1", name: "the parlour", kind: "room", inside: true, mentions: 3 }],
      parts: () => true,
      things: { looksSo: () => true },
    },
  );
}

const seen = (panels: readonly string[]): string[] =>
  shown(panels).map(({ seen: people, prop, scenery }) => prop ?? (people.join("+") || scenery));

describe("the pictures of a letter", () => {
  it("[D10] show the one of the cast of whom its words are, calm and near", () => {
    const [panel] = shown(["Poor Jane was always a favourite of ours."]);
    expect(panel).toMatchObject({ shot: "close", seen: ["j"], place: null, played: { emotion: "calm" } });
  });

  it("[D10] show nobody for a relative of that name, nor for a he who is no she", () => {
    expect(seen(["Madame Ross is at peace for ever."])).toEqual(["letter"]);
    expect(seen(["He is younger, and not so fair as Jane."])).toEqual(["letter"]);
  });

  it("[D10] show the one to whom it is written as he reads it, from his name on", () => {
    const panels = shown([
      "My dear Victor, you have been ill.",
      "One word from you is necessary.",
      "Write to us soon.",
    ]);
    expect(panels[0]).toMatchObject({ seen: ["v"], holds: "letter", played: { pose: "read" } });
    expect(panels.slice(1).map(({ prop }) => prop)).toEqual(["letter", "quill"]);
  });

  it("[D10] are never bare, however long it is, and never the same thing twice on a page", () => {
    for (const home of ["p1", null]) {
      const panels = shown(
        Array.from({ length: 24 }, (_, i) => `The year ${i} was much like the others.`),
        home,
      );
      expect(panels.filter(showsGround)).toEqual([]);
      for (const [i, { prop }] of panels.entries())
        if (prop !== null) expect(panels.slice(Math.max(0, i - 6), i).map((each) => each.prop)).not.toContain(prop);
    }
  });
});
