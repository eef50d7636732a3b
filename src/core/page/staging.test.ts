import { describe, expect, it } from "vitest";
import { randomEpisode } from "../../../test/episodes.ts";
import { overlapArea } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import type { Beat, Shot } from "../script/script.ts";
import { faceBox } from "./page.ts";
import { stageFigures } from "./staging.ts";
import { beastStature, grownUp, type Stature, staturesOf } from "./stature.ts";

const box = { x: 100, y: 200, width: 520, height: 480 };

function quarrel(shot: Shot): Beat {
  const [beat] = randomEpisode(1, "en", 1).beats;
  if (!beat) throw new Error("no beat");
  const actor = { emotion: "angry", pose: "stand", speaks: true, holds: null } as const;
  return {
    ...beat,
    shot,
    time: "day",
    figures: [
      { ...actor, person: "tom", side: "right", looksAt: "marta" },
      { ...actor, person: "marta", side: "left", looksAt: "tom" },
    ],
  };
}

const stage = { box, direction: "ltr", reserve: 0, tight: 0, shift: 0, statures: {} } as const;

function staged(shot: Shot, seed = 1, statures: Record<string, Stature> = {}) {
  const figures = stageFigures(quarrel(shot), { ...stage, random: randomFrom(seed), statures });
  const of = (person: string) => {
    const figure = figures.find((each) => each.person === person);
    if (!figure) throw new Error(`no ${person}`);
    return figure;
  };
  return { figures, marta: of("marta"), tom: of("tom") };
}

const shots = ["wide", "full", "medium", "close"] as const;

