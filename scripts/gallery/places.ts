import type { PlaceSheet, Sheets } from "../../src/core/art/artist.ts";
import { placeKinds } from "../../src/core/art/places/draw-place.ts";
import { propWords } from "../../src/core/art/props/draw-insert.ts";
import type { Panel } from "../../src/core/page/page.ts";
import { posed } from "../../src/core/print/contact-sheet.ts";
import type { Effect } from "../../src/core/script/script.ts";
import { type Exhibit, type Grid, whole } from "./grid.ts";
import { twelve } from "./twelve.ts";

type Manner = PlaceSheet["manner"];

const sheetOf = (kind: PlaceSheet["kind"], manner: Manner): PlaceSheet => ({
  place: kind,
  name: kind,
  kind,
  inside: false,
  seed: 7,
  manner,
});

const sheetsOf = (manner: Manner): Sheets["places"] =>
  Object.fromEntries(placeKinds.map((kind) => [kind, sheetOf(kind, manner)]));

const looks: readonly (readonly [string, Partial<Panel>])[] = [
  ["day", { time: "day", weather: "clear", kind: "establish", opensScene: true }],
  ["night", { time: "night", weather: "clear" }],
  ["rain", { time: "dusk", weather: "rain" }],
  ["snow", { time: "day", weather: "snow" }],
  ["corner", { time: "day", weather: "clear", scenery: "corner" }],
  ["sky", { time: "dusk", weather: "clear", scenery: "sky" }],
  ["high", { time: "day", weather: "clear", camera: "high" }],
  ["low", { time: "day", weather: "clear", camera: "low" }],
];

/** Every kind of place by time, weather and camera, in one manner. */
function places(manner: Manner): Grid {
  const exhibits = placeKinds.flatMap((place) =>
    looks.map(([name, look]): Exhibit => {
      const panel: Partial<Panel> = { shot: "wide", frame: "ruled", ground: "place", place, ...look };
      return { label: `${place}, ${name}`, shows: () => ({ ...panel, beat: `${place} ${name}` }) };
    }),
  );
  return {
    name: `places-${manner}`,
    columns: looks.length,
    width: 330,
    height: 270,
    exhibits,
    sheets: { places: sheetsOf(manner) },
  };
}

/** Every thing that can fill a panel, in one manner. */
function things(manner: Manner): Grid {
  const exhibits = propWords.map((prop) => ({
    label: prop,
    shows: (): Partial<Panel> => ({ beat: prop, shot: "insert", frame: "ruled", place: "room", time: "day", prop }),
  }));
  return {
    name: `things-${manner}`,
    columns: 10,
    width: 220,
    height: 210,
    exhibits,
    sheets: { places: { room: sheetOf("room", manner) } },
  };
}

const effects: readonly Effect[] = ["speed", "focus", "impact", "gloom", "sparkle", "water", "fire", "smoke"];

/** Effects and feelings round one head, by day and by night. */
function lines(): Grid {
  const exhibits = effects.flatMap((effect) =>
    (["day", "night"] as const).map((time) => ({
      label: `${effect}, ${time}`,
      shows: ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Partial<Panel> => ({
        beat: effect,
        shot: "medium",
        frame: "ruled",
        ground: "place",
        place: "shore",
        time,
        effect,
        figures: [
          posed(
            "student",
            { x: x + width / 2, y: y + height * 0.42, size: height * 0.28, yaw: 24, pitch: 0, tilt: 0 },
            { emotion: "surprised" },
          ),
        ],
      }),
    })),
  );
  const sheets = { people: byName, places: { shore: sheetOf("shore", "european") } };
  return { name: "effects", columns: 4, width: 330, height: 300, exhibits, sheets };
}

const byName = Object.fromEntries(twelve.map((sheet) => [sheet.person, sheet]));

/** Who sits in every kind of place, and the crowds that fill some of them. */
function company(): Grid {
  const panel: Partial<Panel> = { frame: "ruled", ground: "place", time: "day", weather: "clear" };
  const seated = placeKinds.map((place, i): Exhibit => {
    const sitter = whole(twelve[i % twelve.length]?.person ?? "doctor", { yaw: i % 2 ? 35 : -75 }, { pose: "sit" });
    return { label: `sit, ${place}`, shows: (box) => ({ ...panel, place, ...sitter(box) }) };
  });
  const crowds = (["crowd", "faces", "diners"] as const).flatMap((scenery) =>
    (["street", "hall", "field"] as const).map((place): Exhibit => {
      return { label: `${scenery}, ${place}`, shows: () => ({ ...panel, shot: "wide", place, scenery }) };
    }),
  );
  const sheets = { people: byName, places: sheetsOf("european") };
  return { name: "company", columns: 8, width: 330, height: 320, exhibits: [...seated, ...crowds], sheets };
}

/** Places, things, effects and who is there. */
export const placeGrids = (): Grid[] => [
  places("european"),
  places("japanese"),
  places("modern"),
  things("european"),
  things("japanese"),
  lines(),
  company(),
];
