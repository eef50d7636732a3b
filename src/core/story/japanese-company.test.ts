import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

/** An I who says です, an old man and a young one who speak plainly, all told to speak before. */
const told = [
  "おれは戸を開けた。おれは座った。おれは茶を飲んだ。おれは外を見た。おれは黙っていた。おれは立った。",
  "「寒いのう、徳三さん」と弥助は言った。",
  "「寒いですね」とおれは言った。",
  "「火をおこすか」と徳三は言った。",
  "「もう冬ですか」とおれは聞いた。",
  "「雪が来るのう」と弥助は言った。",
];

function lines(paragraphs: string[]) {
  const { quotes, cast } = understand(bookOf([...told, ...paragraphs], "ja"));
  return quotes.slice(5).map(({ speaker, confidence }) => ({
    name: cast.find(({ id }) => id === speaker)?.name ?? null,
    confidence,
  }));
}

describe("talk of an I and two others", () => {
  it("is never sure of a line for which only its turn speaks", () => {
    const all = lines(["「舟は出るか」", "「出る」", "「いつ出る」", "「朝だ」", "「遠いな」", "「遠い」"]);
    expect(all.map(({ confidence }) => confidence).filter((confidence) => confidence > 0.71)).toEqual([]);
  });

  it("gives a line to the one who spoke so in this very talk, the I among them", () => {
    const [plain] = lines(["「舟が出るのう」"]);
    const [polite] = lines(["「舟が出ますか」"]);
    expect([plain?.name, polite?.name]).toEqual(["弥助", "おれ"]);
  });

  it("gives a line that calls one of them to the one who is told to call him, and the next to the one who is called", () => {
    const all = lines(["風が出た。", "「徳三さん、舟は出るかのう」", "「出るとも」"]);
    expect(all.map(({ name }) => name)).toEqual(["弥助", "徳三"]);
    expect(all[1]?.confidence).toBeGreaterThanOrEqual(0.85);
  });
});

describe("talk of two", () => {
  it("is as sure of its turns as before", () => {
    const { quotes } = understand(
      bookOf(
        [
          told[0] ?? "",
          "「寒いのう」と弥助は言った。",
          "「寒いですね」とおれは言った。",
          "「雪が来るのう」",
          "「来ますか」",
          "「来るのう」と弥助は言った。",
        ],
        "ja",
      ),
    );
    expect(quotes.slice(2, 4).every(({ confidence }) => confidence >= 0.85)).toBe(true);
  });
});
