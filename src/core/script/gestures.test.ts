import { describe, expect, it } from "vitest";
import { gestural, gestureOf, gestureSaid, gestureTold, type Moment } from "./gestures.ts";

const moment: Moment = { line: "", told: "", face: "neutral", speaks: true };
const gestureIn = (part: Partial<Moment>, rules: "en" | "ja" = "en") => gestureOf({ ...moment, ...part }, rules);

describe("gestures", () => {
  it.each([
    ["he shook his fist", "en", "shake-fist"],
    ["she clasped her hands", "en", "clasp-hands"],
    ["he shrugged his shoulders", "en", "shrug"],
    ["he raised his hat", "en", "tip-hat"],
    ["he saluted", "en", "tip-hat"],
    ["he waved his hand to me", "en", "halt"],
    ["he held his aching head in both his hands", "en", "despair"],
    ["頭を抱えた", "ja", "despair"],
    ["腕組みをした", "ja", null],
    ["the sun rose", "en", null],
  ] as const)("[D5] are those that the words tell: %s", (told, rules, gesture) =>
    expect(gestureTold(told, rules)).toBe(gesture),
  );

  it.each([
    ["he held his head high", "en"],
    ["he raised his hand to his eyes", "en"],
    ["he shook his head", "en"],
    ["she explained it to him", "en"],
    ["with both hands in his pockets", "en"],
    ["I begged his pardon", "en"],
    ["cried the King, and, as Tom shrugged his shoulders, he added", "en"],
    ["首を横に振った", "ja"],
  ] as const)("[D5] are no other than those that the words tell: %s", (told, rules) =>
    expect(gestureTold(told, rules)).toBeNull(),
  );

  it.each([
    ["I beg you, sir.", "en", "clasp-hands"],
    ["Wait a moment.", "en", "halt"],
    ["Oh, I don’t know.", "en", "shrug"],
    ["So it is. Listen, it is quite simple.", "en", "explain"],
    ["Pray take a seat.", "en", "offer"],
    ["どうぞお上がり下さい", "ja", "offer"],
    ["知らないよ", "ja", "shrug"],
  ] as const)("[D5] go with what is said: %s", (line, rules, gesture) => {
    expect(gestureSaid(line, rules)).toBe(gesture);
    expect(gestureIn({ line }, rules)).toBe(gesture);
    expect(gestureIn({ line, speaks: false }, rules)).toBe("stand");
  });

  it.each([
    ["It was raining in the town.", "en"],
    ["What is the matter with the lamp?", "en"],
    ["This is the new book.", "en"],
    ["Thank you, my dear friend.", "en"],
    ["I don’t think I shall send it anywhere.", "en"],
    ["I don’t know what I should do if any one found it out.", "en"],
    ["I am tired and I want to sit down.", "en"],
    ["My God! don’t tell me that you are bad.", "en"],
    ["I beg your pardon?", "en"],
    ["I have an idea.", "en"],
    ["Wait there till you hear from me.", "en"],
    ["君はどこへ行くのかね", "ja"],
    ["嫁が貰いたくって仕方がないんだ", "ja"],
  ] as const)("[D5] need words that ask for one: %s", (line, rules) => {
    for (const face of ["neutral", "happy", "thinking", "sad", "shocked", "furious", "crying"] as const)
      expect(gestureIn({ line, face }, rules)).toBe("stand");
  });

  it("[D5] are not heard any more at the end of a long speech", () => {
    const long =
      "It was a long way, and the road was bad all the time, and the horses were tired of it, and so were we. ";
    expect(gestureSaid(`${long}Listen, I say.`, "en")).toBeNull();
  });

  it("[D5] open no palm in anger, wag no finger in grief, shrug no shoulder in tears and cover no mouth that speaks", () => {
    for (const face of ["angry", "furious"] as const)
      expect(gestureIn({ line: "Pray take a seat.", face })).toBe("stand");
    for (const face of ["sad", "crying", "tender", "afraid"] as const) {
      expect(gestureIn({ line: "Listen, I love it.", face })).toBe("stand");
      expect(gestureIn({ line: "I don’t know.", face })).toBe("stand");
    }
    expect(gestureIn({ line: "Oh!", told: "with her hand to her mouth", face: "shocked" })).toBe("stand");
  });

  it("[P7] are seen from head to waist, unlike a body at rest", () => {
    expect(gestural.has("offer")).toBe(true);
    expect(gestural.has("stand")).toBe(false);
  });
});
