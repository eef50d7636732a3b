import { describe, expect, it } from "vitest";
import { emotionIn, faceOf, voiceOf } from "./acting.ts";

describe("what faces show", () => {
  const spoken = { tag: "", kind: "speech", mood: null, before: null, turn: 0 } as const;

  it("[D5] follows the tag before the words", () => {
    expect(faceOf({ ...spoken, line: "Well done.", tag: "she sobbed" }, "en")).toBe("crying");
    expect(faceOf({ ...spoken, line: "もういい", tag: "と凪は笑った" }, "ja")).toBe("happy");
  });

  it("[D5] hears anger, fear and regret in the words", () => {
    expect(faceOf({ ...spoken, line: "You liar!" }, "en")).toBe("angry");
    expect(faceOf({ ...spoken, line: "助けて！" }, "ja")).toBe("afraid");
    expect(faceOf({ ...spoken, line: "I am so sorry." }, "en")).toBe("ashamed");
  });

  it("lets anger fade rather than vanish", () => {
    expect(faceOf({ ...spoken, line: "Sit down.", before: "furious" }, "en")).toBe("angry");
  });

  it("finds no feeling where none is told", () => expect(emotionIn("The table was of oak.", "en")).toBeNull());
});

describe("voices", () => {
  it("[L6] a shout needs a tag or marks that say so", () => {
    expect(voiceOf("Stop!", "shouted Tom", "en")).toBe("shout");
    expect(voiceOf("Stop!", "said Tom", "en")).toBe("speech");
    expect(voiceOf("行け！！", "", "ja")).toBe("shout");
    expect(voiceOf("Hush.", "she whispered", "en")).toBe("whisper");
  });
});
