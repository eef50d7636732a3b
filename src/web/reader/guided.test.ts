import { describe, expect, it } from "vitest";
import type { ReaderPage } from "../../core/print/reader-data.ts";
import { cameraFor, focusOf, stepFrom } from "./guided.ts";

const balloon = {
  box: [80, 40, 200, 100] as [number, number, number, number],
  words: "",
  speaker: null,
  start: 0,
  end: 1,
};
const panel = (x: number, y: number, width: number, height: number): ReaderPage["panels"][number] => ({
  outline: [x, y, x + width, y, x + width, y + height, x, y + height],
  balloons: [],
});
const page = (panels: ReaderPage["panels"]): ReaderPage => ({
  number: 1,
  picture: "",
  width: 1240,
  height: 1754,
  side: "left",
  panels,
});
const stage = { width: 800, height: 600 };

describe("the guided view", () => {
  it("[F0] brings a panel to the middle of the window, whole and as large as fits", () => {
    const focus = focusOf(page([panel(100, 200, 600, 300)]), 0);
    const camera = cameraFor(focus, page([]), stage);
    expect(camera.x + (focus.x + focus.width / 2) * camera.scale).toBeCloseTo(400);
    expect(camera.y + (focus.y + focus.height / 2) * camera.scale).toBeCloseTo(300);
    expect(focus.width * camera.scale).toBeLessThanOrEqual(800);
    expect(focus.height * camera.scale).toBeLessThanOrEqual(600);
  });

  it("[F0] keeps a balloon that breaks the frame in sight", () => {
    expect(focusOf(page([{ ...panel(100, 100, 300, 300), balloons: [balloon] }]), 0)).toEqual({
      x: 80,
      y: 40,
      width: 320,
      height: 360,
    });
  });

  it("[F0] does not look beyond the page's edge where a panel bleeds", () => {
    expect(focusOf(page([panel(-20, -20, 1300, 400)]), 0)).toEqual({ x: 0, y: 0, width: 1240, height: 380 });
  });

  it("[F0] does not blow a tiny panel up to blots", () => {
    const whole = cameraFor({ x: 0, y: 0, width: 1240, height: 1754 }, page([]), stage).scale;
    expect(cameraFor({ x: 0, y: 0, width: 10, height: 10 }, page([]), stage).scale).toBeLessThan(4 * whole);
  });

  it("[F0] walks through every panel of every page and stops at the ends", () => {
    const book = [page([]), page([panel(0, 0, 9, 9), panel(9, 0, 9, 9)]), page([panel(0, 0, 9, 9)])];
    const forwards = [{ page: 0, panel: null as number | null }];
    for (let next = stepFrom(book, { page: 0, panel: null }, 1); next; next = stepFrom(book, next, 1))
      forwards.push(next);
    expect(forwards).toEqual([
      { page: 0, panel: null },
      { page: 1, panel: 0 },
      { page: 1, panel: 1 },
      { page: 2, panel: 0 },
    ]);
    const backwards = [forwards.at(-1)];
    for (let next = stepFrom(book, { page: 2, panel: 0 }, -1); next; next = stepFrom(book, next, -1))
      backwards.push(next);
    expect(backwards).toEqual(forwards.toReversed());
  });
});
