import { shapesOf } from "../../../../test/path-shapes.ts";
import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import { contains } from "../../geometry/geometry.ts";
import type { ModelSheet } from "../artist.ts";
import { expressions } from "./expressions.ts";
import { cutOf, hairInk } from "./hair-cuts.ts";
import { hangingHair } from "./hair-fall.ts";
import { growLocks } from "./hair-locks.ts";
import { capStrands, outlineLocks } from "./hair-strands.ts";
import { drawHair } from "./hair.ts";
import { headView } from "./head-view.ts";
import { skullOf } from "./skull.ts";

const woman: ModelSheet = { ...plainMan, gender: "female", hairStyle: "long", costume: "dress" };
const cuts = Array.from({ length: 12 }, (_, hairCut) => hairCut);
const viewOf = (sheet: ModelSheet, yaw: number, pitch = 0) =>
  headView({ x: 0, y: 0, size: 100, yaw, pitch, tilt: 0 }, sheet, expressions.neutral, false, "t");

describe("hair", () => {
  it("[D9] long hair falls behind the cheek, so that a profile keeps its face", () => {
    for (const hairCut of cuts) {
      const sheet = { ...woman, hairCut };
      const hanging = growLocks(skullOf(sheet), cutOf(sheet), sheet.seed).filter((lock) => lock.part === "side");
      for (const lock of hanging)
        for (const point of [...lock.left, ...lock.right].filter((p) => p.y > 0.12)) expect(point.z).toBeLessThan(0.2);
    }
  });

  it("[D5] a straight fringe ends over the brows, in blunt ends of unlike length: points in a row would be a saw", () => {
    let straight = 0;
    for (const gender of ["male", "female"] as const)
      for (const hairStyle of ["short", "long", "tied", "braided"] as const)
        for (const hairCut of cuts) {
          const sheet: ModelSheet = { ...plainMan, gender, hairStyle, hairCut };
          const cut = cutOf(sheet);
          if (cut.fringe !== "straight") continue;
          straight++;
          const ends = growLocks(skullOf(sheet), cut, sheet.seed)
            .filter(({ part, degrees }) => part === "fringe" && Math.abs(degrees) < 36)
            .map(({ left, right }) => Math.max(...[...left, ...right].map(({ y }) => y)));
          expect(Math.max(...ends)).toBeLessThan(-0.13);
          expect(new Set(ends.map((end) => end.toFixed(3))).size).toBeGreaterThan(3);
        }
    expect(straight).toBeGreaterThan(5);
  });

  it("[D9] leaves the eyes and the mouth free when a long-haired head nods or looks up", () => {
    for (const hairCut of cuts)
      for (const pitch of [-25, 0, 25]) {
        const view = viewOf({ ...woman, hairCut }, 0, pitch);
        const shapes = shapesOf(drawHair(view).before);
        for (const spot of [view.skin(0, view.skull.mouthLine), view.skin(0.17, view.skull.eyeLine + 0.06)])
          expect(shapes.some((shape) => contains(shape, spot))).toBe(false);
      }
  });

  it("[D9] draws the hair from the side into its knot: alone that would be a ball stuck to the head", () => {
    const tied: ModelSheet = { ...woman, hairStyle: "tied" };
    const knotted = cuts.filter((hairCut) => cutOf({ ...tied, hairCut }).tie === "low-bun");
    expect(knotted.length).toBeGreaterThan(0);
    for (const hairCut of knotted)
      for (const yaw of [-84, 84]) {
        const view = viewOf({ ...tied, hairCut }, yaw);
        const spot = view.sight.see({ x: 0, y: 0.12, z: -0.43 });
        expect(shapesOf(drawHair(view).before).some((shape) => contains(shape, spot))).toBe(true);
      }
  });

  it("[D3] gives each of the cuts of a style its own outline", () => {
    for (const hairStyle of ["short", "long", "curly", "wild"] as const) {
      const outlines = cuts
        .slice(0, 10)
        .map((hairCut) => drawHair(viewOf({ ...plainMan, costume: "shirt", hairStyle, hairCut }, 30)).outline);
      expect(new Set(outlines).size).toBe(10);
    }
  });

  it("[D2] lets curls fall in waves, and rolls them to balls on a dark head only: elsewhere they are wool", () => {
    for (const hairCut of cuts)
      for (const gender of ["male", "female"] as const) {
        const sheet: ModelSheet = { ...plainMan, gender, hairStyle: "curly", hairCut };
        expect(cutOf(sheet).curls).toBe(0);
        expect(cutOf(sheet).wave).toBeGreaterThan(0);
        expect(cutOf({ ...sheet, skin: "dark" }).curls).toBeGreaterThan(0);
      }
  });

  it("[D2] shaves the crown of men of old Japan, and neither of women nor of men in the older suikan", () => {
    const tied = cuts.map((hairCut) => ({ ...plainMan, hairStyle: "tied" as const, hairCut }));
    const shaven = (sheets: ModelSheet[]): boolean => sheets.some((sheet) => cutOf(sheet).shaven);
    expect(shaven(tied.map((sheet) => ({ ...sheet, costume: "samurai" })))).toBe(true);
    expect(shaven(tied.map((sheet) => ({ ...sheet, costume: "suikan" })))).toBe(false);
    expect(shaven(tied.map((sheet) => ({ ...sheet, costume: "kimono", gender: "female" })))).toBe(false);
    expect(shaven(tied.map((sheet) => ({ ...sheet, costume: "suit" })))).toBe(false);
  });

  it("hides all but the fringe under a hood, and the knot with it", () => {
    const hooded = drawHair(viewOf({ ...woman, hairStyle: "tied", hairCut: 1, hat: "hood" }, 30));
    const free = drawHair(viewOf({ ...woman, hairStyle: "tied", hairCut: 1 }, 30));
    expect(hooded.behind.length + hooded.before.length).toBeLessThan(free.behind.length + free.before.length);
  });

  it("[D3] shows the knot of a woman's hair from the front too, over the crown or beside the neck", () => {
    const extentOf = (hairCut: number, axis: "x" | "y"): number[] => {
      const { behind, before } = drawHair(viewOf({ ...woman, hairStyle: "tied", hairCut }, 0));
      return shapesOf(behind + before)
        .flat()
        .map((p) => p[axis]);
    };
    const { head } = viewOf(woman, 0);
    // A high knot; a low one.
    expect(Math.min(...extentOf(1, "y"))).toBeLessThan(head.y - head.size * 0.68);
    expect(Math.max(...extentOf(3, "x").map((x) => Math.abs(x - head.x)))).toBeGreaterThan(head.size * 0.42);
  });

  it("[D3] leaves a girl's tail in sight beside the neck, from the front and from either side", () => {
    const girl: ModelSheet = { ...woman, age: "child", hairStyle: "tied", hairCut: 0 };
    for (const yaw of [-90, -36, 0, 36, 90]) {
      const view = viewOf(girl, yaw);
      const { x, y } = view.head;
      const { behind, before } = drawHair(view);
      const beside = shapesOf(behind + before)
        .flat()
        .filter((p) => Math.abs(p.x - x) > view.size * 0.4 && p.y > y + view.size * 0.3);
      expect(beside.length, `${yaw}`).toBeGreaterThan(0);
    }
  });

  it("[D3] breaks the outline of loose hair with the ends of locks, and leaves brushed hair round", () => {
    const view = viewOf({ ...plainMan, hairStyle: "wild", hairCut: 2 }, 20);
    const cut = cutOf(view.sheet);
    const reach = (loose: number): number =>
      Math.max(
        ...outlineLocks(view, { ...cut, loose }).flatMap((path) =>
          shapesOf(` d="${path}"`)
            .flat()
            .map(({ x, y }) => Math.hypot(x, y)),
        ),
      );
    expect(outlineLocks(view, { ...cut, loose: 0 })).toEqual([]);
    expect(reach(0.14)).toBeGreaterThan(reach(0.02) + 4);
  });

  it("[D3] lets no ends of locks stand on the crown as bristles", () => {
    const view = viewOf({ ...plainMan, hairStyle: "wild", hairCut: 2 }, 20);
    const cut = cutOf(view.sheet);
    const heights = outlineLocks(view, { ...cut, loose: 0.14 }).flatMap((path) =>
      shapesOf(` d="${path}"`)
        .flat()
        .map(({ y }) => y),
    );
    expect(Math.min(...heights) / view.size).toBeGreaterThan(-0.62);
  });

  it("draws lines along the locks of a head of middling size, in white on black hair", () => {
    for (const [hairColour, ink] of [
      ["black", "#fff"],
      ["grey", "#000"],
    ] as const)
      for (const hairCut of cuts) {
        const view = viewOf({ ...plainMan, hairColour, hairCut }, 30);
        const lines = capStrands(view, cutOf(view.sheet), hairInk(view.sheet));
        expect(lines.split(`fill="${ink}"`).length, `${hairColour} ${hairCut}`).toBeGreaterThan(5);
      }
  });

  it("closes the gap between ear and shoulder where long hair hangs, so that no strand hangs by itself", () => {
    for (const age of ["young", "old"] as const)
      for (const hairCut of [0, 1, 2, 3]) {
        const view = viewOf({ ...woman, age, hairCut }, 0);
        const shapes = shapesOf(drawHair(view).behind);
        for (const x of [-26, 26]) expect(shapes.some((shape) => contains(shape, { x, y: 40 }))).toBe(true);
      }
  });

  it("[D9] hangs behind both shoulders or before one as a broad lock, never as a string", () => {
    const old: ModelSheet = { ...woman, age: "old", hairColour: "white", hairCut: 1 };
    const sheetAt = (yaw: number) => {
      const view = viewOf(old, yaw);
      return hangingHair(view, cutOf(old), hairInk(old));
    };
    const parts = Array.from({ length: 19 }, (_, i) => sheetAt(i * 10).before.length);
    expect(parts.every((count) => count === 0 || count >= 4 * 7)).toBe(true);
    expect(parts[0]).toBe(0);
    expect(parts[9]).toBeGreaterThan(0);
  });

  it("[D9] a plait round the head lies on the hair of a face seen from before, and is no pair of lobes beside it", () => {
    for (const hairCut of cuts) {
      const sheet: ModelSheet = { ...woman, hairStyle: "braided", hairCut };
      if (cutOf(sheet).tie !== "crown-braid") continue;
      for (const yaw of [0, 6, 12]) {
        const xs = shapesOf(drawHair(viewOf(sheet, yaw)).before)
          .flat()
          .filter(({ y }) => y > -40 && y < -20)
          .map(({ x }) => Math.abs(x));
        expect(Math.max(...xs), `${hairCut} ${yaw}`).toBeLessThan(45.5);
      }
    }
  });
});
