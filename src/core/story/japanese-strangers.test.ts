import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

const castOf = (paragraphs: string[]) => understand(bookOf(paragraphs, "ja")).cast;

it("joins a stranger with the name that he gives", () => {
  const cast = castOf([
    "喜助は糊を練っていた。そこへ一人の若い侍が入って来た。",
    "「私は佐倉新之助。父のことで来た」",
    "新之助は喜助を見た。喜助は顔を上げた。新之助は黙って座った。喜助も座った。",
    "「何のご用で」",
    "と喜助は言った。",
  ]);
  expect(cast.find(({ name }) => name === "新之助")?.aliases).toContain("侍");
  expect(cast.some(({ name }) => name === "侍")).toBe(false);
});

it("joins a stranger with the own name that stands behind another's", () => {
  const cast = castOf([
    "喜助は糊を練っていた。そこへ一人の若い女が入って来た。",
    "「父は正次です。わたしは娘の志津といいます」",
    "志津は喜助を見た。喜助は顔を上げた。志津は黙って座った。喜助も座った。",
    "「何のご用で」",
    "と喜助は言った。",
  ]);
  expect(cast.find(({ name }) => name === "志津")?.aliases).toContain("若い女");
});

it("finds people without honorifics by what only people do, and by what they are", () => {
  const cast = castOf([
    "船頭の弥平は酒を飲んでいた。沖で徳三が叫んだ。",
    "「弥平、北の風だ」",
    "弥平は立ち上がった。徳三は笑った。風が強く吹いた。月が雲に入った。",
  ]);
  expect(cast.map(({ name }) => name).sort()).toEqual(["弥平", "徳三"]);
});

it("joins a stranger with the name that others ask for", () => {
  const cast = castOf([
    "三浦は板を押した。その奥に、男がいた。男が叫んだ。",
    "「あなた、アキラさんですね」",
    "アキラは座り込んだ。アキラは首を振った。三浦は笑った。三浦は首を振った。",
    "「ああ」とアキラは言った。",
  ]);
  expect(cast.find(({ name }) => name === "アキラ")?.aliases).toContain("男");
});

it("joins a stranger with the name that the narration gives at the end", () => {
  const cast = castOf([
    "お初は足を止めた。門の中から、一人の老人が出て来た。",
    "「入りなさい」",
    "老人は笑って、お初を招き入れた。それが、目付の榊であった。",
    "「寒いな」と榊は言った。「はい」とお初は言った。",
  ]);
  expect(cast.find(({ name }) => name === "榊")?.aliases).toContain("老人");
});

it("joins a girl with the name that others give for her, in kana", () => {
  const cast = castOf([
    "伊之助は首を振った。そのとき、女の子が目を開けた。女の子は笑った。",
    "「おみつと申します」",
    "「そうか」と伊之助は言った。おみつは毎朝、戸を叩きに来る。",
  ]);
  expect(cast.find(({ name }) => name === "おみつ")).toMatchObject({ aliases: ["女の子"], gender: "female" });
});
