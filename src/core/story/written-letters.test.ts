import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

function quotes(paragraphs: string[], language = "en"): string[] {
  const story = understand(bookOf(paragraphs, language));
  return story.quotes.map(({ speaker, kind, text }) => {
    const name = story.cast.find(({ id }) => id === speaker)?.name ?? "nobody";
    return `${kind} ${name}: ${text}`;
  });
}

it("a letter without marks is its signer's, to the name and the postscript, and the talk goes on behind it", () => {
  const letter = ["My dear Tom,", "The sea is calm.", "Your affectionate sister,", "Anna Bell.", "P.S. Feed the cat."];
  const read = quotes([
    "“Who is it from?” asked Mary. Tom read:",
    ...letter,
    "“What does she say?” asked Mary.",
    "“Nothing,” said Tom.",
    "He sat down.",
    "It rained.",
  ]);
  expect(read.slice(1, 6)).toEqual(letter.map((words) => `letter Anna Bell: ${words}`));
  expect(read.at(-1)).toBe("speech Tom: Nothing,");
});

it("a letter in marks is its signer's, whoever reads it aloud", () => {
  const read = quotes([
    "“And this is from Mr. Carr,” said Mary. She read it aloud:",
    "“Dear Miss Bell,--Your boat is sold.",
    "“I am, Madam, your obedient servant, John Carr.”",
    "“Sold!” cried Tom.",
  ]);
  expect(read.slice(1, 3).map((line) => line.slice(0, 17))).toEqual(["letter John Carr:", "letter John Carr:"]);
  expect(read.at(-1)).toBe("speech Tom: Sold!");
});

it("a note of one paragraph in marks is its signer's", () => {
  const note =
    "“The tide turns at nine, and the boat will wait for nobody, not even for an aunt with a trunk. Your servant, John Carr.”";
  expect(quotes(["“Open it,” said Mary. Tom tore it open and read:", note]).at(-1)).toContain("letter John Carr: ");
  expect(quotes(["“Open it,” said Mary.", "“Your servant, Madam.”"]).join()).not.toContain("letter");
});

it("what somebody reads out below a colon is written and no talk", () => {
  const notice = "“A reward of five pounds is offered for a green parrot that answers to Admiral.”";
  expect(quotes(["Mary put down her cup. “Listen,” she said, and read:", notice]).at(-1)).toMatch(/^letter/);
});

it("whoever says dear Tom or yours truly writes no letter", () => {
  const talk = ["“Dear Tom,” said Mary, “do not shout.”", "“Yours truly was only asked to carry it,” said Tom."];
  expect(quotes([...talk, "Dear old Tom, he was never good at it. He sat down."]).join()).not.toContain("letter");
});

it("a Japanese letter goes from 拝啓 to the name below 敬具", () => {
  const letter = ["拝啓", "春には帰ります。", "敬具", "十一月三日", "太吉", "おつる様"];
  const read = quotes(["「手紙だ」と弥助は言った。", ...letter, "「そうか」と弥助は言った。"], "ja");
  expect(read.slice(1, 7)).toEqual(letter.map((words) => `letter 太吉: ${words}`));
});

it("a letter that the I tells to have written is the I's", () => {
  const told = "おれは戸を開けた。おれは座った。おれは茶を飲んだ。おれは外を見た。おれは黙っていた。";
  const read = (wrote: string) =>
    quotes([told, `清へ手紙を${wrote}。その文句はこうである。`, "「きのう着いた。つまらん所だ」"], "ja");
  expect(read("かいてやった")).toEqual(["letter おれ: きのう着いた。つまらん所だ"]);
  expect(read("読んでいる")).toEqual(["letter nobody: きのう着いた。つまらん所だ"]);
});
