import { describe, expect, it } from "vitest";
import type { PageGeometry } from "../../schema.ts";
import { readUpTo, thingAt, thingsOf } from "./page-things.ts";

const text = {
  kind: "speech",
  words: "Oh!",
  speaker: "Ada",
  box: [100, 100, 200, 100] as [number, number, number, number],
};
const page: PageGeometry = {
  number: 3,
  width: 1000,
  height: 1500,
  panels: [
    {
      outline: [0, 0, 500, 0, 500, 500, 0, 500],
      faces: [
        { person: "p1", name: "Ada", box: [250, 150, 30, 30] },
        { person: "p2", name: "", box: [400, 400, 50, 50] },
      ],
      texts: [{ ...text, start: 40, end: 60 }],
    },
    {
      outline: [0, 500, 500, 500, 500, 900],
      faces: [],
      texts: [
        { ...text, box: [100, 600, 20, 20], start: 20, end: 30 },
        { ...text, box: [100, 700, 200, 20], start: 0, end: 0 },
      ],
    },
  ],
};

describe("what answers a tap", () => {
  it("is what the finger hits, the smaller of two", () => {
    expect(thingAt(page, { x: 110, y: 110 }, 0)).toMatchObject({ kind: "text", panel: 0 });
    expect(thingAt(page, { x: 260, y: 160 }, 0)).toMatchObject({ kind: "face", face: { person: "p1" } });
  });

  it("is also what lies just beside the finger, and nothing farther away", () => {
    expect(thingAt(page, { x: 135, y: 630 }, 24)).toMatchObject({ kind: "text", panel: 1 });
    expect(thingAt(page, { x: 180, y: 660 }, 24)).toBeNull();
  });

  it("stands in reading order, without faces that nobody can name and words that are not the book’s", () => {
    expect(thingsOf(page).map((thing) => `${thing.kind} ${thing.panel}`)).toEqual(["text 0", "face 0", "text 1"]);
  });

  it("tells how far into the book a page goes", () => {
    expect(readUpTo(page)).toBe(60);
    expect(readUpTo({ ...page, panels: [] })).toBeNull();
  });
});
