import { describe, expect, it } from "vitest";
import { noLooks } from "../../../test/people.ts";
import type { Person, PlaceKind } from "../story/story.ts";
import { bring, newDraft } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { placedDoers } from "./placed-doers.ts";

const place: Framing = {
  kind: "quiet",
  shot: "wide",
  seen: [],
  prop: null,
  holds: null,
  place: "p1",
  scenery: "place",
  sky: null,
};

const person = (id: string, name: string, gender: Person["gender"]): Person => ({
  id,
  name,
  aliases: [],
  gender,
  role: "main",
  looks: noLooks,
  mentions: 9,
});

const cast = new Map([
  ["n1", person("n1", "Hyoju", "male")],
  ["n2", person("n2", "the Queen", "female")],
]);

/** What is seen under a caption: the last of the panels. */
function seenUnder(
  text: string,
  framing: Framing,
  more: { kind?: PlaceKind; doer?: string | null; present?: string[] } = {},
) {
  const draft = newDraft("quiet");
  const doer = more.doer === undefined ? "n1" : more.doer;
  if (doer !== null) bring(draft, doer, { acts: true, undrawable: true });
  draft.lines.push({
    kind: "narration",
    speaker: null,
    addressee: null,
    pieces: [{ start: 0, end: text.length, ending: "as-is" }],
    size: text.length,
    tag: "",
    deed: "",
    title: false,
    turn: null,
    certain: true,
  });
  const [seen] = placedDoers([draft], [framing], {
    text,
    rules: /[ぁ-ん]/.test(text) ? "ja" : "en",
    home: "p1",
    kindOf: () => more.kind ?? "yard",
    present: new Set(more.present ?? ["n1"]),
    narrator: null,
    cast,
    handed: new Set(["n1", "n2"]),
  });
  return { draft, ...(seen ?? framing) };
}

describe("placed doers", () => {
  it("[D5] who stands to the waist in the river is seen in the water", () => {
    const seen = seenUnder("Hyoju was up to his waist in the stream.", place, { kind: "river" });
    expect(seen).toMatchObject({ seen: ["n1"], shot: "full", effect: "water" });
    expect(seenUnder("兵十は、腰のところまで水にひたっていました。", place, { kind: "river" }).effect).toBe("water");
  });

  it("[D5] who kneels, eats or drinks is seen at it, unless somebody else does", () => {
    const bust: Framing = { ...place, kind: "reaction", shot: "close", seen: ["n1"] };
    expect(seenUnder("Hyoju knelt at the hearth.", bust)).toMatchObject({ shot: "full", placed: true });
    expect(seenUnder("Hyoju ate his breakfast.", bust).draft.people.get("n1")?.pose).toBe("eat");
    expect(seenUnder("Hyoju looked on while the Queen knelt.", bust).shot).toBe("close");
    expect(seenUnder("Hyoju saw what the peasants ate.", bust).shot).toBe("close");
  });

  it("[D5] who embraces somebody is seen with that one", () => {
    const bust: Framing = { ...place, kind: "talk", shot: "close", seen: ["n1"] };
    const seen = seenUnder("Hyoju clasped her to his breast.", bust, { present: ["n1", "n2"] });
    expect([seen.shot, seen.seen]).toEqual(["medium", ["n1", "n2"]]);
    expect([...seen.draft.people.values()].map(({ pose }) => pose)).toEqual(["embrace", "embrace"]);
    expect(seenUnder("Hyoju clasped her to his breast.", bust).seen).toEqual(["n1"]);
  });

  it("[D5] no water rises where there is none", () => {
    expect(seenUnder("Hyoju waded in.", place, { kind: "room" }).effect).toBeUndefined();
  });

  it("[D5] who crouches at the well is seen there, and who washes barley not in a crouch over nothing", () => {
    const { draft, seen } = seenUnder("兵十が、井戸のところにしゃがんでいました。", place);
    expect(seen).toEqual(["n1"]);
    expect(draft.people.get("n1")).toMatchObject({ pose: "crouch", undrawable: false });
    const washing = seenUnder("兵十が、井戸のところで、麦をといでいました。", place);
    expect(washing.draft.people.get("n1")?.pose).not.toBe("crouch");
  });

  it("[D4] who waits under a gate for the rain to stop has its roof overhead", () => {
    expect(seenUnder("兵十は門の下で雨やみを待っていた。", place, { kind: "gate" }).effect).toBe("shelter");
  });

  it("[D4] where nothing can be seen for the dark it is night, and no more than a face is seen", () => {
    const seen = seenUnder("It was too dark to see anything.", place);
    expect(seen).toMatchObject({ seen: ["n1"], shot: "close", place: null, sky: { time: "night" } });
  });

  it("[D5] nobody runs down a ladder that hangs in the air", () => {
    const alone: Framing = { ...place, kind: "insert", shot: "insert", prop: "ladder" };
    expect(seenUnder("Hyoju ran down the steep ladder.", alone)).toMatchObject({ seen: ["n1"], prop: null });
  });

  it("[D5] those who are seated before a crowd are seen rather than empty seats", () => {
    const crowd: Framing = { ...place, scenery: "crowd" };
    const seen = seenUnder("Hyoju and the Queen were seated on their throne.", crowd, { kind: "courtroom" });
    expect(seen.seen).toEqual(["n1", "n2"]);
  });

  it("[D5] who does what no pose shows is seen from behind in the place", () => {
    expect(seenUnder("Hyoju mended his net.", place)).toMatchObject({ seen: ["n1"], fromBehind: true });
  });

  it("a pronoun means the only one of that sex who is there", () => {
    expect(seenUnder("He found himself in a hall.", place, { doer: null }).seen).toEqual(["n1"]);
    expect(seenUnder("She found herself in a hall.", place, { doer: null }).seen).toEqual([]);
  });

  it("[D5] who finds another seated at a table is seen standing, and not the bare table", () => {
    const table: Framing = { ...place, kind: "insert", shot: "insert", prop: "table" };
    const { draft, ...seen } = seenUnder("Hyoju found a gentleman seated by the table.", table);
    expect(seen).toMatchObject({ seen: ["n1"], shot: "medium", prop: null });
    expect(draft.people.get("n1")?.pose).toBeNull();
  });

  it("what is denied or only wished is not seen", () => {
    expect(seenUnder("Hyoju had never waded in.", place, { kind: "river" }).effect).toBeUndefined();
  });

  it("who drowns in love stands in no water", () => {
    const wet = seenUnder("兵十は川で溺れていた。", place, { kind: "river" });
    expect(wet.effect).toBe("water");
    expect(seenUnder("兵十は愛に溺れていた。", place, { kind: "river" }).effect).toBeUndefined();
  });
});
