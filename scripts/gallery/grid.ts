import type { Sheets } from "../../src/core/art/artist.ts";
import { inkArtist } from "../../src/core/art/ink-artist.ts";
import type { Rect } from "../../src/core/geometry/geometry.ts";
import type { Fonts } from "../../src/core/lettering/fonts.ts";
import type { Head, Panel, StagedFigure } from "../../src/core/page/page.ts";
import type { Pose } from "../../src/core/script/script.ts";
import { type Cell, contactSheet, posed } from "../../src/core/print/contact-sheet.ts";

/** What one cell of a grid shows. */
export interface Exhibit {
  label: string | null;
  shows(box: Rect): Partial<Panel>;
}

/** A sheet of the gallery: exhibits of one kind in rows. Sizes in page units. */
export interface Grid {
  name: string;
  columns: number;
  width: number;
  height: number;
  exhibits: readonly Exhibit[];
  sheets: Partial<Sheets>;
}

/** A grid as SVG. */
export function gridSvg({ columns, width, height, exhibits, sheets }: Grid, fonts: Fonts): string {
  const cells = exhibits.map(({ label, shows }, i): Cell => {
    const box = { x: (i % columns) * width, y: Math.floor(i / columns) * height, width: width - 6, height: height - 4 };
    const picture = label === null ? box : { ...box, height: box.height - 34 };
    return { box, label, shows: { beat: `cell ${i}`, ...shows(picture) } };
  });
  const size = { width: columns * width, height: Math.ceil(exhibits.length / columns) * height };
  const known = { people: sheets.people ?? {}, places: sheets.places ?? {} };
  return contactSheet(size, cells, { artist: inkArtist, sheets: known, fonts, seed: 1 });
}

/** A head in the middle of a box: its size as a share of the height, and how far down it is. */
function headIn(box: Rect, size: number, down: number, turn: Partial<Head>): Head {
  const at = { x: box.x + box.width / 2, y: box.y + box.height * down };
  return { ...at, size: box.height * size, yaw: 24, pitch: 0, tilt: 0, ...turn };
}

/** Head and shoulders. */
export const bust =
  (person: string, turn: Partial<Head> = {}, change: Partial<StagedFigure> = {}) =>
  (box: Rect): Partial<Panel> => ({ figures: [posed(person, headIn(box, 0.5, 0.42, turn), change)] });

/** From head to hip. */
export const half =
  (person: string, turn: Partial<Head> = {}, change: Partial<StagedFigure> = {}) =>
  (box: Rect): Partial<Panel> => ({
    shot: "medium",
    figures: [posed(person, headIn(box, 0.26, 0.22, turn), change)],
  });

/** How far down the head of somebody is who does not stand upright, as a share of the height. */
const sunken: Readonly<Partial<Record<Pose, number>>> = {
  sit: 0.42,
  kneel: 0.36,
  crouch: 0.5,
  lie: 0.86,
  fall: 0.34,
  bow: 0.28,
};

/** From head to foot; the feet of who stands come to the foot of the box. */
export const whole =
  (person: string, turn: Partial<Head> = {}, change: Partial<StagedFigure> = {}) =>
  (box: Rect): Partial<Panel> => {
    const down = (change.pose && sunken[change.pose]) ?? 0.14;
    const wide = change.pose === "lie" || change.pose === "fall";
    const head = headIn(box, wide ? 0.068 : 0.112, down, turn);
    const at = wide ? { ...head, x: head.x - box.width * 0.3 } : head;
    return { shot: "full", figures: [posed(person, at, change)] };
  };
