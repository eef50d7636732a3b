import { overlapArea, type Point, type Rect } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief, type Canvas } from "../canvas.ts";
import { grass, leafInk, tree } from "../places/foliage.ts";
import { outdoorLight } from "../places/light.ts";
import { drawBehind, skyBehind } from "./insert-grounds.ts";
import { kitchenThings } from "./kitchen-things-data.ts";
import { largeThings } from "./large-things-data.ts";
import { livingThings } from "./living-things-data.ts";
import { madeThings } from "./made-things-data.ts";
import { drawProp, type Prop } from "./prop-shape.ts";
import { seaThings } from "./sea-things-data.ts";
import { smallThings } from "./small-things-data.ts";
import { wornThings } from "./worn-things-data.ts";

const things: Readonly<Record<string, Prop>> = {
  ...smallThings,
  ...largeThings,
  ...seaThings,
  ...kitchenThings,
  ...wornThings,
  ...madeThings,
  ...livingThings,
};

/** The form that a thing has in old Japan, where that is another one. */
const japaneseForms: Readonly<Record<string, string>> = {
  letter: "rolled-letter",
  lamp: "andon",
  lantern: "paper-lantern",
  door: "gate",
  cup: "yunomi",
  umbrella: "wagasa",
  sword: "katana",
  kite: "dragon-kite",
  boat: "oars",
};

/** Things with writing on them, or with a left and a right: never seen in a mirror. */
const oneWay: ReadonlySet<string> = new Set(["telegram", "pepper", "rolled-letter", "vial", "clock", "watch"]);

/** Words for which `drawInsert` has a picture. */
export const propWords: readonly string[] = [...Object.keys(things), "tree"].sort();

/** How an insert is drawn. */
export interface InsertLook {
  night: boolean;
  seed: number;
  covered: readonly Rect[];
  manner: PlaceSheet["manner"];
  /** Over which depth at the edges the ground fades out under the thing, in page units; 0 in a frame. */
  fade: number;
}

/** Draws a thing large in its panel, in the form that the manner of the book gives it. Returns false where there is no picture for the word. */
export function drawInsert(canvas: Canvas, word: string, { night, seed, covered, manner, fade }: InsertLook): boolean {
  const random = randomFrom(`${seed} insert`);
  if (word === "tree") {
    loneTree(canvas, night, random);
    fadeAround(canvas, fade);
    return true;
  }
  const form = (manner === "japanese" ? japaneseForms[word] : undefined) ?? word;
  const prop = things[form];
  if (!prop) return false;
  const { centre, size } = freeSpot(canvas.bounds, covered, random);
  const ground = manner === "japanese" && prop.ground === "board" ? "mat" : prop.ground;
  drawBehind(canvas, ground, { centre, size, night: night || form === "moon", random });
  fadeAround(canvas, fade);
  const mirror = random() < 0.5 && !oneWay.has(form);
  drawProp(canvas, prop, { centre, size, tilt: (mirror ? -1 : 1) * prop.tilt * random.between(0.4, 1.3), mirror });
  return true;
}

function fadeAround(canvas: Canvas, depth: number): void {
  if (depth > 0) canvas.fadeEdges(depth, ["top", "right", "bottom", "left"]);
}

/** Where a thing is seen best: large, near the middle, out from under the balloons. */
function freeSpot(bounds: Rect, covered: readonly Rect[], random: Random): { centre: Point; size: number } {
  let best = { centre: { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }, size: 0, worth: -Infinity };
  const most = Math.min(bounds.width * 0.42, bounds.height * 0.39) * random.between(0.88, 1);
  for (let row = 0; row < 7; row++)
    for (let column = 0; column < 9; column++)
      for (const size of [most, most * 0.82, most * 0.66, most * 0.52]) {
        const centre = {
          x: bounds.x + bounds.width * (0.2 + column * 0.075),
          y: bounds.y + bounds.height * (0.26 + row * 0.08),
        };
        const box = { x: centre.x - size, y: centre.y - size, width: 2 * size, height: 2 * size };
        const lost =
          covered.reduce((area, rect) => area + overlapArea(rect, box), 0) +
          (4 * size * size - overlapArea(bounds, box));
        const off = Math.hypot(centre.x - bounds.x - bounds.width / 2, centre.y - bounds.y - bounds.height * 0.52);
        const worth = size - (lost / (4 * size)) * 2.6 - off * 0.12;
        if (worth > best.worth) best = { centre, size, worth };
      }
  return best;
}

function loneTree(canvas: Canvas, night: boolean, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  skyBehind(canvas, night, random);
  const light = outdoorLight(canvas, night ? "night" : "day", "clear");
  const foot = y + height * 0.9;
  canvas.shape(
    `M${brief(x - 5)} ${brief(foot)}Q${brief(x + width / 2)} ${brief(foot - height * 0.07)} ${brief(x + width + 5)} ${brief(foot)}V${brief(y + height + 5)}H${brief(x - 5)}Z`,
    night ? "#000" : "#fff",
    2.2,
    light.ink,
  );
  tree(
    canvas,
    { x: x + width / 2, y: foot - height * 0.02 },
    height * 0.8,
    "broad",
    random,
    leafInk(light, 0),
    light.level(3.4),
  );
  grass(canvas, { x, y: foot }, { x: x + width, y: foot }, 24, height * 0.06, random, light.ink);
}
