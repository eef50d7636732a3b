import { describe, expect, it } from "vitest";
import { bring, type Draft, newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { type LetteredMemory, letteredPanels } from "./lettered-panels.ts";
import type { Scenery } from "./script.ts";

const places = [{ id: "p1", name: "the ship", kind: "ship", inside: false, mentions: 5 } as const];

const fresh = (): LetteredMemory => ({ panels: 20, lettered: 0, since: 9, sinceEarlier: 9, last: "tone" });

/** Panels with these captions, each with the picture that it would have. */
function shown(captions: readonly string[], picture: (draft: Draft) => Framing, letters = fresh()): Framing[] {
  const text = captions.join(" ");
  const drafts = captions.map((words) => {
    const draft = newDraft("quiet");
    const start = text.indexOf(words);
    const pieces = [{ start, end: start + words.length, ending: "as-is" as const }];
    draft.lines.push({
      kind: "narration",
      speaker: null,
      addressee: null,
      pieces,
      size: words.length,
      tag: "",
      deed: "",
      title: false,
      turn: null,
      certain: true,
    });
    return draft;
  });
  const tools = {
    text,
    rules: "en",
    narrator: null,
    home: "p1",
    swimmers: new Set<string>(),
    places,
    letters,
  } as const;
  return letteredPanels(drafts, drafts.map(picture), tools);
}

const onDeck = { place: "p1", named: false };
const empty = (scenery: Scenery) => (): Framing => ({ ...withPeople("quiet", "wide", [], onDeck), scenery });
const standing = (draft: Draft): Framing => {
  bring(draft, "n1", { acts: true });
  return withPeople("quiet", "medium", ["n1"], onDeck);
};

describe("panels that are their words", () => {
  it("[D10] take the place of an empty deck while the whole watch sings on it", () => {
    const [panel] = shown(["The watch stood about and all the men sang."], empty("place"));
    expect(panel).toMatchObject({ seen: [], place: null, scenery: "black" });
  });

  it("[D10] leave the deck and the sky to words that name them", () => {
    expect(shown(["The ship lay still, her deck dark."], empty("place"))[0]?.scenery).toBe("place");
    expect(
      shown(["Clouds drove over the sky."], (draft) => ({ ...empty("sky")(), kind: draft.kind }))[0]?.scenery,
    ).toBe("sky");
  });

  it("[D5] take the place of somebody who stands idle beside a deed of the whole body, or beside the own horse", () => {
    expect(shown(["With one hand he caught the boom and swung."], standing)[0]?.seen).toEqual([]);
    expect(shown(["He rode on through the night."], standing)[0]?.seen).toEqual([]);
    expect(shown(["He would have caught the boom."], standing)[0]?.seen).toEqual(["n1"]);
    expect(shown(["He looked about him."], standing)[0]?.seen).toEqual(["n1"]);
  });

  it("[P7] are never neighbours, at most two of six, and never two grounds alike near each other", () => {
    const deeds = Array.from({ length: 9 }, (_, i) => `He rode for hour ${i} on end.`);
    const grounds = shown(deeds, standing).map(({ seen, scenery }) => (seen.length === 0 ? scenery : null));
    expect(grounds).toEqual(["black", null, "tone", null, null, null, "black", null, "tone"]);
  });

  it("[P7] are one of nine in a book at most", () => {
    const letters = { ...fresh(), panels: 100, lettered: 40 };
    expect(shown(["He rode on through the night."], standing, letters)[0]?.seen).toEqual(["n1"]);
  });
});
