import { expect, it } from "vitest";
import { noLooks } from "../../../test/people.ts";
import type { Person } from "../story/story.ts";
import { emotionIn } from "./acting.ts";
import { isFeltByAnother } from "./acting-owners.ts";
import type { Emotion } from "./script.ts";

const person = (id: string, name: string, gender: "male" | "female", aliases: string[] = []): Person => ({
  id,
  name,
  aliases,
  gender,
  role: "main",
  looks: noLooks,
  mentions: 9,
});
const people = [
  person("i", "Ward", "male"),
  person("t", "Tom", "male"),
  person("a", "Ann", "female"),
  person("m", "Mr. Reed", "male"),
  person("s", "Jim Reed", "male", ["Reed"]),
  person("k", "健太", "male"),
];
const tools = { cast: new Map(people.map((one) => [one.id, one])), narrator: "i" };
const others = (caption: string, face: Emotion, who: string): boolean =>
  isFeltByAnother(caption, face, who, tools, "en");

it("[D5] a feeling is of him of whom the words tell it, and of nobody else", () => {
  expect(others("Ann sank down, and Tom was horrified at the sight.", "shocked", "a")).toBe(true);
  expect(others("Ann sank down, and Tom was horrified at the sight.", "shocked", "t")).toBe(false);
  expect(others("I was alarmed by his silence.", "afraid", "t")).toBe(true);
  expect(others("I was alarmed by his silence.", "afraid", "i")).toBe(false);
  expect(others("I asked what the cause of her anger was.", "angry", "t")).toBe(true);
});

it("[D5] who is amazed by somebody stands behind the verb", () => {
  expect(others("Tom spoke with a frankness that amazed her.", "surprised", "t")).toBe(true);
  expect(others("Tom spoke with a frankness that amazed her.", "surprised", "a")).toBe(false);
  expect(others("Tom looked amazed.", "surprised", "t")).toBe(false);
});

it("[D5] a clause between two others has its own subject, and a name may be of two", () => {
  expect(others("Ann, when I had gone, trembled all over.", "afraid", "a")).toBe(false);
  expect(others("Reed smiled.", "happy", "s")).toBe(false);
  expect(others("Reed smiled.", "happy", "m")).toBe(false);
  expect(others("There was terror in the house.", "afraid", "t")).toBe(false);
});

it("[D5] nobody feels the look at which he laughs, nor what might have been felt", () => {
  for (const words of [
    "He laughed at my bewildered expression.",
    "She smiled at the old man's surprise.",
    "I should have felt terror at such a leap.",
    "in the hope of a glimpse of his dread master",
  ])
    expect(["surprised", "shocked", "afraid"], words).not.toContain(emotionIn(words, "en"));
  expect(emotionIn("She burst into such a frenzy of crying.", "en")).toBe("crying");
});

it("[D5] who is told to have been afraid looks it, and who was afraid that something may come looks worried", () => {
  expect(emotionIn("The boy was sore afraid that it might leak out.", "en")).toBe("afraid");
  expect(emotionIn("He was afraid of the dark.", "en")).toBe("afraid");
  expect(emotionIn("She was afraid he would be late.", "en")).toBe("sad");
  expect(emotionIn("He was not afraid.", "en")).toBeNull();
  expect(emotionIn("I am afraid that is all.", "en")).toBeNull();
});

it("[D5] a voice, a hand or a sobbing that is somebody's is not of who hears or holds it", () => {
  expect(others("I took the lamp from the trembling hand of Ann.", "afraid", "i")).toBe(true);
  expect(others("The quiet sobbing of Ann went on as we rode.", "crying", "i")).toBe(true);
  expect(others("The quiet sobbing of Ann went on as we rode.", "crying", "a")).toBe(false);
  expect(others("It was the noise that had frightened them.", "afraid", "t")).toBe(true);
});

it("[D5] the mood of a place, a laugh that is heard and a mere resolve are on no face", () => {
  for (const words of [
    "He looked out across the melancholy moor.",
    "A low laugh rang out behind the door.",
    "The hall was a place of shadow and gloom.",
    "She determined to go home.",
    "He went no further for fear of the dogs.",
  ])
    expect(emotionIn(words, "en"), words).toBeNull();
  expect(emotionIn("She was determined to go.", "en")).toBe("determined");
});

it("[D5] Japanese marks whose feeling it is, and a polite or a past one is nobody's here", () => {
  const ja = (caption: string, face: Emotion, who: string): boolean => isFeltByAnother(caption, face, who, tools, "ja");
  expect(ja("おれは戸を閉めたが、健太は怒っている。", "angry", "i")).toBe(true);
  expect(ja("おれは戸を閉めたが、健太は怒っている。", "angry", "k")).toBe(false);
  expect(ja("犬が驚いて、鳴き出した。", "surprised", "k")).toBe(true);
  expect(ja("健太は腹が立った。", "angry", "k")).toBe(false);
  for (const words of [
    "隣の人が怒鳴り込んで来た。",
    "さぞお疲れで。",
    "ちっとも恥かしいとも思っていない。",
    "兄に笑われた。",
  ])
    expect(emotionIn(words, "ja"), words).toBeNull();
  expect(emotionIn("弟は怒鳴った。", "ja")).toBe("furious");
});
