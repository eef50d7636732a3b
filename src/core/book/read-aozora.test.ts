import { describe, expect, it } from "vitest";
import type { Book } from "./book.ts";
import { readBook } from "./read-book.ts";

async function read(text: string): Promise<Book> {
  const result = await readBook(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** A paragraph after a title and an author: its text and what its marks say. */
async function line(source: string): Promise<[string, string[]]> {
  const book = await read(`題\n作者《さくしゃ》\n\n${source}\n`);
  const block = book.blocks[2];
  if (!block) return ["", []];
  const marks = book.marks
    .filter((mark) => mark.start >= block.start)
    .map((mark) => `${book.text.slice(mark.start, mark.end)}=${mark.kind === "ruby" ? mark.reading : mark.kind}`);
  return [book.text.slice(block.start, block.end), marks];
}

const story = `羅生門
芥川龍之介

-------------------------------------------------------
【テキスト中に現れる記号について】

《》：ルビ
-------------------------------------------------------

［＃５字下げ］一［＃「一」は中見出し］

　一人の下人《げにん》が、雨やみを待っていた。
　広い門の下には、誰もいない。

　夜が来た。
［＃改ページ］
［＃５字下げ］二［＃「二」は中見出し］

　朝が来た。

底本：「全集」筑摩書房
入力：某
`;

describe("Aozora notation", () => {
  it("takes readings to the kanji before them, or from ｜", async () => {
    expect(await line("所々｜丹塗《にぬり》の剥《は》げた円柱《まるばしら》")).toEqual([
      "所々丹塗の剥げた円柱",
      ["丹塗=にぬり", "剥=は", "円柱=まるばしら"],
    ]);
    expect(await line("一ヶ月《いっかげつ》とアルファ《α》とA級《エイ》")).toEqual([
      "一ヶ月とアルファとA級",
      ["一ヶ月=いっかげつ", "アルファ=α", "級=エイ"],
    ]);
  });

  it("leaves brackets alone that follow no letters", async () => {
    expect(await line("　《嵐》｜が来る")).toEqual(["　《嵐》｜が来る", []]);
  });

  it("marks dots and bold letters, by what they name and by range", async () => {
    expect(await line("青空［＃「青空」に傍点］と青空［＃「青空」は太字］")).toEqual([
      "青空と青空",
      ["青空=emphasis", "青空=strong"],
    ]);
    expect(await line("あ［＃傍点］いう［＃傍点終わり］え")).toEqual(["あいうえ", ["いう=emphasis"]]);
  });

  it("never lets a note into the text, and keeps a bracket that is not closed", async () => {
    expect(await line("［＃地から１字上げ］（四［＃「四」はママ］月）［＃ここで字下げ終わり］")).toEqual([
      "（四月）",
      [],
    ]);
    expect(await line("まだ［＃「開いた")).toEqual(["まだ［＃「開いた", []]);
  });

  it("finds letters outside of the common set by their place in Unicode or JIS X 0213", async () => {
    expect(
      (
        await line(
          "※［＃「てへん＋丑」、第4水準2-12-93］と※［＃「虫＋夾」、第3水準1-91-54］と※［＃「口＋愛」、U+566F、1-1］と※［＃ローマ数字1、1-13-21］",
        )
      )[0],
    ).toBe("\u626D\u3000".replace("\u3000", "") + "と蛺と噯とⅠ");
    const book = await read("題\n作者\n\n｜※［＃「謎＋謎」、1-1］《なぞ》だ\n");
    expect(book.text).toContain("〓だ");
    expect(book.warnings.map(({ code }) => code)).toEqual(["letters-unknown"]);
  });

  it("gives a reading no letters that have one already", async () => {
    const book = await read("題\n作者\n\n　青空《あおぞら》文庫《ぶんこ》で、日本《にほん》｜の橋《のはし》を。\n");
    const readings = book.marks.flatMap((mark) =>
      mark.kind === "ruby" ? [`${book.text.slice(mark.start, mark.end)} ${mark.reading}`] : [],
    );
    expect(readings).toEqual(["青空 あおぞら", "文庫 ぶんこ", "日本 にほん", "の橋 のはし"]);
  });

  it("reads title, author, chapters and colophon, and drops the list of signs", async () => {
    const book = await read(story);
    expect([book.format, book.title, book.creators, book.direction]).toEqual([
      "aozora",
      "羅生門",
      [
        { name: "芥川龍之介", role: "aut" },
        { name: "某", role: "trc" },
      ],
      "rtl",
    ]);
    expect(book.chapters.map(({ matter, title }) => `${matter} ${title}`)).toEqual([
      "front null",
      "body 一",
      "body 二",
      "back null",
    ]);
    expect(book.text).not.toMatch(/［＃|《|----|記号について/);
  });

  it("takes an empty line between paragraphs for a scene break where empty lines are rare", async () => {
    const lines = Array.from({ length: 20 }, (_, index) => `　雨《あめ》の${index}日目。`);
    const book = await read(`題\n作者\n\n${lines.join("\n")}\n\n　終わり。\n`);
    expect(book.blocks.filter(({ kind }) => kind === "break")).toHaveLength(1);
  });

  it("knows translators, pictures and headings that are not marked", async () => {
    const book = await read(
      "題\n作者\n森鴎外訳\n\n第一章\n　雨《あめ》。［＃挿絵（fig1.png、横320×縦240）入る］\n第二章\n　風。\n",
    );
    expect(book.creators).toEqual([{ name: "森鴎外", role: "trl" }]);
    expect(book.images.map(({ href }) => href)).toEqual(["fig1.png"]);
    expect(book.chapters.map(({ title }) => title)).toEqual([null, "第一章", "第二章"]);
  });
});
