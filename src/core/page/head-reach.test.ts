import { describe, expect, it } from "vitest";
import { noLooks } from "../../../test/people.ts";
import { overlapArea } from "../geometry/geometry.ts";
import { bareHead, headReachOf } from "./head-reach.ts";
import { faceParts, type Head } from "./page.ts";

describe("how far heads reach", () => {
  it("gives hats and ears room over the skull, and beasts a muzzle", () => {
    expect(headReachOf({ name: "Tom", looks: noLooks })).toBe(bareHead);
    expect(headReachOf({ name: "the Queen of Hearts", looks: noLooks }).above).toBeGreaterThan(bareHead.above);
    const fox = headReachOf({ name: "ごん", looks: { ...noLooks, species: { value: "fox", start: 0, end: 1 } } });
    expect(fox.muzzle).toBeGreaterThan(0.3);
    expect(fox.above).toBeGreaterThan(bareHead.above);
  });

  it("[L7] keeps balloons off a muzzle on the side to which it points", () => {
    const head: Head = { x: 300, y: 300, size: 100, yaw: -78, pitch: 0, tilt: 0, muzzle: 0.42 };
    const caption = { x: 190, y: 240, width: 40, height: 100 };
    const covers = (rect: typeof caption) => faceParts(head).some((part) => overlapArea(part, rect) > 0);
    expect(covers(caption)).toBe(true);
    expect(covers({ ...caption, x: 370 })).toBe(false);
  });
});
