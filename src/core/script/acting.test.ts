import { describe, expect, it } from "vitest";
import { emotionIn, faceOf, gestureOf, soberFace, voiceOf } from "./acting.ts";

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

  it.each([
    ["I was beaten and robbed.", "en", "joyful"],
    ["ひどい目にあわされた", "ja", "joyful"],
    ["Alas! he is dead.", "en", "comic"],
  ] as const)("[D5] never tells a misfortune with a smile: %s", (line, rules, mood) =>
    expect(faceOf({ ...spoken, line, mood }, rules)).toBe("sad"),
  );

  it("[D5] shows no strong feeling for a calm line or a polite question, whatever the scene's mood", () => {
    const mild = ["neutral", "thinking", "happy", "sad", "suspicious"];
    for (const mood of ["angry", "tense", "fearful", "joyful", "sad", "mysterious"] as const)
      for (let turn = 0; turn < 4; turn++) {
        expect(mild).toContain(faceOf({ ...spoken, line: "May I ask who you are, sir?", mood, turn }, "en"));
        expect(mild).toContain(faceOf({ ...spoken, line: "それは私です。", mood, turn }, "ja"));
      }
  });

  it("[D5] stares in amazement, and does not feel what is denied", () => {
    expect(emotionIn("stared at him in amazement", "en")).toBe("surprised");
    expect(emotionIn("決して笑った事はない", "ja")).toBeNull();
    expect(emotionIn("would be pleased", "en")).toBeNull();
  });

  it("[D5] has no smile for death and hunger", () => {
    expect(soberFace("laughing", "He will end on a gallows.", "en")).toBe("neutral");
    expect(soberFace("happy", "饑死をするばかりである。", "ja")).toBe("neutral");
    expect(soberFace("happy", "What a fine day!", "en")).toBe("happy");
    expect(soberFace("happy", "He gave a violent start and dropped his gloves.", "en")).toBe("neutral");
  });

  it.each([
    ["これは全くわるい。あやまります", "一同がまた笑い出した", "ja", "ashamed"],
    ["これは全くわるい。あやまります", "と彼は笑った", "ja", "ashamed"],
    ["そんな処分は大嫌いです", "みんなが笑った", "ja", "determined"],
    ["I am so sorry.", "she laughed", "en", "ashamed"],
    ["I won’t do it.", "he smiled", "en", "determined"],
  ] as const)("[D5] says nothing contrary with a smile: %s", (line, tag, rules, face) =>
    expect(faceOf({ ...spoken, line, tag }, rules)).toBe(face),
  );

  it("[D5] smiles for thanks and joy, and not for a word of them in other company", () => {
    expect(faceOf({ ...spoken, line: "Thank you, Ada." }, "en")).toBe("happy");
    expect(faceOf({ ...spoken, line: "ありがとうございます" }, "ja")).toBe("happy");
    expect(faceOf({ ...spoken, line: "I should be glad to know what you mean?" }, "en")).not.toBe("happy");
    expect(faceOf({ ...spoken, line: "どうも難有う。だれが転任するんですか" }, "ja")).not.toBe("happy");
    expect(faceOf({ ...spoken, line: "Of course it was obvious." }, "en")).toBe("neutral");
  });

  it("[D5] looks stern where something is refused or cried out, and doubtful at what is strange", () => {
    expect(faceOf({ ...spoken, line: "増給はご免蒙ります" }, "ja")).toBe("determined");
    expect(faceOf({ ...spoken, line: "Well, be off, then!" }, "en")).toBe("determined");
    expect(faceOf({ ...spoken, line: "もっと働くんですか、妙だな" }, "ja")).toBe("suspicious");
    expect(faceOf({ ...spoken, line: "Take it away.", before: "angry" }, "en")).toBe("determined");
  });

  it("[D5] takes a manner of speaking for no feeling", () => {
    expect(faceOf({ ...spoken, line: "I fear that you will find it slow." }, "en")).toBe("neutral");
    expect(faceOf({ ...spoken, line: "Oh, yes! Everybody says so." }, "en")).not.toBe("surprised");
  });

  it("[D5] shows again what somebody tells of an own fear, and not what others felt", () => {
    expect(faceOf({ ...spoken, line: "I was frightened of the house." }, "en")).toBe("afraid");
    expect(faceOf({ ...spoken, line: "The horse was frightened." }, "en")).toBe("neutral");
  });

  it("[D5] gives nobody in a tender chapter a tender face for a quarrel", () => {
    for (let turn = 0; turn < 6; turn++)
      expect(faceOf({ ...spoken, line: "それを聞いてきたんだ", mood: "tender", turn }, "ja")).toBe("neutral");
  });

  it("tells a start from a beginning, and a cry from weeping", () => {
    expect(emotionIn("gave a violent start", "en")).toBe("surprised");
    expect(emotionIn("started to walk", "en")).toBeNull();
    expect(emotionIn("gave a cry", "en")).toBeNull();
    expect(emotionIn("sat down and began to cry again", "en")).toBe("crying");
  });

  it("lets anger fade rather than vanish", () => {
    expect(faceOf({ ...spoken, line: "Sit down.", before: "furious" }, "en")).toBe("angry");
  });

  it("finds no feeling where none is told", () => expect(emotionIn("The table was of oak.", "en")).toBeNull());
});

it("[D5] no gesture of talk reaches for what is not there", () => {
  for (const face of ["furious", "angry", "shocked", "neutral", "laughing", "afraid"] as const)
    for (let turn = 0; turn < 8; turn++)
      expect(["stand", "arms-crossed", "hands-on-hips"]).toContain(gestureOf(face, turn));
});

describe("voices", () => {
  it("[L6] a shout needs a tag or marks that say so", () => {
    expect(voiceOf("Stop!", "shouted Tom", "en")).toBe("shout");
    expect(voiceOf("Stop!", "said Tom", "en")).toBe("speech");
    expect(voiceOf("行け！！", "", "ja")).toBe("shout");
    expect(voiceOf("Hush.", "she whispered", "en")).toBe("whisper");
  });
});
