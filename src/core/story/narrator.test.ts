import { describe, expect, it } from "vitest";
import { narratorGender } from "./narrator.ts";
import { quotedMask } from "./reading.ts";

/** What is said in double quotes is heard, in single quotes said by the narrator. */
const genderOf = (text: string) => {
  const spans = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
  const heard = spans(/“[^”]*”/g);
  return narratorGender(
    text,
    quotedMask(text.length, [...heard, ...spans(/‘[^’]*’/g)]),
    quotedMask(text.length, heard),
  );
};

describe("the sex of an I without a name", () => {
  it("is told by how others address the I", () => {
    expect(genderOf("“Come in, my dear fellow,” said he. I sat. “Now, my boy, listen.”")).toBe("male");
    expect(genderOf("“Come in, miss,” said he. I sat. “Now, my dear girl, listen.”")).toBe("female");
  });

  it("is not told by how the I addresses others", () => {
    expect(genderOf("‘Yes, sir,’ I said. ‘No, sir.’ “Well, miss?” said he. “Go, miss.”")).toBe("female");
  });

  it("is told by whom the narration says that the I has married, not by what others say of theirs", () => {
    expect(genderOf("I wrote to my wife. I missed my wife.")).toBe("male");
    expect(genderOf("“I wrote to my wife,” said he. “I missed my wife.”")).toBeNull();
  });
});
