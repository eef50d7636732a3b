import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import { brief, type Canvas, corners, rayLength, sliver } from "../canvas.ts";
import { boxPath } from "../graded-tone.ts";
import { grass } from "../places/foliage.ts";
import { circlePath } from "../tone.ts";
import { boardsAbove, type InsertSpot, litTable, mats, matsAbove, standingTable } from "./insert-tables.ts";
import { oval, type PropGround } from "./prop-shape.ts";

/** What a thing lies on or floats before, over the whole panel. `size` is half the thing's height in page units. */
export function drawBehind(canvas: Canvas, ground: PropGround, spot: InsertSpot): void {
  const { centre, size, night, random } = spot;
  switch (ground) {
    case "board":
      standingTable(canvas, spot);
      return;
    case "top":
      boardsAbove(canvas, spot);
      return;
    case "mat":
      mats(canvas, spot);
      return;
    case "straw":
      matsAbove(canvas, spot);
      return;
    case "dark":
      boardsAbove(canvas, { ...spot, night: true });
      return;
    case "lit":
      litTable(canvas, spot);
      return;
    case "glow":
      canvas.flood("#000");
      canvas.glow({ x: centre.x, y: centre.y - size * 0.3 }, [size * 0.25, size * 2.1], [0.95, 0], "white");
      return;
    case "sea":
      sea(canvas, night, { ...centre, y: centre.y + size * 0.3 }, random);
      return;
    case "dusk":
      dusk(canvas, night, centre, size);
      return;
    case "burst":
      burst(canvas, centre, size, random);
      return;
    case "sky":
      skyBehind(canvas, night, random);
      return;
    case "floor":
      floor(canvas, spot);
      return;
    case "ground":
      openGround(canvas, spot);
      tufts(canvas, random);
      return;
    case "road":
      openGround(canvas, spot);
      stones(canvas, random);
      return;
    case "wall":
      wall(canvas, night, random);
      return;
    case "paper":
      canvas.flood("#fff");
      canvas.glow(centre, [size * 1.2, size * 3.4], [0, 0.5], "black");
      return;
    case "plain":
      canvas.flood("#fff");
      canvas.gradient(canvas.bounds, night ? 0.95 : 0.5, night ? 0.4 : 0.04, { ink: "black" });
  }
}

/** A picture without a frame ends softly: it pales towards bare paper on all four sides, over a share of its shorter side. */
export function fadeEdges(canvas: Canvas, share: number): void {
  const { x, y, width, height } = canvas.bounds;
  const deep = Math.min(width, height) * share;
  canvas.mist({ x, y, width, height: deep }, 1, 0);
  canvas.mist({ x, y: y + height - deep, width, height: deep }, 0, 1);
  canvas.mist({ x, y, width: deep, height }, 1, 0, true);
  canvas.mist({ x: x + width - deep, y, width: deep, height }, 0, 1, true);
}

/** A wall and a floor with a skirting board; often light from a window lies on them. */
function floor(canvas: Canvas, { centre, size, night, random }: InsertSpot): void {
  const { x, y, width, height } = canvas.bounds;
  const foot = Math.min(y + height * 0.9, centre.y + size * random.between(0.45, 0.7));
  canvas.flood(canvas.dots(night ? 0.75 : 0.22));
  if (random() < 0.55) windowLight(canvas, foot, night, random);
  canvas.fill(boxPath(x - 2, foot, width + 4, y + height - foot + 4), night ? canvas.dots(0.4) : "#fff");
  canvas.shape(
    boxPath(x - 4, foot - height * 0.05, width + 8, height * 0.05),
    night ? canvas.dots(0.55) : "#fff",
    1.8,
    "#000",
  );
  canvas.line(`M${brief(x)} ${brief(foot)}H${brief(x + width)}`, 2.6, "#000");
}

/** The slanting panes of a window, on the wall. */
function windowLight(canvas: Canvas, foot: number, night: boolean, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  const lean = width * random.between(0.12, 0.24) * (random() < 0.5 ? -1 : 1);
  const left = x + width * random.between(0.1, 0.5);
  const pane = width * 0.17;
  const top = y + height * 0.06;
  const low = foot - height * 0.12;
  let panes = "";
  for (const column of [0, 1])
    for (const row of [0, 1]) {
      const at = (u: number, v: number): Point => ({ x: left + u * pane + lean * (1 - v), y: top + (low - top) * v });
      const [u, v] = [column * 1.12, row * 0.52];
      panes += corners([at(u, v), at(u + 1, v), at(u + 1, v + 0.48), at(u, v + 0.48)]);
    }
  canvas.fill(panes, night ? canvas.dots(0.4) : "#fff");
}

/** Bare ground under an open sky of even tone. */
function openGround(canvas: Canvas, { centre, size, night, random }: InsertSpot): void {
  const { x, y, width, height } = canvas.bounds;
  const edge = Math.min(y + height * 0.8, centre.y + size * random.between(0.3, 0.55));
  canvas.flood(night ? canvas.dots(0.75) : "#fff");
  if (!night) canvas.gradient({ x, y, width, height: edge - y }, 0.36, 0.06, { ink: "black" });
  const rise = random.between(-0.04, 0.04) * height;
  canvas.shape(
    `M${brief(x - 5)} ${brief(edge + rise)}Q${brief(x + width / 2)} ${brief(edge - rise - 4)} ${brief(x + width + 5)} ${brief(edge)}V${brief(y + height + 5)}H${brief(x - 5)}Z`,
    night ? canvas.dots(0.4) : "#fff",
    2,
    "#000",
  );
}

