import { describe, expect, it } from "vitest";
import { nearPassage } from "./near-passage.ts";

const words = "“Such modesty!”";

describe("the surroundings of a sentence", () => {
  it("are its own paragraph", () => {
    const long = "She put down the tray, slowly, and said to nobody in particular: ";
    const passage = {
      before: `He left.\n\n${long}`,
      words,
      after: " Then she laughed.\n\nNobody spoke.",
      chapter: null,
    };
    expect(nearPassage(passage)).toEqual({ before: long, words, after: " Then she laughed." });
  });

  it("are also the paragraph before, where its own is short", () => {
    const passage = { before: "He left.\n\nShe came.\n\n", words, after: "\n\nNobody spoke.", chapter: null };
    expect(nearPassage(passage)).toEqual({ before: "She came.\n\n", words, after: "" });
  });

  it("are what there is at the ends of the book", () => {
    expect(nearPassage({ before: "", words, after: "", chapter: null })).toEqual({ before: "", words, after: "" });
  });
});
