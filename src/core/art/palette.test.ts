import { describe, expect, it } from "vitest";
import { expectGolden } from "../../../test/golden.ts";
import { noLooks } from "../../../test/people.ts";
import type { Panel, StagedFigure } from "../page/page.ts";
import type { Person } from "../story/story.ts";
import type { ModelSheet, PlaceSheet } from "./artist.ts";
import { inkArtist } from "./ink-artist.ts";
import { hexOf, type Rgb, rgb } from "./palette.ts";
import { coloursFor, flatSheets, paintedFigure } from "./palette-people.ts";
import { panelPalette } from "./palette-places.ts";
import { differenceOf } from "./palette-sight.ts";
import { plainSheet } from "./plain-sheet.ts";

const sheetOf = (seed: number, change: Partial<ModelSheet> = {}): ModelSheet => ({
  ...plainSheet,
  person: `p${seed}`,
  name: "",
  seed,
  ...change,
});

/** Lightness (ITU-R BT.601), from 0 to 255. */
const luma = ([red, green, blue]: Rgb): number => 0.299 * red + 0.587 * green + 0.114 * blue;

describe("differenceOf", () => {
  it("sees red and green apart by their lightness alone, as the colour-blind do", () => {
    expect(differenceOf([200, 60, 60], [200, 60, 60])).toBe(0);
    expect(differenceOf([0, 0, 0], [255, 255, 255])).toBeCloseTo(100, 0);
    // To somebody without green cones these two are nearly one.
    expect(differenceOf([180, 90, 60], [128, 115, 60])).toBeLessThan(12);
  });
});

describe("flatSheets", () => {
  const cloths = ["black", "white", "grey", "striped", "patterned", "dark"] as const;

  it("[D8] dresses the first six of a cast apart for every eye", () => {
    for (let start = 0; start < 40; start++) {
      const people = Array.from({ length: 6 }, (_, i) =>
        sheetOf(start * 50 + i * 7, { cloth: cloths[(start + i) % 6] ?? "grey" }),
      );
      const { people: flat } = flatSheets({ people: Object.fromEntries(people.map((p) => [p.person, p])), places: {} });
      const worn = Object.values(flat).map(({ colours }) => rgb(colours?.cloth ?? ""));
      for (const [i, a] of worn.entries())
        for (const b of worn.slice(i + 1)) expect(differenceOf(a, b), `${hexOf(a)} ${hexOf(b)}`).toBeGreaterThan(7);
    }
  });

  it("[D8] gives red hair where the text says so, leaves black a spot black, and nobody green skin", () => {
    for (let seed = 0; seed < 60; seed++) {
      const { hair, skin } = coloursFor(sheetOf(seed, { hairColour: "red", skin: seed % 2 ? "dark" : "light" }), []);
      const [red, green, blue] = rgb(hair?.fill ?? "");
      expect(red).toBeGreaterThan(1.8 * Math.max(green, blue));
      const [r, g, b] = rgb(skin);
      expect(r > g && g > b).toBe(true);
    }
    expect(coloursFor(sheetOf(1, { hairColour: "black" }), []).hair).toBeNull();
  });
});

describe("panelPalette", () => {
  const place: PlaceSheet = { place: "p1", name: "", kind: "street", inside: false, seed: 2, manner: "european" };

  it("[D8] makes the night blue and neither black nor as light as the day", () => {
    for (const part of ["ground", "house", "leaf", "sky"] as const) {
      const at = (time: "day" | "night"): Rgb =>
        panelPalette(place, { time, weather: "clear", indoors: false }).ramps[part].dark;
      const [red, , blue] = at("night");
      expect(blue, part).toBeGreaterThan(red);
      expect(luma(at("night"))).toBeGreaterThan(20);
      expect(luma(at("night"))).toBeLessThan(luma(at("day")));
    }
  });

  it("[D8] keeps faces far lighter than the ground at night", () => {
    const { ramps, people } = panelPalette(place, { time: "night", weather: "clear", indoors: false });
    const face = paintedFigure(`<path fill="#f7d5b6"/>`, people, sheetOf(1));
    expect(luma(rgb(/#\w{6}/.exec(face)?.[0] ?? ""))).toBeGreaterThan(luma(ramps.ground.light) + 40);
  });

  it("tells rooms apart by their walls, and warms them by lamplight", () => {
    const wall = (seed: number, time: "day" | "night"): Rgb =>
      panelPalette({ ...place, seed }, { time, weather: "clear", indoors: true }).ramps.wall.light;
    expect(wall(1, "day")).not.toEqual(wall(2, "day"));
    const [red, , blue] = wall(1, "night");
    expect(red).toBeGreaterThan(blue + 30);
  });
});

describe("the flat edition", () => {
  const cast: Person[] = ["Ada", "Tom"].map((name, i) => ({
    id: name,
    name,
    aliases: [],
    gender: i ? "male" : "female",
    role: "main",
    looks: noLooks,
    mentions: 9,
  }));
  const kinds = ["street", "room", "forest", "shore", "cave", "kitchen", "river"] as const;
  const places = kinds.map((kind) => ({ id: kind, name: kind, kind, inside: null, mentions: 3 }));
  const sheets = flatSheets(inkArtist.sheets(cast, places, 3));
  const bounds = { x: 0, y: 0, width: 420, height: 300 };
  const figure = (person: string, x: number): StagedFigure => ({
    person,
    head: { x, y: 120, size: 84, yaw: 20, pitch: 0, tilt: 0 },
    emotion: "happy",
    pose: "stand",
    speaks: true,
    holds: null,
    silhouette: false,
  });
  const draw = (changes: Partial<Panel>) => {
    const panel: Panel = {
      beat: "b1",
      scene: "s1",
      kind: "talk",
      shot: "medium",
      importance: 0.5,
      outline: [
        { x: 0, y: 0 },
        { x: 420, y: 0 },
        { x: 420, y: 300 },
        { x: 0, y: 300 },
      ],
      frame: "ruled",
      place: "street",
      time: "day",
      weather: "clear",
      mood: null,
      effect: null,
      scenery: "place",
      camera: "eye",
      ground: "place",
      prop: null,
      opensScene: false,
      figures: [figure("Ada", 130), figure("Tom", 300)],
      balloons: [],
      sounds: [],
      ...changes,
    };
    return inkArtist.draw({ panel, bounds, sheets, covered: [], seed: 5, prefix: "p-" });
  };

  it.each([
    { place: "street", time: "night", effect: "gloom" },
    { place: "room", time: "night" },
    { place: "forest", weather: "fog", effect: "smoke" },
    { place: "shore", time: "dusk", figures: [] },
    { place: "cave", effect: "fire" },
    { place: "kitchen", ground: "tone", time: "night" },
    { place: "river", weather: "storm", effect: "water" },
    { prop: "candle", figures: [] },
  ] as const)("[D8] leaves no screen anywhere: %o", (changes) => {
    const { svg, defs } = draw({ ...changes, figures: "figures" in changes ? [] : [figure("Ada", 200)] });
    expect(svg).not.toMatch(/url\(#(?:tone|small|fine|shade|veil|light|hatching)/);
    expect(defs).not.toContain("<pattern");
  });

  it("[D8] is the same each time", () => {
    expect(draw({ time: "night" })).toEqual(draw({ time: "night" }));
  });

  it.each(["day", "night"] as const)("draws two people in a street by %s", (time) => {
    const { svg, defs } = draw({ time });
    expectGolden(
      `flat-street-${time}`,
      `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="300"><defs>${defs}</defs>${svg}</svg>`,
    );
  });
});
