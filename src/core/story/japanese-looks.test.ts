import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import type { Looks } from "./story.ts";
import { understand } from "./understand.ts";

const talk = [
  "「寒いな」と弥助は言った。",
  "「うん」と小梅が言った。",
  "「帰ろう」と弥助は言った。",
  "「うん」と小梅は言った。",
];
const looksOf = (name: string, paragraphs: string[]): Looks | undefined =>
  understand(bookOf([...paragraphs, ...talk], "ja")).cast.find((person) => person.name === name)?.looks;
const clothes = (name: string, ...paragraphs: string[]) =>
  looksOf(name, [...talk, ...paragraphs])?.clothes.map(({ value }) => value);

describe("[D2] looks of people in Japanese", () => {
  it("reads what stands right before a name, and what somebody is said to wear", () => {
    expect(clothes("弥助", "蓑を着た弥助が立っていた。")).toEqual(["蓑"]);
    expect(clothes("弥助", "弥助は黒い羽織を着ていた。")).toEqual(["黒い羽織"]);
  });

  it.each([
    ["another one", "弥助は赤い羽織を着た男を見た。"],
    ["mourners", "弥助は顔を上げた。白い着物を着た者たちが来た。"],
    ["a thing that is folded", "弥助は着物を畳んだ。"],
    ["a likeness", "弥助は羽織のような雲を見た。"],
    ["a guess", "弥助は羽織を着ているだろう。"],
  ])("gives nobody the clothes of %s", (_, sentence) => expect(clothes("弥助", sentence)).toEqual([]));

  it("goes on from somebody's first line to a description", () => {
    const looks = looksOf("小梅", [
      "「待て」と小梅は叫んだ。",
      "七つの、豆粒のような女の子である。おかっぱ頭に、大きな赤い半纏。",
    ]);
    expect([looks?.age?.value, looks?.hairStyle?.value, looks?.clothes[0]?.value]).toEqual([
      "child",
      "short",
      "赤い半纏",
    ]);
  });
});
