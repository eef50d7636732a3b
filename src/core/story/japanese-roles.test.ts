import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

const castOf = (paragraphs: string[]) => understand(bookOf(paragraphs, "ja")).cast;
const called = (paragraphs: string[], name: string) => castOf(paragraphs).find((one) => one.name === name);

describe("the people of a short tale", () => {
  it("have what they are as another name", () => {
    const tale = ["課長の高木は図面を机に置いた。高木は笑った。", "「おい」と高木は言った。"];
    expect(called(tale, "高木")?.aliases).toContain("課長");
  });

  it("have a title as another name where it stands alone later", () => {
    const tale = ["早川先生は笑った。先生は窓を開けた。", "「おはよう」と早川先生は言った。"];
    expect(called(tale, "早川")?.aliases).toContain("先生");
  });

  it("are also those without a name who do what only people do", () => {
    const tale = ["「寒いな」と弥助は言った。門番が棒を突き出した。", "「どこへ行く」", "門番が叫んだ。"];
    expect(castOf(tale).map(({ name }) => name)).toContain("門番");
  });

  it("are neither beasts that only act nor those whom a word points back to", () => {
    const tale = ["「寒いな」と弥助は言った。犬は首を振った。犬は座った。", "この男は黙って歩いた。この男は笑った。"];
    expect(castOf(tale).map(({ name }) => name)).toEqual(["弥助"]);
  });

  it("bear a full name and its parts as one person", () => {
    const tale = ["隣に住む吉岡トメが垣根越しに言った。トメは笑った。", "「寒いな」", "とトメは言った。"];
    expect(called(tale, "吉岡トメ")?.aliases).toContain("トメ");
  });
});
