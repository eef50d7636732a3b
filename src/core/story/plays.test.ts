import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

/** Who says what, with the name of the rule where the play itself names the speaker. */
function lines(paragraphs: string[], language = "en"): string[] {
  const story = understand(bookOf(paragraphs, language));
  return story.quotes.map(({ speaker, text, evidence, confidence }) => {
    const name = story.cast.find(({ id }) => id === speaker)?.name ?? "nobody";
    return evidence?.rule === "cue" && (confidence === 1 || speaker === null) ? `${name}: ${text}` : `? ${text}`;
  });
}

describe("a play", () => {
  it("names who speaks before each line, in every usual form, and directions are not spoken", () => {
    expect(
      lines([
        "SCENE I. A kitchen.",
        "ANNA. Where is the key?",
        "TOM (aside). She must not know. (Aloud.) On the shelf.",
        "[He goes to the door.]",
        "ANNA, laughing. Look (pointing up) for yourself!",
        "MRS. BELL: Then somebody has taken it.",
        "FIRST WITCH. [Rising.] Fair is the day.",
        "ALL.—Away!",
        "TOM and ANNA. Good night.",
        "Enter a SERVANT.",
        "SERVANT. A letter for you, madam.",
      ]),
    ).toEqual([
      "Anna: Where is the key?",
      "Tom: She must not know.",
      "Tom: On the shelf.",
      "Anna: Look",
      "Anna: for yourself!",
      "Mrs. Bell: Then somebody has taken it.",
      "the First Witch: Fair is the day.",
      "nobody: Away!",
      "Tom: Good night.",
      "the Servant: A letter for you, madam.",
    ]);
  });

  it("may set the names on lines of their own, and a speech may have two paragraphs", () => {
    const play = [
      "HELENA",
      "Who is there?",
      "MARTIN",
      "(coming nearer)",
      "Only I.",
      "HELENA",
      "Nor I.",
      "I think of home.",
    ];
    expect(lines([...play, "Martin turns away.", "MARTIN", "Tomorrow!"])).toEqual([
      "Helena: Who is there?",
      "Martin: Only I.",
      "Helena: Nor I.",
      "Helena: I think of home.",
      "Martin: Tomorrow!",
    ]);
  });

  it("has no crowd among those who play where only a direction names it", () => {
    const play = ["HELENA", "Who is there?", "Sailors and boys.", "MARTIN", "Only I.", "HELENA", "Nor I."];
    const book = bookOf(play);
    const at = book.text.indexOf("Sailors");
    const heads = ["HELENA", "MARTIN"].flatMap((name) => [...book.text.matchAll(new RegExp(name, "g"))]);
    const marks = [...heads.map(({ index }) => ({ start: index, end: index + 6 })), { start: at, end: at + 7 }];
    book.marks.push(...marks.map((span) => ({ ...span, kind: "strong" as const })).sort((a, b) => a.start - b.start));
    expect(understand(book).cast.map(({ name }) => name)).toEqual(["Helena", "Martin"]);
  });

  it("may have several lines in one block, and no list of those who play is speech", () => {
    const list = ["DRAMATIS PERSONAE", "ANNA: a cook.", "TOM: her brother.", "ACT I"];
    expect(lines([...list, "ANNA: Is it deep?\nTOM: Very deep.\nANNA: And then?", "TOM: I came up."])).toEqual([
      "Anna: Is it deep?",
      "Tom: Very deep.",
      "Anna: And then?",
      "Tom: I came up.",
    ]);
  });

  it("may be a trial or an interview inside a tale", () => {
    const court = ["Q. Your name?", "A. Jane Wilks.", "Q. Were you there?", "A. I was not."];
    expect(lines(["“Now,” said Tom.", ...court, "“That will do,” said Tom."])).toEqual([
      "? Now,",
      "Q: Your name?",
      "A: Jane Wilks.",
      "Q: Were you there?",
      "A: I was not.",
      "? That will do,",
    ]);
  });

  it("is Japanese with brackets, colons or wide spaces behind the names", () => {
    expect(
      lines(
        [
          "花子「鍵は」",
          "太郎「（立って）棚だ」",
          "　太郎、窓を見る。",
          "花子「ないわ」",
          "太郎「さあ」",
          "一同「おや」",
        ],
        "ja",
      ),
    ).toEqual(["花子: 鍵は", "太郎: 棚だ", "花子: ないわ", "太郎: さあ", "nobody: おや"]);
    const record = ["記者：いつからですか。", "番人：四十年です。", "記者：怖くは。", "番人：一度だけ。"];
    expect(lines(record, "ja")[3]).toBe("番人: 一度だけ。");
  });
});

it("a notice, a postscript, a diary's days or a name with a full stop make no play of a novel", () => {
  const tale = [
    "“Here it is,” said Anna.",
    "MRS. BELL. That was the name on the door.",
    "NO. It could not be.",
    "P.S. Bring the lamp.",
  ];
  const more = [
    "STOP. So said the sign.",
    "Anna: that was the name.",
    "5 June. It rained.",
    "First: we wait.",
    "Second: we go.",
    "First: again.",
  ];
  expect(lines([...tale, ...more, "“Go,” said Tom."])).toEqual(["? Here it is,", "? Go,"]);
});
