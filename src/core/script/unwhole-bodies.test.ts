import { describe, expect, it } from "vitest";
import { noLooks, personNamed } from "../../../test/people.ts";
import { withPeople } from "./framing.ts";
import type { Shot } from "./script.ts";
import { hasOneLeg, withoutLegs } from "./unwhole-bodies.ts";

const cook = personNamed("c", "the cook", "male");
const marked = (value: string) => ({ ...cook, looks: { ...noLooks, marks: [{ value, start: 0, end: value.length }] } });

describe("somebody who goes on one leg", () => {
  it("[D10] is known by a crutch, a wooden leg or a name", () => {
    for (const mark of ["a crutch", "wooden leg"]) expect(hasOneLeg(marked(mark)), mark).toBe(true);
    expect(hasOneLeg({ ...cook, aliases: ["the one-legged man"] })).toBe(true);
    expect(hasOneLeg(marked("a scar"))).toBe(false);
  });

  it("[D10] is never seen down to the feet, and others are", () => {
    const shotOf = (shot: Shot, seen: string[]) =>
      withoutLegs([], [withPeople("talk", shot, seen, { place: "p1", named: false })], { oneLegged: new Set(["c"]) })[0]
        ?.shot;
    for (const shot of ["full", "wide"] as const) {
      expect(shotOf(shot, ["b", "c"])).toBe("medium");
      expect(shotOf(shot, ["b"])).toBe(shot);
    }
    expect(shotOf("close", ["c"])).toBe("close");
  });
});
