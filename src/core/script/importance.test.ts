import { describe, expect, it } from "vitest";
import { isHook, raisePeak } from "./importance.ts";
import type { Actor, Beat } from "./script.ts";

describe("[P5] a page turns", () => {
  it.each([
    "Who is there?",
    "Then somebody knocked.",
    "The door opened.",
    "There were footsteps in the passage.",
    "誰だ？",
    "戸が開いた。",
    "ごんは、ばたりとたおれました。",
    "I presume that you are not--",
    "She turned round and listened.",
    "そこへ誰かが近づいて来た。",
    "どこへ行くのですか",
  ])("after “%s”", (words) => expect(isHook(words, false)).toBe(true));

  it.each(["He ate an egg.", "What a fine day!", "空は晴れていました。", "They lived in a small house by the sea."])(
    "not after “%s”",
    (words) => expect(isHook(words, false)).toBe(false),
  );

  it("after the last words of a scene, whatever they are", () => {
    expect(isHook("He ate an egg.", true)).toBe(true);
    expect(isHook("", true)).toBe(false);
  });
});

const actor = (pose: Actor["pose"]): Actor => ({
  person: "n1",
  emotion: "neutral",
  pose,
  side: "left",
  looksAt: null,
  speaks: false,
  holds: null,
});

it("[P1] a tale has a splash where it peaks, in somebody who does something, unless it is so short that a fifth of it would go to one picture", () => {
  const beat: Beat = {
    id: "b1",
    scene: "s1",
    kind: "talk",
    shot: "medium",
    importance: 0.4,
    opensScene: false,
    hook: false,
    place: null,
    time: null,
    weather: null,
    mood: null,
    figures: [],
    prop: null,
    scenery: "place",
    camera: "eye",
    texts: [],
    effect: null,
    start: 0,
    end: 0,
  };
  const splashes = (count: number): number => {
    const beats = Array.from({ length: count }, () => ({ ...beat }));
    raisePeak(beats);
    return beats.filter(({ importance }) => importance > 0.95).length;
  };
  const [still, moved] = [beat, { ...beat, figures: [actor("run")] }].map((one): Beat => ({ ...one, kind: "action" }));
  const beats = Array.from({ length: 40 }, (_, i) => ({ ...((i === 9 ? moved : still) ?? beat) }));
  raisePeak(beats);
  expect(beats.findIndex(({ importance }) => importance > 0.95)).toBe(9);
  expect(splashes(40)).toBe(1);
  expect(splashes(20)).toBe(0);
});
