import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief, type Canvas, corners } from "../canvas.ts";
import { penStroke, smoothPath } from "../ink.ts";
import { treeline } from "./crowns.ts";
import { leafInk, tree } from "./foliage.ts";
import type { Light } from "./light.ts";
import { drawSky, overRoofs } from "./sky.ts";
import { skylineRoofs } from "./skyline-roofs.ts";
import type { PlaceView } from "./view.ts";

type Skyline = "roofs" | "trees" | "firs" | "fields" | "hills" | "water" | "dunes" | "graves";

const skylines: Partial<Record<PlaceSheet["kind"], Skyline>> = {
  forest: "firs",
  garden: "trees",
  field: "fields",
  mountain: "hills",
  road: "fields",
  river: "trees",
  shore: "water",
  harbour: "water",
  ship: "water",
  boat: "water",
  cabin: "water",
  sea: "water",
  cave: "hills",
  graveyard: "graves",
  desert: "dunes",
  battlefield: "dunes",
  underground: "hills",
};

/** The sky over a place by its hour and weather, above a low dark edge of what stands there: roofs, tree-tops, hills, water. */
export function drawSkyView(canvas: Canvas, light: Light, sheet: PlaceSheet, view: PlaceView): void {
  const { bounds } = canvas;
  // Whoever looks up looks another way each time: one hill under six skies would be one picture six times.
  const random = randomFrom(`${sheet.seed} ${view.seed} skyline`);
  // Gables and chimneys are of Europe; old cities are seen from the hills.
  const gabled = sheet.world !== "ancient" && sheet.world !== "orient";
  const line = skylines[sheet.kind] ?? (gabled ? "roofs" : "hills");
  drawSky(canvas, light, bounds.y + bounds.height * 0.94, view.seed, line === "roofs" ? overRoofs : 1);
  // Under a sky over no place that is known lies neither land nor sea.
  if (sheet.place === "") return;
  if (line === "roofs") skylineRoofs(canvas, light, sheet, random);
  else if (line === "trees" || line === "firs") treetops(canvas, light, line, random);
  else if (line === "water") water(canvas, light, random);
  else land(canvas, light, line, sheet, random);
}

/** Fill and edge of what stands dark against the sky. */
const against = (light: Light, canvas: Canvas): { fill: string; ink: string } =>
  light.dark ? { fill: "#000", ink: "#fff" } : { fill: canvas.dots(light.time === "day" ? 0.86 : 1), ink: "#000" };

function treetops(canvas: Canvas, light: Light, line: Skyline, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  const low = y + height + 8;
  const { fill, ink } = against(light, canvas);
  const paler = light.dark ? "#000" : canvas.dots(0.5);
  treeline(canvas, x, x + width, low, height * random.between(0.16, 0.28), random, paler, ink);
  const leaf = leafInk(light, 0.1, true);
  const side = random() < 0.5 ? 0 : 1;
  // A tall one at one side, smaller ones anywhere: two alike to left and right would be a stage.
  for (const [u, tall] of [
    [Math.abs(side - random.between(0.03, 0.16)), random.between(0.4, 0.56)],
    [random.between(0.2, 0.8), random.between(0.22, 0.3)],
    [Math.abs(side - random.between(0.82, 0.97)), random.between(0.26, 0.38)],
  ] as const)
    tree(
      canvas,
      { x: x + width * u, y: low },
      height * tall,
      line === "firs" ? "fir" : "broad",
      random,
      leaf,
      line === "firs" ? fill : "#000",
    );
  treeline(canvas, x, x + width, low, height * 0.1, random, fill, ink);
}

/** Two or three ridges one behind the other, with what belongs to the land on the nearest. */
function land(canvas: Canvas, light: Light, line: Skyline, sheet: PlaceSheet, random: Random): void {
  const { x, width, y, height } = canvas.bounds;
  const low = y + height + 8;
  const { fill, ink } = against(light, canvas);
  const layers = line === "dunes" || random() < 0.5 ? 2 : 3;
  const far = Math.min(height * random.between(0.13, 0.22), width * 0.12);
  let near: Point[] = [];
  for (let layer = layers - 1; layer >= 0; layer--) {
    const nearest = layer === 0;
    near = ridgeLine(canvas, low, (far * (layer + 1)) / layers, line, random);
    const pale = light.dark ? "#000" : canvas.dots(0.5 - 0.16 * layer);
    const outline = smoothPath(near);
    canvas.shape(
      `${outline}L${brief(x + width + 10)} ${brief(low)}L${brief(x - 10)} ${brief(low)}Z`,
      nearest ? fill : pale,
      1.6,
      ink,
    );
    if (layer === 1 && line === "fields" && sheet.manner === "european" && random() < 0.45)
      hamlet(canvas, near[Math.floor(random.between(6, 18))], Math.min(width, height) * 0.05, fill, ink);
  }
  standing(canvas, light, line, sheet, near, random);
}

