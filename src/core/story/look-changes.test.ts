import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/story-fixture.ts";
import { understand } from "./understand.ts";

const changesOf = (name: string, chapters: readonly (readonly string[])[]) =>
  understand(bookOf(chapters.map((paragraphs, i) => ({ title: `${i + 1}`, paragraphs })))).cast.find(
    (person) => person.name === name,
  )?.changes;

const talk = ["“Good day,” said Anna Vane.", "“Good day to you,” said Mr. Marlow."];

describe("changes of looks", () => {
  it("[D2] hold from their scene on: a wound and cut hair to the end, a disguise for its chapter", () => {
    const changes = changesOf("Mr. Marlow", [
      talk,
      [...talk, "Mr. Marlow came back disguised as an old sailor.", ...talk],
      [...talk, "***", "Mr. Marlow was wounded in the arm.", "***", "Mr. Marlow had his hair cut.", ...talk],
    ]);
    expect(changes?.map(({ kind, from, until }) => [kind, from, until])).toEqual([
      ["disguise", "s2", "s3"],
      ["wound", "s4", undefined],
      ["hair", "s5", undefined],
    ]);
  });

  it("[D2] are none where they are only wished, or somebody else's", () => {
    const plain = [
      ...talk,
      "Mr. Marlow would never come disguised as a sailor.",
      "Anna Vane had her hair cut.",
      ...talk,
    ];
    expect(changesOf("Mr. Marlow", [plain])).toBeUndefined();
    expect(changesOf("Anna Vane", [plain])).toMatchObject([{ kind: "hair", looks: { hairStyle: { value: "short" } } }]);
  });
});
