import { describe, expect, it } from "vitest";
import { readBook } from "../book/read-book.ts";
import { understand } from "../story/understand.ts";
import { unwrap } from "../text/result.ts";
import { asks, saidIn } from "./condense.ts";
import { condenseTurns } from "./exchanges.ts";
import { paceFor } from "./pace.ts";
import { turnsOf } from "./turns.ts";
import { scenesOf } from "./units.ts";

const ja = paceFor("ja");

/** The turns of a talk in Japanese, and what is told of it within a room. */
async function talk(lines: readonly string[]) {
  const source = ["題", "", ...lines.map((line) => `「${line}」`)].join("\n");
  const book = unwrap(await readBook(new TextEncoder().encode(source)));
  const turns = scenesOf(book, understand(book), ja).flatMap(({ units }) => turnsOf(book.text, units));
  const told = (room: number) => {
    const kept = condenseTurns(book.text, turns, room, () => 0, ja);
    return turns.flatMap((turn, i) => (kept[i]?.sentences.length ? [saidIn(book.text, turn)] : []));
  };
  return { text: book.text, turns, told };
}

describe("the exchanges of a talk", () => {
  const lines = [
    "おや、いい天気ですね、旦那さま",
    "まったく、いい天気でございます",
    "おれが兄を殺したのだ",
    "空に雲もありませんし",
    "風もないようでございます",
    "お城の米を盗んだのは、あの男だ",
  ];

  it("[T4] that turn the story stay, and small talk goes first", async () => {
    const { told } = await talk(lines);
    expect(told(1000)).toHaveLength(lines.length);
    const kept = told(40);
    expect(kept).toEqual(expect.arrayContaining([lines[2], lines[5]]));
    expect(kept.length).toBeLessThan(lines.length);
  });

  it.each([
    ["お父上のお名前は", true],
    ["それで、乗り遅れたんですか", true],
    ["娘さんは、どうなったのだ", true],
    ["いつか返しに行きます", false],
    ["何も知りません", false],
    ["雨は、また降る", false],
  ])("[T4] ask without a mark in Japanese: %s", async (line, question) => {
    const { text, turns } = await talk([line]);
    expect(asks(text, turns[0])).toBe(question);
  });

  it("[T4] keep the question with its answer, and what a kept line leans on", async () => {
    const { told } = await talk([
      "きょうは川の水が多いようでございますな、旦那さま",
      "子どもの父親は誰だ",
      "わたくしの兄でございます。兄は川で死にました",
      "舟がいくつも出ておりますな、みなさまお元気で",
    ]);
    const kept = told(48);
    expect(kept).toContain("子どもの父親は誰だ");
    expect(kept.join()).toContain("死にました");
  });

  it("[T4] never leave a line that only takes up the one before it, or a call, without what it hangs on", async () => {
    const { told } = await talk([
      "川の水が多うございますな、旦那さま、この雨で",
      "おゆき。薬の包みはどこへしまった",
      "きのうのつきあいで、兄の薬は質に入れてしまいました",
      "つきあい！",
      "大家さん、そいつは兄も承知でございます",
    ]);
    for (const size of [20, 35, 50, 65, 80, 95]) {
      const kept = told(size).join("|");
      if (/つきあい！|そいつは/u.test(kept)) expect(kept, `${size}`).toContain("質に入れて");
      if (kept.includes("おゆき")) expect(kept, `${size}`).toContain("どこへしまった");
    }
    expect(told(200)).toHaveLength(5);
  });

  it("[T4] tell the reason that somebody asks for, and not two small remarks in its place", async () => {
    const { told } = await talk([
      "よく降りますな、まあ",
      "そうですな、まったく",
      "なぜ店の鍵を渡した",
      "あの子の家がどこにもなかったのでございます",
      "足もとが悪うございます",
    ]);
    expect(told(40).join()).toContain("あの子の家");
  });
});
