import { describe, expect, it } from "vitest";
import { beliesHands, beliesPosture, detailsIn, tellsLooks, tellsUnnoticed } from "./bodily-words.ts";

describe("words that deny an upright body", () => {
  it("[D5] knows postures in which nobody stands", () => {
    for (const words of [
      "Alice crouched down among the trees.",
      "She was tired of sitting by her sister on the bank.",
      "Down went Alice after it!",
      "He burst into convulsive sobbing, with his face buried in his hands.",
      "He bent his head to look.",
    ])
      expect(beliesPosture(words, "en", "stand"), words).toBe(true);
    for (const words of ["ごんは、井戸のそばにしゃがんでいました。", "男は頭をさげた。", "鼻を掩った。"])
      expect(beliesPosture(words, "ja", "stand"), words).toBe(true);
  });

  it("[D5] lets a body that is drawn so do it, and no other", () => {
    expect(beliesPosture("Tom sat down.", "en", "sit")).toBe(false);
    expect(beliesPosture("Tom sat down.", "en", "walk")).toBe(true);
  });

  it("takes no word for a deed that is denied, wished for or somebody's eye's", () => {
    for (const words of [
      "She would not sit down.",
      "Soon her eye fell on a box.",
      "He fell silent.",
      "He lay it down.",
    ])
      expect(beliesPosture(words, "en", "stand"), words).toBe(false);
    for (const words of ["坐らなかった。", "倒れそうになかった。"])
      expect(beliesPosture(words, "ja", "stand"), words).toBe(false);
  });

  it("[D5] knows what hands do with a thing", () => {
    for (const words of [
      "He threw open the door.",
      "She stroked her hair.",
      "He stuffed the coats into a bag.",
      "She went timidly up to the door.",
    ])
      expect(beliesHands(words, "en", "stand"), words).toBe(true);
    for (const words of ["清は髪を撫でた。", "死骸の首に両手をかけると"])
      expect(beliesHands(words, "ja", "stand"), words).toBe(true);
    expect(beliesHands("She could not have opened the door.", "en", "stand")).toBe(false);
  });

  it("finds the part of a body or of a room that shows it", () => {
    expect(detailsIn("She opened her eyes very wide.")).toEqual([]);
    expect(detailsIn("He made for the door.")).toEqual(["door"]);
    expect(detailsIn("Alice went back to the table.")).toEqual(["table"]);
  });

  it("knows who is not seen by whom", () => {
    expect(tellsUnnoticed("加助は、ごんには気がつかないで、そのままあるきました。")).toBe(true);
    expect(tellsUnnoticed("Tom did not notice Marta.")).toBe(true);
    expect(tellsUnnoticed("Tom noticed Marta.")).toBe(false);
  });
});

it("knows what somebody looks like from what somebody does", () => {
  expect(tellsLooks("As to his dress, it was careful to the verge of foppishness.", "en")).toBe(true);
  expect(tellsLooks("英語の教師に大変顔色の悪るい男が居た。", "ja")).toBe(true);
  expect(tellsLooks("He washed his face.", "en")).toBe(false);
});
