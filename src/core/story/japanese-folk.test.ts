import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

/** A tale of beasts that are people. */
const tale = bookOf(
  [
    "　野原に、モコというひつじがすんでいました。モコはパンやです。",
    "　あるあさ、モコは、かめのおじいさんのうちへ行きました。",
    "「おじいさん、やきたてのパンですよ」",
    "「ありがとう」おじいさんは、ゆっくり目をあけました。「きつねのルカにも、もっていっておやり」",
    "「はい。では、行ってみます」",
    "　もぐらはかせは、あなのそこで、ほしの本を読んでいました。",
    "「はかせー！　パンですよう」",
    "「しずかに。いま、いいところなのだ」",
    "　はかせは、かた目をあけました。",
    "「パンなら、かめのじいさんにやりたまえ」",
    "　モコは、もりをぬけました。はしの上で、きつねがつりをしていました。",
    "「パンをどうぞ」",
    "「おれはルカだ。パンなんかいらない」と、きつねは言いました。",
  ],
  "ja",
);

it("takes the beasts of a tale for its people, with every name they go by", () => {
  const { cast } = understand(tale);
  const known = cast.map(({ name, aliases, looks }) => [name, aliases.toSorted(), looks.species?.value]);
  expect(known).toContainEqual(["ルカ", ["きつね", "きつねのルカ"], "fox"]);
  expect(known).toContainEqual(["かめのおじいさん", ["おじいさん", "かめ"], "reptile"]);
  expect(known.find(([name]) => name === "もぐらはかせ")?.[1]).toEqual(["はかせ", "もぐら"].toSorted());
  expect(known.find(([name]) => name === "モコ")?.[1]).toEqual(["ひつじ"]);
});

it("lets the one who goes about talk with whom he comes to", () => {
  const { cast, quotes } = understand(tale);
  const said = new Map(quotes.map(({ text, speaker }) => [text, cast.find(({ id }) => id === speaker)?.name ?? null]));
  expect(said.get("おじいさん、やきたてのパンですよ")).toBe("モコ");
  expect(said.get("ありがとう")).toBe("かめのおじいさん");
  expect(said.get("はかせー！　パンですよう")).toBe("モコ");
  expect(said.get("しずかに。いま、いいところなのだ")).toBe("もぐらはかせ");
});

it("leaves the beasts of other books alone", () => {
  const { cast } = understand(bookOf(["　弥助は犬を呼んだ。犬は尾を振った。", "「来い」と弥助は言った。"], "ja"));
  expect(cast.map(({ name }) => name)).toEqual(["弥助"]);
});
