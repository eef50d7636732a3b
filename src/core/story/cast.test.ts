import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/story-fixture.ts";
import { understand, type UnderstandOptions } from "./understand.ts";

const castOf = (paragraphs: readonly string[], options: UnderstandOptions = {}) =>
  understand(bookOf([{ title: "One", paragraphs }]), options).cast;

/** The same paragraphs again and again, as a book would name its people. */
const often = (times: number, ...paragraphs: string[]) => Array.from({ length: times }, () => paragraphs).flat();

const formsOf = (cast: ReturnType<typeof castOf>, name: string) =>
  cast.map(({ name: own, aliases }) => [own, ...aliases]).find((forms) => forms.includes(name));

describe("who is one person and who is two", () => {
  it("keeps a mother apart from her daughters of the same surname", () => {
    const cast = castOf([
      "Jane Bell and Mary Bell came in with Mrs. Bell.",
      ...often(4, "“Come,” said Mrs. Bell.", "“Yes,” said Jane.", "“No,” said Mary.", "Mrs. Bell looked at Jane."),
    ]);
    expect(formsOf(cast, "Mrs. Bell")).toEqual(["Mrs. Bell"]);
    expect(formsOf(cast, "Jane")).toContain("Jane Bell");
  });

  it("takes a wife for the woman who is known by her first name only where there is no other", () => {
    const cast = castOf([
      "Mina Bell sat by the window.",
      ...often(3, "“Come,” said Mrs. Bell.", "“Why?” said Mr. Bell."),
    ]);
    expect(formsOf(cast, "Mrs. Bell")).toContain("Mina Bell");
  });

  it("knows a maid by her married name, and the first name that stays", () => {
    const cast = castOf([
      ...often(2, "“Come,” said Miss Mina Reed.", "“Why?” said Mr. Bell."),
      ...often(2, "“Come,” said Mrs. Mina Bell.", "“Why?” said Mr. Bell."),
      "“Now,” said Mina.",
    ]);
    expect(formsOf(cast, "Mrs. Mina Bell")).toEqual(expect.arrayContaining(["Miss Mina Reed", "Mina"]));
  });

  it("keeps Sir William apart from a plain William", () => {
    const cast = castOf([
      "Mr. William Coll and Sir William Reed came in.",
      ...often(3, "“Come,” said Sir William.", "“Why?” said Mr. Coll."),
    ]);
    expect(formsOf(cast, "Sir William")).toContain("Sir William Reed");
    expect(formsOf(cast, "Mr. Coll")).not.toContain("Sir William");
  });

  it("keeps a Dr. Crane and a Mr. Crane apart whom the book often names", () => {
    const cast = castOf(often(9, "“Come,” said Dr. Crane.", "“Why?” said Mr. Crane.", "“Indeed,” said Anna."));
    expect(cast.map(({ name }) => name)).toEqual(expect.arrayContaining(["Dr. Crane", "Mr. Crane"]));
  });

  it("takes the Count for the one who is called Count with his name", () => {
    const cast = castOf([
      "Count Orlo came in.",
      ...often(3, "“Come,” said Count Orlo.", "“Why?” said Anna.", "The Count laughed.", "“Now,” said the Count."),
    ]);
    expect(formsOf(cast, "Count Orlo")).toContain("Count");
  });

  it("holds no inn and no ship that is called after somebody", () => {
    const cast = castOf(
      often(4, "“Come,” said Tom. He went down to the Admiral Benbow.", "The Mary Bell lay there, and she was old."),
    );
    expect(cast.map(({ name }) => name)).toEqual(["Tom"]);
  });

  it("holds no place, whatever it is said to have done", () => {
    const cast = castOf(
      often(6, "Anna came to Longmoor.", "They stayed at Longmoor, and Longmoor had a park.", "“Yes,” said Anna."),
    );
    expect(cast.map(({ name }) => name)).toEqual(["Anna"]);
  });
});

describe("a cast that is given", () => {
  const roster = [
    { name: "Mr. Knight", aliases: ["the squire"] },
    { name: "Emma", aliases: ["Miss Wood"] },
  ];

  it("is found by its names, by what its aliases leave to be understood, and by nothing else", () => {
    const story = understand(
      bookOf([
        {
          title: "One",
          paragraphs: [
            "“Come,” said George Knight.",
            "“Why?” said Miss Wood.",
            "“Indeed,” said Knight.",
            "“Never,” said Emma Wood.",
            "“What?” said Peter.",
          ],
        },
      ]),
      { roster },
    );
    expect(story.cast.map(({ name }) => name).toSorted()).toEqual(["Emma", "Mr. Knight"]);
    const names = new Map(story.cast.map(({ id, name }) => [id, name]));
    const speakers = story.quotes.map(({ speaker }) => speaker && names.get(speaker));
    expect(speakers.slice(0, 4)).toEqual(["Mr. Knight", "Emma", "Mr. Knight", "Emma"]);
  });

  it("holds no kinds of beings and no places that speak and act by chance", () => {
    const cast = castOf([
      ...often(4, "A Velurian came in. “Come,” said the Velurian to Anna.", "The Velurians left. Anna laughed."),
      ...often(8, "“Come,” said Anna. They rode from Torley into the hills; Torley was far, and it burned."),
    ]);
    expect(cast.map(({ name }) => name)).not.toEqual(expect.arrayContaining([expect.stringContaining("Torley")]));
    expect(cast.map(({ name }) => name)).not.toContain("Velurian");
  });
});
