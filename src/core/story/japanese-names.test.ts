import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

const castOf = (paragraphs: string[]) => understand(bookOf(paragraphs, "ja")).cast;
const told = "僕は戸を開けた。僕は座った。僕は茶を飲んだ。僕は外を見た。僕は黙っていた。";

describe("the I of a story", () => {
  it("bears the name that he gives himself", () => {
    const [teller] = castOf([told, "僕の名は水野恭一という。", "「寒いな」と僕は言った。"]);
    expect(teller).toMatchObject({ name: "水野恭一", aliases: ["僕"], role: "narrator" });
  });

  it("is the one whom others call so", () => {
    const cast = castOf([told, "「僕は水野と申します」と僕は言った。", "「寒いな」と水野は言った。"]);
    expect(cast.map(({ name, role }) => ({ name, role }))).toEqual([{ name: "水野", role: "narrator" }]);
  });

  it("is no more than an I where he says what he is", () => {
    expect(castOf([told, "僕は画工である。", "「寒いな」と僕は言った。"])[0]).toMatchObject({ name: "僕" });
  });
});

describe("the people of a Japanese book", () => {
  it("may bear a name of one kanji, where somebody calls them and they do what only people do", () => {
    const tale = (call: string) => [
      `修は首を振った。修は戸を開けた。修は茶を飲んだ。「${call}」と安西は言った。`,
      "「寒いな」と安西は言った。雪は屋根を隠した。雪は門を閉ざした。雪は降りつづいた。",
    ];
    expect(castOf(tale("修、寒いか")).map(({ name }) => name)).toContain("修");
    expect(castOf(tale("寒いか")).map(({ name }) => name)).not.toContain("雪");
  });

  it("are one where two words for them differ in an ending only", () => {
    const cast = castOf([
      "「寒いな」と婆さんは言った。「お茶を」とお婆さんは言った。",
      "婆さんは立った。お婆さんは座った。婆さんは笑った。",
    ]);
    expect(cast.map(({ name }) => name)).toEqual(["婆さん"]);
  });

  it("are not what adverbs and headings are", () => {
    const names = castOf([
      "「寒いな」と弥助は言った。",
      "『海』と標題が書いてある。スッカリ様子が変った。スッカリさんは、もういない。スッカリさんが来た。",
    ]).map(({ name }) => name);
    expect(names).toEqual(["弥助"]);
  });

  it("may have a family name that ends like a place", () => {
    const tale = [
      "新人の木下は束を数えていた。木下は頬をゆるめた。",
      "「三百枚です」と木下は言った。",
      "箱の中は空だった。坂の下は暗かった。",
    ];
    expect(castOf(tale).map(({ name }) => name)).toEqual(["木下"]);
  });

  it("are men or women by what a later sentence says they are", () => {
    const cast = castOf([
      "先輩の三浦が来た。三十を過ぎた、背の高い男で、よく笑う。三浦は首を振った。",
      "課長の佐伯が立ってきた。髪を束ねた、五十過ぎの女性である。佐伯は首を振った。",
      "「寒いな」と三浦は言った。「そうだな」と佐伯は言った。",
    ]);
    expect(cast.map(({ name, gender }) => `${name} ${gender}`).toSorted()).toEqual(["三浦 male", "佐伯 female"]);
  });
});
