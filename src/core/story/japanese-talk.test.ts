import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { plainJapaneseTurn } from "../../../test/plain-turn.ts";
import { decideJapanese, type JapaneseTurn } from "./japanese-talk.ts";
import { understand } from "./understand.ts";

function said(paragraphs: string[]) {
  const story = understand(bookOf(paragraphs, "ja"));
  return story.quotes.map(({ speaker, confidence, kind }) => ({
    name: story.cast.find(({ id }) => id === speaker)?.name ?? null,
    sure: confidence >= 0.85,
    kind,
  }));
}
const names = (paragraphs: string[]) => said(paragraphs).map(({ name }) => name);

/** An I, a friend and a landlady who have each been heard once. */
const told = [
  "おれは戸を開けた。おれは座った。おれは茶を飲んだ。おれは外を見た。おれは黙っていた。おれは立った。",
  "「寒いな」と弥助は言った。",
  "「そうだな」とおれは言った。",
  "「火をおこそうぞなもし」とお松は言った。",
  "日が暮れた。",
  "風が出た。",
  "夜になった。",
  "月が出た。",
];
const after = (lines: string[]) => said([...told, ...lines]).slice(3);

describe("talk with the I who tells", () => {
  it("is the I’s where the tag says what one does for another, whoever else is about", () => {
    const doing = (teller: number): JapaneseTurn => ({
      ...plainJapaneseTurn,
      near: [1],
      leaning: new Map([[1, teller]]),
      teller,
    });
    const other = {
      voice: null,
      animal: false,
      lines: 1,
      narrator: false,
      nameless: false,
      surname: null,
      married: false,
      absent: 0,
      dialects: new Set(""),
      twin: null,
      hero: false,
    };
    const people = [{ ...other, narrator: true }, other];
    expect(decideJapanese([doing(4)], people)).toMatchObject([{ speaker: 0, trust: 0.9 }]);
    expect(decideJapanese([doing(2.6)], people)[0]?.trust).toBeLessThan(0.85);
  });

  it("goes to and fro from what the joint of a tag says", () => {
    const lines = after([
      "弥助が来た。",
      "「どこへ行く」と聞くから、おれは笑った。",
      "「浜だ」",
      "「遠いぜ」",
      "「なに、すぐだ」",
    ]);
    expect(lines.map(({ name }) => name)).toEqual(["弥助", "おれ", "弥助", "おれ"]);
    expect(lines.every(({ sure }) => sure)).toBe(true);
  });

  it("begins with the one who has not just been heard in the narration", () => {
    const lines = after(["弥助が来た。どこへ行くかと聞いてやったら、浜だと答えた。", "「釣りかい」", "「釣りさ」"]);
    expect(lines.map(({ name }) => name)).toEqual(["おれ", "弥助"]);
  });

  it("is not sure of itself where two could change places through it", () => {
    const lines = after(["弥助は空を見た。", "「いい月だ」", "「いい月だな」", "「寝るか」"]);
    expect(lines.some(({ sure }) => sure)).toBe(false);
  });

  it("gives a line that is done to the I to another", () => {
    const [line] = after(["弥助が来た。おれの顔をじっと見て「もう行くのか」と小さな声で言った。"]);
    expect(line).toMatchObject({ name: "弥助" });
  });

  it("never gives a dialect to a young man who does not speak it", () => {
    const [line] = after(["弥助は座った。", "「先生はお若いぞなもし」"]);
    expect(line?.name === "弥助" && line.sure).toBe(false);
  });
});

describe("a line and the words after it", () => {
  it("is the voice's that the next words name", () => {
    expect(after(["暗い道で声がした。「もう大丈夫だ」正しく弥助の声である。"])[0]).toMatchObject({
      name: "弥助",
      sure: true,
    });
  });

  it("goes on after a tag that names its speaker", () => {
    expect(
      names(["「寒いな」と弥助は言った。", "「火だ」とお松は言った。「薪はあるよ」", "「ある」と弥助は言った。"])[2],
    ).toBe("お松");
  });
});

