import { describe, expect, it } from "vitest";
import type { Shot } from "../../script/script.ts";
import type { TimeOfDay, Weather } from "../../story/story.ts";
import type { PlaceSheet } from "../artist.ts";
import { Canvas } from "../canvas.ts";
import { drawnInside, drawPlace, placeKinds } from "./draw-place.ts";
import { houseFrontStations } from "./country-house.ts";
import { outdoorLight } from "./light.ts";
import { cameraFor, type PlaceView } from "./view.ts";

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
    camera: "eye",
    scenery: "place",
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

  it("[D4] draws the tavern to both sides of the picture: a bare wall would be the end of it", () => {
    const flat = { x: 0, y: 0, width: 780, height: 200 };
    for (let seed = 0; seed < 8; seed++)
      for (const x of [200, 580]) {
        const heads = [{ x, y: 110, size: 100, feet: 800 }];
        const svg = drawn(sheetOf("tavern"), { bounds: flat, heads, shot: "close", seed });
        const across = [...svg.matchAll(/[ML](-?[\d.]+)[ ,]-?[\d.]+/g)].map(([, at]) => Number(at));
        for (const [side, count] of [
          ["left", across.filter((at) => at < 150).length],
          ["right", across.filter((at) => at > 630).length],
        ] as const)
          expect(count, `${seed} ${x} ${side}`).toBeGreaterThan(20);
      }
  });

  /** Middles of the white discs of a picture that are as large as a moon. */
  const moons = (svg: string): { x: number; y: number }[] =>
    [...svg.matchAll(/<path d="M(-?[\d.]+) (-?[\d.]+)a([\d.]+) [^"]*Z" fill="#fff"/g)]
      .map(([, x, y, r]) => ({ x: Number(x) + Number(r), y: Number(y), r: Number(r) }))
      .filter(({ r }) => r >= 13);

  it("[D4] shows a moon as one plain disc: outside the dark round a head, which would lie over it in stripes", () => {
    let seen = 0;
    for (let seed = 0; seed < 12; seed++) {
      const head = { x: 110, y: 300, size: 90, feet: 900 };
      const view = { time: "night", shot: "medium", seed } as const;
      const [alone, before] = [
        drawn(sheetOf("road", "european", seed), view),
        moons(drawn(sheetOf("road", "european", seed), { ...view, heads: [head] })),
      ];
      expect(moons(alone).length).toBeLessThan(2);
      seen += before.length;
      for (const { x, y } of before)
        expect(Math.hypot(x - head.x, y - head.y), `${seed}`).toBeGreaterThan(2.1 * head.size);
    }
    expect(seen).toBeGreaterThan(3);
  });

  it("[D4] hangs no white clock beside the moon over a platform", () => {
    for (let seed = 0; seed < 8; seed++) {
      const view = { time: "night", shot: "wide", seed } as const;
      expect(moons(drawn(sheetOf("platform", "european", seed), view)).length, `${seed}`).toBeLessThan(2);
    }
  });

  it.each(placeKinds)("[T3] draws the %s the same way twice", (kind) => {
    const view = { shot: "medium" as const, time: "night" as const, seed: 5 };
    expect(drawn(sheetOf(kind), view)).toBe(drawn(sheetOf(kind), view));
  });

  it.each([
    ["prison", "the dungeon", undefined],
    ["theatre", "the arena", undefined],
    ["field", "the moor", undefined],
    ["field", "the swamp", undefined],
    ["field", "the camp", undefined],
    ["field", "the pit", undefined],
    ["tower", "the lighthouse", undefined],
    ["field", "the plain", "planet"],
    ["street", "the city", "planet"],
    ["street", "the city", "ancient"],
    ["room", "the chamber", "medieval"],
  ] as const)("[D4] draws %s (%s, %s) otherwise than its kind, at every hour and from near", (kind, name, world) => {
    const sheet: PlaceSheet = { ...sheetOf(kind), name, ...(world !== undefined && { world }) };
    for (const [i, time] of times.entries())
      for (const heads of [[], [somebody]]) {
        const view = {
          time,
          weather: weathers[i] ?? "clear",
          heads,
          shot: heads.length > 0 ? "medium" : "wide",
        } as const;
        const svg = drawn(sheet, view);
        expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
        expect(svg.length).toBeGreaterThan(2_000);
        expect(svg.length).toBeLessThan(230_000);
        expect(svg).not.toBe(drawn(sheetOf(kind), view));
      }
  });

  it("[D4] gives most places under 120 kB of picture", () => {
    const sizes = placeKinds.map((kind) => drawn(sheetOf(kind)).length).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length * 0.8)]).toBeLessThan(120_000);
  });

  it("[D4] lays the dead on the floor of a loft only where the words tell of them", () => {
    const loft = sheetOf("loft", "japanese");
    expect(drawn({ ...loft, dead: false })).toBe(drawn(loft));
    expect(drawn({ ...loft, dead: true })).not.toBe(drawn(loft));
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

  it.each(placeKinds)("shows of the %s a corner, the sky over it or black, where nobody is in the picture", (kind) => {
    for (const scenery of ["corner", "sky", "black"] as const)
      for (const [turn, time] of times.entries()) {
        const manner = (["european", "japanese", "modern"] as const)[turn % 3] ?? "european";
        const weather = weathers[(turn * 2 + 1) % weathers.length] ?? "clear";
        const svg = drawn(sheetOf(kind, manner, turn), { scenery, time, weather, seed: turn });
        expect(svg, `${kind} ${scenery} ${time}`).not.toMatch(/NaN|undefined|Infinity|null/);
        expect(svg.length).toBeGreaterThan(600);
      }
  });

  it.each(placeKinds)("has three corners of the %s at least", (kind) => {
    const seeds = Array.from({ length: 24 }, (_, seed) => seed);
    const lengths = seeds.map((seed) => Math.round(drawn(sheetOf(kind), { scenery: "corner", seed }).length / 200));
    expect(new Set(lengths).size).toBeGreaterThan(2);
  });

  it.each(["field", "road", "garden", "forest"] as const)(
    "[P7] shows another land under every sky over the %s",
    (kind) => {
      // Fog hides all that the sky itself has: what differs is the land.
      const under = [1, 2, 3].map((seed) => drawn(sheetOf(kind), { scenery: "sky", weather: "fog", seed }));
      expect(new Set(under).size).toBe(3);
    },
  );

  it("[D4] shows in the sky over a gate, and over the loft in it, that gate and no cottage", () => {
    const over = (kind: PlaceSheet["kind"]) => drawn(sheetOf(kind, "japanese"), { scenery: "sky", time: "night" });
    expect(over("loft")).toBe(over("gate"));
    expect(over("gate")).not.toBe(over("street"));
  });

  it("draws nothing but tone and stars on a black picture", () => {
    for (const kind of ["room", "street", "gate"] as const)
      for (let seed = 0; seed < 6; seed++)
        expect(drawn(sheetOf(kind), { scenery: "black", time: "night", seed })).not.toMatch(/stroke=/);
  });

  it("digs a hole in bare earth and props up a mine with timber", () => {
    const named = (name: string, kind: PlaceSheet["kind"] = "underground") => drawn({ ...sheetOf(kind), name });
    expect(named("the rabbit-hole")).toBe(named("the burrow"));
    expect(named("穴の中", "cave")).toBe(named("the burrow"));
    expect(named("the old mine")).not.toBe(named("the burrow"));
  });

  it("keeps to the place where somebody is in the picture, whatever an empty one would show", () => {
    const heads = [somebody];
    expect(drawn(sheetOf("room"), { heads, scenery: "black" })).toBe(drawn(sheetOf("room"), { heads }));
  });

  it("draws nothing but an even tone where the script claims no place", () => {
    expect(drawn(sheetOf("room"), { scenery: "tone" })).toBe(drawn(sheetOf("forest"), { scenery: "tone" }));
    expect(drawn(sheetOf("room"), { scenery: "tone" })).not.toBe(drawn(sheetOf("room"), { scenery: "black" }));
  });

  it("[P7] looks at a place from three heights and from another side in another panel", () => {
    const at = (camera: PlaceView["camera"], seed = 1) => drawn(sheetOf("street"), { camera, seed });
    expect(new Set([at("eye"), at("high"), at("low"), at("eye", 2)]).size).toBe(4);
  });

  it("knows which places have a roof", () => {
    const view = { shot: "wide", scenery: "place", peopled: false, seed: 1 } as const;
    expect(drawnInside(sheetOf("tavern"), view)).toBe(true);
    expect(drawnInside(sheetOf("harbour"), view)).toBe(false);
    expect(drawnInside(sheetOf("cab"), view)).toBe(false);
    expect(drawnInside(sheetOf("cab"), { ...view, shot: "medium" })).toBe(true);
    expect(drawnInside(sheetOf("tavern"), { ...view, scenery: "sky" })).toBe(false);
    expect(drawnInside(sheetOf("harbour"), { ...view, scenery: "black" })).toBe(true);
  });

  it("shows the front of a school that stands empty, the class that fills it, and the teachers' room behind who talks", () => {
    const school: PlaceSheet = { ...sheetOf("school", "japanese"), name: "学校" };
    const classroom: PlaceSheet = { ...school, name: "教場" };
    const view = { shot: "wide", scenery: "place", peopled: false, seed: 1 } as const;
    expect(drawnInside(school, view)).toBe(false);
    expect(drawnInside(school, { ...view, peopled: true })).toBe(true);
    expect(drawnInside(classroom, view)).toBe(true);
    expect(drawn(school, { scenery: "crowd" })).toBe(drawn(classroom));
    expect(drawn(school, { heads: [somebody] })).not.toBe(drawn(classroom, { heads: [somebody] }));
  });

  it.each([
    ["tavern", "蕎麦屋", "shop"],
    ["bath", "温泉", "room"],
    ["river", "the pool", "river"],
    ["garden", "the drive of the villa", "garden"],
    ["train", "a carriage", "cab"],
    ["corridor", "the stairs", "corridor"],
    ["mountain", "the East Cliff", "mountain"],
    ["hall", "the throne-room", "hall"],
    ["ship", "the steamer", "ship"],
    ["yard", "the courtyard", "yard"],
    ["room", "the hut", "room"],
    ["shop", "the forge", "shop"],
  ] as const)("[D4] draws the %s that is called %s as that, and no other %s", (kind, name, other) => {
    const manner = /[a-z]/.test(name) ? "european" : "japanese";
    const own = drawn({ ...sheetOf(kind, manner), name });
    expect(own).not.toBe(drawn({ ...sheetOf(other, manner), name: "elsewhere" }));
    expect(own).not.toMatch(/NaN|undefined/);
    expect(own.length).toBeLessThan(230_000);
  });

  it("lets a court sit where nobody of the cast is in the picture", () => {
    const rims = (svg: string) => svg.split('stroke="#fff"').length;
    const court = sheetOf("courtroom");
    expect(rims(drawn(court))).toBeGreaterThan(rims(drawn(court, { heads: [{ ...somebody, size: 12 }] })) + 8);
  });

  it("takes who talks in an inn into one of its rooms, and shows its front where nobody is", () => {
    const inn = sheetOf("inn", "japanese");
    const seen = { shot: "medium", scenery: "place", seed: 1 } as const;
    expect(drawnInside(inn, { ...seen, peopled: true })).toBe(true);
    expect(drawnInside(inn, { ...seen, shot: "wide", peopled: false })).toBe(false);
  });

  it("[D6] lays white on ground and roofs where it snows, by night too, and keeps the sky darker", () => {
    const canvas = new Canvas(bounds, "a-");
    for (const time of ["day", "night"] as const) {
      const light = outdoorLight(canvas, time, "snow");
      expect(light.level(0)).toBe("#fff");
      expect(light.dark).toBe(false);
      expect(light.ink).toBe("#000");
    }
  });

  it("hangs no camera so high over a flat strip that the place is lost", () => {
    const strip = { x: 0, y: 0, width: 900, height: 240 };
    const view = {
      bounds: strip,
      shot: "wide",
      scenery: "place",
      time: "day",
      weather: "clear",
      covered: [],
      seed: 1,
    } as const;
    const heads = [{ x: 300, y: 120, size: 20, feet: 220 }];
    const camera = cameraFor({ ...view, camera: "high", heads }, houseFrontStations);
    expect(camera.horizon).toBeGreaterThan(strip.y + 0.2 * strip.height);
  });
});
