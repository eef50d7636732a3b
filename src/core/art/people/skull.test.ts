import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { ModelSheet } from "../artist.ts";
import { outlineOf, skullOf } from "./skull.ts";
import { sightOf } from "./space.ts";

const sight = (yaw: number, pitch = 0) => sightOf({ x: 0, y: 0, size: 1, yaw, pitch, tilt: 0 });
const faces = ["oval", "round", "square", "long", "heart"] as const;
const people: ModelSheet[] = faces.flatMap((face) =>
  (["male", "female"] as const).flatMap((gender) =>
    (["thin", "average", "stout"] as const).flatMap((build) =>
      (["child", "young", "adult", "old"] as const).map((age) => ({ ...plainMan, face, gender, build, age })),
    ),
  ),
);

/** Width of the outline at a share of the way from its top to its bottom. */
function widthAt(sheet: ModelSheet, yaw: number, pitch: number, share: number): number {
  const { left, right } = outlineOf(skullOf(sheet), sight(yaw, pitch));
  const all = [...left, ...right].map((p) => p.y);
  const [top, bottom] = [Math.min(...all), Math.max(...all)];
  const y = top + (bottom - top) * share;
  const reach = (side: typeof left): number => {
    const i = side.findIndex((p) => p.y >= y);
    const [a, b] = [side[Math.max(0, i - 1)], side[i]];
    if (!a || !b) throw new RangeError("the outline has no such height");
    return a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y || 1);
  };
  return reach(right) - reach(left);
}

describe("skulls", () => {
  it("[D9] no jaw of any face, build, age or sex is wider than the cheekbones, and no chin than the jaw", () => {
    for (const sheet of people) {
      const [cheek, jaw, chin] = [0.6, 0.8, 0.93].map((share) => widthAt(sheet, 0, 0, share));
      expect(jaw, `${sheet.face} ${sheet.gender} ${sheet.build} ${sheet.age}`).toBeLessThan((cheek ?? 0) * 0.97);
      expect(chin).toBeLessThan((jaw ?? 0) * 0.8);
    }
  });

  it("[D9] the far cheek runs to the chin without a bulge when the head turns", () => {
    for (const sheet of people) {
      const { right } = outlineOf(skullOf(sheet), sight(40));
      const cheek = Math.max(...right.filter((p) => p.y > 0.05 && p.y < 0.16).map((p) => p.x));
      const jaw = Math.max(...right.filter((p) => p.y > 0.36 && p.y < 0.46).map((p) => p.x));
      expect(jaw, `${sheet.face} ${sheet.gender} ${sheet.build} ${sheet.age}`).toBeLessThan(cheek - 0.008);
    }
  });

  it("[D9] the far cheek of a half turned face has no hollow between cheekbone and chin", () => {
    for (const sheet of people) {
      const { right } = outlineOf(skullOf(sheet), sight(34));
      const low = right.filter((p) => p.y > 0.08);
      const [first, last] = [low[0], low.at(-1)];
      if (!first || !last) throw new RangeError("a face without a cheek");
      for (const p of low) {
        const straight = first.x + ((last.x - first.x) * (p.y - first.y)) / (last.y - first.y);
        expect(p.x, `${sheet.face} ${sheet.gender} ${sheet.build} ${sheet.age}`).toBeGreaterThan(straight - 0.012);
      }
    }
  });

  it("[D9] a nose stands out of the profile by less than an eighth of the head", () => {
    for (const nose of ["small", "straight", "hooked", "broad"] as const) {
      const { right } = outlineOf(skullOf({ ...plainMan, nose }), sight(90));
      const tip = Math.max(...right.map((p) => p.x));
      const lip = Math.max(...right.filter((p) => p.y > 0.25 && p.y < 0.3).map((p) => p.x));
      expect(tip - lip).toBeGreaterThan(0.035);
      expect(tip - lip).toBeLessThan(0.125);
    }
  });

  it("[D9] keeps a woman's jaw narrow in every shape of face, shut and open", () => {
    for (const face of ["oval", "round", "square", "long", "heart"] as const)
      for (const open of [0, 0.156]) {
        const skull = skullOf({ ...plainMan, gender: "female", face }, open);
        expect(skull.slice(0.4).width, `${face} ${open}`).toBeLessThan(skull.slice(0.1).width * 0.71);
      }
  });

  it("[D9] gives no woman a light bulb for a head: under the forehead there is a chin, also of a thin one with a heart", () => {
    for (const face of ["oval", "round", "square", "long", "heart"] as const)
      for (const build of ["thin", "average"] as const) {
        const skull = skullOf({ ...plainMan, gender: "female", face, build });
        expect(skull.slice(0.4).width, `${face} ${build}`).toBeGreaterThan(skull.slice(-0.3).width * 0.58);
      }
  });

  it("[D9] rounds a woman's jaw: at its corner it stands out beyond the straight line from cheekbone to chin", () => {
    for (const face of ["oval", "round", "square", "long", "heart"] as const) {
      const skull = skullOf({ ...plainMan, gender: "female", face });
      const [cheek, jaw, chin] = [0.12, 0.29, 0.46].map((y) => skull.slice(y).width);
      expect(jaw, face).toBeGreaterThan(((cheek ?? 0) + (chin ?? 0)) / 2 + 0.04);
    }
  });

  it("[D9] gives women of every age less chin and nose from the side than men", () => {
    for (const age of ["young", "adult", "old"] as const) {
      const [man, woman] = (["male", "female"] as const).map((gender) => skullOf({ ...plainMan, gender, age }));
      const chin = 0.46;
      expect(woman?.slice(chin).front, age).toBeLessThan((man?.slice(chin).front ?? 0) - 0.015);
      const tip = woman?.noseTip ?? 0;
      expect(woman?.slice(tip).ridge, age).toBeLessThan((man?.slice(tip).ridge ?? 0) * 0.9);
    }
  });

  it("drops the chin as the mouth opens, and lifts nothing else", () => {
    const [shut, open] = [skullOf(plainMan), skullOf(plainMan, 0.15)];
    expect(open.chin).toBeGreaterThan(shut.chin + 0.02);
    expect(open.slice(0.1)).toEqual(shut.slice(0.1));
    expect(open.mouthLine).toBe(shut.mouthLine);
  });

  it("keeps the outline whole however the head nods: every row has two sides", () => {
    for (const pitch of [-35, -10, 20, 40])
      for (const yaw of [0, 60, 120, 180]) {
        const { left, right } = outlineOf(skullOf(plainMan), sight(yaw, pitch));
        expect(Math.min(left.length, right.length)).toBeGreaterThan(12);
        expect(widthAt(plainMan, yaw, pitch, 0.4)).toBeGreaterThan(0.6);
      }
  });
});
