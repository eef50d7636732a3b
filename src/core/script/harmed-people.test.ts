import { describe, expect, it } from "vitest";
import { noLooks } from "../../../test/people.ts";
import { referencesOf } from "../../../test/references.ts";
import type { Person } from "../story/story.ts";
import { bring, newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { tellsHarm } from "./harm-words.ts";
import { withoutHarmed } from "./harmed-people.ts";
import { findThings } from "./props.ts";

const person = (id: string, name: string, role: Person["role"] = "main"): Person => ({
  id,
  name,
  aliases: [],
  gender: "male",
  role,
  looks: noLooks,
  mentions: 9,
});

const cast = [person("i", "Ned", "narrator"), person("t", "Tom"), person("g", "Gray"), person("h", "兵十")];

/** What is seen beside a caption that was to show these people. */
function shown(text: string, seen: string[], present: string[] = ["t", "g", "h"], rules: "en" | "ja" = "en"): Framing {
  const draft = newDraft("quiet");
  draft.lines.push({
    kind: "narration",
    speaker: null,
    addressee: null,
    pieces: [{ start: 0, end: text.length, ending: "as-is" }],
    size: 9,
    tag: "",
    deed: "",
    title: false,
    turn: null,
    certain: true,
  });
  for (const id of seen) bring(draft, id);
  const planned = withPeople("quiet", "medium", seen, { place: "p1", named: false });
  const [framing] = withoutHarmed([draft], [planned], {
    text,
    references: referencesOf(text, rules === "ja" ? [] : cast),
    rules,
    cast: new Map(cast.map((one) => [one.id, one])),
    present: new Set(present),
    handed: new Set(cast.map(({ id }) => id)),
    narrator: "i",
    home: "p1",
    things: findThings(text, rules),
  });
  return framing ?? planned;
}

const people = ({ seen, played }: Framing) => `${seen.join("+") || "-"} ${played?.pose ?? ""} ${played?.emotion ?? ""}`;

it.each([
  ["Tom was buried near the mouth of the cave.", "en"],
  ["兵十は、お寺に葬られました。", "ja"],
] as const)("[D5] beside a burial only the ground is seen: %s", (text, rules) => {
  expect(shown(text, [rules === "ja" ? "h" : "t"], undefined, rules)).toMatchObject({ seen: [], place: "p1" });
});

it("[D5] what is only buried from sight is no grave", () => {
  expect(shown("Tom was buried from sight in the woods.", ["t"]).seen).toEqual(["t"]);
});

describe("[D5] nobody stands alive and calm beside the words that kill him", () => {
  it("who lies dead is seen lying", () => {
    expect(people(shown("Tom lay dead upon the floor.", ["t"]))).toBe("t lie calm");
  });

  it("an I who tells looks on, shocked", () => {
    expect(people(shown("Tom was stone dead.", ["t", "i"], ["i", "t"]))).toBe("i stand shocked");
    expect(people(shown("The two rolled lifeless upon the moss.", ["t", "g"], ["i", "t", "g"]))).toBe(
      "i stand shocked",
    );
  });

  it("a weapon or the place is seen where nobody can look on", () => {
    expect(shown("A long sword had pierced them, and the two fell dead.", ["t", "g"])).toMatchObject({
      seen: [],
      prop: "sword",
    });
    expect(shown("The two rolled lifeless upon the moss.", ["t", "g"])).toMatchObject({ seen: [], scenery: "place" });
  });

  it("who kills, or is only beside a dead body, stays", () => {
    expect(shown("Tom killed the guard.", ["t"]).seen).toEqual(["t"]);
    expect(shown("Tom pointed to the dead body.", ["t"]).seen).toEqual(["t"]);
    expect(shown("The body of Tom was carried away.", ["g"]).seen).toEqual(["g"]);
    expect(shown("おっ母が死んで、兵十は一人ぼっちでした。", ["h"], ["h"], "ja").seen).toEqual(["h"]);
  });

  it("what is denied, feared or only likened harms nobody", () => {
    const harmless = [
      "He was not dead.",
      "He was almost killed.",
      "He slept like one dead.",
      "We came to a dead city.",
    ];
    for (const words of harmless) expect([words, tellsHarm(words, "en")]).toEqual([words, false]);
    expect(tellsHarm("もう死んだように眠った。", "ja")).toBe(false);
  });
});

it("[D5] of the dead who are only named beside what is told nobody is aghast, nor is he who killed them", () => {
  for (const text of [
    "I was given the arms of the man I killed.",
    "I gathered up the dead warrior's weapons, for he was killed in fair fight.",
  ])
    expect(shown(text, ["i"], ["i"]).played?.emotion ?? null, text).toBeNull();
  expect(shown("I saw that Tom was killed.", ["i"], ["i"]).played?.emotion).toBe("shocked");
});
