import { describe, expect, it } from "vitest";
import { randomFrom } from "../../geometry/random.ts";
import { plainMan } from "../../../../test/people.ts";
import type { Emotion } from "../../script/script.ts";
import { drawBeard } from "./beards.ts";
import { drawNearEye } from "./eyes.ts";
import { type Expression, expressionOf, expressions, shouting } from "./expressions.ts";
import { headView } from "./head-view.ts";
import { drawMouth } from "./mouth.ts";

const others = (name: string): [string, Expression][] => Object.entries(expressions).filter(([each]) => each !== name);

const openOf = (name: Emotion): number => expressions[name].speaking.open;

const turned = { x: 0, y: 0, size: 120, yaw: 20, pitch: 0, tilt: 0 };
const numbersOf = (svg: string): number[] => (/ d="([^"]+)"/.exec(svg)?.[1]?.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

/** How far the first shape reaches across (0) or down (1). */
const extent = (svg: string, axis: 0 | 1): number => {
  const along = numbersOf(svg).filter((_, i) => i % 2 === axis);
  return Math.max(...along) - Math.min(...along);
};

describe("expressions", () => {
  it("[D5] scowl for nobody who feels nothing: brows at rest are up, and the mouth is straight", () => {
    for (const name of ["neutral", "calm", "thinking", "tender"] as const) {
      const { brow } = expressions[name];
      expect(brow.angle, name).toBeLessThanOrEqual(0);
      expect(brow.lift, name).toBeGreaterThan(0);
    }
    // A line that neither smiles nor hangs.
    for (const name of ["neutral", "calm"] as const)
      expect(Math.abs(expressions[name].mouth.corners), name).toBeLessThan(0.006);
  });

  it("[L6] open the mouth of whoever shouts, whatever the feeling, and leave those alone that are open", () => {
    for (const name of ["neutral", "determined", "sad"] as const) {
      const loud = shouting(expressions[name]);
      expect(loud.speaking.open, name).toBeGreaterThan(2 * expressions[name].speaking.open - 0.04);
      const drawn = (face: Expression): string => drawMouth(headView(turned, plainMan, face, true, "a"));
      expect(extent(drawn(loud), 1), name).toBeGreaterThan(1.5 * extent(drawn(expressions[name]), 1));
    }
    expect(shouting(expressions.furious)).toBe(expressions.furious);
    expect(shouting(expressions.laughing)).toBe(expressions.laughing);
  });

  it("[D5] rest the lids of who feels nothing on the iris: torn open, the eyes would be a doll's", () => {
    for (const name of ["neutral", "calm", "tender", "sad"] as const)
      expect(expressions[name].lid, name).toBeLessThan(0.92);
  });

  it("[D5] vary where nothing is felt, with a level mouth and without a scowl, and nowhere else", () => {
    const faces = Array.from({ length: 40 }, (_, i) => expressionOf("neutral", randomFrom(i)));
    expect(new Set(faces.map((face) => JSON.stringify(face))).size).toBeGreaterThan(4);
    for (const { brow, mouth, speaking } of faces) {
      expect(brow.angle).toBeLessThanOrEqual(0);
      expect(Math.abs(mouth.corners)).toBeLessThan(0.006);
      expect(speaking.shape).toBe("square");
    }
    expect(expressionOf("angry", randomFrom(3))).toBe(expressions.angry);
  });

  it("[D5] open the eyes of the shocked and the surprised wider than all others", () => {
    const wide = Math.min(expressions.shocked.lid, expressions.surprised.lid);
    for (const [name, { lid }] of others("shocked")) if (name !== "surprised") expect(lid, name).toBeLessThan(wide);
  });

  it("[D5] show the white all round the iris in terror only", () => {
    for (const [name, { lid, iris }] of others("shocked")) expect(lid < 1.25 && iris >= 0.7, name).toBe(true);
  });

  it("[D5] drop the jaw of who shouts, sobs, laughs or takes fright twice as far as that of who talks", () => {
    const talk = Math.max(...(["neutral", "calm", "thinking", "tender"] as const).map((each) => openOf(each)));
    for (const name of ["furious", "crying", "laughing", "afraid", "shocked"] as const)
      expect(openOf(name), name).toBeGreaterThan(talk * 2);
    for (const name of ["sad", "tired", "suspicious", "ashamed"] as const)
      expect(openOf(name), name).toBeLessThan(talk * 1.25);
  });

  it("[D5] shut nobody's eyes but those of who laughs, sleeps or yawns, and press together those of who weeps", () => {
    const shut: Partial<Record<string, string>> = { crying: "squeeze", asleep: "sleep", yawning: "sleep" };
    for (const [name, { closed }] of others("laughing")) expect(closed, name).toBe(shut[name] ?? "none");
  });

  it("[D5] yawn with a mouth that is open wider than any silent one", () => {
    const widest = Math.max(...others("yawning").map(([, { mouth }]) => mouth.open));
    expect(expressions.yawning.mouth.open).toBeGreaterThan(widest * 1.5);
  });

  it("[D5] put no teeth into a small mouth: two white specks would be the nostrils of a snout", () => {
    const head = { x: 0, y: 0, size: 120, yaw: 20, pitch: 0, tilt: 0 };
    const inside = (name: "surprised" | "neutral" | "furious"): string =>
      /<g clip-path[^>]*>(.*)<\/g>/.exec(drawMouth(headView(head, plainMan, expressions[name], true, "t")))?.[1] ?? "";
    expect(inside("surprised")).toBe("");
    expect(inside("neutral")).toBe("");
    expect(inside("furious")).toContain("#fff");
  });

  it("[D5] open the surprised eye visibly wider than at rest, also a narrow and an old one", () => {
    for (const eyes of ["round", "narrow", "large", "tired"] as const)
      for (const age of ["adult", "old"] as const) {
        const height = (name: "neutral" | "surprised"): number =>
          extent(drawNearEye(headView(turned, { ...plainMan, eyes, age }, expressions[name], false, "t")), 1);
        expect(height("surprised"), `${eyes} ${age}`).toBeGreaterThan(height("neutral") * 1.2);
      }
  });

  it("[D5] part the lips of who talks in the middle only: filled from corner to corner they would be painted", () => {
    const svg = drawMouth(headView(turned, plainMan, expressions.neutral, true, "t"));
    const line = drawMouth(headView(turned, plainMan, expressions.neutral, false, "t"));
    expect(extent(svg, 0)).toBeLessThan(extent(line, 0) * 0.7);
  });

  it("[D5] smile in nobody's speech but that of the happy, the tender and the smug: the corners hang, and no teeth show in a word", () => {
    const smiling = new Set(["happy", "laughing", "tender", "smug"]);
    for (const [name, face] of Object.entries(expressions))
      for (const look of [{}, { gender: "female" }, { age: "child" }] as const)
        for (const size of [40, 120, 300]) {
          // Doubt lifts one corner.
          if (smiling.has(name) || face.speaking.shape !== "square" || face.speaking.skew > 0) continue;
          const svg = drawMouth(headView({ ...turned, size }, { ...plainMan, ...look }, face, true, "t"));
          const [xs, ys] = [0, 1].map((axis) => numbersOf(svg).filter((_, i) => i % 2 === axis));
          const [left, right] = [xs?.indexOf(Math.min(...xs)) ?? 0, xs?.indexOf(Math.max(...xs)) ?? 0];
          const lip = Math.min(...(ys ?? []));
          for (const corner of [left, right])
            expect((ys?.[corner] ?? 0) - lip, `${name} ${size}`).toBeGreaterThan(0.1 * extent(svg, 1));
          if (face.speaking.open < 0.1) expect(svg, name).not.toContain("#fff");
        }
  });

  it("[D5] lift the ends of a moustache in a smile", () => {
    const tips = (name: "happy" | "sad"): number => {
      const ys = numbersOf(
        drawBeard(headView(turned, { ...plainMan, beard: "moustache" }, expressions[name], false, "t")),
      ).filter((_, i) => i % 2 === 1);
      return Math.max(...ys);
    };
    expect(tips("happy")).toBeLessThan(tips("sad") - 1.5);
  });
});