describe("the paragraph after a line", () => {
  it.each([
    ["と弥助は膝を打った。", "弥助"],
    ["と叫んでおれは立った。", "おれ"],
    ["こう云って外を見た弥助の眼は光った。", "弥助"],
  ])("says whose it is: %s", (words, name) => {
    expect(after(["二人は座った。", "「来たぞ」", words])[0]).toMatchObject({ name, sure: true });
  });

  it("says who takes it in, and so who does not say it", () => {
    expect(after(["弥助は座った。", "「来たか」", "おれは黙ってうなずいた。"])[0]).toMatchObject({ name: "弥助" });
    expect(after(["弥助は座った。", "「来たか」", "弥助は黙ってうなずいた。"])[0]).toMatchObject({ name: "おれ" });
  });
});

describe("the words around a line", () => {
  it.each([
    ["「来たか」弥助が云いました。", "弥助"],
    ["「来たか」と弥助。", "弥助"],
    ["おれは弥助に「来たか」と言われた。", "弥助"],
    ["「来たか」という弥助の声がした。", "弥助"],
    ["おれが振り返った顔を弥助は見た。「来たか」と弥助は言った。", "弥助"],
  ])("name its speaker: %s", (words, name) => {
    expect(after([words])[0]).toMatchObject({ name, sure: true });
  });

  it("bear no names where they tell what is written", () => {
    expect(said([...told, "『海』と標題が書いてある。「寒いな」"]).slice(3)[0]).toMatchObject({ name: null });
  });
});

describe("a story told of others", () => {
  const start = ["「寒いな」と弥助は言った。", "「火をおこそう」とお松は言った。"];

  it("lets the last one who acts speak", () => {
    const lines = said([...start, "風が鳴った。", "弥助は戸口に立って、長いこと暗い海を見ていた。", "「舟が出るぞ」"]);
    expect(lines.at(-1)).toMatchObject({ name: "弥助" });
  });

  it("leaves voices from behind a door to nobody of the cast", () => {
    const lines = names([
      ...start,
      "弥助とお松は戸の前に立った。",
      "すると戸の中では、こそこそこんなことを言っています。",
      "「だめだ、気がついたよ」",
      "「あたりまえさ」",
      "「呼ぼうか」",
    ]);
    expect(lines.slice(2)).toEqual([null, null, null]);
  });

  it("reads what stands on a door as a notice", () => {
    const lines = said([
      ...start,
      "また黒い扉がありました。",
      "「どうか帽子をおとりください。」",
      "「とろう」と弥助は言った。",
    ]);
    expect(lines[2]).toMatchObject({ kind: "letter", name: null });
  });
});

describe("two names of one person", () => {
  it("are joined where the text says whose nickname it is", () => {
    const { cast } = understand(
      bookOf(
        [
          "「寒いな」と平太は言った。「そうかい」と野郎丸は言った。",
          "吉村君というのは例の野郎丸の事だ。",
          "「ねえ、吉村君」と平太は言った。",
        ],
        "ja",
      ),
    );
    expect(cast.find(({ name }) => name === "野郎丸")?.aliases).toContain("吉村");
  });
});

describe("a tale of today, with its tags in lines of their own", () => {
  const speakers = (paragraphs: string[]) => {
    const { quotes, cast } = understand(bookOf(paragraphs, "ja"));
    return quotes.map(({ speaker }) => cast.find(({ id }) => id === speaker)?.name ?? null);
  };
  const people = "弥助は戸を開けた。弥助は笑った。徳三は首を振った。徳三は座った。";

  it("lets the one whom the tag marks as topic go on below it", () => {
    expect(speakers([people, "「寒いな」", "と弥助は言った。", "「今夜は雪だ」"])).toEqual(["弥助", "弥助"]);
  });

  it("gives the line below a tag to the other where it takes up words of the line", () => {
    const [, second] = speakers([people, "「金は返した」", "と弥助は言った。", "「返したとはいつだ」"]);
    expect(second).toBe("徳三");
  });

  it("gives a line to whoever comes in right after it", () => {
    const [first] = speakers([
      "弥助は戸を開けた。",
      "「寒いな」",
      "徳三が顔を出した。",
      "「入れ」と弥助は言った。",
      "「おう」と徳三は言った。",
    ]);
    expect(first).toBe("徳三");
  });
});
