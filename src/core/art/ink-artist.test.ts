import { describe, expect, it } from "vitest";
import { noLooks as looks } from "../../../test/people.ts";
import { expectGolden } from "../../../test/golden.ts";
import { boundsOf } from "../geometry/geometry.ts";
import type { Panel, StagedFigure } from "../page/page.ts";
import type { Person, Place } from "../story/story.ts";
import { inkArtist, mannerOf } from "./ink-artist.ts";
import { propWords } from "./props/draw-insert.ts";
import { toneDefs } from "./tone.ts";

const cast: Person[] = [
  { id: "n1", name: "Ada", aliases: [], gender: "female", role: "main", looks, mentions: 9 },
  { id: "n2", name: "Tom", aliases: [], gender: "male", role: "main", looks, mentions: 7 },
];
const kinds: NonNullable<Place["kind"]>[] = ["street", "gate", "kitchen", "harbour"];
const places: Place[] = kinds.map((kind, i) => ({ id: `p${i + 1}`, name: kind, kind, inside: null, mentions: 3 }));
const sheets = inkArtist.sheets(cast, places, 3);
const size = { width: 420, height: 300 };

function panel(changes: Partial<Panel>): Panel {
  const outline = [
    { x: 0, y: 0 },
    { x: size.width, y: 0 },
    { x: size.width, y: size.height },
    { x: 0, y: size.height },
  ];
  return {
    beat: "b1",
    scene: "s1",
    kind: "talk",
    shot: "wide",
    importance: 0.5,
    outline,
    frame: "ruled",
    place: null,
    time: "day",
    weather: "clear",
    mood: null,
    effect: null,
    scenery: "place",
    camera: "eye",
    ground: "place",
    prop: null,
    opensScene: false,
    figures: [],
    balloons: [],
    sounds: [],
    ...changes,
  };
}

function figure(person: string, x: number, changes: Partial<StagedFigure> = {}): StagedFigure {
  return {
    person,
    head: { x, y: 110, size: 96, yaw: 20, pitch: 0, tilt: 0 },
    emotion: "neutral",
    pose: "stand",
    speaks: true,
    holds: null,
    silhouette: false,
    ...changes,
  };
}

function draw(changes: Partial<Panel>, seed = 1, prefix = "a-") {
  const drawn = panel(changes);
  return inkArtist.draw({ panel: drawn, bounds: boundsOf(drawn.outline), sheets, covered: [], seed, prefix });
}

