import { describe, expect, it } from "vitest";
import type { Place, PlaceKind } from "../story/story.ts";
import { bring, type Draft, type Line, newDraft, type Part } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { gatheringIn, tellsNumber, tellsThrong } from "./gathering-words.ts";
import type { Scenery, Shot } from "./script.ts";
import { truePictures, type TruthTools } from "./true-pictures.ts";

const place = (id: string, kind: PlaceKind): Place => ({ id, name: id, kind, inside: false, mentions: 1 });

const tools: Omit<TruthTools, "text" | "blanks"> = {
  rules: "en",
  home: "p1",
  places: [place("p1", "river"), place("p2", "tavern"), place("p3", "school")],
  present: new Set(["n1", "n2"]),
  narrator: null,
  handed: new Set(["n1", "n2"]),
  low: new Set(),
  parts: () => true,
};

const framing = (scenery: Scenery, seen: string[] = [], shot: Shot = "wide", on: string | null = "p1"): Framing => ({
  kind: "quiet",
  shot,
  seen,
  prop: null,
  holds: null,
  place: on,
  scenery,
  sky: null,
});

const line = (kind: Line["kind"], speaker: string | null, start: number, end: number): Line => ({
  kind,
  speaker,
  addressee: null,
  pieces: [{ start, end, ending: "as-is" }],
  size: 5,
  tag: "",
  deed: "",
  title: false,
  turn: null,
  certain: true,
});

interface Shown {
  words: string;
  framing: Framing;
  people?: Record<string, Partial<Part>>;
  /** Set where the words are spoken. */
  speakers?: string[];
}

/** How panels with these words are shown. */
function shown(panels: readonly Shown[], changed: Partial<TruthTools> = {}): Framing[] {
  let text = "";
  const drafts = panels.map(({ words, people = {}, speakers }): Draft => {
    const draft = newDraft("quiet");
    const start = text.length;
    text += `${words} `;
    const end = start + words.length;
    if (speakers === undefined) draft.lines.push(line("narration", null, start, end));
    else for (const speaker of speakers) draft.lines.push(line("speech", speaker, start, end));
    for (const [person, part] of Object.entries(people)) bring(draft, person, part);
    return draft;
  });
  return truePictures(
    drafts,
    panels.map((panel) => panel.framing),
    { ...tools, text, blanks: { since: 0 }, ...changed },
  );
}

const one = (panel: Shown, changed: Partial<TruthTools> = {}): Framing | undefined => shown([panel], changed)[0];

describe("many who are told of", () => {
  it("[D5] fill their place, whoever else was in the picture", () => {
    const bank = { words: "The pool was getting quite crowded with the birds and animals.", framing: framing("place") };
    expect(one(bank)).toMatchObject({ scenery: "beasts", place: "p1", seen: [] });
    const crows = { words: "鴉が何羽となく輪を描いて飛びまわっている。", framing: framing("place", ["n1"], "close") };
    expect(one(crows, { rules: "ja" })).toMatchObject({ scenery: "flock", seen: [] });
    const meal = {
      words: "三人かたまって何か食ってた連中がこっちを見た。",
      framing: framing("faces", [], "wide", "p2"),
    };
    expect(one(meal, { rules: "ja" })).toMatchObject({ scenery: "diners" });
    expect(one({ words: "すると六人出て来た。", framing: framing("place", ["n1"], "close", "p3") })).toMatchObject({
      scenery: "faces",
      seen: [],
    });
  });

  it("[D5] are beasts where those of the scene are", () => {
    const party = { words: "They were indeed a queer-looking party.", framing: framing("place") };
    expect(one(party)).toMatchObject({ scenery: "place" });
    expect(one(party, { handed: new Set(), present: new Set(["n1", "n2", "n3"]) })).toMatchObject({
      scenery: "beasts",
    });
  });

  it("[D4] are no herd under a roof", () => {
    const deer = { words: "The room was crowded with the birds and animals.", framing: framing("place") };
    const yard = place("p1", "yard");
    expect(one(deer, { places: [yard] })).toMatchObject({ scenery: "beasts" });
    expect(one(deer, { places: [{ ...yard, inside: true }] })?.scenery).not.toBe("beasts");
  });

  it("[D5] give way to a deed of the cast that shows", () => {
    const panel = { words: "He ran from the birds and animals.", framing: framing("place", ["n1"], "full") };
    expect(one({ ...panel, people: { n1: { acts: true, pose: "run" } } })).toMatchObject({ seen: ["n1"] });
  });

  it("[P7] are not shown twice running, and no crowd from behind twice", () => {
    const crows = { words: "The crows were circling.", framing: framing("place", ["n1"], "close") };
    expect(shown([crows, crows]).map(({ scenery }) => scenery)).toEqual(["flock", "place"]);
    const crowd = { words: "They waited.", framing: framing("crowd") };
    expect(shown([crowd, crowd]).map(({ scenery }) => scenery)).toEqual(["crowd", "faces"]);
  });

  it.each([
    ["The boys were slurping in a corner, three of them at their supper.", "diners"],
    ["She liked birds.", null],
    ["生徒が笑った。", null],
  ] as const)("are read from the words: %s", (words, found) => expect(gatheringIn(words, false)).toBe(found));

  it("are many only where they are counted or press together", () => {
    expect(tellsNumber("He was six years old.")).toBe(false);
    expect(tellsThrong("六人出て来た。")).toBe(false);
    expect(tellsThrong("大変な人出だ。")).toBe(true);
  });
});

