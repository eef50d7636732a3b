import { describe, expect, it } from "vitest";
import { japaneseMove } from "./japanese-moves.ts";

const move = (words: string, { people = true, teller = false, first = false } = {}) =>
  japaneseMove({ words, first, people: people ? [{ start: 0, end: 2 }] : [], teller, named: new Map() })?.key ?? null;

describe("a Japanese sentence", () => {
  it.each([
    ["おれは車を並べて停車場へ着いて、黙っていた。", "停車場"],
    ["おれはすぐ湯に入った。", "温泉"],
    ["弥助は門を出た。", "通り"],
    ["弥助は舟に乗り込んだ。", "舟"],
    ["舟は島を右に見てぐるりと廻った。", "舟"],
    ["弥助は小梅を背負って濁流へ飛びこんだ。", "濁流"],
    ["おれは蕎麦屋へ這入った。", "蕎麦屋"],
    ["おれはついでだから一杯食って行こうと思って上がり込んだ。", "蕎麦屋"],
    ["乗り込んでみるとマッチ箱のような汽車だ。", "汽車"],
    ["おれは二人のあとを尾けた。", "道"],
  ])("takes its people along: %s", (words, place) => {
    expect(move(words, { teller: true })).toBe(place);
  });

  it.each([
    "弥助は学校へ行こうと思った。",
    "弥助は学校へ行きたくなった。",
    "弥助は学校へ行かなかった。",
    "おれは湯にはいって、すぐ帰ったと答えた。",
    "赤シャツは学校へ雑誌を持って来て読んでいる。",
    "弥助は玄関へ出て行った。",
    "弥助は町へ行って魚を釣ったり、話したりする。",
    "温泉へ来て村へ帰る若い衆かも知れない。",
    "おれは時々町へ出た。",
  ])("moves nobody in a wish, a report or a habit: %s", (words) => {
    expect(move(words)).toBeNull();
  });

  it("needs nobody to be named where an I tells the story", () => {
    expect(move("すぐ汽車へ乗った。", { people: false, teller: true })).toBe("汽車");
    expect(move("すぐ汽車へ乗った。", { people: false })).toBeNull();
  });
});
