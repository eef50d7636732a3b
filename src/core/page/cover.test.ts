import { describe, expect, it } from "vitest";
import { balancedLines } from "./cover.ts";

describe("balancedLines", () => {
  it("parts a title into lines of about equal length", () => {
    expect(balancedLines("THE LATE CAPTAIN FARROW", 15)).toEqual(["THE LATE", "CAPTAIN FARROW"]);
    expect(balancedLines("EMMA", 15)).toEqual(["EMMA"]);
  });

  it("keeps every word, in order, on at most four lines", () => {
    const title = "The Strange and Surprising Adventures of a Very Long Title That Nobody Ever Finished Reading";
    const lines = balancedLines(title, 15);
    expect(lines.length).toBeLessThanOrEqual(4);
    expect(lines.join(" ")).toBe(title);
  });
});
