import { describe, expect, it } from "vitest";
import { canLetter } from "./scripts.ts";

describe("canLetter", () => {
  it("takes the scripts that the fonts have", () => {
    for (const text of ["Chère Élise!", "羅生門の下で", "Война и мир", "Ιλιάδα", "123 …", ""])
      expect(canLetter(text), text).toBe(true);
  });

  it("refuses the ones they have not, but not a foreign word", () => {
    expect(canLetter("सीता हँसी।")).toBe(false);
    expect(canLetter("สมชายพูดว่า")).toBe(false);
    expect(canLetter("She said नमस्ते and laughed about it for a while.")).toBe(true);
  });
});
