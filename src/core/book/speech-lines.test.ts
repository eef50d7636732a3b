import { expect, it } from "vitest";
import { groupLines, splitLines } from "./text-lines.ts";

const paragraphs = (lines: string[]) => {
  const text = lines.join("\n");
  return groupLines(splitLines(text)).map(({ start, end }) => text.slice(start, end).replaceAll("\n", "|"));
};

it("a speech with a line for each sentence is one paragraph, with who says it", () => {
  for (const [open, close] of ["“ ”", '" "', "‘ ’", "' '"].map((pair) => pair.split(" ")))
    expect(
      paragraphs([`${open}Look!`, `It rains.${close}`, "said Anna.", "She ran.", `${open}Don't run!${close}`]),
    ).toEqual([`${open}Look!|It rains.${close}|said Anna.`, "She ran.", `${open}Don't run!${close}`]);
});

it("spaces inside the marks do not hide which speech is open", () => {
  expect(paragraphs(["He said, '", "I see the boys ' lamp. '", "' Where? '"])).toEqual([
    "He said, '|I see the boys ' lamp. '",
    "' Where? '",
  ]);
});

it("in a file of one line for each paragraph every line is one, however a speech goes on", () => {
  const lines = ["“It rained all day.", "“And all night.”", "“Did it?", "She looked up.", "“Yes.”"];
  expect(paragraphs(lines)).toEqual(lines);
});
