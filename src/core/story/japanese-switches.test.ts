import { describe, expect, it } from "vitest";
import { lastJoint, nextVoice, ownPart } from "./japanese-switches.ts";

describe("the next line of a paragraph", () => {
  it.each([
    ["と聞いてみたら", "other"],
    ["と云うと", "other"],
    ["と聞くから", "other"],
    ["と答えたら、", "other"],
    ["", "other"],
    ["と言って、", "same"],
    ["と笑いながら", "same"],
    ["と云った。すると", null],
    ["と云うと小使は急いで馳け出したが、やがて載せて来て", "other"],
  ])("after %s is by: %s", (between, voice) => {
    expect(nextVoice(between)).toBe(voice);
  });
});

describe("the joints of a sentence", () => {
  it("end the words of a tag where somebody else takes over", () => {
    expect(ownPart("と聞くから、おれはこう答えた")).toBe("と聞くから、");
    expect(ownPart("と弥助は言った")).toBe("と弥助は言った");
  });

  it("are found before a quote", () => {
    expect("おれが黙っていると、赤シャツは".slice(lastJoint("おれが黙っていると、赤シャツは"))).toBe("赤シャツは");
    expect(lastJoint("弥助は")).toBe(0);
  });
});
