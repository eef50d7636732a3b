import { describe, expect, it } from "vitest";
import type { Shot } from "../../script/script.ts";
import type { TimeOfDay, Weather } from "../../story/story.ts";
import type { PlaceSheet } from "../artist.ts";
import { Canvas } from "../canvas.ts";
import { drawnInside, drawPlace, placeKinds } from "./draw-place.ts";
import type { PlaceView } from "./view.ts";

const times: TimeOfDay[] = ["dawn", "day", "dusk", "night"];
const weathers: Weather[] = ["clear", "cloudy", "rain", "snow", "fog", "storm", "wind"];
const shots: Shot[] = ["wide", "full", "medium", "close", "insert"];
const bounds = { x: 60, y: 90, width: 540, height: 380 };
const somebody = { x: 300, y: 220, size: 90, feet: 841 };

function sheetOf(kind: PlaceSheet["kind"], manner: PlaceSheet["manner"] = "european", seed = 7): PlaceSheet {
  return { place: "p1", name: kind, kind, inside: false, seed, manner };
}

function drawn(sheet: PlaceSheet, view: Partial<PlaceView> = {}): string {
  const canvas = new Canvas(view.bounds ?? bounds, "a-");
  drawPlace(canvas, sheet, {
    bounds,
    shot: "wide",
    time: "day",
    weather: "clear",
    heads: [],
    covered: [],
    seed: 1,
    ...view,
  });
  return canvas.defs + canvas.svg;
}

describe("drawPlace", () => {
  it.each(placeKinds)("[D4] draws the %s at every hour, from every distance, in all weathers", (kind) => {
    let turn = 0;
    for (const time of times)
      for (const shot of shots) {
        const weather = weathers[turn++ % weathers.length] ?? "clear";
        const manner = (["european", "japanese", "modern"] as const)[turn % 3] ?? "european";
        const svg = drawn(sheetOf(kind, manner, turn), { time, shot, weather, heads: turn % 2 ? [somebody] : [] });
        expect(svg, `${kind} ${time} ${weather} ${shot}`).not.toMatch(/NaN|undefined|Infinity|null/);
        expect(svg.length, `${kind} ${time} ${weather} ${shot}`).toBeLessThan(230_000);
        expect(svg.length).toBeGreaterThan(2_000);
      }
  });

  it.each(placeKinds)("[T3] draws the %s the same way twice", (kind) => {
    const view = { shot: "medium" as const, time: "night" as const, seed: 5 };
    expect(drawn(sheetOf(kind), view)).toBe(drawn(sheetOf(kind), view));
  });

  it("[D4] gives most places under 120 kB of picture", () => {
    const sizes = placeKinds.map((kind) => drawn(sheetOf(kind)).length).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length * 0.8)]).toBeLessThan(120_000);
  });

  it("[D4] varies a kind by its sheet, and the angle by the panel", () => {
    expect(drawn(sheetOf("street", "european", 1))).not.toBe(drawn(sheetOf("street", "european", 2)));
    expect(drawn(sheetOf("room"), { shot: "medium", seed: 1 })).not.toBe(
      drawn(sheetOf("room"), { shot: "medium", seed: 2 }),
    );
  });

  it("[D6] makes an outdoor night darker than its day", () => {
    const black = (svg: string) => svg.split('fill="#000"').length;
    const white = (svg: string) => svg.split('stroke="#fff"').length;
    const [day, night] = [drawn(sheetOf("village")), drawn(sheetOf("village"), { time: "night" })];
    expect(white(night)).toBeGreaterThan(white(day));
    expect(black(night)).toBeGreaterThan(0);
  });

  it("keeps every shape near its panel, so that a page can be rasterised", () => {
    for (const kind of placeKinds)
      for (const shot of shots)
        for (const [, x, y] of drawn(sheetOf(kind), { shot }).matchAll(/ d="M(-?[\d.]+) (-?[\d.]+)/g)) {
          expect(Number(x), `${kind} ${shot}`).toBeGreaterThan(-bounds.width);
          expect(Number(y), `${kind} ${shot}`).toBeGreaterThan(-bounds.height);
        }
  });

  it("knows which places have a roof", () => {
    expect(drawnInside(sheetOf("tavern"))).toBe(true);
    expect(drawnInside(sheetOf("harbour"))).toBe(false);
  });
});
