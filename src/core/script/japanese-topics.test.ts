import { describe, expect, it } from "vitest";
import { topical, topicsIn } from "./japanese-topics.ts";
import { newDraft } from "./draft.ts";
import { withPeople } from "./framing.ts";

const names: [string, string][] = [
  ["赤シャツ", "red"],
  ["うらなり", "pale"],
  ["下人", "servant"],
  ["老婆", "old"],
  ["山嵐", "storm"],
];

describe("[D5] of whom Japanese words are", () => {
  it.each([
    ["marked by は", "下人は、老婆の着物を剥ぎとった。", ["servant"]],
    ["marked by が to the end", "老婆が、死骸の中から体を起したのは、間もなくの事である。", ["old"]],
    ["not whoever acts in a clause within", "赤シャツが座に復するのを待って、山嵐がぬっと立ち上がった。", ["storm"]],
    ["whose mind they tell", "しかし、下人の心には、ある勇気が生まれて来た。", ["servant"]],
    ["whom they concern", "しかし下人にとっては、それだけで許せない悪であった。", ["servant"]],
    ["who stands behind what is said of them", "ただ気の毒だったのはうらなり君で、蒼い顔をしていた。", ["pale"]],
    ["who has come into sight", "背の低い、痩せた、猿のような老婆である。", ["old"]],
    ["not who is only named", "雨は門をつつんで、老婆の上に降った。", []],
  ])("they are of one %s", (_, words, people) => {
    expect(topicsIn(words, names)).toEqual(people);
  });

  it("この男 is the last man told of", () => {
    expect(topicsIn("この男の悪を憎む心は、老婆の松明のように燃え出した。", names, "servant")).toEqual(["servant"]);
  });
});

it("[D5] nobody of the cast is seen for a lord of whom the words tell for the first time", () => {
  const told = "むかしは、中山さまというおとのさまが、おられたそうです。";
  const draft = newDraft("quiet");
  const tools = { text: told, cast: new Map(), present: new Set(["fox"]), handed: new Set<string>(), narrator: null };
  const place = { place: "p1", named: false };
  expect(topical(told, draft, withPeople("quiet", "medium", ["fox"], place), undefined, tools).seen).toEqual([]);
});
