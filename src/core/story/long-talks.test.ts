import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { isCalled } from "./names.ts";
import { understand } from "./understand.ts";

/** Who says each line; null for nobody. */
function names(paragraphs: string[]): (string | null)[] {
  const { quotes, cast } = understand(bookOf(paragraphs, "en"));
  return quotes.map(({ speaker }) => cast.find(({ id }) => id === speaker)?.name ?? null);
}

/** Men of another day, who talk more than she whose name stands once. */
const club = ["Tom", "Will", "Fred", "Harry", "George", "Robert", "Edward", "Walter", "Philip"].flatMap((man) => [
  `“Good evening, gentlemen,” said ${man}. “I have brought the cards.” ${man} took off his hat.`,
  `“We shall play till ten,” said ${man}.`,
]);
const visit = [
  "I was at breakfast with Mr. Holmes when Miss Anna Bell was shown in. Miss Bell was pale, and she sat down by the fire.",
  "“You have come by train,” said Holmes.",
  "“I took the early one,” she answered, “because I could not sleep.”",
];
const talk = Array.from({ length: 34 }, (_, i) => [
  `“And what did you do on day number ${i}?” asked Holmes.`,
  "“I waited at the window for the post, as I had done on all the mornings since he went away, and it brought me no word of his.”",
]).flat();

it("she who has been named at the beginning of a long talk is still there at its end", () => {
  const end = ["“Have you anything of his?”", "“Here is the slip from the paper,” said she."];
  const lines = names([...club, "The night passed.", ...visit, ...talk, ...end]);
  expect(lines.at(-1)).toBe("Miss Anna Bell");
  expect(lines.filter((name) => name === "Miss Anna Bell").length).toBeGreaterThan(20);
});

it("a name that explains whose stepfather is meant calls nobody", () => {
  const called = (text: string, name: string) =>
    isCalled(text, { start: text.indexOf(name), end: text.indexOf(name) + name.length });
  expect(called("I wrote to her stepfather, Mr. Carr, asking him.", "Mr. Carr")).toBe(false);
  expect(called("He is like their clerk, James Carr.", "James Carr")).toBe(false);
  expect(called("It is in your hands, Carr, and not in mine.", "Carr")).toBe(true);
});

it("Mr. Carr is Mr. James Carr where his first name is heard now and then", () => {
  const { cast } = understand(
    bookOf(
      [
        "Mr. James Carr came in. “Good morning,” said Mr. Carr. Mr. Carr sat down and Mr. Carr smiled.",
        "“Good morning, Mr. James Carr,” said Anna. “Sit down, Mr. Carr.”",
        "“I am sitting,” said Mr. Carr. Mr. Carr took off his hat.",
      ],
      "en",
    ),
  );
  expect(cast.filter(({ name }) => name.includes("Carr"))).toHaveLength(1);
});

it("whoever has gone surely answers no more in the tale of an I", () => {
  const paragraphs = [
    "I sat down beside Holmes. “Good evening,” I said to Holmes. I was glad to see Holmes.",
    "“Good evening,” said Holmes. “Here is Mr. Carr.” Mr. Carr came in. He was a tall man.",
    "“You sent for me,” said Mr. Carr.",
    "“I did,” said Holmes. “I have found it out.”",
    "“What was that?” asked Mr. Carr.",
    "“I say that I have found it out,” said Holmes.",
    "“Where is my wife, then?” asked Mr. Carr.",
    "“You shall hear of it,” said Holmes.",
    "“That will take wiser heads,” said Mr. Carr, and with a bow he departed.",
    "“I knew it all before he rang,” said Holmes.",
    "“My dear Holmes!”",
  ];
  const last = understand(bookOf(paragraphs, "en")).quotes.at(-1);
  expect(last?.confidence).toBeLessThan(0.74);
});
