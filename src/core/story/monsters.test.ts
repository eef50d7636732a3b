import { describe, expect, it } from "vitest";
import { isMonster } from "./monsters.ts";

describe("a monster", () => {
  it("[D2] is who has no other name in the book", () => {
    for (const name of ["the fiend", "the daemon", "the monster", "the Ogre", "鬼", "赤鬼"])
      expect(isMonster(name), name).toBe(true);
  });

  it("is nobody who has a name or an office of their own", () => {
    for (const name of ["Victor", "the Giant's wife", "Mr. Giant", "the stranger", "the human being", "鬼瓦", "鬼島"])
      expect(isMonster(name), name).toBe(false);
  });
});
