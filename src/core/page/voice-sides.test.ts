import { describe, expect, it } from "vitest";
import type { MeasuredText } from "./measure-texts.ts";
import type { StagedFigure } from "./page.ts";
import { voiceSides } from "./voice-sides.ts";

const box = { x: 0, y: 0, width: 600, height: 400 };

/** A line of ten units from `start` on. */
function voice(speaker: string | null, start = 0): MeasuredText {
  const text = { id: "t1", kind: "speech", speaker, runs: [], start, end: start + 10 } as const;
  const usual = {
    block: { runs: [], lines: [], width: 80, height: 40, size: 20, vertical: false },
    radiusX: 60,
    radiusY: 40,
  };
  return { text: { ...text, runs: [] }, kind: "off-panel", voice: null, shapes: [], usual };
}

const listener = (x: number, yaw: number): StagedFigure => ({
  person: `p${x}`,
  head: { x, y: 200, size: 90, yaw, pitch: 0, tilt: 0 },
  emotion: "neutral",
  pose: "stand",
  speaks: false,
  silhouette: false,
  holds: null,
});

describe("voices from beyond the picture", () => {
  it("[L6] come from where the listener looks, and another voice from the other side", () => {
    const texts = [voice("tom"), voice("marta"), voice("tom")];
    for (const [yaw, side] of [
      [40, 1],
      [-40, -1],
    ] as const) {
      const sideOf = voiceSides(texts, { figures: [listener(300, yaw)], box, direction: "ltr" });
      expect(texts.map(sideOf)).toEqual([side, -side, side]);
    }
  });

  it("[L6] of whom nobody knows change sides where one line answers another, and only there", () => {
    const texts = [voice(null, 0), voice(null, 14), voice(null, 28), voice(null, 80)];
    const sideOf = voiceSides(texts, { figures: [], box, direction: "ltr" });
    expect(texts.map(sideOf)).toEqual([-1, 1, -1, -1]);
  });

  it("[L6] one that nobody knows stays with the known one beside it, unless the one answers the other", () => {
    const sides = (texts: MeasuredText[]) => texts.map(voiceSides(texts, { figures: [], box, direction: "ltr" }));
    expect(sides([voice(null, 0), voice("tom", 90)])).toEqual([-1, -1]);
    expect(sides([voice("tom", 0), voice(null, 90)])).toEqual([-1, -1]);
    expect(sides([voice(null, 0), voice("tom", 14)])).toEqual([-1, 1]);
  });

  it("[L6] come from the roomier side of two who look at each other", () => {
    const figures = [listener(80, 40), listener(300, -40)];
    expect(voiceSides([voice("tom")], { figures, box, direction: "rtl" })(voice("tom"))).toBe(1);
  });

  it("[L7] talk across an empty picture, the first from where reading starts", () => {
    const texts = [voice("tom"), voice("marta"), voice("tom")];
    expect(texts.map(voiceSides(texts, { figures: [], box, direction: "ltr" }))).toEqual([-1, 1, -1]);
    expect(texts.map(voiceSides(texts, { figures: [], box, direction: "rtl" }))).toEqual([1, -1, 1]);
  });
});
