import { describe, expect, it } from "vitest";
import { type HandForm, handForms } from "./hand-forms-data.ts";
import { drawHand } from "./hands.ts";

const place = { wrist: { x: 100, y: 100 }, angle: -1, length: 60, breadth: 1, thumb: 1 } as const;

describe("hands", () => {
  it("[D9] has five fingers that can be counted, and four where the thumb is behind", () => {
    for (const [name, form] of Object.entries<HandForm>(handForms)) {
      const count = form.fingers.length + form.bent.length + (form.thumb === null ? 0 : 1);
      expect(count, name).toBe(name === "laid" ? 4 : 5);
    }
  });

  it("closes its fingers round what it holds, and only the thumb lies before a sheet", () => {
    const paths = (ink: string): number => ink.split("<path").length - 1;
    expect(paths(drawHand("fist", place, "#fff", 2, 1).over)).toBe(10);
    expect(paths(drawHand("sheet", place, "#fff", 2, 1).over)).toBe(2);
  });

  it("is out of sight when it is tucked under an arm", () => {
    expect(drawHand("tucked", place, "#fff", 2, 1)).toEqual({ under: "", over: "", outline: "" });
  });
});
