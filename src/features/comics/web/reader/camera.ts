import type { PageGeometry } from "../../schema.ts";

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point, Size {}

/** What is seen: the whole is drawn at `scale` pixels a unit, its top left corner at `x`, `y` of the stage. */
export interface Camera extends Point {
  scale: number;
}

/** Air around a panel, as a share of the stage. */
const air = 0.035;
/** How much nearer than the whole page the guided view comes; a small panel would turn to blots beyond it. */
const nearestPanel = 3.2;
/** How much nearer than the whole a person may come. */
const nearest = 6;

/** The whole as large as it fits a part of the stage, in its middle. */
export function restingCamera(whole: Size, room: Box): Camera {
  const scale = Math.min(room.width / whole.width, room.height / whole.height);
  return centred(scale, whole, room);
}

/** Brings a box of the whole to the middle of a part of the stage. */
export function panelCamera(focus: Box, whole: Size, room: Box): Camera {
  const share = 1 - 2 * air;
  const fitted = Math.min((room.width * share) / focus.width, (room.height * share) / focus.height);
  const isWhole = focus.width >= whole.width && focus.height >= whole.height;
  const rest = restingCamera(whole, room);
  if (isWhole) return rest;
  const scale = Math.min(fitted, rest.scale * nearestPanel);
  return {
    x: room.x + room.width / 2 - (focus.x + focus.width / 2) * scale,
    y: room.y + room.height / 2 - (focus.y + focus.height / 2) * scale,
    scale,
  };
}

/** Comes nearer by a factor; what lies under the point stays there. */
export function zoomed(camera: Camera, at: Point, by: number, limits: { least: number }): Camera {
  const scale = Math.min(limits.least * nearest, Math.max(limits.least, camera.scale * by));
  const grown = scale / camera.scale;
  return { x: at.x - (at.x - camera.x) * grown, y: at.y - (at.y - camera.y) * grown, scale };
}

/** Keeps the whole over the stage: what is larger leaves no gap at an edge, what is smaller stands in the middle. */
export function held(camera: Camera, whole: Size, room: Box): Camera {
  const middle = centred(camera.scale, whole, room);
  const along = (at: number, size: number, start: number, length: number, centre: number): number =>
    size <= length ? centre : Math.min(start, Math.max(start + length - size, at));
  const { scale } = camera;
  return {
    x: along(camera.x, whole.width * scale, room.x, room.width, middle.x),
    y: along(camera.y, whole.height * scale, room.y, room.height, middle.y),
    scale,
  };
}

/** What must be seen of a panel: its outline and its texts, inside the page. The whole page where there is no such panel. */
export function focusOf(page: PageGeometry, panel: number): Box {
  const shown = page.panels[panel];
  if (shown === undefined || shown.outline.length < 6) return { x: 0, y: 0, width: page.width, height: page.height };
  const texts = shown.texts.map(({ box }) => box);
  const xs = [...shown.outline.filter((_, i) => i % 2 === 0), ...texts.flatMap(([x, , width]) => [x, x + width])];
  const ys = [...shown.outline.filter((_, i) => i % 2 === 1), ...texts.flatMap(([, y, , height]) => [y, y + height])];
  const [left, top] = [Math.max(0, Math.min(...xs)), Math.max(0, Math.min(...ys))];
  return {
    x: left,
    y: top,
    width: Math.min(page.width, Math.max(...xs)) - left,
    height: Math.min(page.height, Math.max(...ys)) - top,
  };
}

function centred(scale: number, whole: Size, room: Box): Camera {
  return {
    x: room.x + (room.width - whole.width * scale) / 2,
    y: room.y + (room.height - whole.height * scale) / 2,
    scale,
  };
}
