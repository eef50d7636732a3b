import type { Rect } from "../geometry/geometry.ts";
import { pageSize } from "../page/page.ts";
import { grownUp, type Stature, staturesOf } from "../page/stature.ts";
import type { Emotion, Scenery } from "../script/script.ts";
import type { Person, Place, TimeOfDay, Weather } from "../story/story.ts";
import { type Cell, contactSheet, posed } from "./contact-sheet.ts";
import type { PageInk } from "./page-svg.ts";

const margin = 40;
const width = pageSize.width - 2 * margin;

/** How many people and places a sheet holds. */
export const perSheet = { people: 4, places: 2 } as const;

const turns = [
  ["front", 0],
  ["three-quarter", 38],
  ["profile", 90],
  ["behind", 150],
] as const;
const moods: readonly (readonly [Emotion, boolean])[] = [
  ["happy", false],
  ["angry", true],
  ["sad", false],
  ["shocked", true],
];

/** At most four people as SVG: each at full length, from four sides and in four moods (D2, D9). */
export function castSheetSvg(people: readonly Person[], ink: PageInk): string {
  const height = (pageSize.height - 2 * margin) / perSheet.people;
  const statures = staturesOf(people);
  const cells = people.flatMap((person, row) =>
    personCells(person, statures[person.id] ?? grownUp, {
      x: margin,
      y: margin + row * height,
      width,
      height: height - 24,
    }),
  );
  return contactSheet(pageSize, cells, ink);
}

function personCells({ id, name }: Person, { ground }: Stature, row: Rect): Cell[] {
  const whole = { ...row, width: row.width * 0.2 };
  const rest = { x: row.x + whole.width + 12, width: row.width - whole.width - 12 };
  const across = (i: number, y: number, height: number): Rect => ({
    x: rest.x + (i * rest.width) / turns.length,
    y,
    width: rest.width / turns.length - 8,
    height,
  });
  const size = (row.height - 34) / (ground + 1.4);
  const upright = { x: whole.x + whole.width / 2, y: row.y + 0.95 * size, size, yaw: 24, pitch: 0, tilt: 0 };
  return [
    { box: whole, label: name, shows: { beat: `whole-${id}`, shot: "full", figures: [posed(id, upright)] } },
    ...turns.map(([, yaw], i): Cell => {
      const box = across(i, row.y, row.height * 0.58);
      const head = headIn(box, 0.47, yaw);
      return { box, label: null, shows: { beat: `turn-${id}-${yaw}`, figures: [posed(id, head)] } };
    }),
    ...moods.map(([emotion, speaks], i): Cell => {
      const box = across(i, row.y + row.height * 0.6, row.height * 0.4);
      const head = headIn(box, 0.62, i % 2 === 0 ? 20 : -28);
      return { box, label: null, shows: { beat: `mood-${id}-${i}`, figures: [posed(id, head, { emotion, speaks })] } };
    }),
  ];
}

/** A head in the middle of a box, `share` of its height. */
function headIn({ x, y, width: across, height }: Rect, share: number, yaw: number) {
  return { x: x + across / 2, y: y + height * 0.48, size: height * share, yaw, pitch: 0, tilt: 0 };
}

interface PlaceShot {
  label: string;
  time: TimeOfDay;
  weather: Weather;
  scenery: Scenery;
}

const views: readonly PlaceShot[] = [
  { label: "day", time: "day", weather: "clear", scenery: "place" },
  { label: "night", time: "night", weather: "clear", scenery: "place" },
  { label: "a corner", time: "day", weather: "clear", scenery: "corner" },
  { label: "rain", time: "dusk", weather: "rain", scenery: "place" },
];

/** At most two places as SVG: each by day, by night, a corner of it, and at dusk in rain (D4). */
export function placeSheetSvg(places: readonly Place[], ink: PageInk): string {
  const height = (pageSize.height - 2 * margin) / perSheet.places;
  const cells = places.flatMap((place, row) =>
    placeCells(place, { x: margin, y: margin + row * height, width, height: height - 16 }),
  );
  return contactSheet(pageSize, cells, ink);
}

function placeCells({ id, name }: Place, { x, y, width: across, height }: Rect): Cell[] {
  const box = { width: across * 0.495, height: height / 2 };
  return views.map(({ label, time, weather, scenery }, i) => ({
    box: { ...box, x: x + (i % 2) * across * 0.505, y: y + Math.floor(i / 2) * box.height },
    label: i === 0 ? name : `${name}: ${label}`,
    shows: {
      beat: `place-${id}-${label}`,
      kind: i === 0 ? "establish" : "quiet",
      shot: "wide",
      frame: "ruled",
      ground: "place",
      place: id,
      opensScene: i === 0,
      time,
      weather,
      scenery,
    },
  }));
}
