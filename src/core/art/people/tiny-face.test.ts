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

describe("tiny faces", () => {
  it("[D1] have a dot with its lid and brow for each eye that is seen, a nose, and a mouth", () => {
    expect(strokes(face(0))).toBe(8);
    // From the side the outline has the nose.
    expect(strokes(face(87))).toBe(4);
    expect(face(170)).toBe("");
  });

  it("[D5] open eyes to rings in terror and in nothing less", () => {
    expect(face(0, "shocked")).toContain('fill="#fff"');
    for (const feeling of ["surprised", "afraid", "furious"] as const)
      expect(face(0, feeling)).not.toContain('fill="#fff"');
    expect(face(0)).not.toContain('fill="#fff"');
  });

  it("[D5] still tell anger from calm, and a cry from silence", () => {
    expect(face(0, "angry")).not.toBe(face(0));
    expect(face(0, "shocked", true)).not.toBe(face(0, "shocked"));
  });
});
