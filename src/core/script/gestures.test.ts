import { describe, expect, it } from "vitest";
import { gestural, gestureOf, gestureSaid, gestureTold, type Moment } from "./gestures.ts";

const moment: Moment = { line: "", told: "", face: "neutral", speaks: true, turn: "0" };
/** Every gesture that a moment may have, over many panels. */
const overPanels = (part: Partial<Moment>, rules: "en" | "ja" = "en") =>
  Array.from({ length: 60 }, (_, i) => gestureOf({ ...moment, ...part, turn: `${i} n1` }, rules));

describe("gestures", () => {
  it.each([
    ["he shook his fist", "en", "shake-fist"],
    ["she clasped her hands", "en", "clasp-hands"],
    ["he shrugged his shoulders", "en", "shrug"],
    ["he raised his hat", "en", "tip-hat"],
    ["he saluted", "en", "tip-hat"],
    ["he passed his hand over his forehead", "en", "despair"],
    ["頭を抱えた", "ja", "despair"],
    ["腕組みをした", "ja", null],
    ["the sun rose", "en", null],
  ] as const)("[D5] are those that the words tell: %s", (told, rules, gesture) =>
    expect(gestureTold(told, rules)).toBe(gesture),
  );

  it.each([
    ["Have mercy, sir.", "en", "clasp-hands"],
    ["Wait a moment.", "en", "halt"],
    ["I don’t know.", "en", "shrug"],
    ["You see, it is quite simple.", "en", "explain"],
    ["Pray take a seat.", "en", "offer"],
    ["どうぞお上がり下さい", "ja", "offer"],
    ["知らないよ", "ja", "shrug"],
  ] as const)("[D5] go with what is said: %s", (line, rules, gesture) => {
    expect(gestureSaid(line, rules)).toBe(gesture);
    expect(overPanels({ line }, rules)).toContain(gesture);
  });

  it.each([
    ["It was raining in the town.", "en"],
    ["What is the matter with the lamp?", "en"],
    ["This is the new book.", "en"],
    ["Thank you, my dear friend.", "en"],
    ["君はどこへ行くのかね", "ja"],
  ] as const)("[D5] need words that ask for one: %s", (line, rules) => {
    for (const face of ["neutral", "happy", "thinking", "sad"] as const)
      for (const pose of overPanels({ line, face }, rules)) expect(["stand", "hands-behind"]).toContain(pose);
  });

  it("[D5] open no palm in anger, raise no fist in friendship and cover no mouth that speaks", () => {
    for (const face of ["angry", "furious"] as const)
      expect(overPanels({ line: "Pray take a seat.", face })).not.toContain("offer");
    expect(overPanels({ line: "Pray take a seat.", face: "happy" })).not.toContain("shake-fist");
    expect(overPanels({ line: "Oh!", told: "with her hand to her mouth", face: "shocked" })).not.toContain("gasp");
  });

  it("[P7] are seen from head to waist, unlike a body at rest", () => {
    expect(gestural.has("offer")).toBe(true);
    expect(gestural.has("stand")).toBe(false);
  });
});
