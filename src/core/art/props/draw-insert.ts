import type { Rect } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief, type Canvas } from "../canvas.ts";
import { grass, leafInk, tree } from "../places/foliage.ts";
import { outdoorLight } from "../places/light.ts";
import { handThings } from "./hand-things-data.ts";
import { paperThings } from "./paper-things-data.ts";
import { foodThings } from "./food-things-data.ts";
import { toolThings } from "./tool-things-data.ts";
import { roomThings } from "./room-things-data.ts";
import { playThings } from "./play-things-data.ts";
import { wheelThings } from "./wheel-things-data.ts";
import { darkThings } from "./dark-things-data.ts";
import { drawLoneBeast, type LoneBeast, loneBeasts } from "../beasts/beast-insert.ts";
import { beastThings } from "./beast-things-data.ts";
import { grownThings } from "./grown-things-data.ts";
import { drawBehind, fadeEdges, skyBehind } from "./insert-grounds.ts";
import { composed, freeSpot } from "./insert-spot.ts";
import { japaneseForms, oneWay } from "./prop-forms-data.ts";
import { kitchenThings } from "./kitchen-things-data.ts";
import { largeThings } from "./large-things-data.ts";
import { livingThings } from "./living-things-data.ts";
import { madeThings } from "./made-things-data.ts";
import { drawCast, drawProp, type Prop, propBox, type PropGround } from "./prop-shape.ts";
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
  ...handThings,
  ...grownThings,
  ...beastThings,
  ...darkThings,
  ...wheelThings,
  ...playThings,
  ...roomThings,
  ...toolThings,
  ...foodThings,
  ...paperThings,
};

/** Words for which `drawInsert` has a picture. */
export const propWords: readonly string[] = [...Object.keys(things), ...Object.keys(loneBeasts), "tree"].sort();

/** How an insert is drawn. */
export interface InsertLook {
  night: boolean;
  seed: number;
  covered: readonly Rect[];
  manner: PlaceSheet["manner"];
  /** Without a frame: the ground fades into the paper. */
  bare: boolean;
}

/** Draws a thing large in its panel, in the form that the manner of the book gives it. Returns false where there is no picture for the word. */
export function drawInsert(canvas: Canvas, word: string, { night, seed, covered, manner, bare }: InsertLook): boolean {
  const random = randomFrom(`${seed} insert`);
  if (word === "tree") {
    loneTree(canvas, night, bare, random);
    return true;
  }
  const beast = loneBeasts[word];
  if (beast) {
    beastOnGround(canvas, beast, { night, seed, covered, bare }, random);
    return true;
  }
  const form = (manner === "japanese" ? japaneseForms[word] : undefined) ?? word;
  const prop = things[form];
  if (!prop) return false;
  const free = freeSpot(canvas.bounds, covered, random);
  // Without a frame nothing may be cut off: there would be no edge that cuts it.
  const { centre, size } = bare ? free : composed(free, prop, { bounds: canvas.bounds, covered, random });
  const mirror = random() < 0.5 && !oneWay.has(form);
  const pose = { centre, size, tilt: (mirror ? -1 : 1) * prop.tilt * random.between(0.4, 1.3), mirror };
  const ground = groundIn(manner, prop.ground);
  const box = propBox(prop, pose);
  const foot = { x: box.x + box.width / 2, y: box.y + box.height };
  const spot = { centre, size, foot, night: night || form === "moon", random };
  canvas.as("floor", () => drawBehind(canvas, ground, spot));
  if (bare) fadeEdges(canvas, 0.2);
  if (flat.has(ground)) drawCast(canvas, prop, pose);
  drawProp(canvas, prop, pose);
  // Only what runs out of the picture fades with it; the thing itself stays whole.
  if (bare) fadeEdges(canvas, 0.05);
  return true;
}

/** A beast stands whole on open ground. */
function beastOnGround(
  canvas: Canvas,
  beast: LoneBeast,
  { night, seed, covered, bare }: Omit<InsertLook, "manner">,
  random: Random,
): void {
  const { centre, size } = freeSpot(canvas.bounds, covered, random);
  const foot = { x: centre.x, y: centre.y + size };
  drawBehind(canvas, "ground", { centre, size, foot, night, random });
  if (bare) fadeEdges(canvas, 0.2);
  const room = { bounds: canvas.bounds, x: centre.x, ground: foot.y, size, night, mirror: random() < 0.5, seed };
  const drawn = drawLoneBeast(beast, { ...room, prefix: `${canvas.prefix}b` });
  canvas.figure(drawn, { species: beast.species, name: beast.name, hairColour: beast.colour });
  if (bare) fadeEdges(canvas, 0.05);
}

/** In old Japan things stand and lie on straw mats. */
function groundIn(manner: PlaceSheet["manner"], ground: PropGround): PropGround {
  if (manner !== "japanese") return ground;
  return ground === "board" ? "mat" : ground === "top" ? "straw" : ground;
}

const flat: ReadonlySet<PropGround> = new Set(["top", "straw", "dark"]);

function loneTree(canvas: Canvas, night: boolean, bare: boolean, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  skyBehind(canvas, night, random);
  const light = outdoorLight(canvas, night ? "night" : "day", "clear");
  const foot = y + height * 0.9;
  canvas.shape(
    `M${brief(x - 5)} ${brief(foot)}Q${brief(x + width / 2)} ${brief(foot - height * 0.07)} ${brief(x + width + 5)} ${brief(foot)}V${brief(y + height + 5)}H${brief(x - 5)}Z`,
    light.paper,
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
  if (bare) fadeEdges(canvas, 0.2);
}
