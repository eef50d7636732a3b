import { cornersOf, type Rect } from "../geometry/geometry.ts";
import type { Balloon, Page, PageSize, Panel } from "./page.ts";

/** What one of the book's own pages shows: a small picture and printed words. */
export interface OwnPage {
  role: NonNullable<Page["role"]>;
  number: number;
  side: Page["side"];
  direction: Page["direction"];
  size: PageSize;
  picture: Pick<Panel, "frame" | "place" | "time" | "weather" | "prop"> & { box: Rect };
  words: Balloon[];
}

/** A page with one picture and no people. Its words belong to the picture, as far as readers of pages are concerned. */
export function ownPage({ role, number, side, direction, size, picture, words }: OwnPage): Page {
  return {
    version: 1,
    role,
    number,
    episode: role,
    side,
    direction,
    width: size.width,
    height: size.height,
    layout: role,
    faults: [],
    panels: [
      {
        beat: role,
        scene: role,
        kind: "establish",
        shot: picture.prop === null ? "wide" : "insert",
        importance: 0,
        outline: cornersOf(picture.box),
        frame: picture.frame,
        place: picture.place,
        time: picture.time,
        weather: picture.weather,
        mood: null,
        effect: null,
        prop: picture.prop,
        scenery: "place",
        camera: "eye",
        ground: "place",
        opensScene: true,
        figures: [],
        balloons: words,
        sounds: [],
      },
    ],
  };
}
