import { toneDefs } from "../art/tone.ts";
import { cornersOf, polygonPath, type Rect } from "../geometry/geometry.ts";
import { hashText } from "../geometry/random.ts";
import type { Panel, StagedFigure } from "../page/page.ts";
import { labelPath } from "./label.ts";
import type { PageInk } from "./page-svg.ts";

/** One picture of a contact sheet: what a panel shows, in a box of the sheet, with a word under it. */
export interface Cell {
  box: Rect;
  label: string | null;
  /** What differs from an empty panel. Figures stand in units of the sheet. */
  shows: Partial<Panel>;
}

/** Type size of a label, and the room under a picture that it takes, in page units. */
const label = { size: 21, drop: 24, room: 34 } as const;

/** A sheet of pictures by the artist, as SVG: for model sheets, the gallery and portraits. */
export function contactSheet(size: { width: number; height: number }, cells: readonly Cell[], ink: PageInk): string {
  const drawn = cells.map((cell, index) => cellPicture(cell, index, ink));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">`,
    `<defs>${toneDefs()}${drawn.map(({ defs }) => defs).join("")}</defs>`,
    `<rect width="${size.width}" height="${size.height}" fill="#fff"/>`,
    ...drawn.map(({ svg }) => svg),
    "</svg>",
  ].join("\n");
}

function cellPicture({ box, label: words, shows }: Cell, index: number, ink: PageInk): { defs: string; svg: string } {
  const prefix = `c${index}-`;
  const bounds = words === null ? box : { ...box, height: box.height - label.room };
  const panel = { ...emptyPanel(bounds), ...shows };
  const drawing = ink.artist.draw({
    panel,
    bounds,
    sheets: ink.sheets,
    covered: [],
    seed: hashText(`${ink.seed} ${panel.beat}`),
    prefix,
  });
  const outline = polygonPath(panel.outline);
  const frame = panel.frame === "ruled" ? `<path d="${outline}" fill="none" stroke="#000" stroke-width="2"/>` : "";
  const at = { x: box.x + box.width / 2, y: bounds.y + bounds.height + label.drop };
  const name =
    words === null
      ? ""
      : `<path d="${labelPath(ink.fonts, words, { centre: at, size: label.size, widest: box.width })}"/>`;
  return {
    defs: `${drawing.defs}<clipPath id="${prefix}cell"><path d="${outline}"/></clipPath>`,
    svg: `<g clip-path="url(#${prefix}cell)">${drawing.svg}</g>${frame}${name}`,
  };
}

/** A panel of a sheet, without a frame, people or words. */
export function emptyPanel(bounds: Rect): Panel {
  return {
    beat: "cell",
    scene: "sheet",
    kind: "quiet",
    shot: "close",
    importance: 0,
    outline: cornersOf(bounds),
    frame: "none",
    place: null,
    time: null,
    weather: null,
    mood: null,
    effect: null,
    prop: null,
    scenery: "place",
    camera: "eye",
    ground: "paper",
    opensScene: false,
    figures: [],
    balloons: [],
    sounds: [],
  };
}

/** Somebody who stands still and looks a little to the right, as far as nothing else is said. */
export function posed(person: string, head: StagedFigure["head"], change: Partial<StagedFigure> = {}): StagedFigure {
  return {
    person,
    head,
    emotion: "neutral",
    pose: "stand",
    speaks: false,
    silhouette: false,
    holds: null,
    ...change,
  };
}