describe("size and dress", () => {
  it("[D4] shows who has grown or shrunk near and before no room", () => {
    const small = { words: "She was now only ten inches high.", framing: framing("place", ["n1"], "wide") };
    expect(one(small)).toMatchObject({ shot: "close", place: null });
  });

  it("[D5] shows alone who calls another a giant", () => {
    const claim = {
      words: "Nearly two miles high.",
      framing: framing("place", ["n1", "n2"], "medium"),
      speakers: ["n1", "n2"],
    };
    expect(one(claim)?.seen).toEqual(["n1"]);
  });

  it("[D2] shows nobody in other clothes than the words tell of", () => {
    const bare = { words: "He came in his shirt-sleeves.", framing: framing("place", ["n1"], "close") };
    expect(one(bare)).toMatchObject({ seen: [], scenery: "place" });
    const abed = { words: "He came in his nightshirt.", framing: framing("place", ["n1"], "close") };
    expect(one(abed)?.seen).toEqual(["n1"]);
  });
});

describe("black and bare panels", () => {
  const told = { words: "It cost ten pounds.", framing: framing("tone") };
  const seen = { words: "He spoke.", framing: framing("place", ["n1"], "close") };

  it("show the place where people are, or somebody who is there", () => {
    expect(shown([seen, told, seen])[1]).toMatchObject({ scenery: "place", place: "p1", seen: [] });
    const nowhere = { ...told, framing: framing("tone", [], "wide", null) };
    expect(shown([nowhere], { home: null })[0]?.seen).toEqual(["n1"]);
  });

  it("[L6] never show a mouth shut beside words that may be its own", () => {
    const voice = { words: "Who is there?", framing: framing("black", [], "wide", null), speakers: [""] };
    expect(shown([voice], { home: null })[0]).toMatchObject({ fromBehind: true });
  });

  it("stay black seldom, and only for death and darkness", () => {
    const death = { words: "He was dead.", framing: framing("black") };
    expect(one(death, { blanks: { since: 99 } })?.scenery).toBe("black");
    expect(one(death)?.scenery).not.toBe("black");
    expect(one(told, { blanks: { since: 99 } })?.scenery).not.toBe("tone");
  });
});

describe("faces", () => {
  it("[D5] that the words tell of are seen, and no empty room", () => {
    const flush = { words: "A flush stole over her face.", framing: framing("corner"), people: { n1: { acts: true } } };
    expect(one(flush)).toMatchObject({ seen: ["n1"], shot: "close" });
    expect(one({ ...flush, words: "She was gone, and her face with her." })?.seen).toEqual([]);
    expect(one({ ...flush, people: { n1: { acts: false } } })?.seen).toEqual([]);
  });
});

it("[P7] the same empty view is not seen twice running", () => {
  const view = { words: "It was quiet.", framing: framing("place") };
  expect(shown([view, view])[1]).not.toMatchObject({ seen: [], scenery: "place" });
});

describe("on the way", () => {
  it("[D4] whoever sets out is no longer where they were", () => {
    const leaves = { words: "Then we set out.", framing: framing("place", ["n1"], "medium") };
    expect(one(leaves)).toMatchObject({ place: null, seen: ["n1"] });
  });

  it("[D5] a beast that the words tell of is there, however it sits", () => {
    const fox = {
      words: "The fox was crouching by the water.",
      framing: framing("place"),
      people: { n2: { acts: true } },
    };
    expect(one(fox)?.seen).toEqual([]);
    expect(one(fox, { low: new Set(["n2"]) })?.seen).toEqual(["n2"]);
  });
});

describe("letters", () => {
  it("[D5] what is carved on a grave is on no paper", () => {
    const written = (before: string, words: string) => {
      const text = `${before} ${words}`;
      const draft = newDraft("talk");
      draft.lines.push(line("letter", null, before.length + 1, text.length));
      const told = { ...tools, text, blanks: { since: 0 } };
      return truePictures([draft], [framing("place", ["n1"], "medium")], told)[0]?.prop;
    };
    expect(written("She read the letter:", "Come at once.")).toBe("letter");
    expect(written("She read the letter on the tomb:", "Come at once.")).toBeNull();
    expect(written("She took her letter and read:", "Sacred to the memory of George Canon.")).toBeNull();
  });

  it("[D5] are seen themselves first, then in a hand", () => {
    const letter = (at: string) => ({ words: at, framing: framing("place", ["n1"], "medium"), speakers: [] });
    const panels = [letter("Dear"), letter("friend")];
    let text = "He wrote her a letter: ";
    const drafts = panels.map(({ words }) => {
      const draft = newDraft("talk");
      draft.lines.push(line("letter", null, text.length, text.length + words.length));
      text += `${words} `;
      return draft;
    });
    const [first, second] = truePictures(
      drafts,
      panels.map((panel) => panel.framing),
      { ...tools, text, blanks: { since: 0 } },
    );
    expect(first).toMatchObject({ prop: "letter", seen: [] });
    expect(second?.seen).toEqual(["n1"]);
  });
});
