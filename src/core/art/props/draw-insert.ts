import { overlapArea, type Point, type Rect } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { brief, type Canvas, corners, rayLength, sliver } from "../canvas.ts";
import { boxPath } from "../graded-tone.ts";
import { grass, leafInk, tree } from "../places/foliage.ts";
import { outdoorLight } from "../places/light.ts";
import { cloud } from "../places/sky.ts";
import { circlePath } from "../tone.ts";
import { largeThings } from "./large-things-data.ts";
import { drawProp, type Prop } from "./prop-shape.ts";
import { smallThings } from "./small-things-data.ts";

const things: Record<string, Prop> = { ...smallThings, ...largeThings };

/** Other words for the same picture. */
const sameAs: Record<string, string> = {
  note: "letter",
  paper: "letter",
  torch: "lantern",
  dagger: "knife",
  gun: "pistol",
  glass: "bottle",
  tea: "cup",
  ship: "boat",
  purse: "bag",
  trunk: "box",
  chest: "box",
  crow: "bird",
  flame: "fire",
  money: "coin",
  cap: "hat",
  rose: "flower",
};

/** Words for which `drawInsert` has a picture. */
export const propWords: readonly string[] = [...Object.keys(things), ...Object.keys(sameAs), "tree"].sort();

/** Draws a thing large in its panel. Returns false where there is no picture for the word. */
export function drawInsert(
  canvas: Canvas,
  word: string,
  { night, seed, covered }: { night: boolean; seed: number; covered: readonly Rect[] },
): boolean {
  const key = word.toLowerCase();
  const random = randomFrom(`${seed} insert`);
  if (key === "tree") {
    loneTree(canvas, night, random);
    return true;
  }
  const prop = things[sameAs[key] ?? key];
  if (!prop) return false;
  const { centre, size } = freeSpot(canvas.bounds, covered, random);
  drawBehind(canvas, prop, centre, size, night, random);
  const mirror = random() < 0.5;
  drawProp(canvas, prop, { centre, size, tilt: (mirror ? -1 : 1) * prop.tilt * random.between(0.4, 1.3), mirror });
  return true;
}

/** Where a thing is seen best: large, near the middle, out from under the balloons. */
function freeSpot(bounds: Rect, covered: readonly Rect[], random: Random): { centre: Point; size: number } {
  let best = { centre: { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }, size: 0, worth: -Infinity };
  const most = Math.min(bounds.width * 0.42, bounds.height * 0.39) * random.between(0.88, 1);
  for (let row = 0; row < 7; row++)
    for (let column = 0; column < 9; column++)
      for (const size of [most, most * 0.8, most * 0.62]) {
        const centre = {
          x: bounds.x + bounds.width * (0.2 + column * 0.075),
          y: bounds.y + bounds.height * (0.26 + row * 0.08),
        };
        const box = { x: centre.x - size, y: centre.y - size, width: 2 * size, height: 2 * size };
        const lost =
          covered.reduce((area, rect) => area + overlapArea(rect, box), 0) +
          (4 * size * size - overlapArea(bounds, box));
        const off = Math.hypot(centre.x - bounds.x - bounds.width / 2, centre.y - bounds.y - bounds.height * 0.52);
        const worth = size - (lost / (4 * size)) * 1.6 - off * 0.12;
        if (worth > best.worth) best = { centre, size, worth };
      }
  return best;
}

function drawBehind(
  canvas: Canvas,
  prop: Prop,
  centre: { x: number; y: number },
  size: number,
  night: boolean,
  random: Random,
): void {
  const { x, y, width, height } = canvas.bounds;
  switch (prop.ground) {
    case "board":
      board(canvas, night, random);
      return;
    case "glow":
      canvas.flood("#000");
      canvas.glow({ x: centre.x, y: centre.y - size * 0.3 }, [size * 0.25, size * 1.9], [0.95, 0], "white");
      rays(canvas, { x: centre.x, y: centre.y - size * 0.4 }, size, random);
      return;
    case "sky":
      skyBehind(canvas, night || prop === things["moon"], random);
      return;
    case "floor":
    case "ground":
      canvas.flood(canvas.dots(night ? 0.75 : 0.16));
      canvas.fill(boxPath(x - 2, y + height * 0.62, width + 4, height * 0.4), night ? canvas.dots(0.4) : "#fff");
      canvas.line(`M${brief(x)} ${brief(y + height * 0.62)}H${brief(x + width)}`, 2, "#000");
      if (prop.ground === "ground")
        grass(
          canvas,
          { x, y: y + height * 0.97 },
          { x: x + width, y: y + height * 0.97 },
          9,
          height * 0.09,
          random,
          "#000",
        );
      return;
    case "wall":
      wall(canvas, night, random);
      return;
    default:
      canvas.flood("#fff");
      canvas.gradient(canvas.bounds, night ? 0.95 : 0.5, night ? 0.4 : 0.04, { ink: "black" });
      rays(canvas, centre, size * 1.1, random);
  }
}

