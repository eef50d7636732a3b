import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import { expressions } from "./expressions.ts";
import { headView } from "./head-view.ts";
import { drawTinyFace, tinyHead } from "./tiny-face.ts";

const face = (yaw: number, emotion: keyof typeof expressions = "neutral", speaks = false): string =>
  drawTinyFace(
    headView({ x: 50, y: 50, size: tinyHead - 5, yaw, pitch: 0, tilt: 0 }, plainMan, expressions[emotion], speaks, "t"),
  );
const strokes = (svg: string): number => svg.split("<path").length - 1;

/** Height of the first filled shape: the dot of an eye. */
const eyeHeight = (emotion: keyof typeof expressions): number => {
  const dot = /<path d="([^"]+)" fill="#000"\/>/.exec(
    face(0, emotion)
      .split("<path")
      .slice(2, 3)
      .map((each) => `<path${each}`)
      .join(""),
  );
  const ys = (dot?.[1]?.match(/-?\d+(\.\d+)?/g) ?? []).map(Number).filter((_, i) => i % 2 === 1);
  return Math.max(...ys) - Math.min(...ys);
};

describe("tiny faces", () => {
  it("[D1] have a dot with its lid and brow for each eye that is seen, a nose, and a mouth", () => {
    expect(strokes(face(0))).toBe(8);
    // From the side the outline has the nose.
    expect(strokes(face(87))).toBe(4);
    expect(face(170)).toBe("");
  });

  it("[D5] open the eyes of the surprised taller than at rest, and to no rings", () => {
    for (const feeling of ["surprised", "afraid", "shocked"] as const) {
      expect(face(0, feeling)).not.toContain('fill="#fff"');
      expect(eyeHeight(feeling)).toBeGreaterThan(eyeHeight("neutral") * 1.3);
    }
  });

  it("[D5] still tell anger from calm, and a cry from silence", () => {
    expect(face(0, "angry")).not.toBe(face(0));
    expect(face(0, "shocked", true)).not.toBe(face(0, "shocked"));
  });
});
