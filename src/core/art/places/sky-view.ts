import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief, type Canvas, corners } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { treeline } from "./crowns.ts";
import { leafInk, tree } from "./foliage.ts";
import type { Light } from "./light.ts";
import { drawSky, overRoofs } from "./sky.ts";
import { skylineRoofs } from "./skyline-roofs.ts";
import type { PlaceView } from "./view.ts";

type Skyline = "roofs" | "trees" | "hills" | "water" | "dunes" | "graves";

const skylines: Partial<Record<PlaceSheet["kind"], Skyline>> = {
  forest: "trees",
  garden: "trees",
  field: "hills",
  mountain: "hills",
  road: "hills",
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
  const random = randomFrom(`${sheet.seed} skyline`);
  // Gables and chimneys are of Europe; old cities are seen from the hills.
  const gabled = sheet.world !== "ancient" && sheet.world !== "orient";
  const line = skylines[sheet.kind] ?? (gabled ? "roofs" : "hills");
  drawSky(canvas, light, bounds.y + bounds.height * 0.94, view.seed, line === "roofs" ? overRoofs : 1);
  if (line === "roofs") skylineRoofs(canvas, light, sheet, random);
  else if (line === "trees") treetops(canvas, light, random);
  else if (line === "water") water(canvas, light, random);
  else ridges(canvas, light, line, random);
}

/** Fill and edge of what stands dark against the sky. */
const against = (light: Light, canvas: Canvas): { fill: string; ink: string } =>
  light.dark ? { fill: "#000", ink: "#fff" } : { fill: canvas.dots(light.time === "day" ? 0.86 : 1), ink: "#000" };

function treetops(canvas: Canvas, light: Light, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  const low = y + height + 8;
  const { fill, ink } = against(light, canvas);
  treeline(canvas, x, x + width, low, height * 0.24, random, light.dark ? "#000" : canvas.dots(0.5), ink);
  const leaf = leafInk(light, 0.1, true);
  for (const [u, tall, kind] of [
    [random.between(0.02, 0.14), 0.42, "fir"],
    [random.between(0.8, 0.96), 0.5, "fir"],
    [random.between(0.2, 0.3), 0.26, "fir"],
  ] as const)
    tree(canvas, { x: x + width * u, y: low }, height * tall, kind, random, leaf, fill);
  treeline(canvas, x, x + width, low, height * 0.1, random, fill, ink);
}

function ridges(canvas: Canvas, light: Light, line: Skyline, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  const low = y + height + 8;
  const { fill, ink } = against(light, canvas);
  for (const layer of [0, 1]) {
    const points: Point[] = [];
    const rise = height * (layer ? 0.1 : 0.2);
    const [from, bend] = [random.between(0, 6), line === "dunes" ? 1.1 : 0.7];
    for (let i = 0; i <= 24; i++) {
      const wave = Math.abs(Math.sin(from + i * 0.16 * bend)) * 0.7 + 0.3 * Math.sin(from * 2 + i * 0.3) ** 2;
      points.push({ x: x - 10 + ((width + 20) * i) / 24, y: low - rise * (0.35 + 0.65 * wave) });
    }
    canvas.shape(
      `${corners(points, false)}L${brief(x + width + 10)} ${brief(low)}L${brief(x - 10)} ${brief(low)}Z`,
      layer ? fill : light.dark ? "#000" : canvas.dots(0.42),
      1.8,
      ink,
    );
  }
  if (line === "graves")
    for (const u of [0.16, 0.8])
      tree(canvas, { x: x + width * u, y: low }, height * 0.6, "bare", random, leafInk(light, 0), fill);
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
      [0, 0.25, 0.5, 0.75, 1].map((u, k) => ({ x: cx + u * l, y: cy - (k % 2) * (1.5 + 3 * t) })),
      1.4 + 1.6 * t,
      { swellTo: 0.4, thinFrom: 0.6, tip: 0 },
    );
  }
  canvas.fill(crests, "#fff");
}
