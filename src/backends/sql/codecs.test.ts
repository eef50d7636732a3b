import { describe, expect, it } from "vitest";
import { flagOf, jsonOf, jsonText, timeOf, timeText } from "./codecs.ts";
import { cursorOf, cursorText } from "./cursor.ts";

describe("what stands in rows", () => {
  it.each([Number.NaN, Infinity, 253_402_300_800_000, -62_167_219_200_001])("is no moment %s", (milliseconds) => {
    expect(() => timeText(milliseconds)).toThrow(RangeError);
  });

  it.each(["2026-01-31", "2026-01-31T09:15:00Z", "2026-01-31T09:15:00.000+01:00", "2026-13-01T00:00:00.000Z", ""])(
    "is read strictly: %j is no moment",
    (text) => {
      expect(() => timeOf(text)).toThrow(TypeError);
    },
  );

  it("is no JSON of what JSON cannot say, and wrong JSON names its column", () => {
    for (const value of [undefined, () => 1, { x: Number.NaN }, [Infinity]])
      expect(() => jsonText(value)).toThrow(TypeError);
    expect(() => jsonOf("{", "jobs.settings", (value) => value)).toThrow("jobs.settings");
    const strict = () =>
      jsonOf("[]", "jobs.settings", () => {
        throw new RangeError("no object");
      });
    expect(strict).toThrow(
      expect.objectContaining({ message: expect.stringContaining("jobs.settings"), cause: expect.any(RangeError) }),
    );
    expect(() => flagOf(2)).toThrow(TypeError);
  });
});

describe("a cursor", () => {
  it("comes back from an address as it was, in any script", () => {
    const cursor = ["2026-01-31T09:15:00.000Z", "二人の本 🐇", 7.5];
    const text = cursorText(cursor);
    expect(text).toMatch(/^[\w-]+$/);
    expect(cursorOf(text, ["string", "string", "number"])).toEqual(cursor);
  });

  it.each([
    "",
    "%%%",
    "bm90IGpzb24",
    cursorText(["a"]),
    cursorText(["a", "b"]),
    cursorText([1, 1]),
    `${cursorText(["a", 1])}!`,
  ])("is none where the text %j was made up or belongs to another list", (text) => {
    expect(cursorOf(text, ["string", "number"])).toBeNull();
  });
});
