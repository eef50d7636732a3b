import { describe, expect, it } from "vitest";
import { tellerPoints } from "./japanese-hints.ts";

describe("a tag without a subject, in a story told by an I", () => {
  it.each(["と慰めてやった", "と聞いてみたら", "と怒鳴り付けたら", "と云い捨てて出て来た", "と云うと"])(
    "is the I's own doing: %s",
    (tag) => {
      expect(tellerPoints(tag)).toBeGreaterThan(0);
    },
  );

  it.each(["と云うから", "と聞くので", "と言ってくれた", "と云い出した", "と問う"])("is another's: %s", (tag) => {
    expect(tellerPoints(tag)).toBeLessThan(0);
  });

  it("is open where the verb says nothing", () => {
    expect(tellerPoints("と言った")).toBe(0);
  });
});