function tufts(canvas: Canvas, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  const low = y + height * 0.97;
  grass(canvas, { x, y: low }, { x: x + width, y: low }, 9, height * 0.09, random, "#000");
}

/** Small stones and ruts. */
function stones(canvas: Canvas, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  for (let i = 0; i < 12; i++) {
    const at = { x: x + random() * width, y: y + height * random.between(0.87, 0.99) };
    const r = height * random.between(0.005, 0.014);
    if (i % 2) canvas.shape(oval(at.x, at.y, r * 1.7, r), "#fff", 1.6, "#000");
    else canvas.fill(sliver(at, { x: at.x + width * random.between(0.05, 0.14), y: at.y }, 2), "#000");
  }
}

/** Plaster with a few scratches, darker above. */
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

/** Open air: clouds by day, stars and a pale glow by night. */
export function skyBehind(canvas: Canvas, night: boolean, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  if (night) {
    canvas.flood("#000");
    canvas.gradient({ x, y: y + height * 0.4, width, height: height * 0.6 }, 0, 0.36, { ink: "white" });
    let stars = "";
    for (let i = 0; i < 40; i++)
      stars += circlePath(x + random() * width, y + random() * height * 0.8, 0.8 + random() ** 3 * 2.4);
    canvas.fill(stars, "#fff");
    canvas.glow({ x: x + width / 2, y: y + height / 2 }, [0, height * 0.62], [0.4, 0], "white");
    return;
  }
  canvas.flood("#fff");
  canvas.gradient({ x, y, width, height }, 0.4, 0, { ink: "black" });
  for (let i = 0; i < 2; i++)
    cloud(canvas, { x: x + width * ((i + random()) / 2), y: y + height * random.between(0.25, 0.8) }, width, random);
}

/** A few wide billows, the lower ones small. */
function cloud(canvas: Canvas, { x, y }: Point, panel: number, random: Random): void {
  const wide = panel * random.between(0.26, 0.42);
  const billows = cloudBillows.map(([u, v, r]) => oval(x + u * wide, y + v * wide, r * wide * 1.4, r * wide)).join("");
  canvas.line(billows, 3.4, "#000");
  canvas.solid(billows, "#fff");
}

/** Aside, down and radius, in widths of the cloud. */
const cloudBillows = [
  [-0.32, -0.07, 0.12],
  [-0.02, -0.12, 0.2],
  [0.28, -0.07, 0.13],
  [-0.14, 0.02, 0.09],
  [0.12, 0.03, 0.1],
] as const;

/** Water to the sky's edge, with short waves that grow towards the reader. */
function sea(canvas: Canvas, night: boolean, { y: level }: Point, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  skyBehind(canvas, night, random);
  const edge = Math.max(y + height * 0.35, Math.min(level, y + height * 0.72));
  canvas.fill(boxPath(x - 2, edge, width + 4, y + height - edge + 4), night ? canvas.dots(0.85) : canvas.dots(0.3));
  canvas.line(`M${brief(x - 2)} ${brief(edge)}H${brief(x + width + 2)}`, 2, night ? "#fff" : "#000");
  const [light, dark] = [[""], [""]];
  for (let i = 0; i < 110; i++) {
    const depth = random() ** 1.4;
    const at = { x: x + random() * width, y: edge + 4 + depth * (y + height - edge) };
    const long = (0.03 + depth * 0.12) * width * random.between(0.5, 1.2);
    (i % 3 ? dark : light).push(
      sliver(at, { x: at.x + long, y: at.y + random.between(-3, 3) * depth }, 1.4 + depth * 4),
    );
  }
  canvas.fill(light.join(""), "#fff");
  canvas.solid(dark.join(""), night ? "#fff" : "#000");
}

/** The last light behind a dark thing. */
function dusk(canvas: Canvas, night: boolean, centre: Point, size: number): void {
  const { x, y, width, height } = canvas.bounds;
  if (night) {
    canvas.flood("#000");
    canvas.gradient({ x, y: y + height * 0.3, width, height: height * 0.7 }, 0, 0.3, { ink: "white" });
  } else {
    canvas.flood("#fff");
    canvas.gradient({ x, y, width, height }, 0.48, 0.06, { ink: "black" });
  }
  canvas.glow(centre, [0, size * 1.6], [night ? 0.5 : 0.9, 0], "white");
}

/** Something breaks or shines: wedges of black run at it from the edges of the panel. */
function burst(canvas: Canvas, centre: Point, size: number, random: Random): void {
  canvas.flood("#fff");
  let path = "";
  for (let i = 0; i < 46; i++) {
    const a = (i / 46) * 2 * Math.PI + random.between(-0.05, 0.05);
    const near = size * random.between(1.16, 1.5);
    const far = rayLength(canvas.bounds, centre, a, 8);
    if (far <= near) continue;
    const wide = random.between(0.012, 0.04);
    const at = (r: number, angle: number): Point => ({
      x: centre.x + steady.cos(angle) * r,
      y: centre.y + steady.sin(angle) * r,
    });
    path += corners([at(near, a), at(far, a - wide), at(far, a + wide)]);
  }
  canvas.solid(path, "#000");
}
