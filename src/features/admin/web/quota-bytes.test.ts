import { describe, expect, it } from "vitest";
import { quotaBytes } from "./quota-bytes.ts";

describe("a quota that somebody writes", () => {
  it("is in gigabytes, with a point or a comma, in either width", () => {
    expect(["5", " 0.5 ", "1,25", "２", "0"].map(quotaBytes)).toEqual([5e9, 5e8, 1.25e9, 2e9, 0]);
  });

  it("is none where nothing is written", () => {
    expect(["", "  "].map(quotaBytes)).toEqual([null, null]);
  });

  it("is refused where it is no amount, or more than the studio takes", () => {
    expect(["-1", "five", "1e3", "1.2.3", "1.", "2000000000"].map(quotaBytes)).toEqual(Array(6).fill("invalid"));
  });
});
