import { describe, expect, it } from "vitest";
import { mayJoin } from "./joined-balloons.ts";
import type { MeasuredText } from "./measure-texts.ts";

/** A line in the source, said by somebody in the picture. */
function line(voice: string, start: number, end: number, maybe?: string[]): MeasuredText {
  const usual = {
    block: { runs: [], lines: [], width: 80, height: 40, size: 20, vertical: false },
    radiusX: 60,
    radiusY: 40,
  };
  const text = {
    id: `t${start}`,
    kind: "speech" as const,
    speaker: voice,
    runs: [],
    start,
    end,
    ...(maybe && { maybe }),
  };
  return { text, kind: "speech", voice, shapes: [], usual };
}

describe("joined balloons", () => {
  it("[L6] are parts of one quote, or two quotes of one speaker with words between", () => {
    expect(mayJoin(line("tom", 21, 40), line("tom", 0, 20))).toBe(true);
    expect(mayJoin(line("tom", 45, 60), line("tom", 0, 20))).toBe(true);
  });

  it("[L6] are never of two speakers, nor a line and the one that answers it without a word between", () => {
    expect(mayJoin(line("marta", 21, 40), line("tom", 0, 20))).toBe(false);
    expect(mayJoin(line("ogden", 24, 40), line("ogden", 0, 20))).toBe(false);
  });

  it("[L6] are not of somebody who is only guessed to speak, but within one quote", () => {
    expect(mayJoin(line("tom", 45, 60, ["tom", "marta"]), line("tom", 0, 20))).toBe(false);
    expect(mayJoin(line("tom", 21, 40, ["tom", "marta"]), line("tom", 0, 20, ["tom", "marta"]))).toBe(true);
  });
});
