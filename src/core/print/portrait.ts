import { toneDefs } from "../art/tone.ts";
import { hashText } from "../geometry/random.ts";
import type { Panel } from "../page/page.ts";
import type { PageInk } from "./page-svg.ts";

/** Edge of a portrait in page units. */
const edge = 420;

/** A person's head and shoulders as a square SVG, for the cast page. */
export function portraitSvg(person: string, ink: Omit<PageInk, "fonts">): string {
  const bounds = { x: 0, y: 0, width: edge, height: edge };
  const drawing = ink.artist.draw({
    panel: portraitPanel(person),
    bounds,
    sheets: ink.sheets,
    covered: [],
    seed: hashText(`${ink.seed} portrait ${person}`),
    prefix: "portrait-",
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${edge}" height="${edge}" viewBox="0 0 ${edge} ${edge}"><defs>${toneDefs()}${drawing.defs}</defs><rect width="${edge}" height="${edge}" fill="#fff"/>${drawing.svg}</svg>`;
}

function portraitPanel(person: string): Panel {
  return {
    beat: `portrait-${person}`,
    scene: "portrait",
    kind: "quiet",
    shot: "close",
    importance: 0,
    outline: [
      { x: 0, y: 0 },
      { x: edge, y: 0 },
      { x: edge, y: edge },
      { x: 0, y: edge },
    ],
    frame: "none",
    place: null,
    time: null,
    weather: null,
    mood: null,
    effect: null,
    scenery: "place",
    camera: "eye",
    prop: null,
    opensScene: false,
    figures: [
      {
        person,
        head: { x: edge * 0.5, y: edge * 0.46, size: edge * 0.5, yaw: 24, pitch: 0, tilt: 0 },
        emotion: "neutral",
        pose: "stand",
        speaks: false,
        silhouette: false,
        holds: null,
      },
    ],
    balloons: [],
    sounds: [],
  };
}