function picture(changes: Partial<Panel>): string {
  const { defs, svg } = draw(changes);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><defs>${toneDefs()}${defs}</defs><rect width="100%" height="100%" fill="#fff"/>${svg}</svg>`;
}

describe("inkArtist", () => {
  it("[T3] draws the same panel to the same characters", () => {
    const changes = { place: "p1", shot: "medium" as const, figures: [figure("n1", 200)] };
    expect(draw(changes)).toEqual(draw(changes));
  });

  it("[D4] keeps one sheet for a place however often it is drawn", () => {
    const again = inkArtist.sheets(cast, places, 3);
    expect(again.places).toEqual(sheets.places);
    draw({ place: "p1" });
    draw({ place: "p1", shot: "medium" });
    expect(again.places).toEqual(sheets.places);
  });

  it("[D4] lets no rain fall under a roof", () => {
    const whiteStrokes = (place: string) =>
      [...draw({ place, weather: "rain" }).svg.matchAll(/ d="([^"]{1500,})" fill="#fff"/g)].length;
    expect(whiteStrokes("p3")).toBe(0);
    expect(whiteStrokes("p2")).toBeGreaterThan(0);
  });

  it("draws a named thing large, and the place where it has no picture for the word", () => {
    for (const prop of propWords) expect(draw({ shot: "insert", prop }).svg, prop).not.toMatch(/NaN|undefined/);
    expect(draw({ shot: "insert", place: "p3", prop: "zeppelin" }).svg).toBe(
      draw({ shot: "insert", place: "p3", prop: null }).svg,
    );
  });

  it.each(["speed", "focus", "impact", "gloom", "sparkle"] as const)(
    "changes the picture by the effect %s",
    (effect) => {
      const figures = [figure("n1", 200)];
      const drawn = draw({ place: "p1", shot: "medium", figures, effect });
      expect(drawn.svg).not.toMatch(/NaN|undefined/);
      expect(drawn.svg).not.toBe(draw({ place: "p1", shot: "medium", figures }).svg);
    },
  );

  it("draws lines of motion behind who runs, and none before", () => {
    for (const yaw of [60, -60]) {
      const { head } = figure("n1", 200);
      const runs = { pose: "run" as const, head: { ...head, size: 40, yaw } };
      const { svg } = draw({ place: "p1", shot: "full", figures: [figure("n1", 200, runs)], effect: "speed" });
      const starts = [-5, size.width + 5].map((start) => svg.split(`M${start} `).length);
      const [left = 0, right = 0] = starts;
      if (yaw > 0) expect(left).toBeGreaterThan(right + 8);
      else expect(right).toBeGreaterThan(left + 8);
    }
  });

  it("gives a tiny head no burst of lines, whatever the effect asks for", () => {
    const tiny = { person: "n1", head: { x: 200, y: 120, size: 20, yaw: 20, pitch: 0, tilt: 0 } };
    const figures = [figure("n1", 200, tiny)];
    const changes = { place: "p1", shot: "wide" as const, figures };
    expect(draw({ ...changes, effect: "focus" }).svg).toBe(draw(changes).svg);
  });

  it("[D6] lets no rain fall across a face", () => {
    const front = { place: "p2", weather: "rain" as const, shot: "medium" as const };
    const strokes = (figures: StagedFigure[]): number =>
      [...draw({ ...front, figures }).svg.matchAll(/ d="([^"]{1500,})" fill="#fff"/g)].flatMap(([, d = ""]) => {
        return [...d.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)].filter(
          ([, x, y]) => Math.abs(Number(x) - 200) < 36 && Math.abs(Number(y) - 110) < 40,
        );
      }).length;
    expect(strokes([figure("n1", 200)])).toBe(0);
  });

  it("[D1] draws people with their clothes who are large enough for them, however they were staged; by night the far ones are shadows", () => {
    const alike = (head: number, time: Panel["time"]): boolean => {
      const place = { x: 200, y: 120, size: head, yaw: 20, pitch: 0, tilt: 0 };
      const far = figure("n1", 200, { silhouette: true, head: place });
      const dressed = { ...far, silhouette: false };
      return draw({ place: "p1", time, figures: [far] }).svg === draw({ place: "p1", time, figures: [dressed] }).svg;
    };
    expect([alike(14, "day"), alike(24, "day"), alike(24, "night"), alike(14, "night")]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it("lets a thing in a panel without a frame fade into the paper", () => {
    const alone: Partial<Panel> = { shot: "insert", prop: "letter", figures: [], place: "p1" };
    const bare = draw({ ...alone, frame: "none" }).svg;
    expect(bare.length).toBeGreaterThan(draw({ ...alone, frame: "ruled" }).svg.length);
  });

  it("fills a place with people who look into it or at the reader where the script asks for a crowd", () => {
    const seen = (scenery: Panel["scenery"]) => draw({ place: "p1", shot: "wide", figures: [], scenery }).svg;
    const [empty, crowd, faces] = [seen("place"), seen("crowd"), seen("faces")];
    expect(crowd.startsWith(empty)).toBe(true);
    expect(crowd.length).toBeGreaterThan(empty.length * 1.2);
    expect(faces).not.toBe(crowd);
    expect(crowd + faces).not.toMatch(/NaN|undefined/);
  });

  it("marks every id with the panel's prefix", () => {
    const { defs, svg } = draw(
      { place: "p4", time: "night", shot: "medium", figures: [figure("n1", 140), figure("n2", 290)] },
      1,
      "zz-",
    );
    for (const [, id] of `${defs}${svg}`.matchAll(/ id="([^"]+)"/g)) expect(id).toMatch(/^zz-/);
  });

  it("[D5] stands a close face before its feeling or its place, never before nothing", () => {
    for (const emotion of ["angry", "sad", "afraid", "happy", "shocked", "calm", "determined"] as const)
      for (let seed = 0; seed < 6; seed++)
        expect(
          draw({ place: "p1", shot: "close", figures: [figure("n1", 200, { emotion })] }, seed).svg.length,
        ).toBeGreaterThan(3_000);
  });

  it("takes houses and clothes from the names of the book", () => {
    expect(mannerOf(["下人", "老婆", "羅生門"])).toBe("japanese");
    expect(mannerOf(["Alice", "the garden"])).toBe("european");
    expect(mannerOf([])).toBe("european");
    expect(mannerOf(["Ann", "the subway", "the garage"])).toBe("modern");
    expect(mannerOf(["太郎", "地下鉄", "ビル"])).toBe("modern");
  });

  it.each([
    ["place-street-night", { place: "p1", time: "night" }],
    ["place-gate-rain", { place: "p2", weather: "rain" }],
    ["place-kitchen-day", { place: "p3" }],
    ["insert-letter", { shot: "insert", prop: "letter" }],
  ] as const)("draws the golden picture %s", (name, changes) => {
    expectGolden(name, picture(changes));
  });
});
