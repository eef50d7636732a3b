import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { expectGolden } from "../../../../test/golden.ts";
import { plainMan } from "../../../../test/people.ts";
import type { StagedFigure } from "../../page/page.ts";
import { grownUp } from "../../page/stature.ts";
import type { Emotion, Pose } from "../../script/script.ts";
import type { Species } from "../../story/story.ts";
import type { Costume, ModelSheet } from "../artist.ts";
import { toneDefs } from "../tone.ts";
import { drawFigure } from "./draw-figure.ts";
import { expressions } from "./expressions.ts";
import { poses } from "./poses.ts";

const woman: ModelSheet = {
  ...plainMan,
  person: "n2",
  gender: "female",
  hairStyle: "long",
  hairCut: 1,
  hairColour: "fair",
  brows: "thin",
  costume: "dress",
  cloth: "grey",
};
const child: ModelSheet = { ...woman, person: "n3", age: "child", hairStyle: "braided", costume: "apron-dress" };

const staged = (
  change: Partial<StagedFigure> & { yaw?: number; pitch?: number; tilt?: number; size?: number } = {},
): StagedFigure => ({
  person: "n1",
  head: {
    x: 150,
    y: 150,
    size: change.size ?? 100,
    yaw: change.yaw ?? 30,
    pitch: change.pitch ?? 0,
    tilt: change.tilt ?? 0,
  },
  emotion: change.emotion ?? "neutral",
  pose: change.pose ?? "stand",
  speaks: change.speaks ?? false,
  holds: null,
  silhouette: change.silhouette ?? false,
});
const view = {
  bounds: { x: 0, y: 0, width: 300, height: 1000 },
  shot: "medium",
  night: false,
  seed: 1,
  prefix: "t",
} as const;
const draw = (sheet: ModelSheet, change: Parameters<typeof staged>[0] = {}): string =>
  drawFigure(staged(change), sheet, view);