/** A table top seen from above at a slant: boards with grain, darker behind. */
function board(canvas: Canvas, night: boolean, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  canvas.flood(canvas.dots(night ? 0.3 : 0.08));
  const edge = y + height * 0.2;
  let lines = "";
  let grainLines = "";
  for (let i = -5; i <= 5; i++) {
    const top = x + width / 2 + (i * width) / 7;
    const foot = x + width / 2 + (i * width) / 3.2;
    lines += corners(
      [
        { x: top, y: edge },
        { x: foot, y: y + height + 4 },
      ],
      false,
    );
    for (let k = 0; k < 5; k++) {
      const [t, u] = [random() ** 0.7, random.between(0.1, 0.9)];
      const at = (v: number): { x: number; y: number } => ({
        x: top + (foot - top) * v + u * (width / 7 + (width / 3.2 - width / 7) * v),
        y: edge + (height * 0.8 + 4) * v,
      });
      grainLines += sliver(at(t), at(Math.min(1, t + random.between(0.06, 0.2))), random.between(1, 2.2));
    }
  }
  canvas.line(lines, 1.8, "#000");
  canvas.fill(grainLines, "#000");
  canvas.fill(boxPath(x - 2, y - 2, width + 4, height * 0.2 + 2), night ? "#000" : canvas.dots(0.75));
  canvas.line(`M${brief(x)} ${brief(edge)}H${brief(x + width)}`, 3, "#000");
  canvas.glow(
    { x: x + width / 2, y: y + height * 0.55 },
    [Math.min(width, height) * 0.4, Math.hypot(width, height) * 0.62],
    [0, night ? 0.8 : 0.3],
    "black",
  );
}

function wall(canvas: Canvas, night: boolean, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  canvas.flood(canvas.dots(night ? 0.5 : 0.1));
  let lines = "";
  for (let i = 0; i < 16; i++) {
    const p = { x: x + random() * width, y: y + random() * height };
    lines += sliver(p, { x: p.x + random.between(-14, 14), y: p.y + random.between(8, 30) }, 1.5);
  }
  canvas.fill(lines, "#000");
  canvas.gradient({ x, y, width, height: height * 0.5 }, night ? 0.9 : 0.5, 0, { ink: "black" });
}

function skyBehind(canvas: Canvas, night: boolean, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  if (night) {
    canvas.flood("#000");
    canvas.gradient({ x, y: y + height * 0.4, width, height: height * 0.6 }, 0, 0.36, { ink: "white" });
    let stars = "";
    for (let i = 0; i < 40; i++)
      stars += circlePath(x + random() * width, y + random() * height * 0.8, 0.8 + random() ** 3 * 2.4);
    canvas.fill(stars, "#fff");
    canvas.glow({ x: x + width / 2, y: y + height / 2 }, [height * 0.3, height * 0.62], [0.4, 0], "white");
    return;
  }
  canvas.flood("#fff");
  canvas.gradient({ x, y, width, height }, 0.4, 0, { ink: "black" });
  for (let i = 0; i < 3; i++)
    cloud(
      canvas,
      { x: x + width * ((i + random()) / 3), y: y + height * random.between(0.25, 0.8) },
      width * random.between(0.3, 0.5),
      height * 0.16,
      random,
      "#fff",
      "#000",
    );
}

/** Thin strokes that point at the thing from all sides. */
function rays(canvas: Canvas, centre: { x: number; y: number }, size: number, random: Random): void {
  let path = "";
  for (let i = 0; i < 64; i++) {
    const a = (i / 64) * 2 * Math.PI + random.between(-0.04, 0.04);
    const from = size * random.between(1.25, 1.6);
    const far = Math.max(from, rayLength(canvas.bounds, centre, a, 10));
    path += sliver(
      { x: centre.x + Math.cos(a) * from, y: centre.y + Math.sin(a) * from },
      { x: centre.x + Math.cos(a) * far, y: centre.y + Math.sin(a) * far },
      random.between(1, 2.6),
    );
  }
  canvas.fill(path, "#fff");
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
