import { expect, it } from "vitest";
import { toldTalk } from "./told-speech.ts";

const said = (speech: string) =>
  toldTalk(speech, { start: 0, end: speech.length })
    ?.filter((part) => part.said)
    .map(({ span }) => speech.slice(span.start, span.end));

it("[T1] of a talk that is told inside marks only what is said in it is spoken", () => {
  expect(said("“‘Stop there!’ cried the old miller. ‘Who goes in the dark?’”")).toEqual([
    "Stop there!",
    "Who goes in the dark?",
  ]);
  expect(said("\"'Sit down,' she said, 'and eat your soup.'")).toEqual(["Sit down,", "and eat your soup."]);
});

it("[T1] somebody who quotes a word in passing goes on speaking", () => {
  expect(
    said("“She told me once that every boat has a name. ‘Mine is Heron,’ she said. I have never forgotten it since.”"),
  ).toBe(undefined);
  expect(said("“It isn’t the miller’s, it is the baker’s dog.”")).toBe(undefined);
});
