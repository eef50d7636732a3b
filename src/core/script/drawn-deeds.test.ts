import { describe, expect, it } from "vitest";
import { noLooks } from "../story/looks.ts";
import type { Person } from "../story/story.ts";
import { newDraft } from "./draft.ts";
import { drawnDeed } from "./drawn-deeds.ts";
import { type Framing, withPeople } from "./framing.ts";

const person = (id: string, name: string, gender: Person["gender"]): Person => ({
  id,
  name,
  aliases: [],
  gender,
  role: "main",
  looks: noLooks(),
  mentions: 9,
});
const cast = new Map([
  ["n1", person("n1", "Mary", "female")],
  ["n2", person("n2", "Rupert", "male")],
]);

interface Told {
  seen?: string[];
  acting?: string | null;
  rules?: "en" | "ja";
  before?: readonly Framing[];
  inside?: boolean;
}

/** The picture beside a caption, where that is of a deed that can be drawn. */
function deedBeside(text: string, { seen = ["n1"], acting = "n1", ...more }: Told = {}): Framing | null {
  const { rules = "en", before = [], inside = false } = more;
  const draft = newDraft("quiet");
  const rest = { tag: "", deed: "", title: false, turn: null, certain: true, speaker: null, addressee: null };
  draft.lines.push({
    kind: "narration",
    pieces: [{ start: 0, end: text.length, ending: "as-is" }],
    size: text.length,
    ...rest,
  });
  const idle = { pose: null, emotion: null, speaks: false, holds: null, undrawable: false, acts: true };
  if (acting !== null) draft.people.set(acting, idle);
  const people = new Set(["n1", "n2"]);
  const tools = {
    text,
    rules,
    cast,
    present: people,
    handed: people,
    narrator: "n2",
    indoors: () => inside,
    home: "p1",
  };
  return drawnDeed(draft, withPeople("quiet", "medium", seen, { place: "p1", named: false }), before, tools);
}

const poseBeside = (text: string, told: Told = {}) => deedBeside(text, told)?.played?.pose ?? null;

describe("deeds that are drawn", () => {
  it("[D5] shut the eyes of who sleeps, near, before no place and without a hat", () => {
    for (const text of [
      "Mary did not waken early.",
      "Mary closed her eyes and lay quite still.",
      "She dozed a little.",
    ])
      expect(deedBeside(text), text).toMatchObject({
        shot: "close",
        place: null,
        played: { person: "n1", pose: "stand", emotion: "asleep", bare: true },
      });
    expect(deedBeside("Mary never closed her eyes.")?.played?.emotion).not.toBe("asleep");
  });

  it("[D5] open the mouth of who yawns, and tire the face of who is ill", () => {
    expect(deedBeside("Mary yawned.")?.played).toMatchObject({ emotion: "yawning" });
    expect(deedBeside("She was ill and feverish.")?.played).toMatchObject({ emotion: "tired", bare: true });
    expect(deedBeside("She was ill at ease.")?.played?.bare).toBeUndefined();
  });

  it("[D5] shoot, ride, row, dig, steer and stagger instead of standing there", () => {
    expect(poseBeside("As she tottered she fired it at Rupert.")).toBe("shoot");
    expect(poseBeside("She rode through the town.")).toBe("ride");
    expect(poseBeside("She rowed with all her might.")).toBe("row");
    expect(poseBeside("Mary dug under the wall.")).toBe("dig");
    expect(poseBeside("She steered for the light.")).toBe("steer");
    expect(poseBeside("She staggered to the wall.")).toBe("stagger");
  });

  it("[D5] sit in the chair, write, and lie in the bed of which they tell", () => {
    const inside = { inside: true };
    expect(poseBeside("She flung herself exhausted into an arm-chair.", inside)).toBe("lounge");
    expect(poseBeside("She sat down to write.", inside)).toBe("write");
    expect(poseBeside("She fell fast asleep.", inside)).toBe("abed");
    expect(deedBeside("She fell fast asleep.")?.played).toMatchObject({ pose: "lie", emotion: "calm" });
  });

  it("[D5] read the same in Japanese", () => {
    expect(poseBeside("メアリは馬に乗って行った。", { rules: "ja" })).toBe("ride");
    expect(poseBeside("穴を掘った。", { rules: "ja" })).toBe("dig");
    expect(poseBeside("穴を掘らない。", { rules: "ja" })).toBeNull();
  });

  it("[D5] are none where they are denied, wished or done to something", () => {
    expect(poseBeside("She never rode in her life.")).toBeNull();
    expect(poseBeside("She wished that she could have fired.")).toBeNull();
    expect(poseBeside("She knew that no shots were fired.")).toBeNull();
  });

  it("[D5] are of nobody but their doer: of the sex, of the name, and of no noun that stands nearer", () => {
    expect(poseBeside("He fired at her.", { seen: ["n1"], acting: null })).toBeNull();
    expect(deedBeside("He fired at her.", { seen: ["n1", "n2"] })).toBeNull();
    expect(deedBeside("I fired at her.", { seen: ["n1", "n2"] })?.seen).toEqual(["n2"]);
    expect(poseBeside("She waited while the boatman rowed.")).toBeNull();
    expect(poseBeside("Time ran on.")).toBeNull();
    expect(poseBeside("It was Rupert who ran.")).toBeNull();
  });

  it("[P7] are not drawn twice in a row", () => {
    const before = [deedBeside("She rode on.") ?? withPeople("quiet", "close", [], { place: null, named: false })];
    expect(poseBeside("She rode on and on.", { before })).toBeNull();
  });

  it("[D5] have the gun that the words name", () => {
    expect(deedBeside("She fired her rifle.")?.holds).toBe("rifle");
    expect(deedBeside("She levelled the revolver.")).toMatchObject({ holds: "pistol", shot: "full", placed: true });
  });
});
