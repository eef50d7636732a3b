import type { PageGeometry } from "../../schema.ts";
import type { Point } from "./camera.ts";

type Panel = PageGeometry["panels"][number];
export type PageText = Panel["texts"][number];
export type PageFace = Panel["faces"][number];

/** Something on a page that answers a tap. */
export type Thing =
  | { kind: "text"; page: number; panel: number; text: PageText }
  | { kind: "face"; page: number; panel: number; face: PageFace };

/** What answers taps, panel by panel in reading order: the words, then the faces. Words that stand nowhere in the book lead nowhere. */
export function thingsOf({ number, panels }: PageGeometry): Thing[] {
  return panels.flatMap(({ texts, faces }, panel): Thing[] => [
    ...texts.filter(isOfBook).map((text): Thing => ({ kind: "text", page: number, panel, text })),
    ...faces.filter(({ name }) => name !== "").map((face): Thing => ({ kind: "face", page: number, panel, face })),
  ]);
}

export const boxOf = (thing: Thing): PageText["box"] => (thing.kind === "text" ? thing.text.box : thing.face.box);

/**
 * What a tap at a point of the page means: the thing whose box it hits, the smallest where several do, else the nearest within `slack`
 * (page units), so that small balloons are as easy to hit as large ones.
 */
export function thingAt(page: PageGeometry, { x, y }: Point, slack: number): Thing | null {
  let best: { thing: Thing; far: number; area: number } | null = null;
  for (const thing of thingsOf(page)) {
    const [left, top, width, height] = boxOf(thing);
    const far = Math.hypot(beyond(x, left, width), beyond(y, top, height));
    const area = width * height;
    if (far > slack || (best !== null && (far > best.far || (far === best.far && area >= best.area)))) continue;
    best = { thing, far, area };
  }
  return best?.thing ?? null;
}

/** Where the text is up to which a page tells, in units of the book; null for a page without words of it. */
export function readUpTo(page: PageGeometry): number | null {
  const ends = page.panels.flatMap(({ texts }) => texts.filter(isOfBook).map(({ end }) => end));
  return ends.length === 0 ? null : Math.max(...ends);
}

const isOfBook = ({ start, end }: PageText): boolean => end > start;

/** How far a number lies outside a stretch. */
const beyond = (at: number, start: number, length: number): number => Math.max(start - at, 0, at - start - length);