/** Points of one ridge from beyond the left edge to beyond the right: long swells, shorter ones for dunes. */
function ridgeLine(canvas: Canvas, low: number, rise: number, line: Skyline, random: Random): Point[] {
  const { x, width } = canvas.bounds;
  const [first, second] = [random.between(0, 6.3), random.between(0, 6.3)];
  const bend = random.between(0.1, 0.2) * (line === "dunes" ? 1.6 : 1);
  return Array.from({ length: 25 }, (_, i) => {
    const wave = 0.68 + 0.22 * steady.sin(first + i * bend) + 0.1 * steady.sin(second + i * bend * 2.3);
    return { x: x - 10 + ((width + 20) * i) / 24, y: low - 8 - rise * wave };
  });
}

/** What stands on the nearest ridge: bare trees and stones over graves, a few trees over fields; nothing over dunes. */
function standing(
  canvas: Canvas,
  light: Light,
  line: Skyline,
  sheet: PlaceSheet,
  ridge: readonly Point[],
  random: Random,
): void {
  if (line === "dunes") return;
  const { height, width } = canvas.bounds;
  const leaf = leafInk(light, line === "graves" ? 0 : 0.5, true);
  const { fill, ink } = against(light, canvas);
  const own = line === "hills" ? "fir" : line === "graves" ? "bare" : sheet.manner === "japanese" ? "pine" : "broad";
  const from = Math.floor(random.between(2, 20));
  for (let i = 0; i < (line === "graves" ? 2 : 3); i++) {
    const foot = ridge[(from + i * (line === "graves" ? 13 : 2)) % ridge.length];
    const tall = line === "graves" ? random.between(0.38, 0.6) : random.between(0.09, 0.17);
    if (foot) tree(canvas, { ...foot, y: foot.y + 3 }, Math.min(height, width) * tall, own, random, leaf, fill);
  }
  if (line !== "graves") return;
  const s = Math.min(height, width) * 0.045;
  for (const i of [from + 4, from + 6, from + 9]) {
    const at = ridge[i % ridge.length];
    if (!at) continue;
    const round = `V${brief(at.y - s * 0.8)}A${brief(s * 0.5)} ${brief(s * 0.5)} 0 0 1 ${brief(at.x + s)} ${brief(at.y - s * 0.8)}V${brief(at.y + s)}Z`;
    canvas.shape(`M${brief(at.x)} ${brief(at.y + s)}${round}`, fill, 1.4, ink);
  }
}

/** A steeple and two roofs far off on a ridge. */
function hamlet(canvas: Canvas, at: Point | undefined, s: number, fill: string, ink: string): void {
  if (!at) return;
  const p = (u: number, v: number): Point => ({ x: at.x + u * s, y: at.y - v * s });
  const houses = [
    [p(0, -0.4), p(0, 1), p(0.25, 2.1), p(0.5, 1), p(0.5, -0.4)],
    [p(0.5, -0.4), p(0.5, 0.55), p(0.7, 0.9), p(1.5, 0.9), p(1.7, 0.45), p(1.7, -0.4)],
    [p(-1.4, -0.4), p(-1.4, 0.3), p(-1, 0.7), p(-0.5, 0.3), p(-0.5, -0.4)],
  ];
  for (const house of houses) canvas.shape(corners(house), fill, 1, ink);
}

function water(canvas: Canvas, light: Light, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  const top = y + height * 0.86;
  canvas.fill(
    corners([
      { x: x - 4, y: top },
      { x: x + width + 4, y: top },
      { x: x + width + 4, y: y + height + 4 },
      { x: x - 4, y: y + height + 4 },
    ]),
    light.dark ? "#000" : canvas.dots(0.6),
  );
  canvas.line(`M${brief(x - 4)} ${brief(top)}H${brief(x + width + 4)}`, 1.6, light.ink);
  let crests = "";
  for (let i = 0; i < 30; i++) {
    const t = random();
    const [cx, cy, l] = [x + width * random(), top + 3 + (y + height - top) * t, 12 + 44 * t];
    crests += penStroke(
      [0, 0.2, 0.42, 0.7, 1].map((u, k) => ({ x: cx + u * l, y: cy - (k === 2 ? 1 + 2 * t : 0) })),
      1.4 + 1.6 * t,
      { swellTo: 0.4, thinFrom: 0.6, tip: 0 },
    );
  }
  canvas.fill(crests, "#fff");
}