describe("stageFigures", () => {
  it.each(shots)("[P6] keeps people on their sides in a %s shot, and they look at each other", (shot) => {
    for (let seed = 0; seed < 40; seed++) {
      const { marta, tom } = staged(shot, seed);
      expect(marta.head.x).toBeLessThan(tom.head.x);
      expect(marta.head.yaw).toBeGreaterThanOrEqual(28);
      expect(tom.head.yaw).toBeLessThanOrEqual(-28);
    }
  });

  it("[D5] lets a child look up to a grown-up, who looks down", () => {
    for (let seed = 0; seed < 40; seed++) {
      const level = staged("full", seed);
      const uneven = staged("full", seed, { marta: { height: 0.7, ground: 4.8 } });
      expect(uneven.marta.head.pitch).toBeGreaterThan(level.marta.head.pitch + 3);
      expect(uneven.tom.head.pitch).toBeLessThan(level.tom.head.pitch - 3);
    }
  });

  it("[P7] shows heads from above where the camera hangs high, from below where it stands low", () => {
    const pitch = (camera: "eye" | "high" | "low") =>
      stageFigures({ ...quarrel("medium"), camera }, { ...stage, random: randomFrom(3) })[0]?.head.pitch ?? 0;
    expect(pitch("high")).toBeLessThan(pitch("eye") - 8);
    expect(pitch("low")).toBeGreaterThan(pitch("eye") + 8);
  });

  it("lets two who embrace stand cheek to cheek", () => {
    const beat = quarrel("medium");
    const embrace = { ...beat, figures: beat.figures.map((figure) => ({ ...figure, pose: "embrace" as const })) };
    const [a, b] = stageFigures(embrace, { ...stage, random: randomFrom(3) });
    if (!a || !b) throw new Error("nobody");
    expect(Math.abs(a.head.x - b.head.x)).toBeLessThan(0.95 * Math.max(a.head.size, b.head.size));
    expect(overlapArea(faceBox(a.head), faceBox(b.head))).toBe(0);
  });

  it.each(shots)("[L7] keeps faces apart and inside the panel in a %s shot", (shot) => {
    for (let seed = 0; seed < 40; seed++) {
      const { figures, marta, tom } = staged(shot, seed);
      expect(overlapArea(faceBox(marta.head), faceBox(tom.head))).toBe(0);
      for (const { head } of figures) {
        const face = faceBox(head);
        expect(overlapArea(face, box)).toBeCloseTo(face.width * face.height, 3);
      }
    }
  });

  it.each(["full", "wide"] as const)("stands whole figures on the ground of a %s shot", (shot) => {
    for (let seed = 0; seed < 40; seed++)
      for (const { head } of staged(shot, seed).figures) {
        const feet = (head.y + grownUp.ground * head.size - box.y) / box.height;
        expect(feet).toBeGreaterThan(0.75);
        expect(feet).toBeLessThan(1);
      }
  });

  it("shows larger faces the nearer the shot", () => {
    const sizes = shots.map((shot) => Math.max(...staged(shot).figures.map(({ head }) => head.size)));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });

  it("[P7] fills a strip with the face of who is alone in it, in one of its thirds, however many words there are", () => {
    const low = { ...box, width: 900, height: 240 };
    const beat = { ...quarrel("medium"), figures: quarrel("medium").figures.slice(0, 1) };
    for (const shift of [-1, 0, 1] as const)
      for (const tight of [0, 1]) {
        const [alone] = stageFigures(beat, { ...stage, box: low, shift, tight, random: randomFrom(shift) });
        expect(alone?.head.size).toBeGreaterThan(0.55 * low.height);
        expect(Math.abs((alone?.head.x ?? 0) - low.x - low.width / 2)).toBeGreaterThan(0.15 * low.width);
      }
  });

  it("shows nobody where the shot is of a thing", () => {
    expect(
      stageFigures(quarrel("insert"), {
        box,
        direction: "ltr",
        reserve: 0,
        tight: 0,
        shift: 0,
        random: randomFrom(1),
        statures: {},
      }),
    ).toEqual([]);
  });

  it("[D1] draws those far off at night as black shapes, but gives a face to who speaks by day", () => {
    const flat = { ...stage, box: { ...box, height: 260 }, tight: 1 };
    const silhouettes = (beat: Beat) =>
      stageFigures(beat, { ...flat, random: randomFrom(1) }).map(({ silhouette }) => silhouette);
    const talk = quarrel("wide");
    const silent = talk.figures.map((figure) => ({ ...figure, speaks: false }));
    expect(silhouettes({ ...talk, time: "night", figures: silent })).toEqual([true, true]);
    expect(silhouettes(talk)).toEqual([false, false]);
  });

  it.each(shots)("lets a child look up at a grown-up in a %s shot, both on the ground and in the picture", (shot) => {
    const statures = { marta: { height: 0.7, ground: 4.8 } };
    for (let seed = 0; seed < 40; seed++) {
      const { marta, tom } = staged(shot, seed, statures);
      expect(marta.head.y).toBeGreaterThan(tom.head.y + 0.5 * tom.head.size);
      expect(marta.head.y + marta.head.size).toBeLessThan(box.y + box.height);
    }
  });

  it.each(shots)("[D9] keeps hair, hats and ears under the upper frame in a %s shot, in low panels too", (shot) => {
    const statures = { tom: { ...grownUp, reach: { above: 0.54, muzzle: 0 } } };
    for (const height of [190, 260, 480])
      for (let seed = 0; seed < 20; seed++)
        for (const { person, head } of stageFigures(quarrel(shot), {
          ...stage,
          box: { ...box, height },
          random: randomFrom(seed),
          statures,
        }))
          expect(head.y - (person === "tom" ? 1.04 : 0.86) * head.size).toBeGreaterThanOrEqual(box.y - 0.5);
  });

  it("[D9] keeps grown-ups of one room on one level and of one size, and lets a lone beast fill its panel", () => {
    const short = { marta: { ...grownUp, height: 0.9 } };
    for (let seed = 0; seed < 40; seed++) {
      const { marta, tom } = staged("close", seed, short);
      expect(marta.head.size).toBeGreaterThan(0.8 * tom.head.size);
      expect(Math.abs(marta.head.y - tom.head.y)).toBeLessThan(0.35 * tom.head.size);
    }
    const beat = quarrel("medium");
    const alone = { ...beat, figures: beat.figures.slice(0, 1) };
    const size = (statures: Record<string, Stature>) =>
      stageFigures(alone, { ...stage, random: randomFrom(2), statures })[0]?.head.size ?? 0;
    expect(size({ tom: beastStature("mouse", false) })).toBeGreaterThan(0.95 * size({}));
  });

  it.each(["offer", "explain", "read", "arms-crossed"] as const)(
    "[P7] shows who makes the gesture %s to the hip",
    (pose) => {
      const beat = quarrel("medium");
      for (let seed = 0; seed < 20; seed++) {
        const figures = beat.figures.slice(0, 1).map((actor) => ({ ...actor, pose }));
        const [only] = stageFigures({ ...beat, figures }, { ...stage, random: randomFrom(seed) });
        if (!only) throw new Error("nobody");
        expect((box.y + box.height - only.head.y) / only.head.size).toBeGreaterThan(2.1);
      }
    },
  );

  it("[D5] lets who reads look down, and those who grapple stand at arm’s length", () => {
    const beat = quarrel("full");
    const figures = beat.figures.map((actor) => ({ ...actor, pose: "seize" as const }));
    const reader = beat.figures.slice(0, 1).map((actor) => ({ ...actor, pose: "read" as const, looksAt: null }));
    for (let seed = 0; seed < 20; seed++) {
      const [one, two] = stageFigures({ ...beat, figures }, { ...stage, random: randomFrom(seed) });
      if (!one || !two) throw new Error("nobody");
      expect(Math.abs(one.head.x - two.head.x)).toBeLessThan(2.4 * one.head.size);
      const [reads] = stageFigures({ ...quarrel("medium"), figures: reader }, { ...stage, random: randomFrom(seed) });
      expect(reads?.head.pitch).toBeLessThan(-5);
    }
  });

  it.each(["run", "crawl", "felled", "lie"] as const)(
    "[D5] keeps all of a body that does this in the picture: %s",
    (pose) => {
      const beat = quarrel("full");
      const reach = { run: 3.8, crawl: 4.6, felled: 4.2, lie: 7 }[pose];
      for (let seed = 0; seed < 10; seed++) {
        const figures = beat.figures.slice(0, 1).map((actor) => ({ ...actor, pose, looksAt: null }));
        const [only] = stageFigures({ ...beat, figures }, { ...stage, random: randomFrom(seed) });
        if (!only) throw new Error("nobody");
        const { x, size, yaw } = only.head;
        const behind = pose === "run" || pose === "crawl";
        const end = x - Math.sign(yaw) * (behind ? 1 : -1) * reach * size;
        expect(end).toBeGreaterThan(box.x - 1);
        expect(end).toBeLessThan(box.x + box.width + 1);
      }
    },
  );

  it("[D5] draws whose foot is on another over that one, a leg’s length away", () => {
    const beat = quarrel("full");
    const [one, two] = beat.figures;
    if (!one || !two) throw new Error("nobody");
    const figures = [
      { ...one, pose: "kick" as const },
      { ...two, pose: "felled" as const },
    ];
    for (let seed = 0; seed < 10; seed++) {
      const [under, over] = stageFigures({ ...beat, figures }, { ...stage, random: randomFrom(seed) });
      expect(over?.pose).toBe("kick");
      const apart = Math.abs((over?.head.x ?? 0) - (under?.head.x ?? 0)) / (over?.head.size ?? 1);
      expect(apart).toBeGreaterThan(3);
      expect(apart).toBeLessThan(4.2);
    }
  });

  it("takes heights from what the text says", () => {
    const none = { start: 0, end: 0 };
    const looks = {
      species: null,
      build: null,
      skin: null,
      hairColour: null,
      hairStyle: null,
      beard: null,
      glasses: null,
      hat: null,
      clothes: [],
      marks: [],
    };
    const person = { name: "x", aliases: [], gender: null, role: "main" as const, mentions: 1 };
    const statures = staturesOf([
      { ...person, id: "girl", looks: { ...looks, age: { value: "child", ...none }, height: null } },
      { ...person, id: "giant", looks: { ...looks, age: null, height: { value: "tall", ...none } } },
      { ...person, id: "anybody", looks: { ...looks, age: null, height: null } },
    ]);
    expect(statures["girl"]?.height).toBeLessThan(0.8);
    expect(statures["giant"]?.height).toBeGreaterThan(1);
    expect(statures["anybody"]).toEqual(grownUp);
  });
});
