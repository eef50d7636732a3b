import { describe, expect, it } from "vitest";
import { noLooks } from "../story/looks.ts";
import type { Person } from "../story/story.ts";
import { bring, type Draft, newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { type LetteredMemory, letteredPanels } from "./lettered-panels.ts";
import type { Scenery } from "./script.ts";

const places = [{ id: "p1", name: "the ship", kind: "ship", inside: false, mentions: 5 } as const];

const fresh = (): LetteredMemory => ({ panels: 20, lettered: 0, since: 9, sinceEarlier: 9, last: "tone" });

const mary: Person = {
  id: "n1",
  name: "Mary",
  aliases: [],
  gender: "female",
  role: "main",
  looks: noLooks(),
  mentions: 9,
};

/** Panels with these captions, each with the picture that it would have. */
function shown(
  captions: readonly string[],
  picture: (draft: Draft) => Framing,
  letters = fresh(),
  woman = mary,
): Framing[] {
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
    present: new Set(["n1"]),
    handed: new Set(["n1"]),
    indoors: () => false,
    bodiless: new Set<string>(),
    cast: new Map([["n1", woman]]),
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
  it("[D10] take the place of a tidy room in which somebody is told to lie in agony, or to lecture", () => {
    for (const words of [
      "Another had been shot and now lay in agony.",
      "He took a view of the state of the science.",
    ]) {
      const letters = { ...fresh(), lettered: 9, sinceEarlier: 2, since: 2 };
      expect(shown([words], empty("corner"), letters)[0], words).toMatchObject({ seen: [], place: null });
    }
  });

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

  it("[D5] take the place of somebody who stands at ease beside a fall that others hinder", () => {
    expect(shown(["Mary would have fallen if they had not held her."], standing)[0]?.seen).toEqual([]);
  });

  it("[D5] take the place of somebody who stands idle beside a deed of the whole body that no pose shows", () => {
    expect(shown(["With one hand she caught the boom and swung."], standing)[0]?.seen).toEqual([]);
    expect(shown(["She rode on through the night."], standing)[0]?.played?.pose).toBe("ride");
    expect(shown(["She would have caught the boom."], standing)[0]?.seen).toEqual(["n1"]);
    expect(shown(["She looked about her."], standing)[0]?.seen).toEqual(["n1"]);
  });

  it("[D5] take the place of somebody who stands beside words of a coma that has no bed or a face that is no longer the own", () => {
    for (const told of [
      "That she had dropped into the last coma I well knew.",
      "Her face was crumpled like waste paper.",
    ])
      expect(shown([told], standing)[0]?.seen, told).toEqual([]);
    expect(shown(["She took most careful notes."], standing)[0]?.seen).toEqual(["n1"]);
  });

  it("[P7] are never neighbours, at most two of six, and never two grounds alike near each other", () => {
    const deeds = Array.from({ length: 9 }, (_, i) => `She swung for hour ${i} on end.`);
    const grounds = shown(deeds, standing).map(({ seen, scenery }) => (seen.length === 0 ? scenery : null));
    expect(grounds).toEqual(["black", null, "tone", null, null, null, "black", null, "tone"]);
  });

  it("[D5] take the place of a room in which nobody does what somebody is told to do", () => {
    expect(shown(["On the ship nothing moved."], empty("corner"))[0]).toMatchObject({ place: "p1" });
    expect(shown(["Our visitor rose on the ship."], empty("corner"))[0]).toMatchObject({ place: null });
  });

  it("[D5] take the place of a woman beside words that begin with a he, unless they go on with her", () => {
    expect(shown(["He was growing more and more violent."], standing)[0]?.seen).toEqual([]);
    expect(shown(["He had failed, of that she was sure."], standing)[0]?.seen).toEqual(["n1"]);
    expect(shown(["He was a friend, and Mary knew it."], standing)[0]?.seen).toEqual(["n1"]);
  });

  it("[D2] take the place of somebody whom the words dress otherwise than the looks do", () => {
    expect(shown(["Her black hat and her long coat were new."], standing)[0]?.seen).toEqual([]);
    const words = "Her black hat and her long coat were worn.";
    const coat = { value: "long coat", start: words.indexOf("long"), end: words.indexOf(" were") };
    const told = { ...mary, looks: { ...mary.looks, clothes: [coat] } };
    expect(shown([words], standing, fresh(), told)[0]?.seen).toEqual(["n1"]);
  });

  it("[P7] are one of nine in a book at most", () => {
    const letters = { ...fresh(), panels: 100, lettered: 40 };
    expect(shown(["She swung on through the night."], standing, letters)[0]?.seen).toEqual(["n1"]);
    expect(shown(["The men swore."], empty("sky"), letters)[0]?.scenery).toBe("black");
  });
});