function pageOf(svg: string, width = 300, height = 300): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${toneDefs()}</defs><rect width="${width}" height="${height}" fill="#fff"/>${svg}</svg>`;
}

function pixels(svg: string, width = 300, height = 300): { ink: (x: number, y: number) => boolean } {
  const data = new Resvg(pageOf(svg, width, height)).render().pixels;
  return { ink: (x, y) => (data[(y * width + x) * 4] ?? 255) < 128 };
}

const allPoses = Object.keys(poses) as Pose[]; // the table is keyed by Pose
const allEmotions = Object.keys(expressions) as Emotion[]; // the table is keyed by Emotion
const costumes: Costume[] = [
  "suit",
  "waistcoat",
  "coat",
  "cloak",
  "dress",
  "apron-dress",
  "gown",
  "shirt",
  "jersey",
  "uniform",
  "robe",
  "kimono",
  "hakama",
  "armour",
  "rags",
  "school",
  "frock-coat",
  "tail-coat",
  "dressing-gown",
  "clergy",
  "sailor",
  "police",
  "livery",
  "smock",
  "workman",
  "regal",
  "regency",
  "maid",
  "shawl",
  "twenties",
  "blouse",
  "tee",
  "haori",
  "happi",
  "suikan",
  "monk",
  "samurai",
  "space-suit",
];
const animals: Species[] = [
  "cat",
  "dog",
  "rabbit",
  "mouse",
  "bird",
  "horse",
  "bear",
  "fox",
  "frog",
  "pig",
  "sheep",
  "insect",
  "reptile",
  "fish",
];

describe("people", () => {
  it("[D2] draws the same person with the same ink each time", () => {
    expect(draw(woman)).toBe(draw({ ...woman }));
  });

  it("[D5] tells the twenty faces apart, silent and speaking", () => {
    const faces = allEmotions.flatMap((emotion) => [
      draw(plainMan, { emotion }),
      draw(plainMan, { emotion, speaks: true }),
    ]);
    expect(allEmotions).toHaveLength(20);
    // Laughing, crying and yawning mouths may be open in silence too; every other face changes when it speaks.
    expect(new Set(faces).size).toBeGreaterThanOrEqual(38);
  });

  it("draws every pose from every side without a broken number", () => {
    for (const pose of allPoses)
      for (const yaw of [-60, 35, 90, 180]) expect(draw(plainMan, { pose, yaw })).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("draws every costume on men, women and children", () => {
    const drawn = costumes.map((costume) =>
      [plainMan, woman, child].map((sheet) => draw({ ...sheet, costume })).join(""),
    );
    for (const svg of drawn) expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(new Set(drawn).size).toBe(costumes.length);
  });

  it("draws every animal that speaks", () => {
    const heads = animals.map((species) => draw({ ...plainMan, species, hairColour: "grey" }));
    for (const svg of heads) expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(new Set(heads).size).toBe(animals.length);
  });

  it("[D9] keeps the head in its box: hair and hats reach at most a quarter beyond the skull", () => {
    for (const hat of ["none", "cap", "hat", "top-hat", "bonnet", "helmet", "scarf", "crown"] as const)
      for (const hairStyle of ["short", "curly", "wild"] as const) {
        const { ink } = pixels(draw({ ...plainMan, hat, hairStyle, hairCut: 4 }, { size: 100, yaw: 0 }));
        // The crown of the skull is at y 100; a quarter above it, with the pen's width, is y 72.
        const high = Array.from({ length: 71 * 180 }, (_, i) => ({ x: 60 + (i % 180), y: Math.floor(i / 180) })).filter(
          ({ x, y }) => ink(x, y),
        );
        expect(high, `${hat} over ${hairStyle} hair`).toEqual([]);
      }
  });

  it("[D9] turns: every yaw gives another picture, and the face is gone from behind", () => {
    const turns = [-90, -45, 0, 45, 90, 180].map((yaw) => draw(plainMan, { yaw }));
    expect(new Set(turns).size).toBe(turns.length);
    expect(draw(plainMan, { yaw: 0 })).toContain("tfeye1");
    expect(draw(plainMan, { yaw: 180 })).not.toContain("tfeye");
  });

  it("[D5] sleeps with shut eyes: who lies calmly and says nothing", () => {
    const eyes = (speaks: boolean): boolean =>
      draw(plainMan, { emotion: "calm", pose: "lie", speaks }).includes("feye");
    expect([eyes(false), eyes(true)]).toEqual([false, true]);
  });

  it("[D5] sneezes: who is weary and has a hand at the mouth shuts the eyes, and drops fly", () => {
    const spray = (emotion: "tired" | "sad"): number =>
      draw(plainMan, { emotion, pose: "gasp", yaw: 20 }).split("<circle").length - 1;
    expect(spray("sad")).toBe(0);
    expect(spray("tired")).toBeGreaterThan(3);
  });

  it("draws silhouettes in black, with a white rim at night", () => {
    const day = drawFigure(staged({ silhouette: true }), plainMan, view);
    const night = drawFigure(staged({ silhouette: true }), plainMan, { ...view, night: true });
    const shape = (svg: string): string => svg.split("<g opacity")[0] ?? "";
    expect(shape(night)).toContain('stroke="#fff"');
    expect(shape(day)).not.toContain('stroke="#fff"');
  });

  it("starts every id with the prefix that it is given", () => {
    const ids = [...draw(woman).matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.every((id) => id.startsWith("t"))).toBe(true);
  });

  it("[D2] stands on the floor that the page expects: soles where staging has them", () => {
    const { ink } = pixels(
      drawFigure(
        { ...staged({ size: 40, yaw: 20 }), head: { x: 150, y: 60, size: 40, yaw: 20, pitch: 0, tilt: 0 } },
        plainMan,
        view,
      ),
      300,
      400,
    );
    const rows = Array.from({ length: 400 }, (_, y) => Array.from({ length: 300 }, (_u, x) => ink(x, y)).some(Boolean));
    expect(Math.abs(rows.lastIndexOf(true) - (60 + grownUp.ground * 40))).toBeLessThan(12);
  });

  it("looks as it looked: pictures of three people", () => {
    const shown = {
      man: draw(plainMan, { emotion: "determined" }),
      woman: draw(woman, { yaw: -40, emotion: "happy", speaks: true }),
      child: draw(child, { yaw: 10, emotion: "surprised" }),
    };
    for (const [name, svg] of Object.entries(shown)) expectGolden(`person-${name}`, pageOf(svg));
  });
});
